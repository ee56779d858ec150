"""Names beside adverbials that part them from their verb: "Smith in a statement said", «…», escribió en Twitter X."""

from __future__ import annotations

from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.sentences.skeleton import COMMAS, Sentence


class AdverbialReader:
    """Finds who speaks across a phrase with a preposition, in one language."""

    def __init__(self, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = runs.pack, runs.words, runs, runs.nouns

    def within(self, sentence: Sentence, first: int) -> bool:
        """The phrase from word `first` on stands behind a preposition."""
        return first > 0 and self.nouns.preposition(sentence, first - 1)

    def before(self, sentence: Sentence, first: int) -> Mention | None:
        """The name before a phrase with a preposition: "Smith in a statement said"."""
        at = first - 1
        for _ in range(3):
            if at <= 0 or not self.nouns.preposition(sentence, at):
                return None
            last = self._before_bracket(sentence, self._before_participle(sentence, at - 1))
            start = self.runs.left(sentence, last)
            mention = self.nouns.read(sentence, start, last) if start <= last else None
            if mention is not None and (mention.kind == "name" or self._body(sentence, start, mention)):
                return mention
            at = start - 1
        return None

    def _before_participle(self, sentence: Sentence, at: int) -> int:
        """The word before a participle that ends at `at`: "Holt, while speaking to the press, said"."""
        verb = self.pack.verbs.get(sentence.forms[at])
        if verb is None or not verb.participle:
            return at
        at -= 1
        while at > 0 and (sentence.forms[at] in COMMAS or sentence.forms[at] in self.words["conjunctions"]):
            at -= 1
        return at

    def _before_bracket(self, sentence: Sentence, at: int) -> int:
        """The word before an insertion in brackets that ends at `at`; `at` itself if none does."""
        row = sentence.forms[max(0, at - 6) : at]
        return at - len(row) + row.index("(") - 1 if sentence.forms[at] == ")" and "(" in row else at

    def _body(self, sentence: Sentence, first: int, mention: Mention) -> bool:
        """A body that opens the sentence: "The Ministry of Health (MoH) in its reply said"."""
        return mention.kind == "organisation" and first <= 1 and sentence.capital(first)

    def behind(self, sentence: Sentence, at: int) -> Mention | None:
        """A titled name behind a phrase with a preposition: «…», escribió en Twitter el ministro Juan Soler."""
        if at >= len(sentence.forms) or not self.nouns.preposition(sentence, at):
            return None
        for first in range(at + 1, min(at + 6, len(sentence.forms))):
            form = sentence.forms[first]
            if not sentence.letters[first] or self.nouns.preposition(sentence, first):
                return None
            if form in self.words["determiners"] or self.nouns.is_title(form):
                last = self.runs.right(sentence, first)
                mention = self.nouns.read(sentence, first, last) if last > first else None
                if mention is not None and mention.kind == "name" and mention.title:
                    return mention
        return None

    def leading_name(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        """The name before an unknown verb and its object: "the NLP lashed out at him saying"."""
        first += sentence.forms[first] in self.words["determiners"]
        if first == 0 or not sentence.capital(first) or self.pack.nouns_capitalised:
            return None
        stop = first
        while stop < last and sentence.capital(stop + 1):
            stop += 1
        return self.nouns.read(sentence, first, stop)
