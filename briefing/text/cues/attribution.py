"""Which cue governs a quotation, and how close it stands.

Costs are words of distance with a bonus for a colon, a complementiser or a comma beside the quotation, and a price
for another quotation or a semicolon in between; the cheapest cue below the limit wins.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.text.cues.reader import Cue
from briefing.text.cues.signatures import DASHES
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

ASIDE = 10.0
"""Cost of a frame that is nothing but «على حد تعبيره»."""
LIMIT = 28.0
"""Dearest cue that still governs a quotation."""


UTTERANCE = 30
"""Code points from which on a quotation may have its source behind another one."""


class Frame(NamedTuple):
    """A cue beside a quotation: on which side it stands, its cost, and what stands right before the quotation."""

    cue: Cue
    before: bool
    cost: float
    lead: str
    """"start", "colon", "complementiser", "verb", "subject", "comma" or "words": what the quotation follows."""


class Matcher:
    """Matches the quotations of sentences to their cues."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        words = pack.words
        self._new_clause = (words["conjunctions"] & words["stops"]) - words["coordinators"]
        """Conjunctions whose clause is not what a quotation before them belongs to: “…”, while Holt called for …"""
        self._strong = frozenset(form for form, verb in pack.verbs.items() if not verb.weak)

    def frame(self, sentence: Sentence, cues: list[Cue], at: int) -> Frame | None:
        """The frame of the quotation whose placeholder is word `at`, or None."""
        lead = self.lead(sentence, cues, at)
        best: Frame | None = None
        for cue in self._near(cues, at):
            cost = self._cost(sentence, cue, at, lead)
            if cost is not None and cost <= LIMIT and (best is None or cost < best.cost):
                best = Frame(cue, cue.last < at, cost, lead)
        return best or self._aside(cues, at, lead)

    def _aside(self, cues: list[Cue], at: int, lead: str) -> Frame | None:
        """The frame of a quotation far from its verb, that «وفق تعبيره» right behind it says to be one."""
        if not any(cue.kind == "aside" and at < cue.first <= at + 2 for cue in cues):
            return None
        before = [cue for cue in cues if cue.last < at and cue.verb is not None and not cue.verb.weak]
        if before:
            return Frame(before[-1], before=True, cost=LIMIT, lead=lead)
        own = next(cue for cue in cues if cue.kind == "aside" and cue.first > at)
        return Frame(own, before=False, cost=ASIDE, lead="words") if self.pack.order == "VSO" else None

    def _near(self, cues: list[Cue], at: int) -> list[Cue]:
        """The last few cues before the quotation and the first few behind it."""
        if len(cues) < 2:
            return cues
        before = [cue for cue in cues if cue.last < at]
        return before[-4:] + [cue for cue in cues if cue.first > at][:2]

    def lead(self, sentence: Sentence, cues: list[Cue], at: int) -> str:
        """What stands right before the quotation."""
        if at == 0:
            return "start"
        form = sentence.forms[at - 1]
        if form == ":":
            return "colon"
        if form in self.pack.words["complementisers"]:
            return "complementiser"
        for cue in cues:
            if cue.last == at - 1 and cue.kind == "verb":
                return "verb"
        return "comma" if form in COMMAS else "words"

    def _cost(self, sentence: Sentence, cue: Cue, at: int, lead: str) -> float | None:
        """What it costs a cue to govern the quotation; None if it cannot."""
        if cue.kind == "aside":
            return None
        if cue.kind == "signature":
            return 0.0 if cue.first == at + 1 else None
        return self._before(sentence, cue, at, lead) if cue.last < at else self._after(sentence, cue, at)

    def _before(self, sentence: Sentence, cue: Cue, at: int, lead: str) -> float | None:
        """Cost of a cue left of the quotation."""
        if cue.verb is not None and cue.verb.behind:
            return None
        gap = at - cue.last - 1
        between = sentence.forms[cue.last + 1 : at]
        cost = self._distance(cue, gap, between) - (
            6.0 if lead in ("colon", "verb") else 3.0 if lead == "complementiser" else 0.0
        )
        cost += 8.0 * (between.count(";") + between.count("؛")) + 2.0 * between.count(PLACEHOLDER)
        if cue.verb is not None and cue.verb.weak and not self._reports(sentence, cue, at):
            return None
        cost += 20.0 if self._embedded(sentence, cue, lead) else 0.0
        describing = cue.verb is not None and cue.verb.describes and gap <= 3 and self.pack.order == "VSO"
        cost += 8.0 if lead != "colon" and not describing and self._relative(sentence, cue) else 0.0
        if cue.kind == "colon" and self._told_behind(sentence, at):
            cost += 12.0
        if cue.kind == "according":
            cost += 22.0 if self._inserted(sentence, cue, at) else 12.0
        return cost + 12.0 * (lead != "colon" and self._by_another(sentence, cue))

    def _told_behind(self, sentence: Sentence, at: int) -> bool:
        """A comma and a verb follow, whose subject spoke: Die Gäste waren zufrieden: „…“, sagte der Trainer."""
        following = sentence.forms[at + 1 : at + 3]
        return len(following) == 2 and following[0] in COMMAS and following[1] in self._strong

    def _by_another(self, sentence: Sentence, cue: Cue) -> bool:
        """What a participle says of a noun: "the fund, announced by the ministry on Friday, is “late”"."""
        if cue.verb is None or cue.verb.describes or self.pack.order != "SVO":
            return False
        following = sentence.forms[cue.last + 1 : cue.last + 2]
        parted = cue.first > 1 and (sentence.letters[cue.first - 1] or sentence.forms[cue.first - 1] in COMMAS)
        passive = cue.first > 0 and sentence.forms[cue.first - 1] in self.pack.words["passives"]
        return parted and not passive and not self.pack.words["agents"].isdisjoint(following)

    def _distance(self, cue: Cue, gap: int, between: list[str]) -> float:
        """Words between; in a clause that the verb opened they tell less: «قالت X، التي …، إن … “…”»."""
        opened = self.pack.order == "VSO" and gap > 8 and not self.pack.words["complementisers"].isdisjoint(between)
        return 4.0 + gap / 2 if opened and cue.verb is not None else float(gap)

    def _relative(self, sentence: Sentence, cue: Cue) -> bool:
        """The verb of a relative clause: «وأكمل في كلمته التي توعد فيها …»."""
        related = self.pack.order == "VSO" and cue.first > 1
        return related and sentence.forms[cue.first - 1] in self.pack.words["relatives"]

    def _inserted(self, sentence: Sentence, cue: Cue, at: int) -> bool:
        """A source between marks behind the verb: «وأضاف X - حسبما أوردت صحيفة … - “…”»."""
        row = sentence.forms[cue.last + 1 : at]
        ends = bool(row) and (row[-1] in COMMAS or row[-1] in DASHES)
        return ends and any(
            form in self.pack.verbs and not self.pack.verbs[form].weak for form in sentence.forms[: cue.first]
        )

    def _embedded(self, sentence: Sentence, cue: Cue, lead: str) -> bool:
        """A weak verb inside what somebody else is reported to say: "said that Washington had concluded …"."""
        if cue.verb is None or not cue.verb.weak:
            return False
        if self._behind_insertion(sentence, cue):
            return True
        if lead in ("verb", "colon") or cue.verb.describes:
            return False
        if self._attached(sentence, cue):
            return False
        row = sentence.forms[max(0, cue.first - 14) : cue.first]
        if lead == "complementiser" and self._own_clause(sentence, cue):
            return False
        return not (self._strong.isdisjoint(row) and self.pack.words["complementisers"].isdisjoint(row))

    def _behind_insertion(self, sentence: Sentence, cue: Cue) -> bool:
        """Who says it stands between commas before the verb: "The town, she said, feels “worn out”"."""
        forms, at = sentence.forms, cue.first
        if self.pack.order != "SVO" or at < 4 or forms[at - 1] not in COMMAS or forms[at - 2] not in self._strong:
            return False
        return not COMMAS.isdisjoint(forms[max(0, at - 6) : at - 2])

    def _attached(self, sentence: Sentence, cue: Cue) -> bool:
        """A participle behind a comma, whose subject is the main clause's: "Holt spoke of jobs that last, noting …"."""
        parted = cue.first > 0 and sentence.forms[cue.first - 1] in COMMAS and self.pack.order == "SVO"
        return parted and cue.verb is not None and cue.verb.participle

    def _own_clause(self, sentence: Sentence, cue: Cue) -> bool:
        """A conjunction or a comma before the verb opens a clause beside the one before: «نفت الخبر، إذ ذكرت …»."""
        if self.pack.order != "VSO" or not cue.first:
            return False
        before = sentence.forms[cue.first - 1]
        return before in COMMAS or before in self.pack.words["conjunctions"] or self._goes_on(sentence.forms[cue.first])

    def _reports(self, sentence: Sentence, cue: Cue, at: int) -> bool:
        """A weak verb has a colon, a complementiser or the quotation near enough to be reporting."""
        forms, verb = sentence.forms, cue.verb
        if verb is not None and verb.describes:
            return at - cue.last <= 16
        between = forms[cue.last + 1 : at]
        if self._taken_in(sentence, cue, between):
            return True
        complementisers = self.pack.words["complementisers"]
        near = between[: 18 if self.pack.order == "VSO" and cue.first < 2 else 9]
        if not between or between[-1] == ":" or not complementisers.isdisjoint((*near, between[-1])):
            return True
        if self.pack.order != "VSO" or cue.first > 2:
            return len(between) <= 6
        # «دعا X … إلى “…”»: behind its preposition the object of an opening verb may stand far off.
        return len(between) <= (18 if between[-1] in self.pack.words["prepositions"] else 10)

    def _taken_in(self, sentence: Sentence, cue: Cue, between: list[str]) -> bool:
        """The verb's clause stands between two quotations: "It is “late,” Holt wrote in a note, and “dear”"."""
        if self.pack.order != "SVO" or not between or between[-1] not in self.pack.words["stops"]:
            return False
        row = range(max(0, cue.first - 4), cue.first)
        before = next((i for i in reversed(row) if i in sentence.spans), None)
        return before is not None and sentence.text[sentence.spans[before].end - 1] in ",?!"

    def _after(self, sentence: Sentence, cue: Cue, at: int) -> float | None:
        """Cost of a cue right of the quotation."""
        between = sentence.forms[at + 1 : cue.first]
        if PLACEHOLDER in between:
            closing = cue.verb is not None and not (cue.verb.weak or cue.verb.participle) and len(between) <= 30
            if closing and self.pack.order == "SVO" and self._closing(sentence, cue):
                return 20.0
            span = sentence.spans[at]
            over = cue.kind == "according" and self.pack.order == "VSO" and span.end - span.start > UTTERANCE
            return 16.0 + len(between) * 0.5 if over and len(between) < 20 else None
        if cue.kind == "according":
            return 16.0 + len(between) * 0.5
        if len(between) > 1 and between[0] in COMMAS and between[1] in self._new_clause:
            return None
        if self.pack.order == "SVO" and len(between) > 1 and between[1] in self.pack.words["relatives"]:
            return None  # “…,” to which she replied “…”
        closed = self._closes(sentence, at, between)
        passed_on = 10.0 if at and self._reported_before(sentence, at) else 0.0
        limit = 4 if self.pack.order == "VSO" else 30 if closed else 14
        if len(between) > limit or (cue.verb is not None and cue.verb.participle and self.pack.order != "SOV"):
            return None
        if self.pack.order == "VSO" and between and not self._taken_up(sentence, cue, between):
            return None
        if self.pack.order == "VSO" and between and self._goes_on(sentence.forms[cue.first]):
            return None
        if not between and self.pack.order == "VSO" and sentence.forms[cue.first] in self.pack.words["prepositions"]:
            return None  # بين, عبر
        if not between and at and sentence.letters[at - 1] and self._noun(sentence, cue):
            return None  # The “stand down” order, the “Swift boat” attacks.
        if (
            not between
            and cue.last + 1 < len(sentence.forms)
            and sentence.forms[cue.last + 1] in self.pack.words["prepositions"]
        ):
            return 12.0
        return (len(between) * 0.5 if closed else 10.0 + len(between)) - 2.0 * closed + passed_on

    def _goes_on(self, form: str) -> bool:
        """A verb with its conjunction opens a clause of its own: «“…”، وأضاف …»."""
        return form[:1] in self.pack.proclitics and form[1:] in self.pack.verbs

    def _taken_up(self, sentence: Sentence, cue: Cue, between: list[str]) -> bool:
        """A comma alone, or words that take the quotation up: «“…”، هذا ما قاله X», «“…”، بهذه الكلمات وصف X».

        With words of its own to report, the verb goes on instead: «“…”، كما أوضح أن …».
        """
        plain = between[1:] if between[0] in COMMAS else between
        if not plain:
            return True
        behind = sentence.forms[cue.last + 1 : cue.last + 8]
        own = (cue.verb is not None and cue.verb.weak and len(plain) < 2) or not self.pack.words[
            "complementisers"
        ].isdisjoint(behind)
        return not own and self.pack.words["taken_up"].length(plain, 0) == len(plain)

    def _closing(self, sentence: Sentence, cue: Cue) -> bool:
        """A clause behind a comma closes the sentence: "A “hard” winter may follow the “lost” summer, he said"."""
        clause = sentence.forms[max(0, cue.first - 3) : cue.first]
        return len(sentence.forms) - cue.last <= 3 and not COMMAS.isdisjoint(clause)

    def _noun(self, sentence: Sentence, cue: Cue) -> bool:
        """The verb's form may be a noun as well."""
        form = sentence.forms[cue.first]
        return cue.verb is not None and cue.verb.weak and (cue.verb.bare or form == f"{cue.verb.cue}s")

    def _reported_before(self, sentence: Sentence, at: int) -> bool:
        """What an agency passes on: "He added that the union “is ready,” Reuters reported"."""
        forms, complementisers = sentence.forms, self.pack.words["complementisers"]
        first = next((i for i in range(max(0, at - 14), at) if forms[i] in complementisers), None)
        verb = self.pack.verbs.get(forms[first - 1]) if first else None
        return verb is not None and not verb.weak and not verb.participle

    def _closes(self, sentence: Sentence, at: int, between: list[str]) -> bool:
        """The quotation ends with a comma, or one follows it, as before «he said»."""
        span = sentence.spans[at]
        return (
            sentence.text[span.end - 1] in ",،?!؟"
            or bool(between and between[0] in (*COMMAS, "-", "–", "—"))
            or at == 0
        )
