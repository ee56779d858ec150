"""Sets of words and phrases, found at a place in a row of folded words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.text.fold import fold


class Phrases:
    """A set of phrases found at a place in a row of folded words."""

    __slots__ = ("_by_first", "firsts", "lasts", "singles")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(fold(phrase).split())
            self._by_first.setdefault(words[0], []).append(words)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)
        self.firsts = frozenset(self._by_first)
        """First word of each phrase."""
        self.lasts = frozenset(words[-1] for found in self._by_first.values() for words in found)
        """Last word of each phrase."""
        self.singles = frozenset(word for word, found in self._by_first.items() if (word,) in found)
        """Phrases of one word."""

    def __contains__(self, word: str) -> bool:
        return word in self.singles

    def length(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that begins at `at`, 0 if none does."""
        if forms[at] not in self.firsts:
            return 0
        return next((len(p) for p in self._by_first[forms[at]] if tuple(forms[at : at + len(p)]) == p), 0)

    def parted(self, forms: Sequence[str], end: int, reach: int = 5) -> int | None:
        """Where a phrase of two words begins whose second one is `forms[end]`, with a few words between them."""
        if forms[end] not in self.lasts:
            return None
        for at in range(max(0, end - reach - 1), end - 1):
            if (forms[at], forms[end]) in self._by_first.get(forms[at], ()):
                return at
        return None

    def length_before(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that ends right before `at`, 0 if none does."""
        if not at or forms[at - 1] not in self.lasts:
            return 0
        return next((n for n in (4, 3, 2, 1) if at >= n and self.length(forms, at - n) == n), 0)
