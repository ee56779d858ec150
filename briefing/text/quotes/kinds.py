"""Quote or not: a whole utterance, a phrase of the speaker's, or a name, a term, a title of a work in marks."""

from __future__ import annotations

from typing import Literal

from briefing.text.cues.attribution import Frame
from briefing.text.mentions.reader import NounReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.quotes.naming import NamingReader
from briefing.text.quotes.spelling import SpellingReader
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import STOPS

Kind = Literal["direct", "partial"]

SENTENCE = 6
"""Words from which a span that stands alone is taken for an utterance."""
TERM = 4
"""Words up to which a span inside a clause whose verb comes last is the name of something."""
LONG = 10
"""Words from which a span within a sentence is no name."""


_NO_CLAUSE = ("negations", "complementisers", "auxiliaries")
"""Conjunctions, as phrases end at them, that begin no clause of their own."""


class KindReader:
    """Tells quotations from other words in marks, in one language."""

    def __init__(self, pack: LanguagePack, nouns: NounReader) -> None:
        self.pack, self.nouns = pack, nouns
        self.spelling = SpellingReader(pack)
        self.naming = NamingReader(pack, nouns, self.spelling)
        self._clausal = pack.words["conjunctions"].difference(*(pack.words[key] for key in _NO_CLAUSE))

    def read(self, sentence: Sentence, at: int, frame: Frame | None, forms: list[str]) -> Kind | None:
        """The kind of the quotation at word `at`, whose folded words are `forms`; None if it is not a quote."""
        if (
            not forms
            or self.naming.named(sentence, at, forms)
            or self._known(forms)
            or self._foreign(sentence, at, forms)
        ):
            return None
        if (
            self._medium(sentence, at, frame, forms)
            or self._team(sentence, at, forms)
            or self._titled(sentence, at, frame, forms)
            or self._body(frame, forms)
            or (self.pack.order == "SOV" and self._term(sentence, at, frame, forms))
            or (self.pack.nouns_capitalised and self._proper(sentence, at, frame, forms))
        ):
            return None
        span = sentence.spans[at]
        ends = sentence.text[span.end - 1] in STOPS or sentence.text[span.end - 1] in ",،"
        ends = ends or (
            at == 0 and len(forms) >= 5 and self.pack.order != "VSO" and sentence.forms[1:2] in (["،"], [","])
        )
        if frame is not None and not span.closed and frame.lead == "words" and frame.cost > 4:
            return None
        if frame is not None and frame.cue.kind == "colon" and len(forms) <= 4 and self._goes_on(sentence, at):
            return None  # «رابط الخبر: “الصحة” تطلق …»
        if frame is None:
            alone = self._alone(sentence, at, forms, ends=ends) or self._ungoverned(sentence, at, forms)
            return alone or self.spelling.unframed(sentence, at, forms)
        if frame.lead in ("colon", "verb", "subject", "start"):
            described = frame.before and frame.cue.verb is not None and frame.cue.verb.describes
            short = len(forms) < 2 and frame.lead != "colon"
            short = short or self._object(frame, forms)
            return "partial" if described or short or not self._clause(sentence, at) else "direct"
        if frame.cue.kind == "according" and (self._defined(forms) or self._of_source(sentence, at, frame, forms)):
            return None
        if self._adjacent(frame):
            whole = len(forms) > 2 and self._clause(sentence, at) and not self._dependent(sentence, at, frame, forms)
            return "direct" if whole else "partial"
        return self._within(sentence, at, frame, forms, ends=ends)

    def _known(self, forms: list[str]) -> bool:
        """Numbers, letters, and names everybody knows: «منذ "4" سنوات», «أن "إسرائيل" لن …», «قادة "حماس"»."""
        if len(forms) > 5:
            return False
        if all(len(form) == 1 or form.isdigit() for form in forms):
            return True
        if not self.pack.capitals and len(forms) == 2 and forms[0].isdigit() and forms[1] in self.pack.words["times"]:
            return True  # «35 عاما»
        words, known = self.pack.words, " ".join(forms)
        return known in words["places"] or words["known_names"].length(forms, 0) == len(forms)

    def _foreign(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """A few words in Latin letters inside another script are a name: قناة «ON», بودكاست "The Daily"."""
        span = sentence.spans[at]
        return not self.pack.capitals and len(forms) <= 6 and sentence.text[span.start : span.end].isascii()

    def _body(self, frame: Frame | None, forms: list[str]) -> bool:
        """The name of a body or plan, its kind inside the marks: «تحالف دعم الشرعية», «حزب العدالة والتنمية»."""
        if not self.pack.articles or not 2 <= len(forms) <= 5 or (frame is not None and self._tells(frame)):
            return False
        words = self.pack.words
        if forms[0] not in words["organisations"] and forms[0] not in words["naming"]:
            return False
        last = forms[-1]
        closed = last.startswith((self.pack.articles[0], self.pack.articles[1])) or last in words["places"]
        verbal = any(form in self.pack.verbs or form in self.pack.actions for form in forms)
        return closed and not verbal and not any(form in words["prepositions"] for form in forms)

    def _term(self, sentence: Sentence, at: int, frame: Frame | None, forms: list[str]) -> bool:
        """A few words in the middle of a clause whose verb comes last: a name, unless a verb governs them directly."""
        pack, span = self.pack, sentence.spans[at]
        if not pack.actions or frame is None or len(forms) > TERM or not span.closed:
            return False
        if frame.lead in ("colon", "complementiser", "verb") or sentence.text[span.end - 1] in STOPS:
            return False
        if frame.cue.verb is not None and frame.cue.verb.describes and 0 < frame.cue.first - at <= 4:
            return False
        following = sentence.forms[at + 1] if at + 1 < len(sentence.forms) else ""
        verbal = following in pack.words["copulas"] or following in pack.actions
        return not verbal and not any(form in pack.verbs or form in pack.actions for form in forms)

    def _proper(self, sentence: Sentence, at: int, frame: Frame | None, forms: list[str]) -> bool:
        """A name by its capitals, where nothing leads straight to somebody's words."""
        return not (frame and self._tells(frame)) and self.spelling.proper(sentence, at, forms)

    def _tells(self, frame: Frame) -> bool:
        """The frame leads straight to somebody's words: a colon, or a verb that says what they call something."""
        return frame.lead == "colon" or (frame.cue.verb is not None and frame.cue.verb.describes and frame.before)

    def _medium(self, sentence: Sentence, at: int, frame: Frame | None, forms: list[str]) -> bool:
        """Short words in marks before a colon and a quotation name who it was said to: told the “Post”: “…”."""
        if len(forms) > 4:
            return False
        told = sentence.forms[at + 1 : at + 2] == [":"] and at + 2 in sentence.spans
        return told or (frame is not None and self._told(sentence, at, frame))

    def _told(self, sentence: Sentence, at: int, frame: Frame) -> bool:
        """Behind a verb whose quotation stands before it: «…», sagte er dem „Tagesspiegel“; סיפר ל"הארץ"."""
        verb = frame.cue.first
        if frame.cue.verb is None or frame.cue.verb.participle or self.pack.order == "VSO":
            return False
        if not frame.before or not any(verb - 3 <= index < verb for index in sentence.spans):
            return False
        before, words = sentence.forms[at - 1], self.pack.words
        if self.pack.capitals and not sentence.text[sentence.spans[at].start].isupper():
            return False
        if at == frame.cue.last + 1:
            return self.pack.capitals
        joined = before in self.pack.letters or before in words["determiners"] or before in words["prepositions"]
        return joined and frame.lead == "words"

    def _titled(self, sentence: Sentence, at: int, frame: Frame | None, forms: list[str]) -> bool:
        """A few words with a capital in the middle of a clause are a name or the title of a work."""
        pack, span = self.pack, sentence.spans[at]
        if not pack.capitals or pack.nouns_capitalised or not at or len(forms) > 5 or not span.closed:
            return False
        if frame is None or (frame.cue.verb is not None and frame.cue.verb.describes):
            return False
        inside = frame.lead == "words" if frame.before else at + 1 < len(sentence.forms) and sentence.letters[at + 1]
        text = sentence.text
        plain = inside and text[span.start].isupper() and text[span.end - 1] not in STOPS
        plain = plain and (pack.heads_first or self._title_case(text[span.start : span.end]))
        if pack.order == "SOV":
            plain = plain and not frame.before and frame.cue.first > at + 1
        return plain and forms[0] not in pack.words["first_person"] and sentence.letters[at - 1]

    def _title_case(self, words: str) -> bool:
        """The last word of several has a capital, too: “Chinese militia” is a phrase, “Northern Link” a name."""
        last = words.rsplit(maxsplit=1)[-1]
        return not last[0].islower() and (" " in words or self.pack.order != "SOV")

    def _team(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """Words in marks between a title and a name are part of the title: тренер «Волги» Руслан Гаджиев."""
        titled = self.pack.capitals and at > 0 and self.nouns.is_title(sentence.forms[at - 1])
        return titled and len(forms) <= 3 and at + 1 < len(sentence.forms) and sentence.capital(at + 1)

    def _clause(self, sentence: Sentence, at: int) -> bool:
        """The words can stand alone: in a language with capitals they begin with one."""
        start = sentence.spans[at].start
        if at and sentence.forms[at - 1] in COMMAS and any(index < at for index in sentence.spans):
            return True
        return not self.pack.capitals or not sentence.text[start].islower()

    def _of_source(self, sentence: Sentence, at: int, frame: Frame, forms: list[str]) -> bool:
        """The source's name or part of it: حسب «رويترز», «laut einer Umfrage für den „Spiegel“»."""
        words, row = self.pack.words, range(frame.cue.last + 1, at)
        if frame.before and not row and len(forms) <= 4:
            return True
        if not frame.before or len(forms) > 3 or not row or at - row.start > 6:
            return False
        joined = sentence.forms[at - 1]
        joins = joined in words["determiners"] or joined in words["prepositions"] or joined in self.pack.letters
        plain = not any(sentence.forms[i] in self.pack.verbs or sentence.forms[i] in COMMAS for i in row)
        if self.pack.nouns_capitalised:
            plain = plain and not any(self._verbal(sentence, i) for i in row)
        return joins and plain

    def _verbal(self, sentence: Sentence, at: int) -> bool:
        """A plain word that no list knows, where nouns have capitals: a verb or an adjective."""
        keys, form = ("determiners", "prepositions", "adverbs", "genitives"), sentence.forms[at]
        return not sentence.capital(at) and sentence.letters[at] and not any(form in self.pack.words[k] for k in keys)

    def _adjacent(self, frame: Frame) -> bool:
        """It stands where an utterance does: after the verb's subject or a complementiser, or before the verb."""
        if not frame.before or frame.lead in ("comma", "complementiser"):
            return True
        return frame.cost <= 3 and not self.pack.capitals

    def _dependent(self, sentence: Sentence, at: int, frame: Frame, forms: list[str]) -> bool:
        """The span needs the reporter's words: its subject stands before it («أن موسكو “لن تقبل”», «بأنها “حرب”»)."""
        words, before = self.pack.words, sentence.forms[at - 1]
        if self.pack.order != "VSO" or not frame.before or frame.cue.verb is None:
            return False
        verb = next((form for form in forms if form not in words["negations"]), forms[0]).removeprefix("س")
        if frame.lead == "words":
            reported = not words["complementisers"].isdisjoint(sentence.forms[frame.cue.last + 1 : at])
            return reported and not self._opens_clause(forms[0])
        if frame.lead != "complementiser":
            return False
        if before.endswith(self.pack.possessive_endings):
            return True
        held = before.endswith("ه")
        return held and (frame.cue.verb.describes or (verb[:1] in self.pack.present and len(verb) > 3))

    def _opens_clause(self, form: str) -> bool:
        """A conjunction, alone or in one word with a verb: «وأكد أن الجنوب خط أحمر “ولن نسمح …”»."""
        words, joined = self.pack.words, form[1:] if form.startswith(self.pack.proclitics) else ""
        if joined in words["negations"] or joined in words["conjunctions"] or joined in self.pack.verbs:
            return bool(joined)
        return form in self._clausal

    def _object(self, frame: Frame, forms: list[str]) -> bool:
        """What a verb governs by a preposition in one word with its noun: «ندد الوزير “بالموقف الجديد”»."""
        words, verb = self.pack.words, frame.cue.verb
        governed = frame.lead in ("verb", "subject") and verb is not None and verb.weak
        if self.pack.order != "VSO" or not governed or not self._prepositional(forms[0]):
            return False
        verbal = words["complementisers"] | words["negations"] | words["first_person"] | self.pack.actions
        return verbal.isdisjoint(forms) and not any(form in self.pack.verbs for form in forms)

    def _alone(self, sentence: Sentence, at: int, forms: list[str], *, ends: bool) -> Kind | None:
        """A span without a cue is a quote if it is a sentence of its own."""
        if not sentence.spans[at].closed and at:
            return None
        alone = not any(sentence.letters) or (at == 1 and sentence.forms[0] in self.pack.letters and len(forms) > 2)
        if len(forms) >= (3 if alone else SENTENCE - 1) and (alone or (ends and at == 0)):
            return "direct"
        return None

    def _ungoverned(self, sentence: Sentence, at: int, forms: list[str]) -> Kind | None:
        """Words behind «that» or a colon, or very many, without a verb the pack knows: «وقد أقنعهم بأن “…”»."""
        if self.pack.order != "VSO" or not at or not sentence.spans[at].closed:
            return None
        before, words = sentence.forms[at - 1], self.pack.words
        if before in words["complementisers"]:
            held = before.endswith((*self.pack.possessive_endings, "ه"))
            return "partial" if held else "direct" if len(forms) >= SENTENCE else None
        if before == ":":
            return "direct" if len(forms) >= SENTENCE and sentence.forms[at - 2] not in words["naming"] else None
        if len(forms) < LONG or self._entitled(sentence, at, forms):
            return None
        return "partial" if words["first_person"].isdisjoint(forms) else "direct"

    def _entitled(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """Not even many words are anybody's behind «under the title», after another name, or as a body's name."""
        last = next((i for i in range(at - 1, max(-1, at - 4), -1) if i in sentence.spans), at)
        if last != at and sentence.found.get(("kind", last)) is None:
            return True
        joined = sentence.forms[at - 1] in self.pack.letters and at > 1
        before, words = sentence.forms[at - 1 - joined], self.pack.words
        return not sentence.letters[at - 1] or before in words["naming"] or forms[0] in words["organisations"]

    def _within(self, sentence: Sentence, at: int, frame: Frame, forms: list[str], *, ends: bool) -> Kind | None:
        """A span inside a reported clause: the speaker's phrase, unless it is a defined name."""
        reach = 12 if sentence.forms[at - 1] in self.pack.letters else 4  # «وصف … بـ“…”»
        described = frame.cue.verb is not None and frame.cue.verb.describes and frame.cost <= reach
        described = described or self._joined(sentence, at)
        described = described or (len(forms) > 1 and sentence.forms[at - 1] in self.pack.words["copulas"])
        if not described and not self._vouched(sentence, at) and self._defined(forms):
            return None
        if len(forms) >= 8 and self._clause(sentence, at) and (ends or self._closing(sentence, at, frame, forms[0])):
            return "direct"
        spoken = self._opens_clause(forms[0]) or forms[0] in self.pack.words["first_person"]
        clause = spoken and self.pack.order == "VSO" and len(forms) >= SENTENCE - 1
        return "direct" if clause else "partial"

    def _closing(self, sentence: Sentence, at: int, frame: Frame, first: str) -> bool:
        """The span ends its sentence, and no complementiser stands between it and its verb: «قالت X في بيان “…”»."""
        following = sentence.forms[at + 1] if any(sentence.letters[at + 1 :]) else ""
        if self.pack.order != "VSO" or not frame.before or (following and following not in COMMAS):
            return False
        before, noun = sentence.forms[at - 1], first[1:] if first[0] in self.pack.letters else ""
        ruled = before in self.pack.letters or before in self.pack.words["prepositions"]
        ruled = ruled and not before.endswith((*self.pack.possessive_endings, "ه"))  # «في بيان لها “…”»
        if ruled or noun in self.pack.common or (noun and noun.startswith(self.pack.articles[0])):
            return False
        return self.pack.words["complementisers"].isdisjoint(sentence.forms[frame.cue.last : at])

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        """The sentence goes on right behind the span, whose words are its subject then."""
        return not self.pack.capitals and at + 1 < len(sentence.forms) and sentence.letters[at + 1]

    def _joined(self, sentence: Sentence, at: int) -> bool:
        """«برنامج “لإعادة الهيكلة” و“تحفيز الصناعات”»: the next phrase of somebody quoted."""
        joins = at > 1 and sentence.forms[at - 1] in self.pack.letters
        return joins and sentence.found.get(("kind", at - 2)) is not None

    def _vouched(self, sentence: Sentence, at: int) -> bool:
        """«على حد تعبيره» right behind: these are somebody's words."""
        row = range(at + 1, min(at + 3, len(sentence.forms)))
        return any(self.pack.words["asides"].length(sentence.forms, i) for i in row)

    def _defined(self, forms: list[str]) -> bool:
        """A noun phrase closed by definite articles, as names of plans and places are."""
        article = self.pack.articles[0] if self.pack.articles else ""
        if not article or len(forms) > 5 or not forms[-1].startswith(article):
            return False
        words = self.pack.words
        if forms[0][:1] in self.pack.letters and forms[0][1:] in self.pack.common:
            return False
        if forms[0] in words["prepositions"] or forms[0] in words["negations"] or forms[0] in words["according"].firsts:
            return False
        if any(form in self.pack.actions or form in self.pack.verbs for form in forms):
            return False  # «يستغرق بعض الوقت»
        if forms[0].endswith(self.pack.possessive_endings or " "):
            return False  # «سيادتها التجارية»
        if any(self._prepositional(form) or form in words["prepositions"] for form in forms[1:]):
            return False  # «مقبرة للأمم المتحدة», «جزء من المشكلة»: a preposition inside, as in no name.
        joined = tuple(prefix + article for prefix in ("", *self.pack.proclitics))
        return all(form.startswith(joined) for form in forms) or len(forms) <= 3

    def _prepositional(self, form: str) -> bool:
        """A preposition and its noun in one word: للأمم, لصوت, بالقوة."""
        joined = form[:1] in self.pack.letters and len(form) > 3
        noun = form[1:]
        return joined and (noun in self.pack.common or noun.startswith(self.pack.articles[0]) or form.startswith("لل"))
