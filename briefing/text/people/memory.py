"""Who spoke last: the memory that carries a speaker into «وقال “…”» and "he said"."""

from __future__ import annotations

from typing import NamedTuple

from briefing.text.mentions.nouns import Mention
from briefing.text.packs.pack import Gender
from briefing.text.people.table import Person

DEPTH = 8
"""Speakers remembered."""


class Spoken(NamedTuple):
    """A person who spoke, or the subject of a sentence, and where: in which quote, or at which mention."""

    person: Person
    quote: int | None = None
    mention: Mention | None = None
    topic: bool = False
    """The sentence is about the person, who says nothing in it."""


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

    def quoted(self, titles: tuple[str, ...]) -> Spoken | None:
        """The latest person with one of the titles, else the latest that a quotation names."""
        people = [spoken for spoken in reversed(self._spoken) if spoken.person.name and not spoken.person.organisation]
        titled = next((spoken for spoken in people if not spoken.person.titles.isdisjoint(titles)), None)
        return titled or next((spoken for spoken in people if spoken.quote is not None), None)

    def last(
        self, gender: Gender | None = None, *, human: bool = False, named: bool = False, somebody: bool = True
    ) -> Spoken | None:
        """The latest speaker that fits the gender; with `human`, no organisation; with `named`, nobody nameless.

        Somebody without a name who was introduced counts as named, unless `somebody` is off.
        """
        for spoken in reversed(self._spoken):
            person = spoken.person
            nameless = named and person.name is None and not (somebody and person.somebody)
            if fits(person, gender) and not (human and person.organisation) and not nameless:
                return spoken
        return None
