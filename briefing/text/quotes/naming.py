"""Names, terms and titles of works in marks, by the words around them."""

from __future__ import annotations

from briefing.text.mentions.reader import NounReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.quotes.spelling import SpellingReader
from briefing.text.sentences.skeleton import COMMAS, Sentence


class NamingReader:
    """Tells from the words beside a span that it is a name, in one language."""

    def __init__(self, pack: LanguagePack, nouns: NounReader, spelling: SpellingReader) -> None:
        self.pack, self.nouns, self.spelling = pack, nouns, spelling

    def named(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """The words before the span say that a name, a term or a title of a work follows."""
        key = "named", at
        if key not in sentence.found:
            sentence.found[key] = self._named(sentence, at, forms)
        named: bool = sentence.found[key]
        return named

    def _listed(self, sentence: Sentence, at: int) -> bool:
        """The next of several names: «جماعة “هنا” أو “هناك”», «مسلسلات “طريق”، “ضد مجهول” و“هي”»."""
        joining = self._joining(sentence, at)
        return joining is not None and (joining in self.pack.letters or joining in (*COMMAS, "او"))

    def _coordinated(self, sentence: Sentence, at: int) -> bool:
        """The second of two names: known as “the Swamp” or “Mud Town”."""
        return self._joining(sentence, at) in self.pack.words["stops"]

    def _joining(self, sentence: Sentence, at: int) -> str | None:
        """The only word between the span and one before it that is a name."""
        named = at - 2 in sentence.spans and sentence.found.get(("named", at - 2), False)
        return sentence.forms[at - 1] if named else None

    def _named(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        if not self.pack.capitals and len(forms) <= 6 and self._listed(sentence, at):
            return True
        behind = self.pack.words["naming_behind"]
        if len(forms) <= 14 and at + 1 < len(sentence.forms) and behind.length(sentence.forms, at + 1):
            return True
        if self._after_according(sentence, at, forms) or self._addressed(sentence, at, forms):
            return True
        before = sentence.forms[max(0, at - 3) : at]
        while before and (before[-1] in self.pack.letters or before[-1] in "(:"):
            before.pop()
        if not before or len(forms) > 14:
            return False
        if self.spelling.owned(sentence, at) or self._coordinated(sentence, at):
            return True
        if self._called(sentence.forms, at):
            return not self._described(sentence, at, forms)
        last = before[-1]
        if self._qualified(before, forms) or self._chained(sentence, at, forms):
            return not (forms and self._adverbial(forms))
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

    def _called(self, forms: list[str], at: int) -> bool:
        """What the words right before a span say: called, known as."""
        called = self.pack.words["called"]
        if forms[at - 1] not in called.lasts:
            return False
        row = forms[:at]
        if not self.pack.words["withheld"].isdisjoint(row[-4:]):
            return False  # «رفض الكشف عن اسمه “…”»
        return called.length_before(row, at) > 0 or self._known_as(row)

    def _described(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """«a bill that she called “the best we ever had”»: what somebody calls something, in words of their own."""
        verb = self.pack.verbs.get(sentence.forms[at - 1])
        lower = sentence.text[sentence.spans[at].start].islower() and self.pack.capitals
        described = verb is not None and verb.describes and lower
        subject = at - 2 - (at > 2 and sentence.forms[at - 2] in COMMAS)
        return described and (len(forms) >= 4 or self.spelling.does(sentence, subject))

    def _known_as(self, row: list[str]) -> bool:
        """«known in Brussels as X»: the two words of the phrase with a few others, none of them a verb, between."""
        first = self.pack.words["called"].parted(row, len(row) - 1)
        return first is not None and not any(form in self.pack.verbs for form in row[first + 1 : -1])

    def _adverbial(self, forms: list[str]) -> bool:
        """A preposition and its noun: سيطرت على مطار الحديدة «بالكامل»."""
        first = forms[0]
        joined = first[:1] in self.pack.letters and first[1:].startswith(self.pack.articles[:1])
        return first in self.pack.words["prepositions"] or joined

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
        teller = sentence.forms[at - 2] if at > 1 else ""  # «قال لـ“الضفة” فلان», «في تصريحات لـ“الضفة”»
        verb, words = self.pack.verbs.get(teller), self.pack.words
        told = verb is not None and (not verb.weak or self.nouns.heads_title(following))
        if told or teller in words["tellers"] or teller in words["documents"]:
            return True
        if teller in self.pack.common or (teller[-1:] == "ه" and teller[:-1] in self.pack.common):
            return False  # «معلنا دعمه لـ“معركة الحضارة”، …»
        return following in (*COMMAS, ":") or following in words["complementisers"]

    def _chained(self, sentence: Sentence, at: int, forms: list[str]) -> bool:
        """A noun with several definite words before its name: «شركة النفط الفرنسية العملاقة “توتال”»."""
        if self.pack.order != "VSO" or len(forms) > 3:
            return False
        head = at - 1
        while head > max(0, at - 6) and self.nouns.definite(sentence.forms[head]):
            head -= 1
        return at - head > 2 and sentence.forms[head] in self.pack.words["naming"]

    def _qualified(self, before: list[str], forms: list[str]) -> bool:
        """A noun with its adjective, or a title that is no subject: «فيلمها الجديد "حظر تجول"»."""
        if self.pack.order != "VSO" or len(before) < 2 or not self.nouns.definite(before[-1]):
            return False
        if before[-2] in self.pack.words["naming"]:
            adjective = before[-1].endswith(("ي", "ه")) or self.nouns.bare(before[-1]) in self.pack.common
            return adjective and not self.nouns.heads_title(before[-1]) and len(forms) <= 3
        titled = self.nouns.heads_title(before[-1]) and before[-2] not in self.pack.verbs
        return titled and 2 <= len(forms) <= 3 and before[-2] in self.pack.words["prepositions"]
