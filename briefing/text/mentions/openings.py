"""The noun phrase a sentence begins with: whom it is about."""

from __future__ import annotations

from briefing.text.mentions.runs import RunReader
from briefing.text.sentences.skeleton import COMMAS, Sentence

FRONTED = 18
"""Words of the longest adverbial or clause before the main one."""


class OpeningReader:
    """Finds the bounds of opening noun phrases in one language; bounds are word indexes, both included."""

    def __init__(self, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = runs.pack, runs.words, runs, runs.nouns

    def bounds(self, sentence: Sentence) -> tuple[int, int]:
        """Bounds of the noun phrase a sentence begins with; the last is before the first if there is none."""
        led = bool(sentence.forms) and sentence.forms[0] in self.words["openers"]
        first = self.skip_fronted(sentence, int(led))
        if self.pack.order == "VSO" and first < len(sentence.forms):
            first += not (self.nouns.heads_title(sentence.forms[first]) or self._presented(sentence, first))
        first += self._aged(sentence, first)
        last = self.runs.right(sentence, first)
        if self.pack.capitals and COMMAS.isdisjoint(sentence.forms[first:last]):
            named = self._name_within(sentence, first, last)
            last = next((i - 1 for i in range(named, last + 1) if not self._namelike(sentence, i)), last)
        while last > first and sentence.forms[last] in self.words["prepositions"]:
            last -= 1  # The words were cut off behind it.
        return first, last

    def holder(self, sentence: Sentence, first: int) -> tuple[int, int] | None:
        """Bounds of the name between commas behind an opening role: "Cole's press officer, Ann Holt, backed …"."""
        if self.pack.order != "SVO" or self.pack.heads_first or COMMAS.isdisjoint(sentence.forms):
            return None
        comma = self._comma(sentence, first, 9)
        if comma is None or not self.nouns.heads_title(sentence.forms[comma - 1]) or sentence.capital(comma - 1):
            return None
        verbs = (self.pack.verbs.get(form) for form in sentence.forms[first:comma])
        if any(verb is not None and not verb.bare for verb in verbs):
            return None
        end = self._comma(sentence, comma + 1, 6)
        named = end is not None and end - comma > 2 and self.runs.bare_name(sentence, comma + 1, end - 1)
        return (comma + 1, end - 1) if end is not None and named else None

    def _aged(self, sentence: Sentence, at: int) -> bool:
        """An age before a name: "76-year-old Morton Black"."""
        following = at + 1 < len(sentence.forms) and sentence.capital(at + 1)
        return following and self.pack.capitals and sentence.forms[at].endswith(self.pack.person_endings or ("\n",))

    def skip_fronted(self, sentence: Sentence, at: int) -> int:
        """Past fronted adverbials: "On Monday, …", "In Finland, …", "At a rally in Leeds, Ala., on Monday, …"."""
        forms, start = sentence.forms, at
        at = self.runs.skip_right(sentence, at)
        if COMMAS.isdisjoint(forms):
            return at
        if self.pack.order == "VSO" and 0 < at < len(forms) and forms[at] in COMMAS:
            at = self.runs.skip_right(sentence, at + 1)
        for _ in range(2 if self.pack.order == "SVO" else 1):
            led = at < len(forms) and (
                forms[at] in self.words["prepositions"] or self._fronts(sentence, at) or self._dates(sentence, at)
            )
            led = led or (start < at < len(forms) and forms[at].endswith(self.pack.verb_endings))
            comma = self._comma(sentence, at, FRONTED) if led else None
            if comma is None:
                break
            dated = sentence.forms[comma + 1 : comma + 2] + sentence.forms[comma + 2 : comma + 3]
            comma += 2 * (len(dated) == 2 and dated[0].isdigit() and dated[1] in COMMAS)
            at = self.runs.skip_right(sentence, self._past_state(sentence, comma) + 1)
        return at

    def _comma(self, sentence: Sentence, at: int, reach: int) -> int | None:
        row = range(at, min(at + reach, len(sentence.forms)))
        return next((i for i in row if sentence.forms[i] in COMMAS), None)

    def _past_state(self, sentence: Sentence, comma: int) -> int:
        """The comma behind the state of a place that ends at one: "in Leeds, Ala., on Monday"."""
        second = self._comma(sentence, comma + 1, 4) if self.pack.order == "SVO" and comma else None
        if second is None or second == comma + 1 or not sentence.capital(comma - 1):
            return comma
        short = sentence.forms[second - 1] == "." or self.runs.place(sentence, comma + 1)
        return second if short and sentence.capital(comma + 1) else comma

    def _fronts(self, sentence: Sentence, at: int) -> bool:
        """The word begins a clause before the main one: "When the case was called, …", "Speaking there, …"."""
        if self.pack.order != "SVO":
            return False
        form, verb = sentence.forms[at], self.pack.verbs.get(sentence.forms[at])
        plain = at + 1 < len(sentence.forms) and sentence.letters[at + 1] and not sentence.capital(at + 1)
        acts = plain and form.endswith(self.pack.participle_endings) and not self._predicates(sentence.forms[at + 1])
        done = plain and form.endswith(self.pack.verb_endings) and self.nouns.preposition(sentence, at + 1)
        done = done and form not in self.words["relatives"]
        return acts or done or form in self.words["conjunctions"] or (verb is not None and verb.participle)

    def _dates(self, sentence: Sentence, at: int) -> bool:
        """A phrase before the first comma that says when, without a name: "A few days later, …", "The next day, …"."""
        if self.pack.order != "SVO":
            return False
        comma = next((i for i in range(at, min(at + 6, len(sentence.forms))) if not sentence.letters[i]), at)
        if comma - at < 2 or any(sentence.capital(i) for i in range(max(at, 1), comma)):
            return False
        last = sentence.forms[comma - 1]
        return self.runs.timed(last) or last in self.words["adverbs"]

    def _predicates(self, form: str) -> bool:
        """The word says what the one before it does, which then is a name: Keating said, Irving was."""
        return form in self.pack.verbs or form in self.words["auxiliaries"] or form in self.words["adverbs"]

    def _presented(self, sentence: Sentence, first: int) -> bool:
        """A name of two to four words before a comma and a title: «بيتر هيل، الأمين العام …»."""
        row = range(first, min(first + 5, len(sentence.forms) - 1))
        comma = next((i for i in row if not sentence.letters[i]), first)
        plain = comma - first > 1 and sentence.forms[comma] in COMMAS
        plain = plain and self.nouns.heads_title(sentence.forms[comma + 1])
        return plain and not any(
            f in self.pack.verbs or f in self.pack.actions or self.nouns.common(sentence, i) or self.nouns.definite(f)
            for i, f in enumerate(sentence.forms[first:comma], first)
        )

    def _name_within(self, sentence: Sentence, first: int, last: int) -> int:
        """Where the name of an opening title or determiner begins, over a few plain words; else `first`."""
        form = sentence.forms[first] if first <= last else ""
        plain = first + 1
        while plain <= last and sentence.capital(plain):
            plain += 1
        at = plain
        while at <= min(last, plain + 5) and not sentence.capital(at):
            if not sentence.letters[at] or sentence.forms[at] in self.pack.verbs:
                return first
            at += 1
        titled = any(self.nouns.heads_title(f) for f in sentence.forms[plain if plain > first + 1 else first : at])
        if at == plain or not (titled or (plain == first + 1 and form in self.words["determiners"])):
            return first
        return at if at < last and sentence.capital(at) and sentence.capital(at + 1) else first

    def _namelike(self, sentence: Sentence, at: int) -> bool:
        """The word can be part of a title and name at a sentence's start."""
        form = sentence.forms[at]
        keys = ("determiners", "compounds", "titles", "organisations")
        return sentence.capital(at) or form == "." or form in COMMAS or any(form in self.words[key] for key in keys)
