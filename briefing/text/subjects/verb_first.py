"""Who speaks where the verb comes first: behind it, behind what it passes on, or right before it after all."""

from __future__ import annotations

from bisect import bisect_right

from briefing.text.cues.reader import Cue
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import LONGEST
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.subjects.beside import BesideReader, Subject

_SPEAKING = frozenset(("name", "title", "organisation"))


class VerbFirstReader:
    """Finds the subjects of verbs in a language of the order VSO."""

    def __init__(self, beside: BesideReader) -> None:
        self.pack, self.words = beside.pack, beside.words
        self.beside, self.runs, self.nouns = beside, beside.runs, beside.nouns

    def subject(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject of a verb, or None if the sentence does not name one."""
        before = cue.first - 1
        if before > 0 and sentence.forms[before] in self.words["auxiliaries"]:
            before -= 1
        if before > 0 and sentence.forms[before] in self.words["relatives"]:
            own = self.beside.right(sentence, cue.last + 1, "after")
            kind = own.mention.kind if own is not None else "thing"
            held = bool(self.pack.common) and sentence.forms[cue.last].endswith((*self.pack.possessive_endings, "ه"))
            sure = kind != "thing" and (kind != "name" or held or (own is not None and bool(own.mention.title)))
            if held and not sure:
                return None  # «الاتفاق الذي وصفه بأنه …»: the antecedent is the object.
            return own if sure else self.beside.antecedent(sentence, before - 1)
        if cue.verb and cue.verb.participle:
            return None
        relayed = self._led(sentence, cue) or self._relayed(sentence, cue) or self._headed(sentence, cue)
        if relayed is not None:
            return relayed
        found = self.beside.right(sentence, cue.last + 1, "after")
        if found is not None and self._governed(sentence, cue, found.mention):
            return self._named_before(sentence, cue, before)
        if found is None and cue.verb and cue.verb.gender is None:
            return self._source(sentence, cue)
        if found is not None and found.mention.kind == "thing":
            named = self._named_before(sentence, cue, before)
            return named or (None if self._described(sentence, cue, found.mention) else found)
        return found or self._named_before(sentence, cue, before)

    def _described(self, sentence: Sentence, cue: Cue, thing: Mention) -> bool:
        """A thing that its form shows to be the object: «ووصف الإجراءات بأنها …», «اتهم المسؤولين بأنهم …»."""
        form = sentence.forms[sentence.starts.index(thing.start)]
        held = sentence.forms[cue.last].endswith((*self.pack.possessive_endings, "ه"))
        if cue.verb is None or not cue.verb.describes or held:
            return False
        return form.endswith("ين") or (cue.gender == "masculine" and form.endswith(("ه", "ات")))

    def _governed(self, sentence: Sentence, cue: Cue, body: Mention) -> bool:
        """A feminine body behind a masculine verb is its object: «واتهم الولايات المتحدة بأنها …».

        Before a comma or «that» the reporter has only misspelt the verb: «وقال شركة النهر إن …».
        """
        first, forms = cue.last + 1, sentence.forms
        if body.kind != "organisation" or cue.gender != "masculine" or body.start != sentence.starts[first]:
            return False
        past = bisect_right(sentence.starts, body.end)
        if past >= len(forms) or not sentence.letters[past]:
            return False
        told = forms[past] in self.words["complementisers"] and forms[past][0] not in self.pack.letters
        return not told and (body.gender == "feminine" or forms[first].endswith(("ه", "ات")))

    def _led(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject behind an auxiliary: «كان الوزير فلان قد حذر النواب من …», «كانت الوزارة طالبت فلانا»."""
        auxiliaries, forms, at = self.words["auxiliaries"], sentence.forms, cue.first - 1
        if at < 1 or auxiliaries.isdisjoint(forms[max(0, at - LONGEST + 1) : at]):
            return None
        parted = forms[at] in auxiliaries
        led = next(i for i in range(at - 1, -1, -1) if forms[i] in auxiliaries)
        found = self.beside.right(sentence, led + 1, "before") if led < at - parted else None
        if found is None or found.mention.kind not in _SPEAKING:
            return None
        return found if parted or found.mention.end == sentence.ends[at] else None

    def _source(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """Whose words a noun such as قوله reports: «ونقلت … عن فلان قوله»."""
        row = range(cue.first - 1, max(-1, cue.first - 10), -1)
        at = next((i for i in row if sentence.forms[i] in self.words["sources"]), None)
        if at is None or at + 1 >= cue.first:
            return None
        mention = self.nouns.read(sentence, at + 1, cue.first - 1)
        return Subject(mention, "source") if mention else None

    def _relayed(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """Whose words the verb's subject passes on: «ونقلت وكالة … عن الوزارة أن …», «ذكرت الوزارة على لسان فلان»."""
        words, forms, relays = self.words, sentence.forms, sentence.forms[cue.last] in self.words["relays"]
        if (words["sources"] if relays else words["spokesmen"].firsts).isdisjoint(forms[cue.last + 1 : cue.last + 10]):
            return None
        for at in range(cue.last + 1, min(cue.last + 10, len(forms) - 1)):
            if forms[at] in words["complementisers"]:
                return None
            length = int(forms[at] in words["sources"]) if relays else words["spokesmen"].length(forms, at)
            if length:
                found = self.beside.right(sentence, at + length, "source")
                return found if found is not None and found.mention.kind != "thing" else None
        return None

    def _headed(self, sentence: Sentence, cue: Cue) -> Subject | None:
        """The subject that a headline begins with: «الحكومة السورية تصف الاتفاق بأنه …», «لافروف يتهم الغرب بـ…»."""
        form = sentence.forms[cue.first]
        if not 0 < cue.first < 7 or form[0] not in self.pack.present or not all(sentence.letters[: cue.first]):
            return None
        first = sentence.forms[0]
        if first.startswith(self.pack.proclitics[:1]) or self.runs.prefixed.addressee(sentence, 0):
            return None
        if self.runs.left(sentence, cue.first - 1) or self.runs.right(sentence, 0) != cue.first - 1:
            return None
        mention = self.nouns.read(sentence, 0, cue.first - 1)
        whole = mention is not None and mention.kind in _SPEAKING and mention.end == sentence.ends[cue.first - 1]
        return Subject(mention, "before") if mention is not None and whole else None

    def _named_before(self, sentence: Sentence, cue: Cue, at: int) -> Subject | None:
        """A titled name right before the verb: «وكان زعيمهم فلان أكد»."""
        if at < 0:
            return None
        if sentence.forms[at] in COMMAS:
            joined = sentence.forms[cue.first].startswith(self.pack.proclitics[1:2])
            return self._between_commas(sentence, at) if joined else None
        if sentence.forms[at] == ")" and "(" in sentence.forms[max(1, at - 4) : at]:
            at = sentence.forms.index("(", max(1, at - 4)) - 1  # «لكن وكالة الأنباء (سانا) قالت …»
        if not sentence.letters[at]:
            return None
        mention = self.beside.titled_left(sentence, at)
        first = self.runs.left(sentence, at)
        if mention is not None and mention.kind == "name" and first == 0 and at < 3:
            return Subject(mention, "before")  # «عبيد أعلنت …»
        if mention is not None and mention.kind in _SPEAKING and self._contrasted(sentence, first):
            return Subject(mention, "before")  # «لكن الوزارة نفت …», «إلا أن عبيد قال …»
        if mention is not None and mention.end == sentence.ends[at] and self._reported(sentence, cue, mention, first):
            return Subject(mention, "before")
        led = first > 0 and sentence.forms[first - 1] in self.words["auxiliaries"] and at - first < 4
        named = mention is not None and (mention.kind in _SPEAKING if led else mention.kind == "name" and mention.title)
        return Subject(mention, "before") if mention and named else None

    def _reported(self, sentence: Sentence, cue: Cue, mention: Mention, first: int) -> bool:
        """What is reported begins with its own speaker: «وأفادت الوكالة أن عبيد قال …»."""
        if mention.kind not in ("name", "organisation") or not cue.sure or first < 2:
            return False
        joined = sentence.forms[cue.first].startswith(self.pack.proclitics)
        told = sentence.forms[first - 1] in self.words["complementisers"]
        return told and not joined and sentence.forms[first - 2] not in self.words["prepositions"]

    def _contrasted(self, sentence: Sentence, first: int) -> bool:
        """The phrase opens its sentence behind a conjunction, after which a subject stands before its verb."""
        if first > 0 and self.words["contrasts"].length_before(sentence.forms, first):
            return True
        before = sentence.forms[first - 1] if 0 < first < 5 else ""
        joins = before in self.words["conjunctions"] or before in self.words["complementisers"]
        return joins and all(sentence.letters[:first]) and not any(f in self.pack.verbs for f in sentence.forms[:first])

    def _between_commas(self, sentence: Sentence, at: int) -> Subject | None:
        """A name of two words or more between commas: «أما زميله في الجامعة، عمر الكتاني، فيعتبر أن …»."""
        comma = next((i for i in range(at - 1, max(-1, at - 7), -1) if sentence.forms[i] in COMMAS), None)
        if comma is None or at - comma < 3 or not all(sentence.letters[comma + 1 : at]):
            return None
        mention = self.nouns.read(sentence, comma + 1, at - 1)
        whole = mention is not None and mention.kind == "name" and mention.end == sentence.ends[at - 1]
        return Subject(mention, "apposition") if mention and whole else None
