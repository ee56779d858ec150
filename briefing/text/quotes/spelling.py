"""What capital letters say of words in marks, where names have them: titles of works and phrases of somebody's."""

from __future__ import annotations

from typing import Literal

from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence
from briefing.text.sentences.tokens import STOPS

PHRASE = 4
"""Words from which a span is a phrase rather than a name, where all nouns have capitals."""
UTTERANCE = 7
"""Words from which a span inside a sentence is somebody's utterance, if it is no title."""


class SpellingReader:
    """Reads the capitals in and around marked spans of one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack

    def phrase(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """Several words without a capital are no name: the bridge “will not survive”."""
        names = self.pack.capitals and not self.pack.nouns_capitalised
        return names and len(forms) >= 3 and sentence.text[sentence.spans[at].start].islower()

    def unframed(self, sentence: Sentence, at: int, forms: list[str]) -> Literal["direct", "partial"] | None:
        """Words of somebody's without a verb that says so: her promise to “never walk away”."""
        if not at or not sentence.spans[at].closed or not self.pack.capitals:
            return None
        if self.pack.nouns_capitalised:
            plain = len(forms) >= PHRASE and sentence.text[sentence.spans[at].start].islower()
            return "partial" if plain else None
        if self.phrase(sentence, at, forms):
            return "partial"
        start = sentence.spans[at].start
        if sentence.forms[at - 1] in self.pack.words["passives"] and sentence.text[start].islower():
            return "partial"  # All lines of enquiry were “exhausted”.
        return "direct" if len(forms) >= UTTERANCE and not self._headed(sentence, at) else None

    def proper(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """Where all nouns have capitals: several of them and nothing else, or a few words right behind another noun."""
        span = sentence.spans[at]
        if not self.pack.nouns_capitalised or len(forms) > PHRASE or not span.closed:
            return False
        words = sentence.text[span.start : span.end].split()
        if words[-1][-1] in STOPS or not words[0][0].isupper():
            return False
        nouns = len(words) > 1 and all(word[0].isupper() for word in words)
        return nouns or (at > 1 and sentence.letters[at - 1] and sentence.capital(at - 1))

    def _headed(self, sentence: Sentence, at: int) -> bool:
        """Most words have a capital, as those of a title."""
        span = sentence.spans[at]
        words = sentence.text[span.start : span.end].split()
        return 2 * sum(word[0].isupper() for word in words) > len(words)

    def owned(self, sentence: Sentence, at: int) -> bool:
        """A title with capitals behind its owner, as in ABC's “Good Evening”."""
        if not self.pack.capitals or not sentence.forms[at - 1].endswith(("'s", "s'")) or not sentence.capital(at - 1):
            return False
        span = sentence.spans[at]
        return all(w[0].isupper() or len(w) < 4 for w in sentence.text[span.start : span.end].split())

    def does(self, sentence: Sentence, at: int) -> bool:
        """A pronoun or a name of no place: it is the subject of the word behind it."""
        if at < 0 or not sentence.letters[at]:
            return False
        form = sentence.forms[at]
        named = sentence.capital(at) and at > 0 and form not in self.pack.words["places"]
        return form in self.pack.pronouns or form in self.pack.words["first_person"] or named
