"""Who a reporting verb's subject is, by the word order of the pack.

VSO looks right of the verb, SVO left, V2 on both sides, SOV at the start of the clause. An empty subject is
reported as None: the speaker is then carried from an earlier sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.text.cues import Cue
from briefing.text.nouns import Mention, NounReader
from briefing.text.pack import LanguagePack
from briefing.text.skeleton import COMMAS, PLACEHOLDER, STOPS, Sentence

LONGEST = 16
"""Words a subject may have."""


class Subject(NamedTuple):
    """A subject and where it was found: "after", "before", "inverted", "relative", "apposition" or "clause"."""

    mention: Mention
    place: str


class SubjectFinder:
    """Finds the subjects of reporting verbs in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack, self.words = pack, pack.words
        self.nouns = NounReader(pack)

    def find(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject of a cue, or None if the sentence does not name one."""
        if cue.kind == "colon":
            mention = self.nouns.read(sentence, self._skip_time(sentence, 0), cue.first - 1)
            return Subject(mention, "colon") if mention else None
        if cue.kind == "according":
            return self._right(sentence, cue.last + 1, "after")
        if cue.last + 1 < len(sentence.forms) and sentence.forms[cue.last + 1] in self.words["agents"]:
            return self._right(sentence, cue.last + 2, "agent")
        if self.pack.order == "VSO":
            return self._verb_first(sentence, cue)
        if self.pack.order == "SOV":
            return self._clause(sentence, cue)
        found = self._verb_second(sentence, cue)
        return found or (self._right(sentence, cue.last + 1, "after") if self.pack.order == "V2" else None)

    def opening(self, sentence: Sentence) -> Mention | None:
        """The mention a sentence begins with, after leading adverbs and a fronted phrase."""
        first = self._skip_time(sentence, 0)
        if self.pack.order == "VSO":
            first += not (self.nouns.heads_title(sentence.forms[first]) if first < len(sentence.forms) else True)
        last = self._run_right(sentence, first)
        if self.pack.capitals:
            last = next((i - 1 for i in range(first, last + 1) if not self._namelike(sentence, i)), last)
        return self.nouns.read(sentence, first, last) if last >= first else None

    def _namelike(self, sentence: Sentence, at: int) -> bool:
        """The word can be part of a title and name at a sentence's start."""
        form = sentence.forms[at]
        keys = ("determiners", "compounds", "titles", "organisations")
        return sentence.capital(at) or form == "." or any(form in self.words[key] for key in keys)

    # Right of the verb.

    def _verb_first(self, sentence: Sentence, cue: Cue) -> Subject | None:
        before = cue.first - 1
        if before > 0 and sentence.forms[before] in self.words["auxiliaries"]:
            before -= 1
        if before > 0 and sentence.forms[before] in self.words["relatives"]:
            return self._antecedent(sentence, before - 1)
        if cue.verb and cue.verb.participle:
            return None
        return self._right(sentence, cue.last + 1, "after") or self._named_before(sentence, before)

    def _named_before(self, sentence: Sentence, at: int) -> Subject | None:
        """A titled name right before the verb: «وكان زعيمهم فلان أكد»."""
        if at < 1 or not sentence.words[at].letter:
            return None
        first = self._run_left(sentence, at)
        mention = self.nouns.read(sentence, first, at) if first <= at else None
        return Subject(mention, "before") if mention and mention.kind == "name" and mention.title else None

    def _right(self, sentence: Sentence, first: int, place: str) -> Subject | None:
        first = self._skip_right(sentence, first)
        first = self._skip_addressee(sentence, first)
        last = self._run_right(sentence, first)
        mention = self.nouns.read(sentence, first, last) if last >= first else None
        return Subject(mention, place) if mention else None

    def _skip_right(self, sentence: Sentence, at: int) -> int:
        """Past adverbs, and a comma after them."""
        forms = sentence.forms
        while at < len(forms):
            length = self.words["adverbs"].length(forms, at) or self.words["asides"].length(forms, at)
            if not length:
                break
            at += length
        return at

    def _skip_addressee(self, sentence: Sentence, at: int) -> int:
        """Past «لرويترز» and the like, if a titled subject follows it."""
        if at >= len(sentence.forms) or not self._addressee(sentence.forms[at]):
            return at
        for index in range(at + 1, min(at + 4, len(sentence.forms))):
            if self.nouns.heads_title(sentence.forms[index]):
                return index
        return len(sentence.forms)

    def _addressee(self, form: str) -> bool:
        prefix = self.pack.addressee
        return bool(prefix) and form.startswith(prefix) and len(form) > 3 and form not in self.words["lam_names"]

    def _run_right(self, sentence: Sentence, first: int) -> int:
        """Index of the last word of the noun phrase that begins at `first`; `first - 1` if there is none."""
        forms, at = sentence.forms, first
        end = min(len(forms), first + LONGEST)
        while at < end and not self._stops(sentence, first, at):
            if forms[at] == "(":
                at = forms.index(")", at, at + 8)
            if forms[at] in COMMAS and not self._joins(sentence, first, at):
                break
            at += 1
        while at > first and not sentence.words[at - 1].letter and forms[at - 1] != PLACEHOLDER:
            at -= 1
        return at - 1

    def _stops(self, sentence: Sentence, first: int, at: int) -> bool:
        form = sentence.forms[at]
        if form == PLACEHOLDER:
            return at == first or not self._names(sentence.forms[at - 1])
        if not sentence.words[at].letter:
            return form not in COMMAS and not self._after_initial(sentence, at) and not self._bracket(sentence, first, at)
        if self.nouns.preposition(sentence, at):
            return not self._within_title(sentence, first, at)
        return self._stop_word(sentence, first, at)

    def _bracket(self, sentence: Sentence, first: int, at: int) -> bool:
        """A short insertion in brackets behind the first words."""
        return sentence.forms[at] == "(" and at > first and not self.pack.capitals and ")" in sentence.forms[at : at + 8]

    def _stop_word(self, sentence: Sentence, first: int, at: int) -> bool:
        form, words = sentence.forms[at], self.words
        if any(form in words[key] for key in ("complementisers", "relatives", "conjunctions", "stops", "auxiliaries")):
            return not (self.pack.capitals and form == "and" and sentence.capital(at - 1) and self._capital_next(sentence, at))
        if self.words["according"].length(sentence.forms, at) or words["adverbs"].length(sentence.forms, at):
            return True
        if form in self.pack.verbs and not self.nouns.heads_title(form):
            return not (self.pack.capitals and sentence.capital(at))
        if at > first and self.pack.article and form.startswith("و"):
            return not self._coordinated(sentence, first, at)
        return at > first and self._addressee(form) and not self._in_title(sentence, first, at)

    def _capital_next(self, sentence: Sentence, at: int) -> bool:
        return at + 1 < len(sentence.words) and sentence.capital(at + 1)

    def _in_title(self, sentence: Sentence, first: int, at: int) -> bool:
        """«الأمين العام للأمم المتحدة فلان»: a definite complement of a title, not whom one speaks to."""
        form = sentence.forms[at]
        return form.startswith("لل") and self._within(sentence, first, at)

    def _within(self, sentence: Sentence, first: int, at: int) -> bool:
        """Title or organisation words only, from `first` up to `at`."""
        forms = sentence.forms
        heads = self.nouns.heads_title(forms[first]) or self.nouns.heads_organisation(forms[first])
        return heads and all(
            self.nouns.definite(f) or self.nouns.heads_title(f) or self.nouns.heads_organisation(f)
            for f in forms[first + 1 : at]
        )

    def _coordinated(self, sentence: Sentence, first: int, at: int) -> bool:
        """«وزير الخارجية والتعاون»: the second noun of a title; or a word that only begins with the letter waw."""
        form = sentence.forms[at]
        if self.nouns.heads_title(form) or self.nouns.heads_organisation(form) or form in ("وليد", "وائل", "وسام"):
            return True
        if self.nouns.definite(form):
            return self.nouns.heads_title(sentence.forms[first]) and at - first < 8
        last = at + 1 >= len(sentence.words) or self._ends_name(sentence, at + 1)
        return last and at - first >= 2 and len(form) > 4

    def _ends_name(self, sentence: Sentence, at: int) -> bool:
        """A name cannot go on with this word."""
        form = sentence.forms[at]
        if not sentence.words[at].letter or self.nouns.preposition(sentence, at):
            return True
        return any(form in self.words[key] for key in ("complementisers", "relatives", "conjunctions", "stops", "adverbs"))

    def _names(self, form: str) -> bool:
        """The word before a name in marks: حركة «حماس»."""
        return self.nouns.heads_organisation(form) or form in self.words["naming"]

    def _after_initial(self, sentence: Sentence, at: int) -> bool:
        """The point of «د. فراس» or "J. Smith"."""
        form = sentence.forms[at - 1] if at else ""
        return sentence.forms[at] in STOPS and (len(form) == 1 or form in self.pack.abbreviations)

    def _within_title(self, sentence: Sentence, first: int, at: int) -> bool:
        """A preposition inside a title or an organisation's name, with the rest of it and a name behind."""
        forms = sentence.forms
        if at == first or at + 1 >= len(forms):
            return False
        if self.pack.capitals:
            inner = forms[at] in ("of", "for") or (self.nouns.heads_title(forms[at - 1]) and forms[at] in ("at", "with", "from"))
            return inner and not self._timed(forms[at + 1])
        heads = self.nouns.heads_title(forms[first]) and all(
            self.nouns.definite(f) or self.nouns.heads_title(f) or self.nouns.heads_organisation(f) for f in forms[first:at]
        )
        return heads and not self._timed(forms[at + 1]) and self._name_behind(sentence, at + 1)

    def _name_behind(self, sentence: Sentence, at: int) -> bool:
        """After the definite words or places at `at` stands a plain word that can be a name."""
        forms, start = sentence.forms, at
        while at < len(forms) and (self.nouns.definite(forms[at]) or forms[at] in self.words["places"]):
            at += 1
        if at == start or at >= len(forms) or not sentence.words[at].letter:
            return False
        form = forms[at]
        known = self.nouns.preposition(sentence, at) or any(form in self.words[k] for k in ("complementisers", "conjunctions", "stops", "relatives", "adverbs"))
        return not known and form not in self.pack.verbs and not form.startswith(("و", "ل"))

    def _timed(self, form: str) -> bool:
        return form in self.words["times"]

    def _joins(self, sentence: Sentence, first: int, at: int) -> bool:
        """A comma between title and name, in either order: «وزير الخارجية، فلان» or «فلان، وزير الخارجية»."""
        forms = sentence.forms
        if at == first or at + 1 >= len(forms) or not sentence.words[at + 1].letter or any(f in COMMAS for f in forms[first:at]):
            return False
        if self.pack.capitals:
            return self._titled_name(sentence, first, at)
        following, titled = forms[at + 1], self.nouns.heads_title(forms[first])
        if titled:
            plain = not (self.nouns.definite(following) or following in self.words["prepositions"])
            return plain and not self._stop_word(sentence, first, at + 1) and not self._has_name(sentence, first, at - 1)
        return self.nouns.heads_title(following)

    def _titled_name(self, sentence: Sentence, first: int, comma: int) -> bool:
        """"the former editor of the Standard, George Osborne": a title, a comma, a name and nothing more."""
        end = next((i for i in range(comma + 1, len(sentence.words)) if not sentence.words[i].letter), len(sentence.words))
        named = 2 <= end - comma - 1 <= 4 and self._bare_name(sentence, comma + 1, end - 1)
        lower = not sentence.capital(first) or sentence.forms[first] in self.words["determiners"]
        return named and lower and any(self.nouns.heads_title(f) for f in sentence.forms[first:comma])

    def _has_name(self, sentence: Sentence, first: int, last: int) -> bool:
        mention = self.nouns.read(sentence, first, last)
        return mention is not None and mention.kind == "name"

    # Left of the verb.

    def _antecedent(self, sentence: Sentence, at: int) -> Subject | None:
        """The noun phrase before a relative pronoun."""
        if at >= 0 and sentence.forms[at] in COMMAS:
            at -= 1
        first = self._run_left(sentence, at)
        mention = self.nouns.read(sentence, first, at) if first <= at else None
        return Subject(mention, "relative") if mention else None

    def _run_left(self, sentence: Sentence, last: int) -> int:
        """Index of the first word of the noun phrase that ends at `last`; `last + 1` if there is none."""
        at = last
        while at >= 0 and last - at < LONGEST and not self._stops_left(sentence, at, last):
            at -= 1
            if self._begins_phrase(sentence, at + 1):
                break
        while at < last and sentence.forms[at + 1] in self.words["prepositions"]:
            at += 1
        return at + 1

    def _begins_phrase(self, sentence: Sentence, at: int) -> bool:
        """A determiner begins the phrase, unless a preposition ties it to a noun before it."""
        if sentence.forms[at] not in self.words["determiners"]:
            return False
        return at == 0 or not (self.nouns.preposition(sentence, at - 1) and self._inner_preposition(sentence, at - 1))

    def _stops_left(self, sentence: Sentence, at: int, last: int) -> bool:
        form, words = sentence.forms[at], self.words
        if not sentence.words[at].letter:
            return not (self._after_initial(sentence, at) and at < last)
        if form in self.pack.pronouns:
            return at < last
        if self.nouns.preposition(sentence, at):
            return at == last or not self._inner_preposition(sentence, at)
        if form in self.pack.verbs and not sentence.capital(at) and not self.nouns.heads_title(form):
            return self._verbal(sentence, at)
        if form == "and" and at < last and sentence.capital(at + 1) and at and sentence.capital(at - 1):
            return not self.nouns.heads_organisation(sentence.forms[at + 1]) and not self._organised(sentence, at)
        return any(form in words[key] for key in ("complementisers", "relatives", "conjunctions", "stops", "auxiliaries"))

    def _organised(self, sentence: Sentence, at: int) -> bool:
        """An organisation's name goes on over this word: "Bureau of Fisheries and Aquatic Resources"."""
        return any(self.nouns.heads_organisation(f) for f in sentence.forms[max(0, at - 6) : at])

    def _verbal(self, sentence: Sentence, at: int) -> bool:
        """A verb form that is not a noun here."""
        return not (at and sentence.forms[at - 1] in self.words["determiners"])

    def _inner_preposition(self, sentence: Sentence, at: int) -> bool:
        """A preposition that joins two nouns of one phrase rather than opening an adverbial."""
        if at == 0 or not sentence.words[at - 1].letter:
            return False
        form, before = sentence.forms[at], sentence.forms[at - 1]
        if self._timed(sentence.forms[at + 1]):
            return False
        return form in ("of", "for", "de", "du", "von") or self.nouns.heads_title(before) or form in ("with", "from", "at", "in")

    def _verb_second(self, sentence: Sentence, cue: Cue) -> Subject | None:
        participle = cue.verb is not None and cue.verb.participle
        at = self._skip_left(sentence, cue.first - 1)
        if not participle and self._inverted(sentence, cue):
            found = self._right(sentence, cue.last + 1, "inverted")
            if found:
                return found
        if at < 0:
            return None
        form = sentence.forms[at]
        if form in self.words["relatives"]:
            return self._antecedent(sentence, at - 1)
        if form in COMMAS:
            return None if participle else self._apposition(sentence, at)
        first = self._run_left(sentence, at)
        mention = self.nouns.read(sentence, first, at) if first <= at else None
        return Subject(mention, "before") if mention else None

    def _inverted(self, sentence: Sentence, cue: Cue) -> bool:
        """The verb follows a quotation directly: “…,” said X."""
        before = cue.first - 1
        while before >= 0 and sentence.forms[before] in (*COMMAS, "-", "–", "—"):
            before -= 1
        if before < 0 or cue.last + 1 >= len(sentence.words) or not sentence.words[cue.last + 1].letter:
            return False
        return sentence.forms[before] == PLACEHOLDER or self._ends_after(sentence, cue)

    def _ends_after(self, sentence: Sentence, cue: Cue) -> bool:
        """After a comma the verb is followed by a noun phrase and nothing else: "…, said X." or "…, said X, a Y"."""
        if sentence.forms[cue.last] in self.words["tellers"]:
            return False
        if sentence.forms[cue.first - 1] not in COMMAS or not any(at < cue.first for at in sentence.spans):
            return False
        last = self._run_right(sentence, cue.last + 1)
        return last > cue.last and (last + 1 >= len(sentence.words) or not sentence.words[last + 1].letter)

    def _skip_left(self, sentence: Sentence, at: int) -> int:
        """Leftwards past auxiliaries, adverbs and times ("on Monday")."""
        forms = sentence.forms
        while at >= 0 and sentence.words[at].letter:
            form = forms[at]
            if form in self.words["auxiliaries"] or form in self.words["adverbs"] or (form.endswith("ly") and not sentence.capital(at)):
                at -= 1
            elif self._timed(form):
                at -= 1
                if at >= 0 and forms[at] in self.words["prepositions"]:
                    at -= 1
            else:
                break
        return at

    def _apposition(self, sentence: Sentence, comma: int) -> Subject | None:
        """«Name, the spokesman of X, said» and «Name, however, said»: the phrase before the insertion."""
        pieces = self._pieces(sentence, comma)
        if not pieces:
            return None
        aged = self._before_age(sentence, pieces)
        first, last = aged or pieces[-1]
        if aged:
            pieces = [aged]
        if len(pieces) >= 2 and not self._bare_name(sentence, first, last):
            first, last = pieces[-2]
        if len(pieces) >= 2 and self._bare_name(sentence, *pieces[0]) and sentence.words[pieces[0][0]].letter:
            first, last = pieces[0] if pieces[0][1] > pieces[0][0] else (first, last)
        first = max(first, self._run_left(sentence, last))
        mention = self.nouns.read(sentence, first, last) if first <= last else None
        return Subject(mention, "apposition") if mention else None

    def _before_age(self, sentence: Sentence, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
        """The piece before a bare number is a person and the age."""
        for person, age in zip(pieces, pieces[1:], strict=False):
            if age[0] == age[1] and sentence.forms[age[0]].isdigit():
                return person
        return None

    def _pieces(self, sentence: Sentence, comma: int) -> list[tuple[int, int]]:
        """Word ranges between commas, from the clause's start up to the comma before the verb."""
        start = comma
        while start > 0 and comma - start < 40 and sentence.forms[start - 1] not in (PLACEHOLDER, ";", ":"):
            start -= 1
        pieces, first = [], start
        for at in range(start, comma + 1):
            if sentence.forms[at] in COMMAS:
                if at > first:
                    pieces.append((first, at - 1))
                first = at + 1
        return pieces

    def _bare_name(self, sentence: Sentence, first: int, last: int) -> bool:
        """Capitalised words only, none of them a title."""
        indexes = range(first, last + 1)
        return all(
            sentence.capital(i) or sentence.forms[i] in self.words["particles"] or sentence.forms[i] == "." for i in indexes
        ) and not any(self.nouns.heads_title(sentence.forms[i]) or sentence.forms[i] in self.words["adverbs"] for i in indexes)

    def _clause(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The first noun phrase of the clause, for verb-final languages."""
        start = cue.first
        while start > 0 and sentence.forms[start - 1] not in (";", ":", "؛") and cue.first - start < 40:
            start -= 1
        found = self._right(sentence, start, "clause")
        return found if found and found.mention.end <= sentence.words[cue.first].start else None

    def _skip_time(self, sentence: Sentence, at: int) -> int:
        """Past a fronted adverbial: "On Monday, …", "In Finland, …"."""
        forms = sentence.forms
        at = self._skip_right(sentence, at)
        if at < len(forms) and forms[at] in self.words["prepositions"]:
            comma = next((i for i in range(at, min(at + 12, len(forms))) if forms[i] in COMMAS), None)
            if comma is not None:
                at = self._skip_right(sentence, comma + 1)
        return at
