"""Verbs and pronouns whose form says that no subject of theirs speaks: passives, infinitives, "according to him"."""

from __future__ import annotations

from briefing.text.cues import Cue
from briefing.text.nouns import Mention
from briefing.text.pack import LanguagePack
from briefing.text.skeleton import Sentence


class VoiceReader:
    """Reads the forms of verbs and pronouns in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.words = pack.words

    def suffered(self, sentence: Sentence, cue: Cue) -> bool:
        """A passive without an agent, whose subject is spoken of: "She was called “a thief” in the debate"."""
        described = cue.verb is not None and cue.verb.describes and not cue.verb.participle and cue.first > 0
        return described and sentence.forms[cue.first - 1] in self.words["passives"]

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
