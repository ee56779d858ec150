"""Quote or not: a whole utterance, a phrase of the speaker's, or a name, a term, a title of a work in marks."""

from __future__ import annotations

from typing import Literal

from briefing.text.attribution import Frame
from briefing.text.mentions import NounReader
from briefing.text.pack import LanguagePack
from briefing.text.skeleton import COMMAS, Sentence
from briefing.text.spelling import SpellingReader
from briefing.text.tokens import STOPS

Kind = Literal["direct", "partial"]

SENTENCE = 6
"""Words from which a span that stands alone is taken for an utterance."""


class KindReader:
    """Tells quotations from other words in marks, in one language."""

    def __init__(self, pack: LanguagePack, nouns: NounReader) -> None:
        self.pack, self.nouns = pack, nouns
        self.spelling = SpellingReader(pack)

    def read(self, sentence: Sentence, at: int, frame: Frame | None, forms: list[str]) -> Kind | None:
        """The kind of the quotation at word `at`, whose folded words are `forms`; None if it is not a quote."""
        if not forms or self.named(sentence, at, forms) or self._known(forms) or self._foreign(sentence, at, forms):
            return None
        if (
            self._medium(sentence, at, frame, forms)
            or self._team(sentence, at, forms)
            or self._titled(sentence, at, frame, forms)
        ):
            return None
        span = sentence.spans[at]
        ends = sentence.text[span.end - 1] in STOPS or sentence.text[span.end - 1] in ",،"
        ends = ends or (
            at == 0 and len(forms) >= 5 and self.pack.order != "VSO" and sentence.forms[1:2] in (["،"], [","])
        )
        if frame is not None and not span.closed and frame.lead == "words" and frame.cost > 4:
            return None
        if frame is None:
            return self._alone(sentence, at, forms, ends=ends) or self.spelling.unframed(sentence, at, forms)
        if frame.lead in ("colon", "verb", "subject", "start"):
            described = frame.before and frame.cue.verb is not None and frame.cue.verb.describes
            short = len(forms) < 2 and frame.lead != "colon"
            return "partial" if described or short or not self._clause(sentence, at) else "direct"
        if frame.cue.kind == "according" and (self._defined(forms) or self._of_source(sentence, at, frame, forms)):
            return None
        if self._adjacent(frame):
            return "direct" if len(forms) > 2 and self._clause(sentence, at) else "partial"
        return self._within(sentence, at, frame, forms, ends=ends)

    def _known(self, forms: list[str]) -> bool:
        """Numbers, letters, and names everybody knows: «منذ "4" سنوات», «أن "إسرائيل" لن …», «قادة "حماس"»."""
        if len(forms) > 4:
            return False
        if all(len(form) == 1 or form.isdigit() for form in forms):
            return True
        words, known = self.pack.words, " ".join(forms)
        return known in words["places"] or words["known_names"].length(forms, 0) == len(forms)

    def _foreign(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """A few words in Latin letters inside another script are a name: قناة «ON», بودكاست "The Daily"."""
        span = sentence.spans[at]
        return not self.pack.capitals and len(forms) <= 6 and sentence.text[span.start : span.end].isascii()

    def _called(self, forms: list[str], at: int) -> bool:
        """What the words right before a span say: called, known as."""
        called = self.pack.words["called"]
        if forms[at - 1] not in called.lasts:
            return False
        row = forms[:at]
        return called.length_before(row, at) > 0 or self._known_as(row)

    def _described(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """«a bill that she called “the best we ever had”»: what somebody calls something, in words of their own."""
        verb = self.pack.verbs.get(sentence.forms[at - 1])
        lower = sentence.text[sentence.spans[at].start].islower() and self.pack.capitals
        return (
            verb is not None and verb.describes and lower and (len(forms) >= 4 or self.spelling.does(sentence, at - 2))
        )

    def _known_as(self, row: list[str]) -> bool:
        """«known in Brussels as X»: the two words of the phrase with a few others, none of them a verb, between."""
        first = self.pack.words["called"].parted(row, len(row) - 1)
        return first is not None and not any(form in self.pack.verbs for form in row[first + 1 : -1])

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

    def _alone(self, sentence: Sentence, at: int, forms: list[str], *, ends: bool) -> Kind | None:
        """A span without a cue is a quote if it is a sentence of its own."""
        if not sentence.spans[at].closed and at:
            return None
        alone = not any(sentence.letters)
        if len(forms) >= (3 if alone else SENTENCE - 1) and (alone or (ends and at == 0)):
            return "direct"
        return None

    def _within(self, sentence: Sentence, at: int, frame: Frame, forms: list[str], *, ends: bool) -> Kind | None:
        """A span inside a reported clause: the speaker's phrase, unless it is a defined name."""
        described = frame.cue.verb is not None and frame.cue.verb.describes and frame.cost <= 4
        if not described and self._defined(forms):
            return None
        if ends and len(forms) >= 8 and self._clause(sentence, at):
            return "direct"
        return "partial"

    def _defined(self, forms: list[str]) -> bool:
        """A noun phrase closed by definite articles, as names of plans and places are."""
        article = self.pack.articles[0] if self.pack.articles else ""
        if not article or len(forms) > 5 or not forms[-1].startswith(article):
            return False
        words = self.pack.words
        if forms[0] in words["prepositions"] or forms[0] in words["negations"] or forms[0] in words["according"].firsts:
            return False
        joined = tuple(prefix + article for prefix in ("", *self.pack.proclitics))
        return all(form.startswith(joined) for form in forms) or len(forms) <= 3

    def named(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """The words before the span say that a name, a term or a title of a work follows."""
        key = "named", at
        if key not in sentence.found:
            sentence.found[key] = self._named(sentence, at, forms)
        named: bool = sentence.found[key]
        return named

    def _named(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        if len(forms) <= 14 and at + 1 < len(sentence.forms):
            behind = self.pack.words["naming_behind"].length(sentence.forms, at + 1)
            if behind:
                return True
        if self._after_according(sentence, at, forms) or self._addressed(sentence, at, forms):
            return True
        before = sentence.forms[max(0, at - 3) : at]
        while before and (before[-1] in self.pack.letters or before[-1] in "(:"):
            before.pop()
        if not before or len(forms) > 14:
            return False
        if self.spelling.owned(sentence, at) or self.spelling.coordinated(sentence, at):
            return True
        if self._called(sentence.forms, at):
            return not self._described(sentence, at, forms)
        last = before[-1]
        if self._qualified(before, forms):
            return True
        if last in self.pack.words["naming"]:
            spoken = before[-1] != sentence.forms[at - 1] and sentence.forms[at - 1] == ":" and len(forms) > 4
            spoken = spoken and last not in self.pack.words["called"].lasts
            known = not self.pack.capitals and len(before) > 1 and before[-2] in self.pack.words["determiners"]
            return not (spoken or known or self.spelling.phrase(sentence, at, forms))
        return (
            bool(self.pack.articles)
            and len(forms) <= 4
            and (last in self.nouns.organisations or self._to_body(last))
            and not self.nouns.definite(last)
        )

    def _to_body(self, form: str) -> bool:
        """A body behind the prefix of an addressee: «زيارته لقيادة “الفرقة 18”»."""
        return bool(self.pack.addressee) and form[:1] == self.pack.addressee and form[1:] in self.nouns.organisations

    def _after_according(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """The source itself: «حسبما ذكرت "العربية"»."""
        short = self.pack.order == "VSO" and len(forms) <= 4
        return short and self.pack.words["according"].length_before(sentence.forms, at) > 0

    def _addressed(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """Whom somebody spoke to: «وأضاف الوزير، لـ"الضفة"، أن …»."""
        if len(forms) > 4 or not self.pack.addressee or sentence.forms[at - 1] != self.pack.addressee:
            return False
        following = sentence.forms[at + 1] if at + 1 < len(sentence.forms) else ""
        return following in (*COMMAS, ":") or following in self.pack.words["complementisers"]

    def _qualified(self, before: list[str], forms: list[str]) -> bool:
        """A noun with its adjective, or a title that is no subject: «فيلمها الجديد "حظر تجول"»."""
        if self.pack.order != "VSO" or len(before) < 2 or not self.nouns.definite(before[-1]):
            return False
        if before[-2] in self.pack.words["naming"]:
            return not self.nouns.heads_title(before[-1]) and len(forms) <= 3
        titled = self.nouns.heads_title(before[-1]) and before[-2] not in self.pack.verbs
        return titled and 2 <= len(forms) <= 3 and before[-2] in self.pack.words["prepositions"]
