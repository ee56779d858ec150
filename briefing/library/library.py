"""The one facade over store, sources and text: what both faces may ask of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from briefing import clock
from briefing.errors import NotFoundError
from briefing.model import Article, ArticleRow, Document, LedgerQuote, VersionNote
from briefing.store.shared import Articles, aliases_in, article_in, opened, outer
from briefing.store.sqlite import records
from briefing.store.state.store import StateStore

if TYPE_CHECKING:
    from briefing.config import Settings
    from briefing.library.catalogue import Catalogue, Order
    from briefing.library.corrections import Corrections
    from briefing.library.feeds import Feeds
    from briefing.library.reading import Reading
    from briefing.library.removal import Removal
    from briefing.query.results import Hit, SpeakerCount, Statistics, TopicCount
    from briefing.query.tree import Node
    from briefing.store.state.statefile import Stamp

PAGE = 256
"""Rows fetched at once while looking for those that match."""

Outcome = Literal["added", "updated", "unchanged", "restored", "removed"]
"""A new article, a new version of a known one, one that is there as it is, one back from the trash, or one that was
removed and is not wanted again."""


class Intake(NamedTuple):
    """What became of one document."""

    number: int
    outcome: Outcome
    article: Article


class Library:
    """Articles with one reader's state.

    Add methods here for what a face needs; keep SQL in `store.articles`, TinyDB in `store.state`, and
    rules about text in `text`. Every method may raise StoreError.
    """

    def __init__(self, articles: Articles, state: StateStore) -> None:
        self._articles = articles
        self._state = state

    @classmethod
    def open(cls, settings: Settings, state_file: Path) -> Self:
        """The library the settings name, with the reading state kept in `state_file`."""
        articles = opened(settings.library, settings.personal)
        return cls(articles, StateStore(state_file, partial(aliases_in, articles)))

    @property
    def reading(self) -> Reading:
        """Tags, notes, undo, and the state as text."""
        from briefing.library.reading import Reading

        return Reading(self._articles, self._state)

    @property
    def corrections(self) -> Corrections:
        """What the reader knows better than the analysis."""
        from briefing.library.corrections import Corrections

        return Corrections(self._articles, self._state)

    @property
    def feeds(self) -> Feeds:
        """The feeds that new articles come from."""
        from briefing.library.feeds import Feeds

        place = self._articles.intake_file()
        return Feeds(self, place.store.feeds, place.number)

    @property
    def removal(self) -> Removal:
        """Removing articles and bringing them back."""
        from briefing.library.removal import Removal

        return Removal(self._articles, self._state)

    def close(self) -> None:
        """Releases the files; every change is already on disk."""
        self._state.close()
        self._articles.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, document: Document) -> Intake:
        """Analyses and stores a document; the same article from another place or by pipe is found again.

        Raises:
            SourceError: the document has no text; the library is unchanged.
        """
        from briefing.library.knowledge import own_knowledge
        from briefing.text.analysis import analyse

        (intake,) = self.take_in([analyse(document, own_knowledge())], again=True)
        return intake

    def take_in(self, articles: Sequence[Article], *, again: bool = False) -> list[Intake]:
        """Stores articles that have been analysed, all in one transaction; what became of each, in their order.

        What was removed stays so, unless it is wanted `again`. Numbers follow the order of publication, so that
        the newest of a batch stands first in lists.
        """
        from briefing.text.analysis import content_keys

        at = clock.now()
        keyed = [(place, article, content_keys(article)) for place, article in enumerate(articles)]
        keyed.sort(key=lambda item: item[1].published or at)
        with self._articles.writing():
            intakes = {place: self._take(article, keys, at, again=again) for place, article, keys in keyed}
        return [intakes[place] for place in range(len(articles))]

    def _take(self, article: Article, keys: Sequence[str], at: str, *, again: bool) -> Intake:
        """Stores one article under its content keys, the last of which is that of its words."""
        number, content = self._known_as(article, keys), keys[-1]
        if number is None:
            return self._take_removed(article, keys, at, again=again) or self._insert(article, keys, at)
        if self._articles.holds(number, content):
            self._articles.complete(number, article, keys)
            return Intake(number, "unchanged", article)
        if not self._articles.file_of(number).store.is_writable:
            # A shared article that others keep: the reader's copy of it stands beside it.
            return self._insert(article, keys, at)
        self._articles.update(number, article, keys, at, content)
        return Intake(number, "updated", article)

    def _insert(self, article: Article, keys: Sequence[str], at: str) -> Intake:
        return Intake(self._articles.insert(article, keys, at, keys[-1]), "added", article)

    def _take_removed(self, article: Article, keys: Sequence[str], at: str, *, again: bool) -> Intake | None:
        """What becomes of an article that was removed; None if it was not, or can only come in as a new one."""
        store, base = self._articles.intake_file()
        removed = store.trash.number_of(keys[0])
        if removed is None:
            return None
        if not again:
            return Intake(outer(removed, base), "removed", article)
        if store.trash.bring_back(removed):
            return self._take(article, keys, at, again=again)._replace(outcome="restored")
        store.trash.forget(removed)
        return None

    def stale(self) -> list[int]:
        """Numbers of the articles in files of this reader's that an older engine has analysed."""
        places = self._articles.files()
        return [outer(n, base) for store, base in places if store.is_writable for n in store.stale()]

    def reanalyse(self, numbers: Iterable[int]) -> Iterator[int]:
        """Finds labels and quotes of articles anew; gives the numbers as batches are on disk.

        Text, sections and versions stay; quotes keep their numbers. Stopped at any time it can go on with what is
        still `stale`.

        Raises:
            NotFoundError: a number names no article.
        """
        from briefing.library.reanalysis import reanalysed

        return reanalysed(self._articles, self.uncorrected, numbers)

    def _known_as(self, article: Article, keys: Sequence[str]) -> int | None:
        """Number of the article this one is, by its URL, else by its words.

        Few words that are the same at two URLs are two articles: a wall may hide both.
        """
        from briefing.text.identity import is_one_article

        of_place, of_words = self._articles.find(keys[:-1]), self._articles.find(keys[-1:])
        if of_place is not None or of_words is None or article.url is None:
            return of_place if of_place is not None else of_words
        record = self._articles.record(of_words)
        known = record["url"] if record else None
        return of_words if known is None or is_one_article(known, article.url, article.text) else None

    def number_of(self, article: Article) -> int | None:
        """Number of the stored article that this one is, or None."""
        from briefing.text.analysis import content_keys

        return self._known_as(article, content_keys(article))

    def versions(self, number: int) -> list[VersionNote]:
        """All versions of an article, the first one first. Raises NotFoundError when there is no such article."""
        record = self._articles.record(number)
        if record is None:
            raise NotFoundError("article", str(number), "briefing list shows the numbers.")
        present = VersionNote(record["version"], record["title"], record["updated"])
        place = self._articles.file_of(number)
        return [*(VersionNote(*row) for row in place.store.superseded(place.number)), present]

    def article(self, number: int, version: int | None = None) -> Article:
        """A stored article with its reader's state and corrections; an earlier version if asked for.

        Raises:
            NotFoundError: there is no such article or version.
        """
        article = self.uncorrected(number, version)
        return self.corrections.apply(article) if self._state.has_kind("corrections") else article

    def uncorrected(self, number: int, version: int | None = None) -> Article:
        """The same as the analysis has it."""
        return article_in(self._articles, number, version, self._state.get)

    def arrivals(self, limit: int | None = None) -> list[tuple[int, str]]:
        """Number and time of arrival (RFC 3339 in UTC) of all articles, or so many of them, the newest first."""
        return self._articles.arrivals(limit)

    def arrived(self) -> int:
        """How many articles have ever come in: it rises by one with each."""
        return self._articles.arrived()

    def numbers_between(self, first: int, last: int) -> list[int]:
        """Numbers from `first` to `last`, both included, that articles have, the lowest first."""
        return self._articles.numbers_between(first, last)

    def rows(self, numbers: Sequence[int]) -> list[ArticleRow]:
        """List rows of these articles, at most a few hundred at a time, in the order asked for."""
        heads = self._articles.heads(numbers)
        states = self._state.get_many(head["id"] for head in heads)
        return [records.row_of(head, states[head["id"]]) for head in heads]

    def select(
        self, query: Node | None = None, limit: int | None = None, order: Order = "arrival"
    ) -> Iterator[ArticleRow]:
        """Rows of the articles that fit a query, or of all, the newest arrival first; read as they are asked for."""
        if query is not None:
            yield from self._catalogue.select(query, limit, order)
            return
        after: tuple[str, int] | None = None
        while heads := self._articles.page(after, PAGE):
            states = self._state.get_many(head["id"] for head in heads)
            yield from (records.row_of(head, states[head["id"]]) for head in heads)
            after = heads[-1]["added"], heads[-1]["number"]

    def found(self, query: Node, limit: int | None = None, order: Order = "arrival") -> list[tuple[int, str]]:
        """Number and time of arrival of the articles that fit a query."""
        return self._catalogue.found(query, limit, order)

    def search(self, query: Node, limit: int | None = None, order: Order = "arrival") -> Iterator[Hit]:
        """The articles that fit a query, each with the part of its text that shows it."""
        return self._catalogue.hits(query, limit, order)

    def count(self) -> int:
        """How many articles there are."""
        return self._articles.count()

    def ledger(self, query: Node, limit: int | None = None) -> list[LedgerQuote]:
        """Quotes over all articles, the newest article first; what a query says of speakers is said of the quote."""
        return self._catalogue.ledger(query, limit)

    def topics(self, query: Node, limit: int | None = None) -> list[TopicCount]:
        """The labels of sections in the articles that fit, the most frequent first."""
        return self._catalogue.topics(query, limit)

    def speakers(self, query: Node, limit: int | None = None) -> list[SpeakerCount]:
        """Who is quoted in the articles that fit, the most often quoted first."""
        return self._catalogue.speakers(query, limit)

    def merge_speakers(self, first: str, second: str) -> tuple[str, int]:
        """Makes two names one person from now on and in all quotes; the person's id, and how many quotes got it.

        Raises:
            UsageError: a name means several people, or the two are known as different ones.
        """
        from briefing.library.people import merge

        return merge(first, second, self._articles.files())

    def statistics(self, query: Node) -> Statistics:
        """Sums over the articles that fit."""
        return self._catalogue.statistics(query)

    def mark_read(self, numbers: Iterable[int], read: bool = True) -> None:
        """Marks articles read or unread, on disk when this returns; all of them or none.

        Raises:
            NotFoundError: a number names no article.
        """
        self._state.set_read(self._keys(numbers), read, clock.now())

    def star(self, numbers: Iterable[int], starred: bool = True) -> None:
        """Stars or unstars articles, on disk when this returns; all of them or none.

        Raises:
            NotFoundError: a number names no article.
        """
        self._state.set_starred(self._keys(numbers), starred, clock.now())

    def note_citation(self, article: Article) -> None:
        """Remembers that the reader has cited an article, which keeps it from being let go by age."""
        from briefing.store.state import citations

        citations.note(self._state.path.with_name(citations.FILE), article.id)

    def state_stamp(self) -> Stamp:
        """Changes whenever any of this reader's sessions has changed the state."""
        return self._state.stamp()

    def state_reports(self) -> list[str]:
        """What had to be mended of the reading state since the last call, in sentences for the reader."""
        return self._state.reports()

    def last_session(self) -> str | None:
        """When this reader's last TUI session ended; what was added since is new."""
        return self._state.last_session()

    def end_session(self) -> None:
        """Notes that a TUI session ended now."""
        self._state.end_session(clock.now())

    def _keys(self, numbers: Iterable[int]) -> list[str]:
        """Content keys of articles by number."""
        keys = []
        for number in numbers:
            record = self._articles.record(number)
            if record is None:
                raise NotFoundError("article", str(number), "briefing list shows the numbers.")
            keys.append(record["id"])
        return keys

    @cached_property
    def _catalogue(self) -> Catalogue:
        """Made only when something is searched for: plain lists and articles need none of it."""
        from briefing.library.catalogue import Catalogue

        return Catalogue(self._articles, self._state, self.rows)
