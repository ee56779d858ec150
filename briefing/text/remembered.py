"""Results kept by the text they were found for."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Found = TypeVar("Found")

MOST = 50_000
"""Texts whose results are kept before they count as old; as many old ones are kept beside them."""


class Kept(dict[str, Found]):
    """Results by their texts, which news repeats; those that are not asked for again are given up in the end."""

    def __init__(self) -> None:
        super().__init__()
        self._old: dict[str, Found] = {}

    def unknown(self, texts: Iterable[str]) -> list[str]:
        """Those of some texts that have no result, each once; old results count as new again."""
        self._make_room()
        missing = list(filterfalse(self.__contains__, dict.fromkeys(texts)))
        if self._old:
            self.update((text, self._old[text]) for text in missing if text in self._old)
            missing = list(filterfalse(self.__contains__, missing))
        return missing

    def _make_room(self) -> None:
        if len(self) >= MOST:
            self._old = dict(self)
            self.clear()


class Remembered(Kept[Found]):
    """What a function gives for a text, found when it is first asked for; a look-up costs no call."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> Found:
        self._make_room()
        found = self[text] = self._old[text] if text in self._old else self._find(text)
        return found
