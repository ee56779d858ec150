"""Taking articles out of the library, by hand or by age, and putting them back from its trash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from briefing import clock
from briefing.errors import NotFoundError
from briefing.store.shared import outer
from briefing.store.sqlite.trash import Reason, Removed
from briefing.store.state import citations

if TYPE_CHECKING:
    from briefing.model import ArticleState
    from briefing.store.shared import Articles
    from briefing.store.state.store import StateStore

BATCH = 200
"""Articles in one transaction: one change of all would keep other writers waiting."""


class Aged(NamedTuple):
    """What retention did: articles removed, and those as old that somebody has use for."""

    removed: int
    spared: int


class Removal:
    """Removing and bringing back. Methods raise StoreError."""

    def __init__(self, articles: Articles, state: StateStore) -> None:
        self._articles = articles
        self._state = state

    def remove(self, numbers: Iterable[int]) -> None:
        """Moves articles with all their versions into the trash; marks stay for when they come back.

        Raises:
            NotFoundError: there is no article with one of the numbers; then none is removed.
        """
        self._discard(numbers, "asked")

    def bring_back(self, numbers: Iterable[int]) -> None:
        """Puts articles back from the trash, under their numbers.

        Raises:
            NotFoundError: one of them is not there; then none comes back.
        """
        with self._writing(numbers := list(numbers)):
            for number in numbers:
                place = self._articles.file_of(number)
                if not place.store.trash.bring_back(place.number):
                    hint = "briefing trash list shows what can come back."
                    raise NotFoundError("removed article", str(number), hint)

    def contents(self) -> list[Removed]:
        """What is in the trash, the last removed first."""
        found = [
            removed._replace(number=outer(removed.number, base))
            for store, base in self._articles.files()
            for removed in store.trash.contents()
        ]
        return sorted(found, key=lambda removed: removed.at, reverse=True)

    def empty(self, before: str | None = None) -> int:
        """Deletes for good what was removed before a moment, or everything; how many articles that were."""
        return sum(store.trash.empty(before) for store, _ in self._articles.files() if store.is_writable)

    def age_out(self, before: str) -> Aged:
        """Removes what came in, or last changed, before a moment, unless the reader has made something of it."""
        kept, removed, spared = citations.cited(self._state.path.with_name(citations.FILE)), 0, 0
        for batch in self._aged(before):
            states = self._state.get_many(key for _, key in batch)
            kept |= self._state.kept("corrections", [key for _, key in batch]).keys()
            going = [number for number, key in batch if key not in kept and not _in_use(states[key])]
            self._discard(going, "age")
            removed += len(going)
            spared += len(batch) - len(going)
        return Aged(removed, spared)

    def _discard(self, numbers: Iterable[int], reason: Reason) -> None:
        at = clock.now()
        with self._writing(numbers := list(numbers)):
            for number in numbers:
                place = self._articles.file_of(number)
                if not place.store.trash.discard(place.number, at, reason):
                    raise NotFoundError("article", str(number), "briefing list shows the numbers.")

    @contextmanager
    def _writing(self, numbers: Iterable[int]) -> Iterator[None]:
        """One change of each file that holds one of the articles."""
        with ExitStack() as stack:
            for store in {id(store): store for store, _ in map(self._articles.file_of, numbers)}.values():
                stack.enter_context(store.writing())
            yield

    def _aged(self, before: str) -> Iterator[Sequence[tuple[int, str]]]:
        """Number and key of all old articles, in batches."""
        for store, base in self._articles.files():
            if store.is_writable:
                old = [(outer(number, base), key) for number, key in store.unchanged_since(before)]
                yield from (old[start : start + BATCH] for start in range(0, len(old), BATCH))


def _in_use(state: ArticleState) -> bool:
    """Whether the reader has marked the article in a way that is worth keeping."""
    return bool(state.starred or state.tags or state.notes)
