"""Results kept by the text they were found for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")

MOST = 50_000
"""Texts whose results are kept at most; news repeats its words."""


class Remembered(dict[str, Found]):
    """What a function gives for a word, found when it is first asked for; a look-up costs no call."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
