"""Names in the nominative: «по словам Завьяловой» names Завьялова where the article says so elsewhere.

A case ending is only exchanged for the nominative's if the article holds the surname it gives; the given names before
it then follow by the same endings.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.text.fold import fold
from briefing.text.packs.pack import LanguagePack


class Nominative:
    """Restores the nominative of names in one article of an inflecting language."""

    def __init__(self, pack: LanguagePack, counts: Mapping[str, int]) -> None:
        self.endings, self.counts = pack.name_endings, counts

    def of(self, name: str) -> str:
        """The name in the nominative; the name itself if the article does not give that."""
        *given, surname = name.split()
        restored = self._surname(surname)
        if restored is None:
            return name
        return " ".join([*(self._given(word) for word in given), restored])

    def _surname(self, word: str) -> str | None:
        found = [written for written in self._forms(word) if self.counts[fold(written)]]
        return found[0] if found else None

    def _given(self, word: str) -> str:
        forms = self._forms(word)
        return next((written for written in forms if self.counts[fold(written)]), forms[-1] if forms else word)

    def _forms(self, word: str) -> list[str]:
        """What the word would be in the nominative, by the longest ending first."""
        folded = fold(word)
        return [
            word[: len(word) - len(ending)] + nominative
            for ending, nominative in self.endings
            if folded.endswith(ending)
            and len(word) - len(ending) + len(nominative) >= 2
            and len(word) > len(ending) + 1
        ]
