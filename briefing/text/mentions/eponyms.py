"""Those whom bodies are named after, and who speak for nobody: «أستاذ علم البيئة بجامعة الملك عبدالعزيز، فلان»."""

from __future__ import annotations

from briefing.text.mentions.nouns import Nouns
from briefing.text.sentences.skeleton import Sentence


class EponymReader:
    """Tells the name inside that of a body from the name behind it, in a language that writes both like other words."""

    def __init__(self, nouns: Nouns) -> None:
        self.pack, self.nouns = nouns.pack, nouns
        self.particles = nouns.pack.words["particles"]
        self.bodies = nouns.organisations | nouns.regions | nouns.pack.words["naming"]

    def names(self, sentence: Sentence, first: int, at: int) -> bool:
        """The honorific at a word belongs to the body before it in a phrase that begins at `first`."""
        before = sentence.forms[at - 1] if at > first else ""
        bare = before[1:] if before[:1] in self.pack.letters and before not in self.nouns.organisations else before
        return bare in self.bodies and not self.nouns.definite(before) and self.nouns.definite(sentence.forms[at])

    def behind(self, sentence: Sentence, at: int, last: int) -> int:
        """Where a name of two words or more begins behind the body's own; `last + 1` if there is none."""
        forms, at = sentence.forms, at + 1
        while at < last and (forms[at] in self.nouns.compounds or forms[at + 1] in self.particles):
            at += 1
        at += 1
        while at < last and not (self.nouns.begins_name(forms[at]) and self._plain(sentence, at)):
            at += 1
        return at if at < last else last + 1

    def _plain(self, sentence: Sentence, at: int) -> bool:
        """Neither a common noun nor a place with its preposition: بجدة."""
        form = sentence.forms[at]
        if not sentence.letters[at] or self.nouns.common(sentence, at):
            return False
        return not (form[:1] in self.pack.letters and form[1:] in self.nouns.places_and_bodies)
