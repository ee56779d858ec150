"""Titles of several words, in languages that write names like other words: where one goes on over what ends others."""

from __future__ import annotations

from briefing.text.mentions.nouns import Nouns
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence


class LongTitles:
    """Tells the words that belong to a title from those behind it, in one language."""

    def __init__(self, pack: LanguagePack, nouns: Nouns, name_ends: frozenset[str]) -> None:
        self.pack, self.words, self.nouns = pack, pack.words, nouns
        self._name_ends = name_ends

    def is_title_too(self, sentence: Sentence, first: int, at: int) -> bool:
        """Time and title are one word: «الأمين العام», «نائب الأمين العام»."""
        form, nouns = sentence.forms[at], self.nouns
        behind = nouns.definite(form) and nouns.heads_title(sentence.forms[at - 1])
        return behind and (at == first + 1 or nouns.is_title(form))

    def complements(self, sentence: Sentence, first: int, at: int) -> bool:
        """«الأمين العام للأمم المتحدة فلان»: a definite complement of a title, not whom one speaks to."""
        form = sentence.forms[at]
        return (self.nouns.definite(form) or form in self.nouns.links) and self._titled(sentence, first, at)

    def _titled(self, sentence: Sentence, first: int, at: int) -> bool:
        """Title or organisation words only, from `first` up to `at`."""
        forms = sentence.forms
        heads = self.nouns.heads_title(forms[first]) or self.nouns.heads_organisation(forms[first])
        return heads and all(
            self.nouns.definite(f) or self.nouns.heads_title(f) or self.nouns.heads_organisation(f)
            for f in forms[first + 1 : at]
        )

    def goes_on(self, sentence: Sentence, first: int, at: int) -> bool:
        """The preposition at `at` joins two halves of a title that a name follows."""
        forms = sentence.forms
        heads = self.nouns.heads_title(forms[first]) and all(
            self.nouns.definite(f) or self.nouns.heads_title(f) or self.nouns.heads_organisation(f)
            for f in forms[first:at]
        )
        return heads and self._name_behind(sentence, at + 1)

    def _name_behind(self, sentence: Sentence, at: int) -> bool:
        """After the definite words or places at `at` stands a plain word that can be a name."""
        forms, start = sentence.forms, at
        while at < len(forms) and (self.nouns.definite(forms[at]) or self._of_place_or_body(forms[at])):
            at += 1
        if start < at < len(forms) - 1 and forms[at] in COMMAS and self.pack.order == "VSO":
            at += 1
        if at == start or at >= len(forms) or not sentence.letters[at]:
            return False
        form = forms[at]
        if self.nouns.common(sentence, at):
            return False
        known = self.nouns.preposition(sentence, at) or form in self._name_ends
        return (
            not known
            and form not in self.pack.verbs
            and not form.startswith((*self.pack.proclitics[:1], self.pack.addressee))
        )

    def _of_place_or_body(self, form: str) -> bool:
        return form in self.words["places"] or form in self.words["organisations"]
