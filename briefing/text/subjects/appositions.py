"""Subjects with words between commas before their verb: «Name, the spokesman of X, said»."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

_FRONTED = ("prepositions", "times", "adverbs", "conjunctions")
"""Lists whose words begin no subject."""


class AppositionReader:
    """Finds who speaks among the pieces between commas before a verb, in one language."""

    def __init__(self, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = runs.pack, runs.words, runs, runs.nouns
        self.places = runs.pack.capitals and not runs.pack.heads_first
        """Places stand behind whoever is there, in two pieces: "of Worcester, Massachusetts"."""

    def mention(self, sentence: Sentence, comma: int) -> Mention | None:
        """«Name, the spokesman of X, said» and «Name, however, said»: the phrase before the insertion."""
        pieces = self._pieces(sentence, comma)
        while len(pieces) > 1 and self._aside(sentence, *pieces[-1]):
            pieces.pop()
        if not pieces:
            return None
        if len(pieces) > 1 and self.places and self._ends_place(sentence, pieces[-2], pieces[-1]):
            pieces.pop()
        while len(pieces) > 1 and self.places and self._dates(sentence, *pieces[0]):
            del pieces[0]
        leading = self._leading(sentence, pieces) if self.pack.capitals else None
        if leading is not None:
            return leading
        called = self.called(sentence, pieces[0][1] + 1) if self.pack.capitals else None
        if called is not None:
            return called
        aged = self._before_age(sentence, pieces)
        first, last = aged or pieces[-1]
        if aged:
            pieces = [aged]
        before = self.nouns.read(sentence, *pieces[-2]) if len(pieces) >= 2 else None
        last = self._before_body(sentence, first, last) if before is not None and before.kind != "name" else last
        named = self.nouns.read(sentence, first, last)
        introduced = named is not None and named.kind == "name" and (before is None or before.kind != "name")
        if len(pieces) >= 2 and not introduced and not self.runs.bare_name(sentence, first, last):
            first, last = pieces[-2]
        if len(pieces) >= 2 and self.runs.bare_name(sentence, *pieces[0]) and sentence.letters[pieces[0][0]]:
            first, last = pieces[0] if pieces[0][1] > pieces[0][0] else (first, last)
        first = max(first, self.runs.left(sentence, last))
        return self.nouns.read(sentence, first, last) if first <= last else None

    def _before_body(self, sentence: Sentence, first: int, last: int) -> int:
        """The last word of the full name in "Another pollster, David Wood of Leigh University, said"."""
        joins = self.words["genitives"] | self.words["affiliations"]
        at = next((i for i in range(first + 2, min(last, first + 4)) if sentence.forms[i] in joins), None)
        named = at is not None and self.runs.bare_name(sentence, first, at - 1) and self.places
        return at - 1 if at is not None and named else last

    def before_place(self, sentence: Sentence, at: int) -> Mention | None:
        """The name of "Wendy Holt of Low Road, Castle Bay said", where words `at`… are the end of the place."""
        if at < 2 or sentence.forms[at - 1] not in COMMAS:
            return None
        pieces = self._pieces(sentence, at - 1)
        first, last = pieces[-1] if pieces else (0, 0)
        of = next((i for i in range(first + 1, last) if sentence.forms[i] in self.words["genitives"]), None)
        if of is None or not self.runs.bare_name(sentence, first, of - 1) or of - first < 2:
            return None
        if not self.runs.bare_name(sentence, of + 1, last):
            return None  # "Slamming Holt for the remark, Marsh said"
        return self.nouns.read(sentence, first, last)

    def _ends_place(self, sentence: Sentence, before: tuple[int, int], last: tuple[int, int]) -> bool:
        """The second half of where somebody is: "a woman in Worcester, Massachusetts, said"."""
        held = any(self.nouns.heads_title(form) for form in sentence.forms[before[0] : before[1]])
        if held and last[1] > last[0] and sentence.forms[before[0]] not in self.words["indefinites"]:
            return False  # "Head of nursing at Leeds, Ann Holt, said"
        at = before[1]
        while at > before[0] and sentence.capital(at):
            at -= 1
        joined = before[0] < at < before[1] and sentence.forms[at] in self.words["affiliations"]
        return joined and all(sentence.capital(i) for i in range(last[0], last[1] + 1))

    def _fronted(self, sentence: Sentence, at: int) -> bool:
        """A piece begins that is no subject."""
        return any(sentence.forms[at] in self.words[key] for key in _FRONTED)

    def _dates(self, sentence: Sentence, first: int, last: int) -> bool:
        """A piece before the subject says nothing but when: "On Wednesday, however, the director, Ann Holt, said"."""
        lists = [self.words[key] for key in ("prepositions", "determiners", "adverbs")]
        row = sentence.forms[first : last + 1]
        plain = all(self.nouns.dated(form) or any(form in words for words in lists) for form in row)
        return plain and self._fronted(sentence, first)

    def _leading(self, sentence: Sentence, pieces: list[tuple[int, int]]) -> Mention | None:
        """The name a clause begins with, behind fronted phrases and before what describes its bearer."""
        for (first, last), (following, _) in pairwise(pieces):
            if self._fronted(sentence, first):
                continue
            end = next((i for i in range(last, first, -1) if not self.runs.timed(sentence.forms[i])), first)
            mention = self.nouns.read(sentence, first, end)
            if mention is None or mention.end != sentence.ends[end]:
                return None
            held = mention.kind == "name" and not mention.title and " " not in (mention.name or "")
            if held and sentence.forms[first] in self.words["determiners"] and sentence.capital(following):
                return self._holder(sentence, following)
            if mention.kind == "title":
                verb = self.pack.verbs.get(sentence.forms[following])
                return mention if verb is not None and verb.participle else None
            if mention.kind != "name":
                return None
            plain = not sentence.capital(following) or self.nouns.heads_title(sentence.forms[following])
            return mention if plain and (mention.title or self.runs.bare_name(sentence, first, end)) else None
        return None

    def called(self, sentence: Sentence, comma: int) -> Mention | None:
        """The name of "The reviewer, named on the site as Mark Dunne, left", behind a comma and a word for naming."""
        forms, first = sentence.forms, comma + 1
        if first >= len(forms) or forms[comma] not in COMMAS or forms[first] not in self.words["called"].firsts:
            return None
        stop = next((i for i in range(first, min(first + 9, len(forms))) if forms[i] in COMMAS), None)
        at = stop or first
        while stop is not None and at - 1 > first and sentence.capital(at - 1):
            at -= 1
        mention = self.nouns.read(sentence, at, stop - 1) if stop is not None and at < stop else None
        return mention if mention is not None and mention.kind == "name" else None

    def unclosed(self, sentence: Sentence, last: int) -> Mention | None:
        """The full name before an insertion that lacks its second comma: "Ann Holt QC, prosecuting told the court"."""
        if not self.places:
            return None
        comma = next((i for i in range(last, max(0, last - 16), -1) if not sentence.letters[i]), 0)
        if comma < 2 or sentence.forms[comma] not in COMMAS:
            return None
        pieces = [(i, j) for i, j in self._pieces(sentence, comma) if any(sentence.letters[i : j + 1])]
        if not pieces:
            return None
        said = len(pieces) == 1 and self._inserts(sentence.forms, comma + 1, last)
        if not said and not self._describes(sentence, pieces[0][1] + 2, last):
            return None
        first, end = pieces[0]
        first += not sentence.letters[first]
        full = end > first and self.runs.bare_name(sentence, first, end) and not self.nouns.preposition(sentence, first)
        return self.nouns.read(sentence, first, end) if full else None

    def _describes(self, sentence: Sentence, first: int, last: int) -> bool:
        """What a person is, over commas and without a verb: "owner of the Pinion, the Truffle and more said"."""
        row = range(first, last + 1)
        verbal = any(f in self.words["auxiliaries"] or f in self.pack.verbs for f in sentence.forms[first : last + 1])
        placed = PLACEHOLDER in sentence.forms[first : last + 1] or not all(
            sentence.letters[i] or sentence.forms[i] in COMMAS for i in row
        )
        return self.nouns.heads_title(sentence.forms[first]) and not (verbal or placed)

    def _inserts(self, forms: list[str], first: int, last: int) -> bool:
        """The words are said of a person: who founded the club, prosecuting, of Leeds."""
        form, words = forms[first], self.words
        told = form in words["genitives"] or form in words["affiliations"] or form.isdigit()
        told = told or form.endswith(self.pack.participle_endings) or form in words["relatives"]
        return told or not words["relatives"].isdisjoint(forms[first : last + 1])

    def behind(self, sentence: Sentence, mention: Mention) -> Mention | None:
        """The full name behind a nameless subject and a comma: “…,” said his friend, Bruce Tarry."""
        past = bisect_left(sentence.ends, mention.end) + 1
        aged = sentence.forms[past - 1].endswith(self.pack.person_endings or ("\n",))
        nameless = mention.kind in ("anonymous", "title") or mention.words[:1].islower() or aged
        if not self.places or not nameless:
            return None
        comma = next((i for i in range(past, min(past + 6, len(sentence.forms))) if not sentence.letters[i]), None)
        if comma is None or sentence.forms[comma] not in COMMAS or self.runs.place(sentence, comma + 1):
            return None
        first = comma + 1
        end = next((i for i in range(first, len(sentence.forms)) if not self._names(sentence, i)), len(sentence.forms))
        found = self.nouns.read(sentence, first, end - 1) if 2 <= end - first <= 6 else None
        if found is None or found.kind != "name" or (end < len(sentence.forms) and sentence.letters[end]):
            return None
        if found.title:
            return found
        plain = end - first <= 4 and self.runs.bare_name(sentence, first, end - 1)
        known = not sentence.capital(comma - 1) or self.nouns.given(sentence.forms[first])
        return found if plain and known else None  # "said a clerk in Leigh, Greater Manchester"

    def _names(self, sentence: Sentence, at: int) -> bool:
        """The word can be part of a full name, an initial's point included."""
        return sentence.capital(at) or self.runs.inside.after_initial(sentence, at)

    def _holder(self, sentence: Sentence, first: int) -> Mention | None:
        """Whom an office that no list knows is held by: "The Cathaoirleach, Cllr Paul Marsh, said"."""
        last = self.runs.right(sentence, first)
        mention = self.nouns.read(sentence, first, last) if last > first else None
        return mention if mention is not None and mention.kind == "name" else None

    def _aside(self, sentence: Sentence, first: int, last: int) -> bool:
        """A party and state ("D-Ore."), or a relative clause whose pronoun is written as one with its verb."""
        if self.pack.capitals:
            party = re.fullmatch(r"[DRI]-[A-Z]\w{1,4}", sentence.raw(first)) is not None
            return last - first <= 1 and (party or (first == last and sentence.raw(first).isupper()))
        joined = tuple(word for word in self.words["complementisers"] if len(word) == 1)
        form = sentence.forms[first]
        return bool(joined) and form.startswith(joined) and len(form) > 3 and last - first >= 2

    def _before_age(self, sentence: Sentence, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
        """The piece before a bare number is a person and the age."""
        for person, age in pairwise(pieces):
            if age[0] == age[1] and sentence.forms[age[0]].isdigit():
                return person
        return None

    def _before_bracket(self, sentence: Sentence, first: int, last: int) -> int:
        """The last word of a piece without the insertion in brackets that closes it: "Sen. Ann Lee (D-Ohio), said"."""
        row = sentence.forms[first : last + 1]
        return first + row.index("(") - 1 if row[-1:] == [")"] and "(" in row[1:] else last

    def _relates(self, sentence: Sentence, at: int) -> bool:
        """A relative clause begins: "A woman who was treated by Dr Holt, has said"."""
        return self.places and sentence.forms[at] in self.words["relatives"] and sentence.letters[at - 1]

    def _parts(self, sentence: Sentence, at: int) -> bool:
        """The clause begins behind this: a quotation that stands in the middle of a piece is a word of it."""
        if sentence.forms[at] != PLACEHOLDER:
            return sentence.forms[at] in (";", ":")
        return not (at > 1 and sentence.letters[at - 1] and sentence.letters[at + 1])

    def _pieces(self, sentence: Sentence, comma: int) -> list[tuple[int, int]]:
        """Word ranges between commas, from the clause's start up to the comma before the verb."""
        start = comma
        while start > 0 and comma - start < 40 and not self._parts(sentence, start - 1):
            start -= 1
        pieces, first = [], start
        for at in range(start, comma + 1):
            if sentence.forms[at] in COMMAS:
                last = self._before_bracket(sentence, first, at - 1)
                last = next((i - 1 for i in range(first + 1, last) if self._relates(sentence, i)), last)
                if last >= first:
                    pieces.append((first, last))
                first = at + 1
        return pieces
