"""Noun phrases that can speak: which words are title, which are name, what kind of speaker they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.text.pack import Gender, LanguagePack
from briefing.text.skeleton import Sentence

Kind = Literal["name", "title", "organisation", "pronoun", "anonymous"]
"""How a phrase says who speaks; a title has no name, an anonymous source has neither."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as written: offsets into the text, and what the words are."""

    kind: Kind
    start: int
    end: int
    name: str | None = None
    """The name without title or honorific, as written; for an organisation the whole phrase."""
    title: tuple[str, ...] = ()
    """Folded words of the title, without articles."""
    gender: Gender | None = None


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
        self.determiners, self.prepositions = words["determiners"], words["prepositions"]
        self.feminine, self.masculine = words["feminine_titles"], words["masculine_titles"]

    def bare(self, form: str) -> str:
        """The word without a definite article written as one with it, or a possessive ending."""
        article = self.pack.articles[0] if self.pack.articles else ""
        if article and form.startswith(article) and len(form) > len(article) + 2:
            return form[len(article) :]
        return form.removesuffix("'s")

    def definite(self, form: str) -> bool:
        """The word carries a definite article of its own."""
        return form.startswith(self.pack.articles) and len(form) > 4

    def preposition(self, sentence: Sentence, at: int) -> bool:
        """The word is a preposition, and no name spelt like one."""
        return sentence.forms[at] in self.prepositions and sentence.raw(at) not in self.pack.given

    def heads_title(self, form: str) -> bool:
        """The word is a job title, with or without its article."""
        return self.is_title(form) or form in self.roles or form in self.honorifics

    def is_title(self, form: str) -> bool:
        """The word is in the list of titles, or ends like one."""
        return form in self.titles or self.bare(form) in self.titles or form.endswith(self.pack.title_endings)

    def heads_organisation(self, form: str) -> bool:
        """The word names a kind of organisation that can speak."""
        if form in self.organisations or self.bare(form) in self.organisations:
            return True
        return form.endswith(self.pack.organisation_endings)

    def mention(
        self, kind: Kind, sentence: Sentence, first: int, last: int, name: tuple[int, int] | None, title: list[int]
    ) -> Mention:
        """A mention that covers `first`..`last`, with its name and title given by word indexes."""
        words = sentence.words
        titles = tuple(self.bare(sentence.forms[i]) for i in title)
        written = sentence.slice(*name) if name else None
        return Mention(kind, words[first].start, words[last].end, written, titles, self._gender(sentence, title))

    def _gender(self, sentence: Sentence, title: list[int]) -> Gender | None:
        """What the title's last words say of its holder: spokeswoman, Lady, رئيسة."""
        for index in reversed(title):
            if sentence.forms[index] in self.feminine:
                return "feminine"
            if sentence.forms[index] in self.masculine:
                return "masculine"
        return None
