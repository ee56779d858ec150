"""Noun phrases that can speak: which words are title, which are name, what kind of speaker they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from briefing.text.packs.pack import Gender, LanguagePack
from briefing.text.remembered import Remembered
from briefing.text.sentences.skeleton import COMMAS, Sentence

_ACCUSATIVE = "\u064b"
"""Arabic fathatan, which no name ends with."""

Kind = Literal["name", "title", "organisation", "pronoun", "anonymous", "thing"]
"""How a phrase says who speaks; a title has no name, an anonymous source has neither, a thing speaks for nobody."""


Ask: TypeAlias = Callable[[str], bool]
"""A question about a folded word whose answer is remembered."""


class Mention(NamedTuple):
    """A speaker as written: offsets into the text, and what the words are."""

    kind: Kind
    start: int
    end: int
    name: str | None = None
    """The name without title or honorific, as written; for an organisation the whole phrase."""
    title: tuple[str, ...] = ()
    """Folded words of the title, without articles."""
    gender: Gender | None = None
    words: str = ""
    """The whole mention as written."""


class Nouns:
    """What the words of one language say of a noun phrase: title, honorific, organisation, definite, preposition."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        words = pack.words
        self.generic, self.documents, self.links = words["generic"], words["documents"], words["links"]
        self.regnal, self.adverbs = words["regnal"], words["adverbs"]
        self.titles, self.honorifics, self.roles = words["titles"], words["honorifics"], words["roles"]
        self.organisations, self.anonymous = words["organisations"], words["anonymous"]
        self.demonyms, self.offices = words["demonyms"], words["offices"]
        self.places, self.compounds = words["places"], words["compounds"]
        self.regions, self.states = words["regions"], words["states"]
        self.nations = words["nationalities"]
        self.subjects_marked = bool(words["subject_markers"])
        self.places_and_bodies = (
            words["organisations"] | words["regions"] | self.places if pack.letters else frozenset[str]()
        )
        self.surnames, self.times = words["surnames"], words["times"]
        self.feminine_names, self.masculine_names = words["feminine_names"], words["masculine_names"]
        self.unarticled = words["names_with_article"]
        self.determiners, self.prepositions = words["determiners"], words["prepositions"]
        self.feminine, self.masculine = words["feminine_titles"], words["masculine_titles"]
        self.is_title: Ask = Remembered(self._is_title).__getitem__
        """The word is in the list of titles, or ends like one."""
        self.heads_title: Ask = Remembered(self._heads_title).__getitem__
        """The word is a job title, with or without its article."""
        self.heads_organisation: Ask = Remembered(self._heads_organisation).__getitem__
        """The word names a kind of organisation that can speak."""
        self.definite: Ask = Remembered(self._definite).__getitem__
        """The word carries a definite article of its own."""
        self.bare: Callable[[str], str] = Remembered(self._bare).__getitem__
        """The word without a definite article written as one with it, or a possessive ending."""
        self.begins_name: Ask = Remembered(self._begins_name).__getitem__
        """The word is neither definite nor a title or an office."""
        self.beyond_name: Ask = Remembered(self._beyond_name).__getitem__
        """The word is a body or a document, which behind a name is the verb's object."""
        self.rules: Ask = Remembered(self._rules).__getitem__
        """The word is a noun without article that can rule another in a title: «رئيس قسم جراحة …»."""
        self.heads: Ask = Remembered(self._heads).__getitem__
        """The word is a title, a body or a link without article, or a place behind its preposition."""
        self.governed: Ask = Remembered(self._governed).__getitem__
        """The word is a common noun with its preposition, which ends a name: «تعهد شي بتخفيض الرسوم»."""
        self._listed_common: Ask = Remembered(self._in_common).__getitem__

    def _bare(self, form: str) -> str:
        article = self.pack.articles[0] if self.pack.articles else ""
        if article and form.startswith(article) and len(form) > len(article) + 2 and form not in self.unarticled:
            return form[len(article) :]
        return form.removesuffix("'s")

    def written(self, form: str) -> bool:
        """The word is a letter, a statement or the like."""
        return form in self.documents or form in self.pack.words["writings"]

    def dated(self, form: str) -> bool:
        """The word is a day or a month, and no name as well."""
        return form in self.times and not (self.given(form) or form in self.surnames)

    def only_title(self, form: str) -> bool:
        """The word is a job title and no common name."""
        return self.heads_title(form) and not (self.given(form) or form in self.surnames)

    def given(self, form: str) -> bool:
        """The word is a common given name."""
        return form in self.feminine_names or form in self.masculine_names

    def prefixed(self, form: str) -> bool:
        """A preposition and a body in one word: במשרד."""
        joined = form not in self.organisations and form.startswith(self.pack.prefixes)
        return (
            joined
            and bool(self.pack.prefixes)
            and (form[1:] in self.organisations or self.bare(form[1:]) in self.organisations)
        )

    def _definite(self, form: str) -> bool:
        return form.startswith(self.pack.articles) and len(form) > 4 and form not in self.unarticled

    def state(self, forms: list[str]) -> bool:
        """A country or capital, which speaks for its government: قالت طهران."""
        if self.pack.capitals or not forms:
            return False
        return forms[0] in self.places if len(forms) == 1 else self.pack.words["states"].length(forms, 0) == len(forms)

    def common(self, sentence: Sentence, at: int) -> bool:
        """No personal name holds the word: a common one, one with a possessive ending, or one in the accusative.

        The first half of a name is not common: the علم of علم الدين.
        """
        form, endings = sentence.forms[at], self.pack.possessive_endings
        listed = self._listed_common(form)
        # What folding drops, such as the ending of the accusative, makes the word shorter than it is written.
        marked = sentence.ends[at] - sentence.starts[at] > len(form)
        if not (listed or marked or (endings and form.endswith(endings))) or sentence.raw(at) in self.pack.given:
            return False
        if listed:
            behind = sentence.forms[at + 1] if at + 1 < len(sentence.forms) else ""
            return behind not in self.pack.words["particles"]
        return bool(endings) and (_ACCUSATIVE in sentence.raw(at) or (form.endswith(endings) and len(form) > 4))

    def _in_common(self, form: str) -> bool:
        plain = form.removeprefix("".join(self.pack.proclitics[:1]))
        return any(
            word in self.pack.common or (self.definite(word) and self.bare(word) in self.pack.common)
            for word in (form, plain)
        )

    def _begins_name(self, form: str) -> bool:
        return not (self.definite(form) or self.heads_title(form) or form == "." or self._unarticled_office(form))

    def _unarticled_office(self, form: str) -> bool:
        """An office in a language without articles: نخست‌وزیر سابق."""
        return form in self.offices and not self.pack.articles and self.pack.order == "SOV"

    def _beyond_name(self, form: str) -> bool:
        document = form in self.documents or (form[:1] in self.pack.letters and form[1:] in self.documents)
        return document or (self.definite(form) and self.heads_organisation(form))

    def _rules(self, form: str) -> bool:
        known = form in self.titles or form in self.organisations or form in self.links
        return (known or form in self.pack.common) and not self.definite(form)

    def _heads(self, form: str) -> bool:
        heads = form in self.titles or form in self.organisations or form in self.links
        return heads or (form[:1] in self.pack.letters and form[1:] in self.places_and_bodies)

    def _governed(self, form: str) -> bool:
        return len(form) > 4 and form[0] in self.pack.letters and form[1:] in self.pack.common

    def preposition(self, sentence: Sentence, at: int) -> bool:
        """The word is a preposition, and no name spelt like one."""
        return sentence.forms[at] in self.prepositions and sentence.raw(at) not in self.pack.given

    def lists(self, sentence: Sentence, comma: int) -> bool:
        """A comma inside an office's or a body's name: the Department for Environment, Food and Rural Affairs."""
        forms, words = sentence.forms, self.pack.words
        if self.pack.order != "SVO" or not self.pack.capitals or forms[comma] not in COMMAS:
            return False
        of, joint = comma - 1, comma + 1
        while of > 0 and (sentence.capital(of) or forms[of] in COMMAS):
            of -= 1
        if of < 1 or of == comma - 1 or forms[of] not in words["genitives"]:
            return False
        while joint < len(forms) and (sentence.capital(joint) or forms[joint] in COMMAS):
            joint += 1
        joined = joint > comma + 1 and joint + 1 < len(forms) and sentence.capital(joint + 1)
        joined = joined and (forms[joint] in words["coordinators"] or forms[joint] == "&")
        return joined and (self.heads_organisation(forms[of - 1]) or self.heads_title(forms[of - 1]))

    def _heads_title(self, form: str) -> bool:
        return self.is_title(form) or form in self.roles or form in self.honorifics

    def _is_title(self, form: str) -> bool:
        return form in self.titles or self.bare(form) in self.titles or form.endswith(self.pack.title_endings)

    def _heads_organisation(self, form: str) -> bool:
        if form in self.organisations or self.bare(form) in self.organisations or self.prefixed(form):
            return True
        return form.endswith(self.pack.organisation_endings)

    def mention(
        self, kind: Kind, sentence: Sentence, first: int, last: int, name: tuple[int, int] | None, title: list[int]
    ) -> Mention:
        """A mention that covers `first`..`last`, with its name and title given by word indexes."""
        titles = tuple([self.bare(sentence.forms[i]) for i in title]) if title else ()
        written = sentence.slice(*name) if name else None
        gender = self._gender(sentence, title) if title else None
        start, end = sentence.starts[first], sentence.ends[last]
        return Mention(kind, start, end, written, titles, gender, sentence.text[start:end])

    def _gender(self, sentence: Sentence, title: list[int]) -> Gender | None:
        """What the title's last words say of its holder, or the first where titles lead: spokeswoman, Lady, رئيسة."""
        for index in title if self.pack.order == "VSO" else reversed(title):
            if sentence.forms[index] in self.feminine and not self._ruled(sentence, index):
                return "feminine"
            if sentence.forms[index] in self.masculine:
                return "masculine"
        return None

    def _ruled(self, sentence: Sentence, at: int) -> bool:
        """The word belongs to the one before it: «مدير منظمة العفو» is no woman, as «منظمة الحفل» is."""
        before = sentence.forms[at - 1] if at and self.pack.order == "VSO" else ""
        return bool(before) and (self.rules(before) or self.preposition(sentence, at - 1))
