"""Reads a run of words as a mention of somebody who can speak."""

from __future__ import annotations

from briefing.text.mentions.capital_names import CapitalPhrase
from briefing.text.mentions.compact_names import CompactPhrase
from briefing.text.mentions.eponyms import EponymReader
from briefing.text.mentions.nouns import Mention, Nouns
from briefing.text.mentions.plain_names import PlainPhrase
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence


class NounReader(Nouns):
    """Reads runs of words of one language as mentions."""

    def __init__(self, pack: LanguagePack) -> None:
        super().__init__(pack)
        self.eponyms = EponymReader(self)

    def read(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        """The mention made by the words `first`..`last` (both included), or None if nobody is mentioned."""
        while first <= last and sentence.forms[first] in self.determiners:
            first += 1
        if first > last:
            alone = bool(sentence.forms) and last >= 0 and sentence.forms[last] in self.anonymous and self.pack.capitals
            return self.mention("anonymous", sentence, last, last, None, []) if alone else None
        form = sentence.forms[first]
        if first == last and form in self.pack.pronouns:
            return Mention("pronoun", sentence.starts[first], sentence.ends[first], gender=self.pack.pronouns[form])
        if first == last and self.pack.person_endings and form.endswith(self.pack.person_endings):
            return Mention("pronoun", sentence.starts[first], sentence.ends[first])
        if not self.pack.spaces:
            return CompactPhrase(self, sentence, first, last).read()
        if self.pack.capitals:
            return CapitalPhrase(self, sentence, first, last).read()
        noun = first
        while noun < last and self._demonym(sentence, noun):
            noun += 1
        mention = PlainPhrase(self, self.eponyms, sentence, noun, last).read()
        if mention is None or mention.kind != "organisation" or noun == first:
            return mention
        start = sentence.starts[first]
        return mention._replace(start=start, name=sentence.text[start : mention.end])

    def _demonym(self, sentence: Sentence, at: int) -> bool:
        """The word says where somebody is from, before the name: «رأى الألماني توماس باخ»."""
        form = sentence.forms[at]
        if form in self.demonyms:
            return True
        return self.definite(form) and self.bare(form) in self.nations and not self.definite(sentence.forms[at + 1])
