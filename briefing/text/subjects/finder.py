"""Who a reporting verb's subject is, by the word order of the pack.

VSO looks right of the verb, SVO left, V2 on both sides, SOV at the start of the clause. An empty subject is
reported as None: the speaker is then carried from an earlier sentence.
"""

from __future__ import annotations

from briefing.text.cues.reader import OWNING, Cue
from briefing.text.fold import fold
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.openings import OpeningReader
from briefing.text.mentions.reader import NounReader
from briefing.text.mentions.runs import RunReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER
from briefing.text.subjects.adverbials import AdverbialReader
from briefing.text.subjects.appositions import AppositionReader
from briefing.text.subjects.beside import BesideReader, Subject
from briefing.text.subjects.clauses import ClauseReader
from briefing.text.subjects.verb_first import VerbFirstReader
from briefing.text.subjects.voices import VoiceReader

LONGEST_LABEL = 9
"""Words before a colon that can be one name with its title; more are a sentence about somebody."""

LONGEST_NAME = 4
"""Words of the longest name before a colon where names have no capitals."""


class SubjectFinder:
    """Finds the subjects of reporting verbs in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack, self.words = pack, pack.words
        self.nouns = NounReader(pack)
        self.runs = RunReader(pack, self.nouns)
        self.clauses = ClauseReader(pack, self.runs)
        self.openings = OpeningReader(self.runs)
        self.appositions = AppositionReader(self.runs)
        self.adverbials = AdverbialReader(self.runs)
        self.beside = BesideReader(self.runs)
        self.verb_first = VerbFirstReader(self.beside)
        self.voices = VoiceReader(pack)

    def find(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject of a cue, or None if the sentence does not name one."""
        key = "subject", cue.first
        if key not in sentence.found:
            sentence.found[key] = self._find(sentence, cue)
        subject: Subject | None = sentence.found[key]
        return subject

    def _find(self, sentence: Sentence, cue: Cue) -> Subject | None:
        if cue.kind in ("colon", "claim"):
            colon = cue.kind == "colon"
            mention = self._before_colon(sentence, cue) if colon else self._owner(sentence, cue.first - 1)
            return Subject(mention, "colon" if colon else "before") if mention else None
        if cue.kind == "signature":
            return self.beside.right(sentence, cue.last + 1, "signature")
        if cue.kind == "aside" or (cue.verb is not None and cue.verb.subjectless):
            return None
        if cue.behind:
            mention = self.beside.titled_left(sentence, cue.first - 1)
            return Subject(mention, "after") if mention else None
        if cue.kind == "according":
            oblique = self.voices.oblique(sentence, cue.last + 1)
            if oblique is not None:
                return Subject(oblique, "after")
            said = self.pack.order == "VSO" and " ".join(sentence.forms[cue.last + 1 :][:1]) in self.pack.verbs
            found = self.beside.right(sentence, cue.last + 1 + said, "after")  # «وفق ما قاله فلان»
            return found and found._replace(mention=self.beside.issuers.named(sentence, found.mention))
        agent_at = self.voices.agent(sentence, cue)
        agent = self.beside.right(sentence, agent_at, "agent") if agent_at is not None else None
        if agent_at is not None and (agent is None or agent.mention.kind != "anonymous" or not self.pack.capitals):
            return agent
        if self.voices.suffered(sentence, cue) or self.voices.infinitive(sentence, cue):
            return None
        if self.pack.order == "VSO":
            return self.verb_first.subject(sentence, cue)
        if cue.verb is not None and cue.verb.relative:
            mention = self.clauses.behind(sentence, cue.last + 1)
            return Subject(mention, "relative") if mention else None
        if self.pack.order == "SOV":
            mention = self.clauses.subject(sentence, cue)
            return Subject(mention, "clause") if mention else self._at_the_end(sentence, cue)
        return self._on_either_side(sentence, cue)

    def _owner(self, sentence: Sentence, at: int) -> Mention | None:
        """Whose claim it is: "Holt's latest claim that …"."""
        row = range(at, max(-1, at - 5), -1)
        at = next((i for i in row if sentence.forms[i].endswith(OWNING) and sentence.capital(i)), -1)
        return self.beside.titled_left(sentence, at) if at >= 0 else None

    def _before_colon(self, sentence: Sentence, cue: Cue) -> Mention | None:
        """Whom the words before a colon name."""
        plain = COMMAS.isdisjoint(sentence.forms[: cue.first])
        if self.pack.order == "SVO" and plain and self.nouns.preposition(sentence, 0):
            # "On Paul Marsh: “…”" goes on with the last speaker, "From Paul Marsh: “…”" does not.
            signed = sentence.forms[0] in self.words["sources"] and self.runs.bare_name(sentence, 1, cue.first - 1)
            return self.nouns.read(sentence, 1, cue.first - 1) if signed else None
        opening = self.opening(sentence) if self.pack.capitals else None
        if opening is not None and opening.kind == "name" and " " in (opening.name or ""):
            return opening
        start = self.openings.skip_fronted(sentence, 0)
        long = self.pack.order == "SVO" and cue.first - start > LONGEST_LABEL
        mention = None if long else self.nouns.read(sentence, start, cue.first - 1)
        parted = not COMMAS.isdisjoint(sentence.forms[: cue.first])
        if mention is not None and mention.kind not in ("anonymous", "thing") and not parted and self._labels(mention):
            return mention
        if mention is not None and not self.pack.capitals and not self._labels(mention):
            return None
        found = self.opening(sentence) or mention
        return found if found is not None and self._labels(found) else None

    def _labels(self, mention: Mention) -> bool:
        """The name is one before a colon, too, and not the end of a clause: "Aber die Gäste waren zufrieden: “…”"."""
        if mention.kind != "name" or self.pack.order == "VSO":
            return True
        words = (mention.name or "").split()
        if self.pack.capitals:
            joints = self.words["particles"] | self.words["coordinators"]
            return sum(word[0].islower() and fold(word) not in joints for word in words) < 2
        known = self.pack.pronouns.keys() | self.pack.verbs.keys() | self.words["prepositions"].singles
        return len(words) <= LONGEST_NAME and known.isdisjoint(map(fold, words))

    def _on_either_side(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject where it stands left of the verb, or right of it behind a quotation or a fronted phrase."""
        found = self._auxiliary(sentence, cue) if self.pack.order == "V2" else None
        if self.pack.prefixes and self._prefixed(sentence, cue):
            found = self._named_right(sentence, cue)
        if found is None and self.pack.order == "V2" and self._fronted(sentence, cue):
            found = self.beside.right(sentence, cue.last + 1, "after")
        joined = bool(self.pack.prefixes) and sentence.forms[cue.first].startswith(self.pack.proclitics)
        if joined and cue.first and sentence.forms[cue.first - 1] in COMMAS:
            return found or self.beside.right(sentence, cue.last + 1, "after")
        found = found or self._verb_second(sentence, cue)
        if (
            found is None
            and self.pack.heads_first
            and (self._clause_initial(sentence, cue) or self._fronted(sentence, cue))
        ):
            found = self.beside.right(sentence, cue.last + 1, "after")
        return found or (self.beside.right(sentence, cue.last + 1, "after") if self.pack.order == "V2" else None)

    def _clause_initial(self, sentence: Sentence, cue: Cue) -> bool:
        """The verb opens its clause, perhaps behind a conjunction: «Как отметил X, …»."""
        at = cue.first - 1
        if at > 0 and sentence.forms[at] in self.words["adverbs"]:
            at -= 1
        return at < 0 or (at == 0 and sentence.forms[at] in self.words["conjunctions"])

    def _fronted(self, sentence: Sentence, cue: Cue) -> bool:
        """The clause begins with a preposition, so that its subject stands behind the verb."""
        at = cue.first - 1
        while at > 0 and sentence.letters[at - 1] and cue.first - at < 12:
            at -= 1
        while 0 <= at < cue.first and sentence.forms[at] in self.words["adverbs"].singles:
            at += 1
        return at >= 0 and cue.first > at and self.nouns.preposition(sentence, at)

    def _prefixed(self, sentence: Sentence, cue: Cue) -> bool:
        """The clause opens with a preposition written as one word with its noun: בכנס העסקים אמר גלבוע."""
        at = cue.first - 1
        while at > 0 and sentence.letters[at - 1] and cue.first - at < 12:
            at -= 1
        form = sentence.forms[at] if at >= 0 else ""
        opens = form.startswith(self.pack.prefixes) and len(form) > 3 and form not in self.words["names_with_prefix"]
        return opens and not self.nouns.heads_title(form) and not self.nouns.heads_organisation(form)

    def _named_right(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """A subject right of the verb, if that is no object with a preposition or an article of its own."""
        found = self.beside.right(sentence, cue.last + 1, "after")
        return found if found is not None and found.mention.kind in ("name", "pronoun", "title") else None

    def _auxiliary(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject behind the auxiliary of a participle at the clause's end: „…“, hatte Kolb gestern gesagt."""
        row = range(cue.first - 2, max(-1, cue.first - 12), -1)
        at = next((i for i in row if not self._in_clause(sentence, i)), None)
        if at is None or sentence.forms[at] not in self.words["auxiliaries"]:
            return None
        found = self.beside.right(sentence, at + 1, "after")
        return found if found and found.mention.end <= sentence.starts[cue.first] else None

    def _in_clause(self, sentence: Sentence, at: int) -> bool:
        return sentence.letters[at] and sentence.forms[at] not in self.words["auxiliaries"]

    def _at_the_end(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """A name behind the verb that closes the sentence: “…” dedi Fidan."""
        found = self.beside.right(sentence, cue.last + 1, "inverted") if self.pack.capitals else None
        named = found is not None and found.mention.kind == "name"
        return found if named and len(sentence.forms) - cue.last <= 8 else None

    def named_at(self, sentence: Sentence, at: int) -> Mention | None:
        """The mention that begins with a word, whatever that looks like."""
        last = max(at, self.runs.right(sentence, at))
        return self.nouns.read(sentence, at, last)

    def opening(self, sentence: Sentence) -> Mention | None:
        """The mention a sentence begins with, after leading adverbs, a fronted phrase and, in VSO, the verb."""
        if self.pack.order == "SOV":
            return self.clauses.opening(sentence)
        first, last = self.openings.bounds(sentence)
        if self.pack.order == "VSO" and last - first >= 2 and self._object(sentence, first, last):
            last -= 1
        first, last = self.openings.holder(sentence, first) or (first, last)
        mention = self.nouns.read(sentence, first, last) if last >= first else None
        if not self.pack.capitals:
            return mention and self.beside.complements.named(sentence, mention)
        if mention is not None and mention.kind not in ("anonymous", "title"):
            return mention
        comma = next((i for i in range(first, min(last + 6, len(sentence.forms))) if sentence.forms[i] in COMMAS), None)
        return (self.appositions.called(sentence, comma) if comma is not None else None) or mention

    def _object(self, sentence: Sentence, first: int, at: int) -> bool:
        """A definite word behind two plain ones is the object of a verb the pack does not know.

        Behind a title it is a surname, unless it is a common noun.
        """
        forms = sentence.forms
        plain = not any(self.nouns.definite(f) or self.nouns.heads_title(f) for f in forms[at - 2 : at])
        surname = not (self.nouns.common(sentence, at) or self.nouns.heads_organisation(forms[at]))
        titled = at - first > 2 and self.nouns.heads_title(forms[first])
        held = forms[at - 1] in self.words["compounds"] or (titled and surname)
        return plain and self.nouns.definite(forms[at]) and not held

    def _verb_second(self, sentence: Sentence, cue: Cue) -> Subject | None:
        participle = cue.verb is not None and cue.verb.participle
        if self.pack.heads_first and not participle and self._inserted(sentence, cue):
            found = self.beside.right(sentence, cue.last + 1, "inverted")
            if found:
                return found
        found = None if participle else self._turned(sentence, cue)
        if found:
            return found
        at = self.runs.skip_left(sentence, cue.first - 1)
        if at < 0 or (participle and sentence.forms[at] in self.words["gerundials"]):
            return None  # "Holt spoke of Marsh before saying …"
        form = sentence.forms[at]
        if form in self.words["relatives"]:
            return self.beside.antecedent(sentence, at - 1)
        if form in COMMAS:
            if participle:
                return None
            named = self.appositions.mention(sentence, at)
            return Subject(named, "apposition") if named and not self._adverbial(sentence, named) else None
        first = self.runs.left(sentence, at)
        mention = self._left_phrase(sentence, first, at)
        if not participle and (mention is None or mention.kind == "anonymous"):
            mention = self.appositions.unclosed(sentence, at) or mention
        if participle and mention is not None and mention.kind == "anonymous":
            mention = self.adverbials.leading_name(sentence, first, at) or mention
            if mention.kind == "anonymous" and self.nouns.written(sentence.forms[at]):
                return None  # "Holt issued a statement saying …": whoever wrote it.
        within = mention is not None and self.adverbials.within(sentence, first)
        if mention is None or (within and (mention.kind == "anonymous" or self.pack.order == "SVO")):
            mention = self.adverbials.before(sentence, first) or (None if self.pack.heads_first else mention)
        return Subject(mention, "before") if mention else None

    def _adverbial(self, sentence: Sentence, mention: Mention) -> bool:
        """Nobody, but a phrase before a verb that may lack its subject: "Por lo demás, señaló que …"."""
        if not self.pack.pro_drop or mention.kind != "anonymous":
            return False
        first = sentence.starts.index(mention.start)
        last = sentence.ends.index(mention.end)
        row = sentence.forms[max(0, first - 1) : last + 1]
        return self.words["determiners"].isdisjoint(row) and self.words["anonymous"].isdisjoint(row)

    def _turned(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject right of a verb that follows its quotation."""
        if not self._inverted(sentence, cue):
            return None
        told = cue.last + 1 in sentence.spans
        found = self.beside.right(sentence, cue.last + 1 + told, "inverted")
        if found is None:
            behind = self.adverbials.behind(sentence, cue.last + 1)
            return Subject(behind, "inverted") if behind else None
        held = self.appositions.behind(sentence, found.mention)
        return Subject(held, "inverted") if held else found

    def _left_phrase(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        """Whom the words left of a verb mention; the name before them where they are the end of a place."""
        mention = self.nouns.read(sentence, first, last) if first <= last else None
        if mention is None or mention.kind != "name" or mention.title or self.pack.order != "SVO":
            return mention
        return self.appositions.before_place(sentence, first) or mention

    def _inverted(self, sentence: Sentence, cue: Cue) -> bool:
        """The verb follows a quotation directly: “…,” said X."""
        before = cue.first - 1
        while before >= 0 and sentence.forms[before] in (*COMMAS, "-", "–", "—"):
            before -= 1
        behind = cue.last + 1 + (cue.last + 1 in sentence.spans)
        if before < 0 or behind >= len(sentence.forms) or not sentence.letters[behind]:
            return False
        if sentence.forms[before] != PLACEHOLDER:
            return self._ends_after(sentence, cue)
        # "Holt would have “never” asked Marsh" is no “…,” asked Marsh.
        parted = before < cue.first - 1 or before == 0 or not sentence.letters[before - 1]
        return parted or self.pack.order != "SVO" or sentence.text[sentence.spans[before].end - 1] in ",?!"

    def _inserted(self, sentence: Sentence, cue: Cue) -> bool:
        """The verb and its subject stand behind a comma and end there: «При этом, отметил министр, …»."""
        if cue.first == 0 or sentence.forms[cue.first - 1] not in COMMAS:
            return False
        last = self.runs.right(sentence, self.runs.skip_right(sentence, cue.last + 1))
        end = len(sentence.forms) - 1
        closes = last == end or sentence.forms[last + 1] in COMMAS or (last + 1 == end and not sentence.letters[end])
        return cue.last < last and closes

    def _ends_after(self, sentence: Sentence, cue: Cue) -> bool:
        """After a comma the verb is followed by a noun phrase and nothing else: "…, said X." or "…, said X, a Y"."""
        if sentence.forms[cue.last] in self.words["tellers"]:
            return False
        if sentence.forms[cue.first - 1] not in COMMAS or not any(at < cue.first for at in sentence.spans):
            return False
        last = self.runs.right(sentence, cue.last + 1)
        return last > cue.last and (last + 1 >= len(sentence.forms) or not sentence.letters[last + 1])
