"""Marking articles read or starred."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library import Library


def mark_read(library: Library, numbers: Sequence[int], read: bool) -> str:
    """Marks the articles and says what was done. Raises NotFoundError, and marks none, if one does not exist."""
    library.mark_read(numbers, read)
    return f"marked {'read' if read else 'unread'}: {_listed(numbers)}"


def star(library: Library, numbers: Sequence[int], starred: bool) -> str:
    """Stars the articles and says what was done. Raises NotFoundError, and stars none, if one does not exist."""
    library.star(numbers, starred)
    return f"{'starred' if starred else 'unstarred'}: {_listed(numbers)}"


LISTED = 20
"""So many articles are told by their numbers, more by how many they are."""


def _listed(numbers: Sequence[int]) -> str:
    if len(numbers) > LISTED:
        return f"{len(numbers):,} articles"
    return ", ".join(map(str, numbers)) or "nothing"
