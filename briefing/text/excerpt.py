"""The part of a text that shows best what was searched for, with every place of it that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.model import Excerpt, Span
from briefing.text.fold import DROPPED, fold_aligned, fold_map
from briefing.text.words import words_of, written

LENGTH = 160
"""Characters of an excerpt, about."""

_LEAD = 40
"""Characters before the first place, about."""

_LETTER = r"[^\W_]"
_END = re.compile(r"\s|\Z")


class Wanted(NamedTuple):
    """Words that stand in a row in the text."""

    text: str
    exact: bool = False
    """Whether particles written onto the word count, as in a phrase."""
    prefix: bool = False
    """Whether the last word may go on."""


def excerpt_of(text: str, wanted: Sequence[Wanted]) -> Excerpt | None:
    """The stretch with most of the different words wanted, the first of several; None if the text holds none."""
    found = list(_places(text, wanted))
    if not found:
        return None
    first = max(found, key=lambda place: (_kinds(found, place.start), -place.start))
    start, end = _stretch(text, first.start)
    inside = tuple(Span(place.start, place.end) for place in found if place.start >= start and place.end <= end)
    return Excerpt(start, end, text[start:end], inside)


def places_of(text: str, wanted: Sequence[Wanted]) -> tuple[Span, ...]:
    """Every place of a text that fits, in order, none overlapping; code points."""
    return tuple(Span(place.start, place.end) for place in _places(text, wanted))


class _Place(NamedTuple):
    start: int
    end: int
    kind: int
    """Which of the wanted words stands there."""


def _places(text: str, wanted: Sequence[Wanted]) -> Iterable[_Place]:
    if not wanted:
        return
    folded: str = fold_aligned(text)
    offsets: Sequence[int] = range(len(text))
    if DROPPED.search(folded):
        folded, offsets = fold_map(text)
    for match in _pattern(tuple(wanted)).finditer(folded):
        end = match.end()
        yield _Place(
            offsets[match.start()], offsets[end] if end < len(offsets) else len(text), (match.lastindex or 1) - 1
        )


@lru_cache(maxsize=8)
def _pattern(wanted: tuple[Wanted, ...]) -> re.Pattern[str]:
    """One group for each of the wanted, in their order."""
    return re.compile("|".join(f"({_row(each)})" for each in wanted))


def _row(wanted: Wanted) -> str:
    words = words_of(wanted.text)
    forms = "|".join(map(re.escape, (words[0],) if wanted.exact or len(words) > 1 else written(words[0])))
    row = r"[\W_]*".join([f"(?:{forms})", *map(re.escape, words[1:])])
    goes_on = f"{_LETTER}*" if wanted.prefix else ""
    if len(words[0]) == 1 and not words[0].isascii():
        # Han and Kana are not parted by blanks.
        return f"{row}{goes_on}"
    return f"(?<!{_LETTER}){row}{goes_on}(?!{_LETTER})"


def _kinds(found: Sequence[_Place], start: int) -> int:
    """How many different words an excerpt holds that begins a little before a place."""
    return len({place.kind for place in found if start <= place.start < start + LENGTH - _LEAD})


def _stretch(text: str, place: int) -> tuple[int, int]:
    """Whole words around a place, from the beginning of its paragraph if that is near."""
    start = max(text.rfind("\n", 0, place) + 1, place - _LEAD)
    if start and not text[start - 1].isspace():
        start = min(_next_blank(text, start) + 1, place)
    return start, _next_blank(text, min(start + LENGTH, len(text)))


def _next_blank(text: str, start: int) -> int:
    match = _END.search(text, start)
    return match.start() if match else len(text)
