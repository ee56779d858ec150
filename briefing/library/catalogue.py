"""What a library answers to queries: lists, hits with excerpts, quotes, topics, speakers, sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Literal

from briefing.model import ArticleRow, LedgerQuote
from briefing.query.tree import And, Field, Node, Not, Or, Phrase, Word, all_of, shifted
from briefing.store.articles import ArticleStore
from briefing.store.search.finder import Arrival, Finder
from briefing.store.shared import Articles, outer
from briefing.store.sqlite import records
from briefing.store.state.store import StateStore

if TYPE_CHECKING:
    from briefing.query.results import Hit, SpeakerCount, Statistics, TopicCount
    from briefing.text.corrections import Changes
    from briefing.text.excerpt import Wanted

PAGE = 256
"""Rows fetched at once."""

SOURCES = 10
"""Sources counted by name."""

Order = Literal["arrival", "oldest", "date", "relevance"]
"""The newest arrival first, or the oldest; the newest date of publication first; the most relevant first."""


class Catalogue:
    """Answers from the store, with each article's reading state from `rows`. Methods raise StoreError."""

    def __init__(
        self, articles: Articles, state: StateStore, rows: Callable[[Sequence[int]], list[ArticleRow]]
    ) -> None:
        self._articles = articles
        self._rows = rows
        self._state = state
        self._known: dict[ArticleStore, Finder] = {}

    @property
    def _finders(self) -> list[tuple[Finder, int]]:
        """One for each file there is by now, and the number its numbers begin behind."""
        return [(self._finder(store), base) for store, base in self._articles.files()]

    def _finder(self, store: ArticleStore) -> Finder:
        if store not in self._known:
            self._known[store] = store.finder(self._state.path)
        return self._known[store]

    def found(self, query: Node, limit: int | None, order: Order) -> list[Arrival]:
        """Number and time of arrival, with the order `date` of publication, of the articles that fit."""
        runs = [
            [(outer(number, base), moment) for number, moment in _asked(finder, shifted(query, base), limit, order)]
            for finder, base in self._finders
        ]
        if order == "relevance" or len(runs) == 1:
            return [arrival for run in reversed(runs) for arrival in run][:limit]
        merged = sorted(chain.from_iterable(runs), key=lambda arrival: arrival[::-1], reverse=order != "oldest")
        return merged[:limit]

    def select(self, query: Node, limit: int | None, order: Order) -> Iterator[ArticleRow]:
        """Rows of the articles that fit, read as they are asked for."""
        yield from self._rows_of([number for number, _ in self.found(query, limit, order)])

    def hits(self, query: Node, limit: int | None, order: Order) -> Iterator[Hit]:
        """Articles that fit, each with the part of its text that shows it."""
        from briefing.query.results import Hit
        from briefing.text.excerpt import excerpt_of

        wanted = wanted_by(query)
        for row in self.select(query, limit, order):
            body = self._articles.body(row.number, row.version) if wanted else None
            yield Hit(row, excerpt_of(records.expanded(body["text"]), wanted) if body else None)

    def ledger(self, query: Node, limit: int | None) -> list[LedgerQuote]:
        """Quotes that fit; speakers and topics of the query are the quote's. A reader's own articles go first."""
        wanted: dict[tuple[int, int], set[int]] = {}
        for finder, base in reversed(self._finders):
            for article, version, number in finder.quotes(shifted(query, base), limit):
                wanted.setdefault((outer(article, base), version), set()).add(number)
        rows = {row.number: row for row in self._rows_of(list(dict.fromkeys(article for article, _ in wanted)))}
        known = self._corrections(rows.values())
        return [entry for place, numbers in wanted.items() for entry in self._quotes(place, numbers, rows, known)][
            :limit
        ]

    def topics(self, query: Node, limit: int | None) -> list[TopicCount]:
        """The labels of sections, the most frequent first."""
        from briefing.query.results import TopicCount

        counts = self._summed(lambda finder, asked: finder.topics(asked), query)
        return [TopicCount(label, *found) for label, found in counts][:limit]

    def speakers(self, query: Node, limit: int | None) -> list[SpeakerCount]:
        """Who is quoted, the most often quoted first."""
        from briefing.query.results import SpeakerCount

        counts = self._summed(lambda finder, asked: finder.speakers(asked), query)
        return [SpeakerCount(name, *found) for name, found in counts][:limit]

    def statistics(self, query: Node) -> Statistics:
        """Sums over what fits."""
        from briefing.query.results import Statistics

        sums = [finder.sums(shifted(query, base)) for finder, base in self._finders]
        arrivals = [moment for *_, first, last in sums for moment in (first, last) if moment]
        evidence = self._counted(lambda finder, asked: finder.evidence(asked).items(), query)
        sources = self._counted(lambda finder, asked: finder.counted(asked, "source"), query)
        languages = self._counted(lambda finder, asked: finder.counted(asked, "language"), query)
        return Statistics(
            articles=sum(found[0] for found in sums),
            unread=self._count(all_of([query, Field("is", "unread")])),
            starred=self._count(all_of([query, Field("is", "starred")])),
            sections=sum(found[1] for found in sums),
            quotes=sum(evidence.values()),
            named=evidence["named"],
            carried=evidence["carried"],
            speakers=len(self.speakers(query, None)),
            first=min(arrivals, default=None),
            last=max(arrivals, default=None),
            languages=tuple(languages.most_common()),
            sources=tuple((name, count) for name, count in sources.most_common() if name)[:SOURCES],
        )

    def _count(self, query: Node) -> int:
        return sum(int(finder.sums(shifted(query, base))[0]) for finder, base in self._finders)

    def _counted(self, ask: Callable[[Finder, Node], Iterable[tuple[str, int]]], query: Node) -> Counter[str]:
        """What the files count, added up."""
        counts: Counter[str] = Counter()
        for finder, base in self._finders:
            counts.update(dict(ask(finder, shifted(query, base))))
        return counts

    def _summed(
        self, ask: Callable[[Finder, Node], list[tuple[str, int, int, str]]], query: Node
    ) -> list[tuple[str, tuple[int, int, str]]]:
        """Names with two counts and the latest arrival from all files, in the order of the second-last count."""
        found: dict[str, tuple[int, int, str]] = {}
        for finder, base in self._finders:
            for name, articles, others, latest in ask(finder, shifted(query, base)):
                before = found.get(name, (0, 0, ""))
                found[name] = (before[0] + articles, before[1] + others, max(before[2], latest))
        return sorted(found.items(), key=lambda item: (item[1][1], item[1][2], item[0]), reverse=True)

    def _rows_of(self, numbers: Sequence[int]) -> Iterator[ArticleRow]:
        for start in range(0, len(numbers), PAGE):
            yield from self._rows(numbers[start : start + PAGE])

    def _quotes(
        self, place: tuple[int, int], numbers: set[int], rows: dict[int, ArticleRow], known: Mapping[str, Changes]
    ) -> Iterator[LedgerQuote]:
        """The quotes so numbered of one version of an article, as its reader has corrected them."""
        row = rows.get(place[0])
        if row is None:
            return
        sections, quotes = self._articles.sections(*place), self._articles.quotes(*place)
        if wanted := known.get(row.id):
            from briefing.text.corrections import quotes_as_corrected, sections_as_corrected

            sections, quotes = sections_as_corrected(sections, wanted), quotes_as_corrected(quotes, wanted)
        for quote in quotes:
            if quote.number in numbers:
                yield LedgerQuote(quote, row, sections[quote.section].named)

    def _corrections(self, rows: Iterable[ArticleRow]) -> Mapping[str, Changes]:
        """What the reader has corrected of articles, by content key."""
        keys = [row.id for row in rows]
        if not self._state.has_kind("corrections"):
            return {}
        from briefing.library.corrections import Corrections

        return Corrections(self._articles, self._state).of_many(keys)


def _asked(finder: Finder, query: Node, limit: int | None, order: Order) -> list[Arrival]:
    match order:
        case "relevance":
            return finder.rank(query, limit)
        case "date":
            return finder.dated(query, limit)
        case "oldest":
            return finder.find(query)[::-1][:limit]
    return finder.find(query, limit)


def wanted_by(query: Node) -> list[Wanted]:
    """The words of a query that an article's text may show."""
    from briefing.text.excerpt import Wanted

    match query:
        case Word(text, prefix):
            return [Wanted(text, prefix=prefix)]
        case Phrase(text):
            return [Wanted(text, exact=True)]
        case And(parts) | Or(parts):
            return [word for part in parts if not isinstance(part, Not) for word in wanted_by(part)]
    return []
