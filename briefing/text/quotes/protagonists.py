"""Whom a sentence without quotation is about, where no verb of speech says so: subjects, sources, opening pronouns."""

from __future__ import annotations

from briefing.text.cues.reader import Cue, CueReader
from briefing.text.mentions.nouns import Mention
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.memory import Spoken
from briefing.text.people.table import People
from briefing.text.sentences.skeleton import Sentence
from briefing.text.subjects.beside import Subject
from briefing.text.subjects.finder import SubjectFinder


class ProtagonistReader:
    """Finds the persons that the sentences of one article are about."""

    def __init__(self, pack: LanguagePack, people: People, finder: SubjectFinder, cues: CueReader) -> None:
        self.pack, self.people, self.finder, self.cues = pack, people, finder, cues

    def acting(self, sentence: Sentence) -> Spoken | None:
        """The first subject of a verb that is a person with a title or a full name."""
        for cue in self.cues.read(sentence):
            spoken = self._named(sentence, cue) if cue.kind == "verb" else None
            if spoken is not None and spoken.mention is not None:
                full = " " in (spoken.person.name or "") and not self.pack.heads_first
                if spoken.mention.title or full:
                    return spoken
        return None

    def source(self, sentence: Sentence) -> Spoken | None:
        """The person that an «according to» names by a full name."""
        for cue in self.cues.read(sentence):
            spoken = self._named(sentence, cue) if cue.kind == "according" else None
            if spoken is not None:
                return spoken if " " in (spoken.person.name or "") else None
        return None

    def before(self, sentence: Sentence, cue: Cue, pronoun: Mention) -> Spoken | None:
        """The latest named subject that stands before a pronoun, the subject of a cue in its own sentence."""
        verbs = [other for other in self.cues.read(sentence) if other.first < cue.first and other.kind == "verb"]
        for other in reversed(verbs[-4:]):
            spoken = self._named(sentence, other)
            if spoken is not None and spoken.mention is not None and spoken.mention.end <= pronoun.start:
                return spoken
        return None

    def opening_pronoun(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The pronoun a sentence begins with, for a verb without subject: "She thanked them and called it “…”"."""
        passive = self.finder.voices.suffered(sentence, cue)
        mention = self.finder.opening(sentence) if self.pack.capitals and not passive else None
        opens = mention is not None and mention.kind == "pronoun" and mention.end <= sentence.starts[cue.first]
        return Subject(mention, "opening") if mention is not None and opens else None

    def _named(self, sentence: Sentence, cue: Cue) -> Spoken | None:
        """The person whom the subject of a cue names."""
        subject = self.finder.find(sentence, cue)
        if subject is None or subject.mention.kind != "name":
            return None
        person = self.people.person(subject.mention)
        named = person is not None and person.name is not None
        return Spoken(person, mention=subject.mention) if person is not None and named else None
