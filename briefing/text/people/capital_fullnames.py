"""Full names where names have capitals: how far left of its last word a name reaches."""

from __future__ import annotations

from briefing.text.mentions.reader import NounReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence

LONGEST = 8
"""Words before a short name in which its fuller form can begin."""


class CapitalFullNames:
    """Reads names of one article backwards; `common` words begin no name, `breaking` ones end a title."""

    def __init__(
        self,
        text: str,
        folded: str,
        pack: LanguagePack,
        nouns: NounReader,
        common: frozenset[str],
        breaking: frozenset[str],
    ) -> None:
        self.text, self.folded, self.pack, self.nouns = text, folded, pack, nouns
        self._common, self._breaking = common, breaking

    def left(self, start: int) -> int:
        """Where the words of a name that ends at a code point begin at the earliest."""
        words, floor = self.pack.words, self.text.rfind("\n", 0, start) + 1
        for _ in range(LONGEST):
            before = self.text.rfind(" ", floor, max(floor, start - 1)) + 1 or floor
            form = self.folded[before:start].strip()
            capital = self.text[before : before + 1].isupper()
            if before >= start or not (capital or form in words["particles"] or form in words["genitives"]):
                break
            start = before
        return start

    def name(self, sentence: Sentence, last: int) -> str | None:
        """The name that word `last` ends, as written, without the title before it."""
        first = last
        while first > 0 and self._part(sentence, first - 1) and not self._in_heading(sentence, first - 1, last):
            first -= 1
        while last - first > 1 and self._no_name(sentence.forms[first]):
            first += 1
        while first < last and (
            sentence.forms[first] in self.pack.words["particles"] or self._is_common(sentence.forms[first])
        ):
            first += 1
        mention = self.nouns.read(sentence, first, last)
        return mention.name if mention and mention.kind == "name" else None

    def _is_common(self, form: str) -> bool:
        """The word begins no name: a word of grammar, a day or a month, if it is no given name as well."""
        return form in self._common and not self.nouns.given(form)

    def _in_heading(self, sentence: Sentence, at: int, last: int) -> bool:
        """A word of grammar with a capital, as all words of a heading have one: "Why Is Anna Holt Leaving"."""
        form = sentence.forms[at]
        if not sentence.capital(at) or form in self.pack.words["particles"]:
            return False
        grammar = (
            form in self._common or form in self._breaking or form in self.pack.verbs or form in self.pack.pronouns
        )
        return (grammar and last - at > 1) or form in self.pack.words["anonymous"]

    def _no_name(self, form: str) -> bool:
        """A place, a body or an office before a name: the МИД of «представитель МИД Ольга Завьялова»."""
        return form in self.nouns.places or form in self.nouns.organisations or form in self.nouns.offices

    def _part(self, sentence: Sentence, at: int) -> bool:
        form = sentence.forms[at]
        if form.endswith("'s"):
            return False
        return (
            sentence.capital(at)
            or form in self.pack.words["particles"]
            or form in self.pack.words["genitives"]
            or (
                form == "."
                and at > 0
                and (
                    len(sentence.forms[at - 1].split(".")[0]) == 1 or sentence.forms[at - 1] in self.pack.abbreviations
                )
            )
        )
