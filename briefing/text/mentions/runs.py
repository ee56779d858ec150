"""Where a noun phrase begins and ends, seen from a word beside it.

Right of a verb a phrase runs up to a preposition, a complementiser, a verb, an addressee or a mark; left of a verb
back to a conjunction, a preposition or another verb. Inside titles both go on over what would stop them elsewhere.
"""

from __future__ import annotations

from briefing.text.mentions.inside_names import InsideNames
from briefing.text.mentions.long_titles import LongTitles
from briefing.text.mentions.prefixed import PrefixReader
from briefing.text.mentions.reader import NounReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

LONGEST = 16
"""Words a noun phrase may have."""


class RunReader:
    """Finds the bounds of noun phrases in one language; bounds are word indexes, both included."""

    def __init__(self, pack: LanguagePack, nouns: NounReader) -> None:
        self.pack, self.words, self.nouns = pack, pack.words, nouns
        ends = _singles(pack, "complementisers", "relatives", "conjunctions", "stops") | pack.actions
        self._ends, self._name_ends = ends | pack.words["auxiliaries"].singles, ends | pack.words["adverbs"].singles
        self.prefixed, self.inside = PrefixReader(pack, nouns), InsideNames(pack, nouns)
        self.titles = LongTitles(pack, nouns, self._name_ends)
        self._phrases = pack.words["according"].firsts | pack.words["adverbs"].firsts
        self._fillers = pack.words["adverbs"].firsts | pack.words["asides"].firsts
        known = self._ends | self._phrases | pack.verbs.keys() | nouns.prepositions
        self._stops_right = known.union(*(pack.words[key] for key in ("anonymous", "times", "cases", "determiners")))
        self._stops_leftwards = self._ends | nouns.prepositions | pack.verbs.keys() | pack.pronouns.keys()
        joined = pack.proclitics[:1] if pack.articles else ()
        self._prefixes = (*joined, pack.addressee) if pack.addressee else joined

    def right(self, sentence: Sentence, first: int) -> int:
        """Index of the last word of the noun phrase that begins at `first`; `first - 1` if there is none."""
        forms, at = sentence.forms, first
        if self.pack.common and first < len(forms) and self.prefixed.governed(forms[first]):
            return first - 1
        end = min(len(forms), first + LONGEST)
        while at < end:
            if self._plain(sentence, first, at):
                at += 1
                continue
            if self._stops(sentence, first, at):
                break
            if forms[at] == "(":
                at = forms.index(")", at, at + 8)
            if forms[at] in COMMAS and not self._joins(sentence, first, at):
                break
            at += 1
        while at > first and not sentence.letters[at - 1] and forms[at - 1] != PLACEHOLDER:
            at -= 1
        return at - 1

    def left(self, sentence: Sentence, last: int) -> int:
        """Index of the first word of the noun phrase that ends at `last`; `last + 1` if there is none."""
        forms, letters, determiners, at = sentence.forms, sentence.letters, self.nouns.determiners, last
        if self.pack.capitals and last >= 0 and self._pronoun(forms[last]):
            return last
        while at >= 0 and last - at < LONGEST:
            form = forms[at]
            if (not letters[at] or form in self._stops_leftwards) and self._stops_left(sentence, at, last):
                break
            at -= 1
            if form in determiners and self._begins_phrase(sentence, at + 1):
                break
        while at < last and forms[at + 1] in self.nouns.prepositions:
            at += 1
        return at + 1

    def skip_right(self, sentence: Sentence, at: int) -> int:
        """Past adverbs, and a comma after them."""
        forms = sentence.forms
        while at < len(forms):
            if forms[at] not in self._fillers:
                adverb = forms[at].endswith(self.pack.adverb_endings) and not sentence.capital(at)
                if not (adverb and at and self.pack.capitals):
                    break
                at += 1
                continue
            length = self.words["adverbs"].length(forms, at) or self.words["asides"].length(forms, at)
            if not length or sentence.raw(at) in self.pack.given:
                break
            at += length
        return at

    def skip_left(self, sentence: Sentence, at: int) -> int:
        """Leftwards past auxiliaries, adverbs and times ("on Monday")."""
        forms = sentence.forms
        if at > 1 and forms[at] == ")" and "(" in forms[max(0, at - 8) : at]:
            at = max(i for i in range(at) if forms[i] == "(") - 1
        while at >= 0 and sentence.letters[at]:
            form = forms[at]
            if (
                (form in self.words["auxiliaries"] and not sentence.capital(at))
                or form in self.words["adverbs"]
                or (form.endswith(self.pack.adverb_endings) and not sentence.capital(at))
            ):
                at -= 1
            elif form in self.words["adverbs"].lasts and self.words["adverbs"].length_before(forms, at + 1):
                at -= self.words["adverbs"].length_before(forms, at + 1)
            elif self.timed(form) and not self.inside.namesake(sentence, at):
                at -= 1
                if at >= 0 and forms[at] in self.words["prepositions"]:
                    at -= 1
            else:
                break
        return at

    def _plain(self, sentence: Sentence, first: int, at: int) -> bool:
        """A word that no list knows and no prefix marks; most are, and none of them ends a phrase."""
        form = sentence.forms[at]
        plain = sentence.letters[at] and form not in self._stops_right and not form.startswith(self._prefixes)
        return plain and not (at == first + 1 and self._pronoun(sentence.forms[first]))

    def _stops(self, sentence: Sentence, first: int, at: int) -> bool:
        form = sentence.forms[at]
        if form == PLACEHOLDER:
            return at == first or not self._names(sentence.forms[at - 1])
        if at == first + 1 and self._pronoun(sentence.forms[first]):
            return True
        if not sentence.letters[at]:
            return (
                form not in COMMAS
                and not self.inside.after_initial(sentence, at)
                and not self.inside.bracket(sentence, first, at)
                and not self.inside.ampersand(sentence, at)
            )
        if self.nouns.preposition(sentence, at):
            return not self._within_title(sentence, first, at)
        return self._new_phrase(sentence, first, at) or self._stop_word(sentence, first, at)

    def _pronoun(self, form: str) -> bool:
        """The word is a phrase by itself: fügte er hinzu."""
        return form in self.pack.pronouns and form not in self.words["determiners"]

    def _new_phrase(self, sentence: Sentence, first: int, at: int) -> bool:
        """A determiner behind a name begins another phrase: „…“, sagte Brandt dem Sender; no initial is one."""
        form = sentence.forms[at]
        if self.inside.initial(sentence, at):
            return False
        if at == first or form not in self.words["determiners"] or not sentence.capital(at - 1):
            return False
        before = sentence.forms[at - 1]
        if before in self.words["determiners"]:
            return False
        titled = self.nouns.heads_title(before) or self.nouns.heads_organisation(before)
        return not titled and form not in self.words["genitives"] and form not in self.words["particles"]

    def _stop_word(self, sentence: Sentence, first: int, at: int) -> bool:
        form, words = sentence.forms[at], self.words
        if sentence.raw(at) in self.pack.given or self.inside.named_like(sentence, at):
            return False
        if form in self._ends:
            if not self.pack.capitals and at > first and form in words["compounds"] - words["negations"]:
                return False  # The «فان» of «ماريا فان كيركوف».
            return not (
                self.pack.capitals
                and form in self.words["coordinators"]
                and sentence.capital(at - 1)
                and self._capital_next(sentence, at)
            )
        if at > first and form in words["anonymous"] and not self.nouns.heads_title(form) and not self.pack.capitals:
            return not self.nouns.definite(form) or form in words["writings"]  # «شؤون الطلاب» goes on
        if at > first and not self.pack.capitals and (self.timed(form) or form in words["cases"]):
            return not self.titles.is_title_too(sentence, first, at)
        if form in self._phrases and (
            words["according"].length(sentence.forms, at) or words["adverbs"].length(sentence.forms, at)
        ):
            return True
        if form in self.pack.verbs and not self.nouns.heads_title(form):
            if at > first and self.pack.verbs[form].bare and sentence.forms[at - 1] in words["genitives"]:
                return False  # The "secretary of state".
            return not (self.pack.capitals and sentence.capital(at))
        if at > first and self.pack.articles and form.startswith(self.pack.proclitics[:1]):
            return not self._coordinated(sentence, first, at)
        return at > first and self.prefixed.addressee(sentence, at) and not self.titles.complements(sentence, first, at)

    def _capital_next(self, sentence: Sentence, at: int) -> bool:
        return at + 1 < len(sentence.forms) and sentence.capital(at + 1)

    def _coordinated(self, sentence: Sentence, first: int, at: int) -> bool:
        """«وزير الخارجية والتعاون»: the second noun of a title; or a word that only begins with the letter waw."""
        form = sentence.forms[at]
        if self.nouns.heads_title(form) or self.nouns.heads_organisation(form) or sentence.raw(at) in self.pack.given:
            return True
        if self.nouns.definite(form):
            head = sentence.forms[first]
            body = self.nouns.heads_organisation(head) and (at - first > 1 or not self.nouns.definite(head))
            return (self.nouns.heads_title(head) or body) and at - first < 8
        if sentence.raw(at).startswith(self.pack.name_openings) and form not in self.pack.verbs:
            return True
        last = at + 1 >= len(sentence.forms) or self._ends_name(sentence, at + 1)
        return last and at - first >= 2 and len(form) > 4

    def _ends_name(self, sentence: Sentence, at: int) -> bool:
        """A name cannot go on with this word."""
        form = sentence.forms[at]
        if not sentence.letters[at] or self.nouns.preposition(sentence, at):
            return True
        return form in self._name_ends

    def _names(self, form: str) -> bool:
        """The word before a name in marks: حركة «حماس»."""
        titled = self.pack.capitals and self.nouns.is_title(form)
        return titled or self.nouns.heads_organisation(form) or form in self.words["naming"]

    def _within_title(self, sentence: Sentence, first: int, at: int) -> bool:
        """A preposition inside a title or an organisation's name, with the rest of it and a name behind."""
        forms = sentence.forms
        if at == first or at + 1 >= len(forms):
            return False
        if self.pack.capitals:
            inner = forms[at] in self.words["genitives"] or (
                self.nouns.heads_title(forms[at - 1]) and forms[at] in self.words["affiliations"]
            )
            owned = bool(self.pack.name_endings) and forms[at + 1] in self.words["possessives"]
            return inner and not self.timed(forms[at + 1]) and not owned
        return not self.timed(forms[at + 1]) and self.titles.goes_on(sentence, first, at)

    def timed(self, form: str) -> bool:
        """The word is a day, a month or the like."""
        return form in self.words["times"]

    def _joins(self, sentence: Sentence, first: int, at: int) -> bool:
        """A comma between title and name, in either order: «وزير الخارجية، فلان» or «فلان، وزير الخارجية»."""
        forms = sentence.forms
        if (
            at == first
            or at + 1 >= len(forms)
            or not sentence.letters[at + 1]
            or not COMMAS.isdisjoint(forms[first:at])
        ):
            return False
        if self.pack.capitals:
            return self._titled_name(sentence, first, at) or self.nouns.lists(sentence, at)
        following, titled = forms[at + 1], self.nouns.heads_title(forms[first])
        if titled:
            plain = not (self.nouns.definite(following) or self.nouns.preposition(sentence, at + 1))
            plain = plain or following in self.words["honorifics"]
            named = self._has_name(sentence, first, at - 1) and not self._enclosed(sentence, at)
            return plain and not self._stop_word(sentence, first, at + 1) and not named
        return self.nouns.heads_title(following)

    def _titled_name(self, sentence: Sentence, first: int, comma: int) -> bool:
        """A title, a comma, a name and nothing more: the former editor of the Standard, George Osborne."""
        end = next((i for i in range(comma + 1, len(sentence.forms)) if not sentence.letters[i]), len(sentence.forms))
        start = comma + 1
        while start < end and not sentence.capital(start) and self._appositive(sentence.forms[start]):
            start += 1
        named = 2 <= end - start <= 4 and self.bare_name(sentence, start, end - 1) and not self.place(sentence, start)
        lower = not sentence.capital(first) or sentence.forms[first] in self.words["determiners"]
        before = sentence.forms[first - 1] if first else ""
        owned = before in self.words["determiners"] or sentence.forms[first] in self.words["determiners"]
        plain = owned and not any(sentence.capital(i) for i in range(first, comma))
        return named and lower and (plain or any(self.nouns.heads_title(f) for f in sentence.forms[first:comma]))

    def place(self, sentence: Sentence, at: int) -> bool:
        """A country or state of several words begins: "said a farmer from Chapel Hill, North Carolina"."""
        return self.words["states"].length(sentence.forms, at) > 0

    def _appositive(self, form: str) -> bool:
        """A word before the name of an apposition: "its president, the actor Marc Dufresne"."""
        return form in self.words["determiners"] or self.nouns.is_title(form)

    def _enclosed(self, sentence: Sentence, comma: int) -> bool:
        """Two to four plain words between commas, behind a title of a language whose subject comes first."""
        if self.pack.order != "SOV":
            return False
        behind = [i for i in range(comma + 1, min(comma + 6, len(sentence.forms))) if sentence.forms[i] in COMMAS]
        return bool(behind) and 2 <= behind[0] - comma - 1 <= 4

    def _has_name(self, sentence: Sentence, first: int, last: int) -> bool:
        mention = self.nouns.read(sentence, first, last)
        return mention is not None and mention.kind == "name"

    def _begins_phrase(self, sentence: Sentence, at: int) -> bool:
        """The determiner begins the phrase, unless a preposition ties it to a noun before it."""
        form = sentence.forms[at]
        if self.inside.initial(sentence, at):
            return False
        if self.pack.heads_first and form in self.words["genitives"] and at and sentence.letters[at - 1]:
            return sentence.forms[at - 1] in self.pack.verbs
        return at == 0 or not (self.nouns.preposition(sentence, at - 1) and self._inner_preposition(sentence, at - 1))

    def _stops_left(self, sentence: Sentence, at: int, last: int) -> bool:
        form, words = sentence.forms[at], self.words
        if not sentence.letters[at]:
            inner = (
                self.inside.after_initial(sentence, at)
                or self.inside.ampersand(sentence, at)
                or self.nouns.lists(sentence, at)
            )
            return not (inner and at < last)
        if form in self.pack.pronouns:
            return at < last
        if self.nouns.preposition(sentence, at):
            return at == last or not self._inner_preposition(sentence, at)
        if form in self.pack.verbs and not sentence.capital(at) and not self.nouns.heads_title(form):
            return not (at and sentence.forms[at - 1] in words["determiners"])
        if form in words["coordinators"] and at < last and sentence.capital(at + 1) and at and sentence.capital(at - 1):
            body = self.nouns.heads_organisation(sentence.forms[at + 1]) or self.inside.organised(sentence, at)
            return not body and not self.inside.in_office(sentence, at)
        return form in self._ends and not self.inside.named_like(sentence, at)

    def _inner_preposition(self, sentence: Sentence, at: int) -> bool:
        """A preposition that joins two nouns of one phrase rather than opening an adverbial."""
        if at == 0 or not sentence.letters[at - 1]:
            return False
        form, before = sentence.forms[at], sentence.forms[at - 1]
        if self.timed(sentence.forms[at + 1]):
            return False
        named = self.nouns.heads_organisation(before) and sentence.capital(at - 1) and sentence.capital(at + 1)
        joins = form in self.words["genitives"] or form in self.words["affiliations"] or self.nouns.heads_title(before)
        return joins or (named and self.pack.order == "SVO")  # The "Committee on Public Works".

    def bare_name(self, sentence: Sentence, first: int, last: int) -> bool:
        """Capitalised words only, none of them a title."""
        indexes = range(first, last + 1)
        return all(
            sentence.capital(i) or sentence.forms[i] in self.words["particles"] or sentence.forms[i] == "."
            for i in indexes
        ) and not any(
            self.nouns.only_title(sentence.forms[i]) or sentence.forms[i] in self.words["adverbs"] for i in indexes
        )


def _singles(pack: LanguagePack, *keys: str) -> frozenset[str]:
    """The single words of several lists."""
    return frozenset().union(*(pack.words[key].singles for key in keys))
