"""Sets of words and phrases, found at a place in a row of folded words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self


class Phrases(frozenset[str]):
    """A set of phrases found at a place in a row of folded words; as a set, those of one word."""

    _by_first: dict[str, list[tuple[str, ...]]]
    firsts: frozenset[str]
    """First word of each phrase."""
    lasts: frozenset[str]
    """Last word of each phrase."""

    def __new__(cls, phrases: Iterable[str]) -> Self:
        """The set of phrases, folded already, whose words are parted by blanks."""
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append(words)
        for found in by_first.values():
            found.sort(key=len, reverse=True)
        phrase_set = super().__new__(cls, (word for word, found in by_first.items() if (word,) in found))
        phrase_set._by_first, phrase_set.firsts = by_first, frozenset(by_first)
        phrase_set.lasts = frozenset(words[-1] for found in by_first.values() for words in found)
        return phrase_set

    @property
    def singles(self) -> frozenset[str]:
        """Phrases of one word."""
        return self

    def opens_only(self, word: str) -> bool:
        """Whether the word is a phrase, and no other begins with it."""
        return self._by_first.get(word) == [(word,)]

    def length(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that begins at `at`, 0 if none does."""
        if forms[at] not in self.firsts:
            return 0
        for phrase in self._by_first[forms[at]]:
            if len(phrase) == 1 or tuple(forms[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

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
