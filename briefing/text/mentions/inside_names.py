"""What looks like the end of a name and is inside one: initials, brackets, ampersands, months, auxiliaries, offices."""

from __future__ import annotations

from itertools import pairwise

from briefing.text.mentions.reader import NounReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence
from briefing.text.sentences.tokens import STOPS


class InsideNames:
    """Tells such words in one language."""

    def __init__(self, pack: LanguagePack, nouns: NounReader) -> None:
        self.pack, self.words, self.nouns = pack, pack.words, nouns

    def initial(self, sentence: Sentence, at: int) -> bool:
        """The article in "Julie A. Holt" is none."""
        return at > 0 and sentence.capital(at) and sentence.forms[at + 1 : at + 2] == ["."]

    def ampersand(self, sentence: Sentence, at: int) -> bool:
        """The sign that joins two words of a body's name."""
        joins = sentence.forms[at] == "&" and 0 < at < len(sentence.forms) - 1
        return joins and sentence.capital(at - 1) and sentence.capital(at + 1)

    def named_like(self, sentence: Sentence, at: int) -> bool:
        """An auxiliary's spelling that is a name here: Mr May, Will Poole."""
        form = sentence.forms[at]
        known = form in self.words["auxiliaries"] and sentence.capital(at)
        return known and (self.nouns.given(form) or form in self.nouns.surnames)

    def namesake(self, sentence: Sentence, at: int) -> bool:
        """A month that is somebody's name here: "Mr May said", not "Holt in May said"."""
        before = sentence.forms[at - 1] if at else ""
        named = sentence.capital(at) and not self.nouns.dated(sentence.forms[at])
        dated = before in self.words["prepositions"] or before.isdigit() or before in self.nouns.times
        return named and not dated

    def in_office(self, sentence: Sentence, at: int) -> bool:
        """The name of an office goes on over this word: "Minister of Road Transport and Highways"."""
        before = sentence.forms[max(0, at - 6) : at]
        held = any(f in self.words["genitives"] and self.nouns.heads_title(t) for t, f in pairwise(before))
        return held and sentence.forms[at + 1] in self.nouns.offices

    def organised(self, sentence: Sentence, at: int) -> bool:
        """An organisation's name goes on over this word: "Bureau of Fisheries and Aquatic Resources"."""
        return any(self.nouns.heads_organisation(f) for f in sentence.forms[max(0, at - 6) : at])

    def bracket(self, sentence: Sentence, first: int, at: int) -> bool:
        """A short insertion in brackets behind the first words."""
        return (
            sentence.forms[at] == "(" and at > first and not self.pack.capitals and ")" in sentence.forms[at : at + 8]
        )

    def after_initial(self, sentence: Sentence, at: int) -> bool:
        """The point of «د. فراس» or "J. Smith"."""
        form = sentence.forms[at - 1] if at else ""
        return sentence.forms[at] in STOPS and (len(form) == 1 or form[1:2] == "." or form in self.pack.abbreviations)
