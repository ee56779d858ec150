"""Cues: the words of a sentence that say somebody speaks, and who.

A cue is a reporting verb, an "according to" frame or a speaker's name before a colon.
"""

from __future__ import annotations

from itertools import compress, count
from typing import Literal, NamedTuple, cast

from briefing.text.cues.inversion import InvertedVerbs
from briefing.text.cues.signatures import SignatureReader
from briefing.text.packs.pack import Gender, LanguagePack, Verb
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

_CLAUSES = ("complementisers", "relatives", "conjunctions", "auxiliaries", "negations", "adverbs")
_FRAMES = ("asides", "according", "according_behind", "according_opening")

OWNING = ("'s", "s'", "x'", "z'")
"""Endings of an owner behind which a verb's form is a noun: the minister's claim."""

COLON_REACH = 24
"""Words before a colon in which its speaker can be named."""

CueKind = Literal["verb", "according", "aside", "claim", "colon", "signature"]
"""A reporting verb; a frame that names its source; «على حد قوله» after a quote; a noun; a name before a colon."""


class Cue(NamedTuple):
    """Words `first`..`last` of a sentence that report speech."""

    kind: CueKind
    first: int
    last: int
    cue: str | None
    """Dictionary form of the verb, the frame as the pack writes it, None for a colon."""
    verb: Verb | None = None
    behind: bool = False
    """The frame stands behind its source: «X'e göre», «X zufolge»."""

    @property
    def gender(self) -> Gender | None:
        """What the verb's form says of its subject."""
        return self.verb.gender if self.verb is not None else None

    @property
    def sure(self) -> bool:
        """It is no homograph."""
        return self.verb is None or not self.verb.weak

    @property
    def depends(self) -> bool:
        """A participle, whose subject says less of another one's than that of the clause does."""
        return self.verb is not None and self.verb.participle


