"""Verbs and pronouns whose form says that no subject of theirs speaks: passives, infinitives, "according to him"."""

from __future__ import annotations

from briefing.text.cues.reader import Cue
from briefing.text.mentions.nouns import Mention
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence


class VoiceReader:
    """Reads the forms of verbs and pronouns in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.words = pack.words
        self.proclitics = pack.proclitics
        self.behind = pack.order == "SVO" and not pack.heads_first
        """An agent may stand behind the quotation that is what its verb says."""

    def suffered(self, sentence: Sentence, cue: Cue) -> bool:
        """A passive without an agent, whose subject is spoken of: "She was called “a thief” in the debate"."""
        described = cue.verb is not None and cue.verb.describes and not cue.verb.participle
        return described and self._passive(sentence, cue)

    def inscribed(self, sentence: Sentence, cue: Cue) -> bool:
        """Nobody tells who wrote it: «رفعوا لافتات كتب عليها “…”», unlike «نشر الصورة وكتب عليها “…”»."""
        upon, first = sentence.forms[cue.last + 1 : cue.last + 2], sentence.forms[cue.first]
        return bool(upon) and upon[0] in self.words["inscribed"] and not first.startswith(self.proclitics)

    def agent(self, sentence: Sentence, cue: Cue) -> int | None:
        """Where a verb's agent begins: "described by Holt as “late”", "labelled a “charter” by Holt"."""
        if cue.last + 1 < len(sentence.forms) and sentence.forms[cue.last + 1] in self.words["agents"]:
            return cue.last + 2
        if not self.behind or cue.verb is None or not (cue.verb.describes or self._passive(sentence, cue)):
            return None
        row = range(cue.last + 1, min(cue.last + 8, len(sentence.forms) - 2))
        at = next((i for i in row if i in sentence.spans), None)
        return at + 2 if at is not None and sentence.forms[at + 1] in self.words["agents"] else None

    def _passive(self, sentence: Sentence, cue: Cue) -> bool:
        return cue.first > 0 and sentence.forms[cue.first - 1] in self.words["passives"]

    def infinitive(self, sentence: Sentence, cue: Cue) -> bool:
        """The subject is another verb's: "He interrupted her to say …"."""
        return cue.first > 0 and sentence.forms[cue.first - 1] in self.words["infinitives"]

    def oblique(self, sentence: Sentence, at: int) -> Mention | None:
        """The pronoun of "according to him" that no word follows."""
        if at >= len(sentence.forms) or (at + 1 < len(sentence.forms) and sentence.letters[at + 1]):
            return None
        for gender in ("masculine", "feminine"):
            if sentence.forms[at] in self.words[f"{gender}_objects"]:
                return Mention("pronoun", sentence.starts[at], sentence.ends[at], gender=gender)
        return None
