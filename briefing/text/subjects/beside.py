"""The noun phrases right and left of a word, as subjects."""

from __future__ import annotations

from typing import NamedTuple

from briefing.text.mentions.complements import ComplementReader
from briefing.text.mentions.issuers import IssuerReader
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.packs.pack import Gender, Verb
from briefing.text.sentences.skeleton import COMMAS, Sentence


class Subject(NamedTuple):
    """A subject and where it was found: "after", "before", "inverted", "relative", "apposition", "clause", "source"."""

    mention: Mention
    place: str

    @property
    def rule(self) -> str:
        """The rule that names a speaker by it; where it stood before or behind its verb makes no difference."""
        return "subject" if self.place in ("after", "before", "clause") else self.place

    def gender(self, verb: Verb | None) -> Gender | None:
        """What a verb says of its subject; nothing of whom that passes on («نقلت الوكالة عن الوزير»)."""
        return verb.gender if verb is not None and self.place != "source" else None


class BesideReader:
    """Reads the phrases beside a verb in one language."""

    def __init__(self, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = runs.pack, runs.words, runs, runs.nouns
        self.issuers, self.complements = IssuerReader(runs), ComplementReader(runs)

    def right(self, sentence: Sentence, first: int, place: str) -> Subject | None:
        """The phrase that begins at a word, behind adverbs, an addressee or a document."""
        first = self.runs.skip_right(sentence, first)
        issued = self.issuers.of_document(sentence, first)
        if issued is not None:
            return Subject(issued, place)
        first = self._skip_addressee(sentence, first)
        first += self.issuers.in_body(sentence, first)
        last = self.runs.right(sentence, first)
        mention = self.nouns.read(sentence, first, last) if last >= first else None
        return Subject(self.complements.named(sentence, mention), place) if mention else None

    def _skip_addressee(self, sentence: Sentence, at: int) -> int:
        """Past «لرويترز» and the like, if a titled subject follows it."""
        if at + 2 < len(sentence.forms) and sentence.forms[at] == self.pack.addressee and at + 1 in sentence.spans:
            return at + 2  # «وقال لـ“عكاظ” الدكتور فلان»
        if at >= len(sentence.forms) or not self.runs.prefixed.addressee(sentence, at):
            return at
        for index in range(at + 1, min(at + 4, len(sentence.forms))):
            if self.nouns.heads_title(sentence.forms[index]):
                return index
        return len(sentence.forms)

    def antecedent(self, sentence: Sentence, at: int) -> Subject | None:
        """The noun phrase before a relative pronoun."""
        if at >= 0 and sentence.forms[at] in COMMAS:
            at -= 1
        mention = self.titled_left(sentence, at)
        return Subject(mention, "relative") if mention else None

    def titled_left(self, sentence: Sentence, at: int) -> Mention | None:
        """The noun phrase that ends at a word, from its title on if a name follows that."""
        first = self.runs.left(sentence, at)
        head = next((i for i in range(first, at) if self.nouns.heads_title(sentence.forms[i])), first)
        titled = self.nouns.read(sentence, head, at) if first < head and not self.pack.capitals else None
        if titled is not None and titled.kind == "name":
            return titled
        return self.nouns.read(sentence, first, at) if first <= at else None
