"""Speakers of quotations: from a cue, its subject and what was said before to a person of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from briefing.model import Evidence
from briefing.text.cues.attribution import Frame
from briefing.text.cues.reader import Cue, CueReader
from briefing.text.mentions.nouns import Mention
from briefing.text.packs.pack import Gender, LanguagePack
from briefing.text.people.memory import Memory, Spoken
from briefing.text.people.references import ReferenceReader
from briefing.text.people.table import People, Person
from briefing.text.quotes.protagonists import ProtagonistReader
from briefing.text.quotes.rules import THRESHOLD, confidence
from briefing.text.sentences.skeleton import Sentence
from briefing.text.subjects.beside import Subject
from briefing.text.subjects.finder import SubjectFinder

SILENT = 6
"""Sentences without a speaker that are remembered for their topics."""


class Attribution(NamedTuple):
    """Who said it and why: the person (None if unknown), the mention beside the quote, rule and confidence."""

    person: Person | None
    rule: str
    evidence: Evidence
    confidence: float
    mention: Mention | None = None
    cue: str | None = None
    carried_from: int | None = None


UNATTRIBUTED = Attribution(None, "unattributed", "none", 0.0)


class SpeakerReader:
    """Names the speakers of one article, sentence after sentence in reading order."""

    def __init__(self, pack: LanguagePack, people: People, finder: SubjectFinder, cues: CueReader, text: str) -> None:
        self.pack, self.people, self.finder, self.cues = pack, people, finder, cues
        self.memory, self.text = Memory(), text
        self.references = ReferenceReader(pack, people, finder.nouns, text)
        self.protagonists = ProtagonistReader(pack, people, finder, cues)
        self.silent: list[Sentence] = []
        """Sentences since the last speaker, latest first, in which nobody speaks and whose topics nobody asked for."""

        self.unread: Callable[[], Iterable[Sentence]] | None = None
        """Sentences before nameless speakers that were not read, latest first."""

    def attribute(
        self, sentence: Sentence, cues: list[Cue], frame: Frame, earlier: Callable[[], Iterable[Sentence]]
    ) -> Attribution:
        """The speaker a frame gives; `earlier` yields the sentences before that were not read yet, latest first."""
        cue = frame.cue
        subject = self.finder.find(sentence, cue) or self._like_addressee(sentence, cue)
        if subject is None and self.finder.voices.inscribed(sentence, cue):
            return UNATTRIBUTED._replace(cue=cue.cue)
        clause = cue.first < 2 and frame.before and self.cues.complemented(sentence, cue)
        found = self._of_subject(subject, cue, frame, clause=clause) if subject else None
        if found is not None and found.rule == "anonymous" and subject and self.references.body(subject.mention):
            found = None
        if found is None and subject is None:
            found = self._of_sentence(sentence, cues, cue, frame)
        if found is None:
            subject = subject or self.protagonists.opening_pronoun(sentence, cue)
            found = self._carried(sentence, subject, cue, frame, earlier)
        if found.confidence < THRESHOLD:
            found = found._replace(person=None, evidence="none")
        return found._replace(cue=cue.cue)

    def _like_addressee(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """A name that begins like the mark of an addressee, told by the article: لورين, where no «ورين» stands."""
        at, prefix = cue.last + 1, self.pack.addressee
        if not prefix or cue.verb is None or cue.verb.participle or at >= len(sentence.forms):
            return None
        form = sentence.forms[at]
        if not self.finder.runs.prefixed.addressee(sentence, at) or not self.people.named_like_addressee(form):
            return None
        mention = self.finder.named_at(sentence, at)
        return Subject(mention, "after") if mention is not None else None

    def continued(self, rule: str, earlier: Callable[[], Iterable[Sentence]], *, alone: bool = True) -> Attribution:
        """The speaker of a quotation without a cue; one that stands alone is that of whom the text is about."""
        self.recall(earlier(), topics=False)
        spoken = self.memory.last()
        if spoken is None and self.pack.capitals and alone:
            self.recall((), topics=True)
            spoken = self.memory.last()
        if spoken is None or spoken.person.name is None:
            return UNATTRIBUTED
        return Attribution(spoken.person, rule, "carried", confidence(rule, 0), spoken.mention, None, spoken.quote)

    def unframed(self, sentence: Sentence, at: int, earlier: Callable[[], Iterable[Sentence]]) -> Attribution:
        """The speaker of a phrase at word `at` that no cue governs: whom the sentence is about, else who spoke last."""
        opening = self.finder.opening(sentence)
        if opening is not None and opening.end <= sentence.starts[at]:
            if opening.kind == "pronoun" and opening.gender in ("masculine", "feminine"):
                self.recall(earlier(), topics=True)
                spoken = self.memory.last(opening.gender, human=True, named=True)
                if spoken is not None:
                    return Attribution(spoken.person, "opening", "carried", confidence("opening", 0), opening)
            elif opening.kind in ("name", "organisation") and self.references.opens(opening):
                person = self.people.person(opening)
                if person is not None and person.name is not None:
                    return Attribution(person, "opening", "named", confidence("opening", 0), opening)
        return self.continued("continued", earlier, alone=False)

    def note(self, person: Person, quote: int) -> None:
        """The person has just spoken in a quote."""
        self.memory.note(Spoken(person, quote))
        self.silent.clear()

    def recall(self, earlier: Iterable[Sentence], *, topics: bool) -> None:
        """Note who speaks in sentences that were not read yet (given latest first)."""
        found: list[Spoken | Mention] = []
        silent: list[Sentence] = []
        for sentence in chain(earlier, self.silent if topics else ()):
            led = self.pack.capitals and not found and (sentence.forms[-1] == ":" or not silent)
            spoken = self._speaks(sentence)
            if spoken is None or (topics and isinstance(spoken, Spoken) and spoken.person.name is None):
                spoken = (self._about(sentence) if topics or led else None) or spoken
            if spoken is not None:
                found.append(spoken)
                if len(found) >= 4:
                    break
            elif not topics and not found:
                silent.append(sentence)
        self.silent = [] if found or topics else [*silent, *self.silent][:SILENT]
        for spoken in reversed(found):
            last = self.memory.last(human=True) if isinstance(spoken, Mention) else spoken
            if last is not None:
                self.memory.note(last)

    def _of_subject(self, subject: Subject, cue: Cue, frame: Frame, *, clause: bool = False) -> Attribution | None:
        """The person a subject names; None for a pronoun or a role, which are carried."""
        mention = subject.mention
        if mention.kind == "pronoun" or self.references.demonstrated(mention):
            return None
        describes = cue.verb is not None and cue.verb.describes
        leads = frame.before and frame.cue is cue and cue.first < 2
        verb = frame.cue.verb
        nominal = frame.cue is not cue and verb is not None and verb.gender is None and not verb.participle
        leads = leads or (nominal and " " in (mention.name or "") and cue.last < frame.cue.first)
        led = nominal or frame.lead in ("colon", "complementiser", "subject")
        sure = cue.sure or clause or (leads and led)
        person = self.people.person(mention, gender=subject.gender(cue.verb), sure=sure, with_object=describes)
        if person is None or (person.name is None and self.references.written(mention)):
            return None
        if person.name is None:
            return Attribution(person, "anonymous", "none", confidence("anonymous", frame.cost), mention)
        rule = "title" if mention.kind == "title" else subject.rule
        rule = "according-to" if cue.kind == "according" else rule
        return Attribution(person, rule, "named", confidence(rule, frame.cost), mention)

    def _of_sentence(self, sentence: Sentence, cues: list[Cue], cue: Cue, frame: Frame) -> Attribution | None:
        """The subject of an earlier verb of the sentence; for a participle, what the sentence begins with."""
        before = [other for other in cues if other.first < cue.first and other.kind in ("verb", "according")]
        nameless = None
        for other in sorted(before[:-7:-1], key=lambda other: other.depends):
            subject = self.finder.find(sentence, other)
            found = self._of_subject(subject, other, frame) if subject else None
            if found is not None and found.person is not None and found.person.name is None and self._doubtful(other):
                nameless = nameless or found
                continue
            if found is not None and found.person is not None and found.person.agrees(cue.gender):
                return self._renamed(found, "same-sentence", frame)
        if nameless is not None:
            return nameless
        if cue.verb is None and cue.kind != "aside":
            return None
        if cue.verb is not None and cue.verb.subjectless and self.pack.nouns_capitalised:
            return None
        if self.finder.voices.suffered(sentence, cue):
            return None
        acting = self._acting(sentence, cue)
        if acting is not None:
            found = self._of_subject(Subject(acting, "opening"), cue, frame)
            if found is not None and found.person is not None and found.person.agrees(cue.gender):
                return self._renamed(found, "opening", frame)
        mention = self.finder.opening(sentence)
        if (
            mention is None
            or mention.kind in ("pronoun", "anonymous", "thing")
            or mention.end > sentence.starts[cue.first]
        ):
            return None
        if not self.references.opens(mention) and not self.references.repeated(sentence, mention):
            mention = self.references.surname(sentence, mention)
        found = self._of_subject(Subject(mention, "opening"), cue, frame) if mention is not None else None
        return self._renamed(found, "opening", frame) if found else None

    def _doubtful(self, cue: Cue) -> bool:
        """A nameless subject of such a verb may be no subject: the price tags of a coat."""
        return self.pack.order == "SVO" and cue.verb is not None and cue.verb.weak

    def _acting(self, sentence: Sentence, cue: Cue) -> Mention | None:
        """The titled name behind the last verb that reports nothing: «واتفق معه الدكتور فلان، وقال …»."""
        if not self.pack.actions:
            return None
        for at in range(cue.first - 2, max(-1, cue.first - 30), -1):
            if sentence.forms[at] in self.pack.actions:
                mention = self.finder.named_at(sentence, at + 1)
                if mention is not None and mention.kind == "name" and mention.title:
                    return mention
        return None

    def _renamed(self, found: Attribution, rule: str, frame: Frame) -> Attribution:
        if found.person is not None and found.person.name is None:
            return found
        return found._replace(rule=rule, confidence=confidence(rule, frame.cost))

    def _carried(
        self,
        sentence: Sentence,
        subject: Subject | None,
        cue: Cue,
        frame: Frame,
        earlier: Callable[[], Iterable[Sentence]],
    ) -> Attribution:
        mention = subject.mention if subject else None
        if mention is not None and self.references.demonstrated(mention):
            mention = mention._replace(kind="pronoun")
        if mention is not None and self.references.body(mention):
            mention = mention._replace(kind="pronoun", gender="neuter")
        if mention is not None and mention.kind == "title" and not self.references.role(sentence, mention):
            return Attribution(Person(None), "anonymous", "none", confidence("anonymous", frame.cost), mention)
        if mention is not None and self.references.written(mention):
            return self._author(mention, frame, earlier)
        if mention is not None and mention.kind not in ("title", "pronoun"):
            return Attribution(None, "unattributed", "none", 0.0, mention)
        pronoun = mention is not None and mention.kind == "pronoun"
        dropped = mention is None and (self.pack.pro_drop or (cue.verb is not None and cue.verb.subjectless))
        self.recall(
            earlier(),
            topics=pronoun or dropped or (mention is not None and (self.pack.capitals or self.pack.order == "VSO")),
        )
        if pronoun and mention is not None and self.pack.capitals:
            self._note_within(sentence, frame, mention)
        gender = mention.gender if pronoun and mention else cue.gender
        human = mention is not None and gender in ("masculine", "feminine") and self.pack.capitals
        human = human or (mention is not None and (mention.kind == "title" or (pronoun and gender is None)))
        spoken = self._last(cue, gender, human=human, named=pronoun and human)
        if mention is not None and mention.kind == "title" and spoken is not None and self.pack.order == "SVO":
            spoken = (self.memory.quoted(mention.title) if spoken.topic else None) or spoken
        if mention is not None and spoken is not None and self.references.other(mention, spoken.person):
            return Attribution(Person(None), "anonymous", "none", confidence("anonymous", frame.cost), mention)
        rule = "pronoun" if pronoun else "role" if mention else "carried"
        if spoken is None:
            return Attribution(None, "unattributed", "none", 0.0, mention)
        if spoken.person.name is None:
            return Attribution(spoken.person, "anonymous", "none", confidence("anonymous", frame.cost), mention)
        evidence: Evidence = "named" if rule == "role" else "carried"
        if pronoun and mention and mention.gender in ("masculine", "feminine") and spoken.person.gender is None:
            spoken.person.gender = mention.gender
        origin = mention or (spoken.mention if spoken.quote is None else None)
        return Attribution(spoken.person, rule, evidence, confidence(rule, frame.cost), origin, None, spoken.quote)

    def _last(self, cue: Cue, gender: Gender | None, *, human: bool, named: bool) -> Spoken | None:
        """Who spoke last; somebody with a name, if need be from before the nameless speakers, rather than without."""
        somebody = cue.cue not in self.pack.words["answers"]
        spoken = self.memory.last(gender, human=human, named=named, somebody=somebody)
        if named and spoken is None and self.unread is not None:
            self.recall(self.unread(), topics=True)
            self.unread = None
            spoken = self.memory.last(gender, human=human, named=True, somebody=somebody)
        return spoken or self.memory.last(gender, human=human)

    def _note_within(self, sentence: Sentence, frame: Frame, pronoun: Mention) -> None:
        """Note whom a pronoun's own sentence names before it: "Smith said on Monday that he “will stay”"."""
        spoken = self.protagonists.before(sentence, frame.cue, pronoun)
        topic = self._topic(sentence) if spoken is None and frame.before else None
        if topic is not None and topic.mention is not None and topic.mention.end <= pronoun.start:
            spoken = topic
        if spoken is not None:
            self.memory.note(spoken)

    def _author(self, mention: Mention, frame: Frame, earlier: Callable[[], Iterable[Sentence]]) -> Attribution:
        """The author of what is quoted from a writing of his or from a statement."""
        spoken = self._issuer(earlier) if self.references.statement(mention) else self._writer(earlier)
        if spoken is None or spoken.person.name is None:
            return Attribution(Person(None), "anonymous", "none", confidence("anonymous", frame.cost), mention)
        self.memory.note(spoken)
        return Attribution(
            spoken.person, "writing", "carried", confidence("writing", frame.cost), mention, None, spoken.quote
        )

    def _issuer(self, earlier: Callable[[], Iterable[Sentence]]) -> Spoken | None:
        """The body that spoke last: «وقالت الوزارة في بيان …», «وأضاف البيان»."""
        self.recall(earlier(), topics=False)
        spoken = self.memory.last()
        return spoken if spoken is not None and self.references.issues(spoken.person) else None

    def _writer(self, earlier: Callable[[], Iterable[Sentence]]) -> Spoken | None:
        """The person who speaks or is spoken of in the sentence before."""
        before = next(iter(earlier()), None)
        spoken = (self._speaks(before) or self._topic(before)) if before is not None else None
        return spoken if isinstance(spoken, Spoken) and not spoken.person.organisation else None

    def _speaks(self, sentence: Sentence) -> Spoken | Mention | None:
        """The named or anonymous speaker of a sentence without quotation; a mention if it is a role."""
        for cue in self.cues.read(sentence):
            if cue.kind != "verb" or cue.verb is None:
                continue
            plain = cue.verb.weak and not self.cues.complemented(sentence, cue)
            if plain and not self._opens(cue):
                continue
            subject = self.finder.find(sentence, cue)
            if subject is not None and subject.mention.kind == "pronoun" and not plain and self.pack.capitals:
                return None  # What he reported, others may do: "He said that the world knows …".
            if subject is None or subject.mention.kind == "pronoun" or (plain and subject.mention.kind != "name"):
                continue
            person = self.people.person(subject.mention, gender=subject.gender(cue.verb), sure=cue.sure)
            if person is not None:
                return Spoken(person, mention=subject.mention)
            if subject.mention.kind == "title" and self.references.role(sentence, subject.mention):
                return subject.mention
        return self.protagonists.source(sentence) if self.pack.order == "SVO" else None

    def _opens(self, cue: Cue) -> bool:
        """A verb-first sentence opens with the weak verb, which then wants a named subject."""
        return self.pack.order == "VSO" and cue.first <= 2

    def _about(self, sentence: Sentence) -> Spoken | None:
        """The person a sentence is about, by its opening or by the subject of a verb in it."""
        topic = self._topic(sentence)
        return topic if topic is not None or not self.pack.capitals else self.protagonists.acting(sentence)

    def _topic(self, sentence: Sentence) -> Spoken | None:
        """The person a sentence is about: its opening noun, if that is a name of several words in the article.

        Behind a verb the opening noun is as often a thing, so that a name there needs its title.
        """
        mention = self.finder.opening(sentence)
        if mention is None or mention.kind != "name" or self.references.unfit(mention):
            return None
        if self.pack.order == "VSO" and (not mention.title or self.pack.words["according"].length(sentence.forms, 0)):
            return None
        person = self.people.person(mention)
        full = person is not None and person.name is not None and (" " in person.name or not self.pack.spaces)
        full = full or (person is not None and (bool(mention.title) or self.people.given(person)))
        return Spoken(person, mention=mention, topic=True) if full and person is not None else None
