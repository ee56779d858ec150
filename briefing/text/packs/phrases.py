"""Sets of words and phrases, found at a place in a row of folded words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self


class Phrases(frozenset[str]):
    """A set of phrases found at a place in a row of folded words; as a set, those of one word."""

    _longer: dict[str, dict[str, list[tuple[str, ...]]]]
    """Phrases of several words by their first and second word, the longest first."""
    firsts: frozenset[str]
    """First word of each phrase."""
    lasts: frozenset[str]
    """Last word of each phrase."""

    def __new__(cls, phrases: Iterable[str]) -> Self:
        """The set of phrases, folded already, whose words are parted by blanks."""
        rows = sorted({tuple(phrase.split()) for phrase in phrases}, key=len, reverse=True)
        longer: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for words in rows:
            if len(words) > 1:
                longer.setdefault(words[0], {}).setdefault(words[1], []).append(words)
        phrase_set = super().__new__(cls, (words[0] for words in rows if len(words) == 1))
        phrase_set._longer, phrase_set.firsts = longer, frozenset(words[0] for words in rows)
        phrase_set.lasts = frozenset(words[-1] for words in rows)
        return phrase_set

    @property
    def singles(self) -> frozenset[str]:
        """Phrases of one word."""
        return self

    def opens_only(self, word: str) -> bool:
        """Whether the word is a phrase, and no other begins with it."""
        return word in self and word not in self._longer

    def length(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that begins at `at`, 0 if none does."""
        first = forms[at]
        if first not in self.firsts:
            return 0
        longer = self._longer.get(first)
        if longer is not None and at + 1 < len(forms):
            for phrase in longer.get(forms[at + 1], ()):
                if len(phrase) == 2 or tuple(forms[at : at + len(phrase)]) == phrase:
                    return len(phrase)
        return int(first in self)

    def parted(self, forms: Sequence[str], end: int, reach: int = 5) -> int | None:
        """Where a phrase of two words begins whose second one is `forms[end]`, with a few words between them."""
        if forms[end] not in self.lasts:
            return None
        for at in range(max(0, end - reach - 1), end - 1):
            if (forms[at], forms[end]) in self._longer.get(forms[at], {}).get(forms[end], ()):
                return at
        return None

    def length_before(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that ends right before `at`, 0 if none does."""
        if not at or forms[at - 1] not in self.lasts:
            return 0
        return next((n for n in (4, 3, 2, 1) if at >= n and self.length(forms, at - n) == n), 0)
