"""An analyst's corrections, laid over an article as the analysis found it. Pure: the analysis itself stays as it is.

A quote is known by its id, which stays while its words do. A section is known by its heading, as the source has it
and however its letters are written, and by which of the sections so headed it is. So corrections outlive a new
analysis and a new version; one whose quote or section is gone changes nothing, and counts again when that comes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple, cast, get_args

from briefing.errors import UsageError
from briefing.model import Article, Quote, QuoteKind, Section
from briefing.text.clean import clean_line
from briefing.text.fold import fold

Property = Literal["speaker", "kind", "heading", "label"]
"""What of a quote or a section can be corrected."""

PROPERTIES: Final[tuple[Property, ...]] = get_args(Property)

NOT_A_QUOTE: Final = "none"
"""The kind of what stands in marks and is no quote."""

KINDS: Final = (*get_args(QuoteKind), NOT_A_QUOTE)

RULE: Final = "corrected"
"""Name of the rule that attributes a corrected quote."""

LONGEST = 300
"""Code points of a corrected name, heading or label."""


class Correction(NamedTuple):
    """What one property of a quote or section is instead of what the analysis found."""

    target: str
    """Id of a quote, or key of a section."""
    property: Property
    value: str
    """Empty for a speaker whom nobody names."""
    was: str
    """What the analysis had found when it was corrected; empty for nothing."""
    by: str
    at: str
    """RFC 3339 in UTC."""
    person: str | None = None
    """Id of the speaker, where the name is known."""


Changes = dict[str, dict[Property, Correction]]
"""The correction that counts of each property, by quote's id or section's key."""


def corrected(article: Article, corrections: Iterable[Correction]) -> Article:
    """The article with its corrections; of several of one property the latest counts."""
    wanted = by_target(corrections)
    return replace(
        article,
        sections=tuple(sections_as_corrected(article.sections, wanted)),
        quotes=tuple(quotes_as_corrected(article.quotes, wanted)),
    )


def quotes_as_corrected(quotes: Iterable[Quote], wanted: Changes) -> list[Quote]:
    """Quotes with their corrections, without those that are none."""
    changed = [(quote, wanted.get(quote.id, {})) for quote in quotes]
    gone = {quote.number for quote, changes in changed if is_none(changes)}
    return [_without_source(_quote(quote, changes), gone) for quote, changes in changed if quote.number not in gone]


def is_none(changes: Mapping[Property, Correction]) -> bool:
    """Whether what stands in marks is no quote."""
    return "kind" in changes and changes["kind"].value == NOT_A_QUOTE


def sections_as_corrected(sections: Sequence[Section], wanted: Changes) -> list[Section]:
    """All sections of an article with their corrections."""
    if not any(changes.keys() & {"heading", "label"} for changes in wanted.values()):
        return list(sections)
    return [
        _section(section, wanted.get(key, {})) for key, section in zip(section_keys(sections), sections, strict=True)
    ]


def by_target(corrections: Iterable[Correction]) -> Changes:
    """The latest correction of each property, by quote's id or section's key."""
    found: Changes = {}
    for correction in sorted(corrections, key=lambda correction: correction.at):
        found.setdefault(correction.target, {})[correction.property] = correction
    return found


def section_keys(sections: Sequence[Section]) -> list[str]:
    """A key for each section: 12 hex digits of its folded heading and which of the sections so headed it is."""
    return heading_keys([section.heading for section in sections])


def heading_keys(headings: Iterable[str | None]) -> list[str]:
    """The same keys of an article's headings, None for that of the lead."""
    import hashlib

    seen: Counter[str] = Counter()
    keys = []
    for heading in headings:
        folded = fold(heading or "")
        seen[folded] += 1
        keys.append(hashlib.blake2b(f"section\n{folded}\n{seen[folded]}".encode(), digest_size=6).hexdigest())
    return keys


def carried_from(article: Article, number: int) -> list[Quote]:
    """The quotes whose speaker was carried over from the quote so numbered, directly or by way of others."""
    sources, found = {number}, []
    for quote in article.quotes:
        if quote.evidence == "carried" and quote.carried_from in sources:
            sources.add(quote.number)
            found.append(quote)
    return found


def value_of(article: Article, target: str, name: Property) -> str:
    """What a property of a quote or section is; empty for nothing, or for a target that is not there."""
    things: dict[str, Quote | Section] = {quote.id: quote for quote in article.quotes}
    things.update(zip(section_keys(article.sections), article.sections, strict=True))
    return str(getattr(things.get(target), name, None) or "")


def checked(name: Property, value: str) -> str:
    """A value as it is kept.

    Raises:
        UsageError: it is no kind of quote, too long, or an empty heading or label.
    """
    cleaned = clean_line(value).strip()
    if name == "kind" and cleaned not in KINDS:
        raise UsageError(f"'{cleaned}' is no kind of quote.", f"A quote is one of {', '.join(KINDS)}.")
    if not cleaned and name != "speaker":
        raise UsageError(f"A {name} needs some text.", "briefing correct X --clear takes corrections back.")
    if len(cleaned) > LONGEST:
        raise UsageError(f"A {name} has at most {LONGEST} letters; this has {len(cleaned)}.")
    return cleaned


def _quote(quote: Quote, changes: Mapping[Property, Correction]) -> Quote:
    """The quote as corrected."""
    if not changes.keys() & {"speaker", "kind"}:
        return quote
    if speaker := changes.get("speaker"):
        # What stands in the text beside the quote names somebody else.
        nobody = {"mention": None, "mention_start": None, "mention_end": None, "carried_from": None}
        quote = quote._replace(speaker=speaker.value or None, person=speaker.person, **nobody)  # type: ignore[arg-type]
    if kind := changes.get("kind"):
        quote = quote._replace(kind=cast("QuoteKind", kind.value))
    return quote._replace(evidence="corrected", rule=RULE, confidence=1.0)


def _without_source(quote: Quote, gone: set[int]) -> Quote:
    """A quote does not name one that is none as the source of its speaker."""
    return quote._replace(carried_from=None) if quote.carried_from in gone else quote


def _section(section: Section, changes: Mapping[Property, Correction]) -> Section:
    """The section as corrected; the lead has neither heading nor label of its own."""
    if section.heading is None:
        return section
    if heading := changes.get("heading"):
        section = replace(section, heading=heading.value)
    if label := changes.get("label"):
        section = replace(section, label=label.value, specific=label.value)
    return section
