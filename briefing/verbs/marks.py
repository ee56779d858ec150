"""What a reader does with articles: marks, tags, notes, and taking them back. Each says what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.library import Library
from briefing.store.state import actrecords

if TYPE_CHECKING:
    from briefing.store.state.undo import Reverted

NAMED = 12
"""Articles named by number; of more only how many they are is said."""


def mark_read(library: Library, numbers: Sequence[int], read: bool) -> str:
    """Marks the articles and says what was done. Raises NotFoundError, and marks none, if one does not exist."""
    library.mark_read(numbers, read)
    return f"marked {'read' if read else 'unread'}: {_listed(numbers)}"


def mark_all_read(library: Library, numbers: Sequence[int]) -> str:
    """Marks those of the articles read that are not, in one act."""
    count = library.reading.mark_all_read(numbers)
    return f"marked read: {counted(count, 'article')}" if count else "all is read already"


def star(library: Library, numbers: Sequence[int], starred: bool) -> str:
    """Stars the articles and says what was done. Raises NotFoundError, and stars none, if one does not exist."""
    library.star(numbers, starred)
    return f"{'starred' if starred else 'unstarred'}: {_listed(numbers)}"


def tag(library: Library, name: str, numbers: Sequence[int]) -> str:
    """Gives the articles a tag. Raises UsageError, NotFoundError."""
    kept = library.reading.tag(numbers, name)
    return f"tagged {kept}: {_listed(numbers)}"


def untag(library: Library, name: str, numbers: Sequence[int]) -> str:
    """Takes a tag from the articles. Raises UsageError, NotFoundError."""
    kept = library.reading.untag(numbers, name)
    return f"untagged {kept}: {_listed(numbers)}"


def note(library: Library, number: int, text: str) -> str:
    """Adds a note to an article. Raises UsageError, NotFoundError."""
    library.reading.note(number, text)
    return f"noted: {number}"


def undo(library: Library, number: int | None = None) -> str:
    """Undoes the last act, or one by itself. Raises NotFoundError, UsageError."""
    return _reverted("undone", library.reading.undo(number))


def redo(library: Library) -> str:
    """Does again what was undone last. Raises NotFoundError."""
    return _reverted("done again", library.reading.redo())


def counted(count: int, noun: str) -> str:
    """`1 article`, `1,204 articles`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _reverted(what: str, done: Reverted) -> str:
    noun = actrecords.noun(done.command)
    changed = f"{what}: {done.command} ({counted(done.changed, noun)})"
    if not done.left:
        return changed
    left = f"{counted(done.left, noun)} left alone, changed since by another act"
    return f"{changed}; {left}" if done.changed else f"not {what}: {done.command}; {left}"


def _listed(numbers: Sequence[int]) -> str:
    if not numbers:
        return "nothing"
    return ", ".join(map(str, numbers)) if len(numbers) <= NAMED else counted(len(numbers), "article")
