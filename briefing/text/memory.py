"""Who spoke last: the memory that carries a speaker into «وقال “…”» and "he said"."""

from __future__ import annotations

from typing import NamedTuple

from briefing.text.nouns import Mention
from briefing.text.pack import Gender
from briefing.text.people import Person

DEPTH = 8
"""Speakers remembered."""


class Spoken(NamedTuple):
    """A person who spoke, or the subject of a sentence, and where: in which quote, or at which mention."""

    person: Person
    quote: int | None = None
    mention: Mention | None = None


def fits(person: Person, gender: Gender | None) -> bool:
    """A person can be the subject of a verb or pronoun of this gender."""
    if gender is None or person.gender is None:
        return not (gender == "neuter" and person.gender is None and not person.organisation and person.name is None)
    if gender == "neuter":
        return person.organisation
    return person.gender == gender


class Memory:
    """The last speakers of an article, latest last."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []

    def note(self, spoken: Spoken) -> None:
        """The person speaks now."""
        self._spoken.append(spoken)
        del self._spoken[:-DEPTH]

    def last(self, gender: Gender | None = None, *, human: bool = False, named: bool = False) -> Spoken | None:
        """The latest speaker that fits the gender; with `human`, no organisation; with `named`, nobody nameless."""
        for spoken in reversed(self._spoken):
            person = spoken.person
            if fits(person, gender) and not (human and person.organisation) and not (named and person.name is None):
                return spoken
        return None
