"""Verbs that no pack lists, known by their place: “…,” shrugged Bill Osgood; « … », soupire Nadia.

Behind the mark and the comma that close a quotation, a plain word before a name can only be a verb that reports it.
"""

from __future__ import annotations

from briefing.text.cues.signatures import DASHES
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

_NO_VERBS = (
    "prepositions", "conjunctions", "complementisers", "determiners", "relatives", "adverbs", "according",
    "according_behind", "titles", "organisations", "anonymous", "compounds", "times", "called", "naming", "genitives",
    "according_opening", "coordinators", "offices", "roles", "negations",
)  # fmt: skip
"""Lists whose words are no verbs."""


class InvertedVerbs:
    """Finds unknown reporting verbs of one language that writes names with capitals."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self._known = frozenset[str]().union(*(pack.words[key].firsts for key in _NO_VERBS), pack.pronouns)

    def find(self, sentence: Sentence, at: int) -> tuple[int, int] | None:
        """First and last word of a verb behind the quotation whose placeholder is word `at`; None without one."""
        forms, first = sentence.forms, at + 1
        while first < len(forms) and (forms[first] in COMMAS or forms[first] in DASHES):
            first += 1
        parted = first > at + 1 or sentence.text[sentence.spans[at].end - 1] in ",?!"
        while first < len(forms) and forms[first].endswith("'"):
            first += 1
        if parted and self.pack.order == "SVO":
            behind = self._behind_name(sentence, first)
            if behind is not None:
                return behind, behind
        last = first
        while last < len(forms) and forms[last] in self.pack.words["auxiliaries"]:
            last += 1
        if not parted or last - first > 1 or last + 1 >= len(forms) or not self._plain(sentence, last):
            return None
        return (first, last) if self._names(sentence, last + 1) else None

    def _behind_name(self, sentence: Sentence, at: int) -> int | None:
        """The verb of “…,” an angry Holt retaliated: a word in -ed behind one to four with capitals, or a pronoun."""
        end = len(sentence.forms)
        if at + 1 < end and sentence.forms[at] in self.pack.pronouns:
            held = self._plain(sentence, at + 1) and sentence.forms[at + 1].endswith(self.pack.verb_endings)
            return at + 1 if held else None
        if at < end and sentence.forms[at] in self.pack.words["determiners"]:
            at += 1 + (at + 1 < end and not sentence.capital(at + 1))
        stop = at
        while stop < min(end, at + 4) and sentence.capital(stop):
            stop += 1
        found = (
            at < stop < end and self._plain(sentence, stop) and sentence.forms[stop].endswith(self.pack.verb_endings)
        )
        return stop if found else None

    def _plain(self, sentence: Sentence, at: int) -> bool:
        """The word can be a verb: no capital, in none of the pack's lists."""
        form = sentence.forms[at]
        return sentence.letters[at] and form.isalpha() and not sentence.capital(at) and form not in self._known

    def _names(self, sentence: Sentence, at: int) -> bool:
        """A name, or a determiner and a title or body, begins here."""
        forms, words = sentence.forms, self.pack.words
        if forms[at] == PLACEHOLDER or not sentence.letters[at]:
            return False
        if sentence.capital(at):
            return True
        at += forms[at] in words["determiners"]
        return at < len(forms) and (forms[at] in words["titles"] or forms[at] in words["roles"])
