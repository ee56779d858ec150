"""A shared library that this user may only read, with the user's own beside it, as one.

The numbers of the own file's articles begin behind `PERSONAL`, in every answer and in every question.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.errors import NotFoundError
from briefing.model import PERSONAL, Article, ArticleState, PersonalNumber, Quote, Section
from briefing.store.articles import ArticleStore, Place
from briefing.store.sqlite.records import Record, article_of
from briefing.store.sqlite.rights import is_writable


class SharedArticles:
    """Both files behind the methods of `ArticleStore`, whose docstrings hold here; new articles go to the own file.

    The own file is made when the first article is added: a home that cannot be written is no reason not to read.
    """

    def __init__(self, shared: ArticleStore, own: Path) -> None:
        self._shared = shared
        self._own_path = own

    @cached_property
    def _own(self) -> ArticleStore:
        return ArticleStore(self._own_path)

    @property
    def _has_own(self) -> bool:
        return "_own" in self.__dict__ or self._own_path.exists()

    def files(self) -> Sequence[Place]:
        """All files, each with the number that its numbers begin behind."""
        return [Place(self._shared, 0), *([Place(self._own, PERSONAL)] if self._has_own else [])]

    def file_of(self, number: int) -> Place:
        """The file that holds an article with this number, and its number there."""
        if number > PERSONAL and self._has_own:
            return Place(self._own, number - PERSONAL)
        return Place(self._shared, number)

    def intake_file(self) -> Place:
        """The file that new articles go to."""
        return Place(self._own, PERSONAL)

    def close(self) -> None:
        """Releases the files."""
        if "_own" in self.__dict__:
            self._own.close()
        self._shared.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A change of the own file."""
        with self._own.writing():
            yield

    def find(self, keys: Iterable[str]) -> int | None:
        """The own copy of an article goes before the shared one."""
        wanted = list(keys)
        found = ((store.find(wanted), base) for store, base in reversed(self.files()))
        return next((outer(number, base) for number, base in found if number is not None), None)

    def insert(self, article: Article, keys: Iterable[str], at: str, content: str | None = None) -> int:
        """As in ArticleStore."""
        return PersonalNumber(self._own.insert(article, keys, at, content) + PERSONAL)

    def update(self, number: int, article: Article, keys: Iterable[str], at: str, content: str | None = None) -> int:
        """As in ArticleStore."""
        store, local = self.file_of(number)
        return store.update(local, article, keys, at, content)

    def holds(self, number: int, content: str) -> bool:
        """As in ArticleStore."""
        store, local = self.file_of(number)
        return store.holds(local, content)

    def complete(self, number: int, article: Article, keys: Iterable[str]) -> None:
        """What a reader knows of a shared article stays unsaid there."""
        store, local = self.file_of(number)
        if store.is_writable:
            store.complete(local, article, keys)

    def count(self) -> int:
        """As in ArticleStore."""
        return sum(store.count() for store, _ in self.files())

    def arrived(self) -> int:
        """As in ArticleStore."""
        return sum(store.arrived() for store, _ in self.files())

    def page(self, after: tuple[str, int] | None, limit: int) -> list[Record]:
        """As in ArticleStore."""
        pages = [
            [_numbered(head, base) for head in store.page(after and (after[0], after[1] - base), limit)]
            for store, base in self.files()
        ]
        merged = heapq.merge(*pages, key=lambda head: (head["added"], head["number"]), reverse=True)
        return [head for head, _ in zip(merged, range(limit), strict=False)]

    def arrivals(self, limit: int | None = None) -> list[tuple[int, str]]:
        """As in ArticleStore."""
        found = [(outer(n, base), added) for store, base in self.files() for n, added in store.arrivals(limit)]
        # Two sorted runs: sorting them costs hardly more than merging.
        return sorted(found, key=lambda arrival: arrival[::-1], reverse=True)[:limit]

    def numbers_between(self, first: int, last: int) -> list[int]:
        """As in ArticleStore."""
        return [
            outer(number, base)
            for store, base in self.files()
            for number in store.numbers_between(first - base, last - base)
        ]

    def heads(self, numbers: Sequence[int]) -> list[Record]:
        """As in ArticleStore."""
        found: dict[int, Record] = {}
        for store, base in self.files():
            own = [number - base for number in numbers if (number > PERSONAL) == bool(base)]
            found |= {head["number"] + base: _numbered(head, base) for head in store.heads(own)}
        return [found[number] for number in numbers if number in found]

    def record(self, number: int) -> Record | None:
        """As in ArticleStore."""
        store, local = self.file_of(number)
        found = store.record(local)
        return _numbered(found, number - local) if found else None

    def body(self, number: int, version: int) -> Record | None:
        """As in ArticleStore."""
        store, local = self.file_of(number)
        return store.body(local, version)

    def sections(self, number: int, version: int) -> list[Section]:
        """As in ArticleStore."""
        store, local = self.file_of(number)
        return store.sections(local, version)

    def quotes(self, number: int, version: int) -> list[Quote]:
        """As in ArticleStore."""
        store, local = self.file_of(number)
        return store.quotes(local, version)


def outer(number: int, base: int) -> int:
    """A number of a file as it is known outside: behind the base that the file's numbers begin behind."""
    return PersonalNumber(number + base) if base else number


Articles = ArticleStore | SharedArticles
"""What a library's facade stands on."""


def opened(library: Path, own: Path | None) -> Articles:
    """The library; where this user may only read it, with the `own` one beside it."""
    store = ArticleStore(library)
    return SharedArticles(store, own) if own and not is_writable(library) else store


def _numbered(head: Record, base: int) -> Mapping[str, Any]:
    """The record with its number behind the base."""
    values = {name: head[name] for name in head.keys()}  # noqa: SIM118 (a Row iterates over its values)
    return {**values, "number": outer(head["number"], base)}


def article_in(
    articles: Articles, number: int, version: int | None, state_of: Callable[[str], ArticleState]
) -> Article:
    """An article as the analysis has it, with the state of its content key; the newest version unless one is named.

    Raises:
        NotFoundError: there is no such article or version.
    """
    record = articles.record(number)
    if record is None:
        raise NotFoundError("article", str(number), "briefing list shows the numbers.")
    wanted = record["version"] if version is None else version
    body = articles.body(number, wanted)
    if body is None:
        raise NotFoundError("version", f"{number}@{wanted}", f"The newest is {number}@{record['version']}.")
    sections, quotes = articles.sections(number, wanted), articles.quotes(number, wanted)
    return article_of(record, body, sections, quotes, state_of(record["id"]))


def aliases_in(articles: Articles, keys: Sequence[str]) -> dict[str, list[str]]:
    """The other keys of articles in all files of a library."""
    found: dict[str, list[str]] = {}
    for store, _ in articles.files():
        for start in range(0, len(keys), _BATCH):
            found.update(store.aliases(keys[start : start + _BATCH]))
    return found


_BATCH = 256
"""Keys looked up at once."""