class CueReader:
    """Finds the cues of sentences in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self._frames = frozenset[str]().union(*(pack.words[key].firsts for key in _FRAMES))
        self._claims = pack.words["claims"]
        self._firsts = pack.verb_phrases.firsts | self._frames | pack.participles.keys() | self._claims.singles
        self._alone = {
            form: verb
            for form, verb in pack.verbs.items()
            if form in self._firsts - self._frames and pack.verb_phrases.opens_only(form)
        }
        """Verbs of one word that nothing else begins with."""
        self._inverted = InvertedVerbs(pack) if pack.capitals and pack.order != "SOV" else None
        self._signatures = SignatureReader(pack)

    def read(self, sentence: Sentence) -> list[Cue]:
        """The cues of a sentence, in reading order."""
        if "cues" not in sentence.found:
            sentence.found["cues"] = self._read(sentence)
            if sentence.spans and self._inverted is not None:
                self._add_unknown(sentence, sentence.found["cues"], self._inverted)
        cues: list[Cue] = sentence.found["cues"]
        return cues

    def _read(self, sentence: Sentence) -> list[Cue]:
        if self._firsts.isdisjoint(sentence.forms):
            return self._colon(sentence) or self._reported(sentence)
        found: list[Cue] = []
        for at in compress(count(), map(self._firsts.__contains__, sentence.forms)):
            if found and at <= found[-1].last:
                continue
            cue = self._at(sentence, at)
            if cue is None and sentence.forms[at] in self._claims:
                cue = self._claim(sentence.forms, at)
            if cue and not (found and self._inner(sentence, found[-1], cue)):
                found.append(cue)
        return [*found, *self._colon_behind(sentence, found)]

    def _colon_behind(self, sentence: Sentence, found: list[Cue]) -> list[Cue]:
        """A name before a colon, if no verb before it reports: «despidió al artista en un tuit: “…”»."""
        if not found:
            return self._colon(sentence) or self._reported(sentence)
        if not any(sentence.forms[at - 1] == ":" for at in sentence.spans if at):
            return []
        return [cue for cue in self._colon(sentence) if not any(verb.first < cue.first for verb in found)]

    def _reported(self, sentence: Sentence) -> list[Cue]:
        """A subjunctive that reports without a verb of its own: «Die Koalition sei „am Ende“»."""
        moods = self.pack.words["subjunctives"]
        if not sentence.spans or moods.isdisjoint(sentence.forms):
            return []
        at = next(at for at, form in enumerate(sentence.forms) if form in moods)
        return [Cue("verb", at, at, sentence.forms[at], Verb(sentence.forms[at], subjectless=True, weak=True))]

    def complemented(self, sentence: Sentence, cue: Cue) -> bool:
        """Behind the cue what is reported opens with «that»."""
        behind = sentence.forms[cue.last + 1 : cue.last + 12]
        return not self.pack.words["complementisers"].isdisjoint(behind)

    def _add_unknown(self, sentence: Sentence, cues: list[Cue], inverted: InvertedVerbs) -> None:
        """Adds the signatures, and the verbs that only their place behind a quotation shows."""
        for at in sentence.spans:
            signature = self.signature(sentence, at + 1)
            if signature is not None:
                cues.append(signature)
                break
            if any(at < cue.first <= at + 4 or self._told_by(sentence, at, cue) for cue in cues):
                continue
            found = inverted.find(sentence, at)
            if found is not None:
                first, last = found
                verb = Verb(sentence.forms[last], behind=True)
                cues.append(Cue("verb", first, last, sentence.raw(last), verb))
        cues.sort(key=lambda cue: cue.first)

    def signature(self, sentence: Sentence, dash: int) -> Cue | None:
        """The cue that a dash makes which leads to nothing but a name."""
        return Cue("signature", dash, dash, None) if self._signatures.at(sentence, dash) else None

    def _told_by(self, sentence: Sentence, at: int, cue: Cue) -> bool:
        """No comma parts a quotation's speaker from the cue: “…,” former senator Jane Poole said."""
        near = at < cue.first <= at + 10 and sentence.forms[cue.first - 1] != PLACEHOLDER
        return near and COMMAS.isdisjoint(sentence.forms[at + 2 : cue.first])

    def _claim(self, forms: list[str], at: int) -> Cue | None:
        """A noun for what somebody says, and what that is: "withdrew a claim that Holt was “lying”"."""
        if at + 1 == len(forms) or forms[at + 1] not in self.pack.words["complementisers"]:
            return None
        return Cue("claim", at, at, forms[at], Verb(forms[at], participle=True, weak=True))

    def _at(self, sentence: Sentence, at: int) -> Cue | None:
        forms = sentence.forms
        alone = self._alone.get(forms[at])
        if alone is not None and alone.weak and self._nominal(sentence, at, alone):
            return None
        if alone is not None:
            return None if self._noun(sentence, at) else Cue("verb", at, at, alone.cue, alone)
        frame = self._frame(forms, at) if forms[at] in self._frames else None
        if frame is not None:
            return frame
        length = self.pack.verb_phrases.length(forms, at)
        if not length:
            return self._parted(forms, at) if forms[at] in self.pack.participles else None
        verb = self.pack.verbs[" ".join(forms[at : at + length])]
        if length == 1 and self._noun(sentence, at):
            return None
        return Cue("verb", at, at + length - 1, verb.cue, verb)

    def _preposition(self, forms: list[str], at: int) -> bool:
        """«بين», «عبر»: a preposition unless it opens its clause and what it reports follows."""
        bare, words = forms[at].removeprefix("".join(self.pack.proclitics[:1])), self.pack.words
        if self.pack.order != "VSO" or bare not in words["prepositions"]:
            return False
        if any(form in words["prepositions"] for form in forms[at + 1 : at + 2]):
            return False  # «عبر عن»
        before, behind = forms[at - 1] if at else ":", forms[at + 1 : at + 13]
        keys = ("auxiliaries", "conjunctions", "relatives")
        opens = not before[0].isalnum() or any(before in words[key] for key in keys)
        about = not words["about"].isdisjoint(behind)
        return not (opens and (about or ":" in behind or not words["complementisers"].isdisjoint(behind)))

    def _nominal(self, sentence: Sentence, at: int, verb: Verb) -> bool:
        """A homograph: a preposition (بين), or a noun behind a verb or a preposition (رفض كشف اسمه, على طلب الوزير)."""
        forms = sentence.forms
        if self._preposition(forms, at):
            return True
        past = verb.gender == "masculine" and not verb.participle and forms[at][0] not in self.pack.present
        before = forms[at - 1] if at else ""
        if not past or before.startswith(self.pack.articles) or self._relates(forms, at + 1):
            return False
        return before in self.pack.actions or before in self.pack.common or self._governs(sentence, at - 1)

    def _relates(self, forms: list[str], at: int) -> bool:
        """A preposition with a pronoun, which goes back to the noun before the verb: «لافتات كتب عليها “…”»."""
        form = forms[at] if at < len(forms) else ""
        return form in self.pack.words["prepositions"] and form.endswith((*self.pack.possessive_endings, "ه"))

    def _governs(self, sentence: Sentence, at: int) -> bool:
        """A preposition without a pronoun of its own: على, not عليه nor the name علي."""
        form, pack = sentence.forms[at] if at >= 0 else "", self.pack
        if pack.order != "VSO" or form not in pack.words["prepositions"] or sentence.raw(at) in pack.given:
            return False
        return not form.endswith((*pack.possessive_endings, "ه"))

    def _parted(self, forms: list[str], at: int) -> Cue | None:
        """A participle parted from its auxiliary: «a de son côté appelé»."""
        row = range(at - 2, max(-1, at - 7), -1)
        auxiliary = next((i for i in row if forms[i] in self.pack.words["auxiliaries"]), None)
        if auxiliary is None or PLACEHOLDER in forms[auxiliary:at]:
            return None
        verb = self.pack.participles[forms[at]]
        return Cue("verb", auxiliary, at, verb.cue, verb)

    def _frame(self, forms: list[str], at: int) -> Cue | None:
        for key in _FRAMES:
            length = self.pack.words[key].length(forms, at) if at == 0 or key != "according_opening" else 0
            if length:
                last, kind = at + length - 1, "aside" if key == "asides" else "according"
                cue = " ".join(forms[at : last + 1])
                return Cue(cast("CueKind", kind), at, last, cue, behind=key == "according_behind")
        return None

    def _inner(self, sentence: Sentence, last: Cue, cue: Cue) -> bool:
        """A homograph in the clause of another verb: «أعربت … عبر التلفزيون», where عبر is a preposition."""
        if self.pack.order != "VSO" or cue.verb is None or not cue.verb.weak or cue.verb.participle:
            return False
        between, forms = slice(last.last + 1, cue.first), sentence.forms
        if forms[cue.first] in self.pack.words["prepositions"] and forms[cue.first - 1] in COMMAS:
            return True
        plain = all(sentence.letters[between]) and not forms[cue.first].startswith(self.pack.proclitics)
        joined = bool(forms[between]) and any(forms[cue.first - 1] in self.pack.words[k] for k in _CLAUSES)
        return plain and not joined

    def _noun(self, sentence: Sentence, at: int) -> bool:
        """The form stands where only a noun can: after a determiner, a possessive or a preposition."""
        if not self.pack.capitals or at == 0:
            return False
        if sentence.capital(at) and sentence.letters[at - 1]:
            return True
        before, verb = sentence.forms[at - 1], self.pack.verbs[sentence.forms[at]]
        if before in self.pack.words["determiners"] or before.endswith(OWNING):
            shouted = before in self.pack.words["anonymous"] and verb.participle and self._quotes_next(sentence, at)
            alone = shouted or (self._alone_before(before) and self._finite(sentence, at))
            return before not in self.pack.pronouns and not alone
        if verb.bare and (self._attribute(sentence, at - 1) or self._of_office(sentence, at)):
            return True
        if verb.weak and sentence.forms[at] == f"{verb.cue}s" and self._compound(sentence, at - 1):
            return True
        if verb.bare and before in self.pack.words["infinitives"]:
            return self.pack.verbs[sentence.forms[at]].weak and not self._quotes_next(sentence, at)
        return before in self.pack.words["prepositions"] and not verb.participle

    def _quotes_next(self, sentence: Sentence, at: int) -> bool:
        """A quotation follows, perhaps behind a colon or a comma."""
        return any(index in sentence.spans for index in (at + 1, at + 2))

    def _alone_before(self, form: str) -> bool:
        """The determiner is as often a subject by itself: "another said", "a sign that said"."""
        return form in self.pack.words["anonymous"] or form in self.pack.words["complementisers"]

    def _finite(self, sentence: Sentence, at: int) -> bool:
        """The form cannot be a noun."""
        verb = self.pack.verbs[sentence.forms[at]]
        plural = sentence.forms[at] == f"{verb.cue}s" and sentence.forms[at - 1] in self.pack.words["anonymous"]
        return not (verb.bare or verb.participle or plural)

    def _attribute(self, sentence: Sentence, at: int) -> bool:
        """A plain word in the singular, which makes a noun of the stem behind it: "his home state", "a pep talk"."""
        form, words = sentence.forms[at], self.pack.words
        if not sentence.letters[at] or sentence.capital(at) or form in self.pack.pronouns or form.endswith("s"):
            return False
        keys = ("auxiliaries", "adverbs", "coordinators", "conjunctions", "relatives", "anonymous", "prepositions",
                "first_person", "complementisers", "negations", "determiners")  # fmt: skip
        return not (any(form in words[key] for key in keys) or form.endswith(self.pack.adverb_endings or ("\n",)))

    def _compound(self, sentence: Sentence, at: int) -> bool:
        """A plain noun that speaks for nobody makes a plural of the form behind it: "pay rates", "peace talks"."""
        words, form = self.pack.words, sentence.forms[at]
        if self.pack.order != "SVO" or not self._attribute(sentence, at) or form in words["relatives"]:
            return False
        keys = ("titles", "roles", "organisations", "documents", "writings", "persons", "times", "possessives")
        return not any(form in words[key] for key in keys) and not self._takes_object(sentence, at + 2)

    def _takes_object(self, sentence: Sentence, at: int) -> bool:
        """The word can begin what a verb says or says it to."""
        if at >= len(sentence.forms) or at in sentence.spans:
            return True
        lists = (self.pack.words[key] for key in ("determiners", "possessives", "complementisers"))
        named = sentence.letters[at] and sentence.capital(at)
        return named or sentence.forms[at] in self.pack.pronouns or any(sentence.forms[at] in words for words in lists)

    def _of_office(self, sentence: Sentence, at: int) -> bool:
        """The stem of a weak verb behind a name and right before an office: "the Virginia state director"."""
        following = sentence.forms[at + 1] if at + 1 < len(sentence.forms) else ""
        weak = self.pack.verbs[sentence.forms[at]].weak and sentence.capital(at - 1)
        return weak and following in self.pack.words["titles"] and not sentence.capital(at + 1)

    def _colon(self, sentence: Sentence) -> list[Cue]:
        """«Name: “…”» without a verb."""
        forms = sentence.forms
        if ":" not in forms[:COLON_REACH]:
            return []
        at = forms.index(":")
        if at and at + 1 in sentence.spans and self.pack.capitals:
            return [Cue("colon", at, at, None)]
        if at and at + 1 in sentence.spans and COMMAS.isdisjoint(forms[:at]):
            return [Cue("colon", at, at, None)]
        return []
