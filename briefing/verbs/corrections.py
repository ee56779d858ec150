"""What an analyst knows better: correcting speakers, kinds, headings and labels, and taking that back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import UsageError
from briefing.library import Library
from briefing.model import Article, Quote, Section
from briefing.text.corrections import Correction, Property, by_target, carried_from, section_keys
from briefing.verbs.address import parse_address
from briefing.verbs.lookup import number_of, quote_of, section_of
from briefing.verbs.marks import counted

if TYPE_CHECKING:
    from briefing.render.gold import Gold

OF_QUOTES: tuple[Property, ...] = ("speaker", "kind")
OF_SECTIONS: tuple[Property, ...] = ("heading", "label")


class Place(NamedTuple):
    """What is corrected: an article as the analysis has it, and the quote or section of it that is meant."""

    article: Article
    quote: Quote | None = None
    section: Section | None = None

    @property
    def address(self) -> str:
        """`12`, `12q4`, `12.2`."""
        part = f"q{self.quote.number}" if self.quote else f".{self.section.index}" if self.section else ""
        return f"{self.article.number}{part}"

    @property
    def target(self) -> str | None:
        """Id of the quote, or key of the section."""
        if self.section:
            return section_keys(self.article.sections)[self.article.sections.index(self.section)]
        return self.quote.id if self.quote else None


def place_of(library: Library, text: str) -> Place:
    """What an address names; quotes that were corrected away are found, and sections by corrected names.

    Raises:
        AddressError, NotFoundError: as in `lookup.look_up`.
    """
    address = parse_address(text)
    number = number_of(library, address)
    article = library.uncorrected(number, address.version)
    if address.quote is not None:
        return Place(article, quote=quote_of(article, address.quote))
    if address.section is not None:
        found = section_of(library.article(number, address.version), address.section)
        return Place(article, section=article.sections[found.index])
    return Place(article)


def correct(library: Library, place: Place, values: Mapping[Property, str], also: Sequence[Quote] = ()) -> str:
    """Corrects a quote or a section, and the speaker of the quotes in `also`, in one act; says what was done.

    Raises:
        UsageError: the place has no such property, or the value is none; nothing is corrected.
    """
    target = _correctable(place, values)
    wanted: dict[str, Mapping[Property, str]] = {target: values}
    if "speaker" in values:
        wanted |= {quote.id: {"speaker": values["speaker"]} for quote in also}
    library.corrections.correct(place.article, wanted, f"correct {place.address}")
    listed = ", ".join((place.address, *(f"{place.article.number}q{quote.number}" for quote in also)))
    return f"corrected: {listed}"


def clear(library: Library, place: Place) -> str:
    """Takes back the corrections of a quote, of a section, or of a whole article."""
    targets = None if place.target is None else [place.target]
    count = library.corrections.clear(place.article, targets, f"correct {place.address} clear")
    return f"{counted(count, 'correction')} of {place.address} taken back" if count else f"{place.address} has none"


def carried(library: Library, place: Place) -> list[Quote]:
    """The quotes whose speaker was carried over from the place's quote, and who have not been corrected themselves."""
    if place.quote is None:
        return []
    known = by_target(library.corrections.of(place.article))
    return [
        quote
        for quote in carried_from(place.article, place.quote.number)
        if not known.get(quote.id, {}).keys() & set(OF_QUOTES)
    ]


def corrections_at(library: Library, place: Place) -> list[tuple[str, Correction]]:
    """The corrections of a quote, a section or a whole article, with their addresses, in the article's order."""
    return addressed(place.article, library.corrections.of(place.article), place.target)


def gold(library: Library) -> Iterator[Gold]:
    """The articles that have corrections as annotations, by number."""
    from briefing.render.gold import gold_of

    for number in library.corrections.numbers():
        article = library.uncorrected(number)
        yield gold_of(article, by_target(library.corrections.of(article)))


def addressed(article: Article, corrections: Sequence[Correction], target: str | None) -> list[tuple[str, Correction]]:
    """Corrections of one target, or all of an article, behind addresses; those of what is gone are left out."""
    places = [
        *((key, f"{article.number}.{index}") for index, key in enumerate(section_keys(article.sections))),
        *((quote.id, f"{article.number}q{quote.number}") for quote in article.quotes),
    ]
    latest = by_target(corrections)
    return [
        (address, correction)
        for key, address in places
        if target in (None, key)
        for correction in latest.get(key, {}).values()
    ]


def _correctable(place: Place, values: Mapping[Property, str]) -> str:
    """The place's target, if it has the properties."""
    target, names = place.target, set(values)
    if target is None:
        hint = f"Such as: briefing correct {place.address}q1 --speaker NAME, or {place.address}.1 --label LABEL"
        raise UsageError(f"'{place.address}' is a whole article; a quote or a section is corrected.", hint)
    if not names:
        raise UsageError("Nothing is said to correct.", "Name a --speaker, a --kind, a --heading or a --label.")
    fitting = OF_QUOTES if place.quote else OF_SECTIONS
    if wrong := sorted(names - set(fitting)):
        what = "quote" if place.quote else "section"
        raise UsageError(f"A {what} has no {' and no '.join(wrong)}.", f"It has a {' and a '.join(fitting)}.")
    if place.section and place.section.heading is None:
        raise UsageError("The lead has no heading and no label of its own.", "Sections from 1 on have them.")
    return target
