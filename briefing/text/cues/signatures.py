"""Signatures: who is named behind a dash right after a quotation, or on a line of its own: “…” — Ann Lee, Ohio."""

from __future__ import annotations

from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import STOPS

DASHES = frozenset("-–—―")
LONGEST = 12
"""Words of a signature: a name, and who that is."""
NAME = 5
"""Words of the name in it."""


class SignatureReader:
    """Finds signatures in one language that writes names with capitals."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack

    def at(self, sentence: Sentence, dash: int) -> bool:
        """Word `dash` of a sentence is a dash, and all that follows signs what stands before it."""
        forms, first = sentence.forms, dash + 1
        if first >= len(forms) or forms[dash] not in DASHES or len(forms) - first > LONGEST:
            return False
        stop = next((i for i in range(first, len(forms)) if not self._of_name(sentence, i)), len(forms))
        if not 1 <= stop - first <= NAME or not sentence.capital(first):
            return False
        ends = stop == len(forms) or forms[stop] in COMMAS or (stop + 1 == len(forms) and forms[stop] in STOPS)
        return ends and self.pack.verbs.keys().isdisjoint(forms[first:])

    def _of_name(self, sentence: Sentence, at: int) -> bool:
        initial = sentence.forms[at] == "." and at > 0 and len(sentence.forms[at - 1].rstrip(".")) <= 3
        form = sentence.forms[at]
        return (
            sentence.capital(at) or form in self.pack.words["particles"] or (initial and at + 1 < len(sentence.forms))
        )
