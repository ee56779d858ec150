"""What a library answers to queries: lists, hits with excerpts, quotes, topics, speakers, sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from briefing.model import ArticleRow, Hit, LedgerQuote, SpeakerCount, Statistics, TopicCount
from briefing.query.tree import And, Field, Node, Not, Or, Phrase, Word, all_of
from briefing.store import records
from briefing.store.articles import ArticleStore
from briefing.store.finder import Arrival, Finder
from briefing.text.excerpt import Wanted, excerpt_of

PAGE = 256
"""Rows fetched at once."""

SOURCES = 10
"""Sources counted by name."""

Order = Literal["arrival", "relevance"]


class Catalogue:
    """Answers from the store, with each article's reading state from `rows`. Methods raise StoreError."""

    def __init__(
        self, articles: ArticleStore, finder: Finder, rows: Callable[[Sequence[int]], list[ArticleRow]]
    ) -> None:
        self._articles = articles
        self._finder = finder
        self._rows = rows

    def found(self, query: Node, limit: int | None, order: Order) -> list[Arrival]:
        """Number and time of arrival of the articles that fit."""
        return self._finder.rank(query, limit) if order == "relevance" else self._finder.find(query, limit)

    def select(self, query: Node, limit: int | None, order: Order) -> Iterator[ArticleRow]:
        """Rows of the articles that fit, read as they are asked for."""
        yield from self._rows_of([number for number, _ in self.found(query, limit, order)])

    def hits(self, query: Node, limit: int | None, order: Order) -> Iterator[Hit]:
        """Articles that fit, each with the part of its text that shows it."""
        wanted = wanted_by(query)
        for row in self.select(query, limit, order):
            body = self._articles.body(row.number, row.version) if wanted else None
            yield Hit(row, excerpt_of(records.expanded(body["text"]), wanted) if body else None)

    def ledger(self, query: Node, limit: int | None) -> list[LedgerQuote]:
        """Quotes that fit; speakers and topics of the query are those of the quote."""
        places = self._finder.quotes(query, limit)
        wanted: dict[tuple[int, int], set[int]] = {}
        for article, version, number in places:
            wanted.setdefault((article, version), set()).add(number)
        rows = {row.number: row for row in self._rows_of(list(dict.fromkeys(article for article, _ in wanted)))}
        return [entry for place, numbers in wanted.items() for entry in self._quotes(place, numbers, rows)]

    def topics(self, query: Node, limit: int | None) -> list[TopicCount]:
        """The labels of sections, the most frequent first."""
        return [TopicCount(*found) for found in self._finder.topics(query, limit)]

    def speakers(self, query: Node, limit: int | None) -> list[SpeakerCount]:
        """Who is quoted, the most often quoted first."""
        return [SpeakerCount(*found) for found in self._finder.speakers(query, limit)]

    def statistics(self, query: Node) -> Statistics:
        """Sums over what fits."""
        articles, sections, first, last = self._finder.sums(query)
        unread, starred = (self._finder.sums(all_of([query, Field("is", flag)]))[0] for flag in ("unread", "starred"))
        evidence = self._finder.evidence(query)
        return Statistics(
            articles=articles,
            unread=unread,
            starred=starred,
            sections=sections,
            quotes=sum(evidence.values()),
            named=evidence.get("named", 0),
            carried=evidence.get("carried", 0),
            speakers=len(self._finder.speakers(query)),
            first=first,
            last=last,
            languages=tuple((name, count) for name, count in self._finder.counted(query, "language")),
            sources=tuple((name, count) for name, count in self._finder.counted(query, "source") if name)[:SOURCES],
        )

    def _rows_of(self, numbers: Sequence[int]) -> Iterator[ArticleRow]:
        for start in range(0, len(numbers), PAGE):
            yield from self._rows(numbers[start : start + PAGE])

    def _quotes(self, place: tuple[int, int], wanted: set[int], rows: dict[int, ArticleRow]) -> Iterator[LedgerQuote]:
        """The wanted quotes of one version of an article."""
        sections = self._articles.sections(*place)
        for quote in self._articles.quotes(*place):
            if quote.number in wanted and place[0] in rows:
                section = sections[quote.section]
                yield LedgerQuote(quote, rows[place[0]], section.label or section.heading)


def wanted_by(query: Node) -> list[Wanted]:
    """The words of a query that an article's text may show."""
    match query:
        case Word(text, prefix):
            return [Wanted(text, prefix=prefix)]
        case Phrase(text):
            return [Wanted(text, exact=True)]
        case And(parts) | Or(parts):
            return [word for part in parts if not isinstance(part, Not) for word in wanted_by(part)]
    return []
