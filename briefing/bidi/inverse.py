"""Inverse bidi: rows for terminals that order every row by themselves and take left-to-right for its base direction.

Konsole does so, and VTE inside a multiplexer. In logical order a right-to-left row has its last full stop at its right
end there, and its Latin words on the wrong side. Here a row is written so that the terminal's own ordering (UAX#9 at
paragraph level 0) comes out with what was meant: stretches from left to right, the letters of a right-to-left stretch
in logical order. No order without format characters gives a row that begins with a number, so none is begun with one
where that can be helped, and what cannot be had stays in logical order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from briefing.bidi.cells import char_width
from briefing.bidi.classes import bidi_classes
from briefing.bidi.levels import base_direction, resolve
from briefing.bidi.mirrors import MIRRORS
from briefing.bidi.rows import Row, Run
from briefing.model import Direction

_BEFORE_NUMBER = re.compile(r"(?<=\S) (?=[(\[“«‘]*\d)")

_ISOLATES = "\u2068\u2069"
"""They part a name from its line, and are never sent."""
_LEFT_TO_RIGHT = (re.compile("L(?:[^RAN]*[LE])?"), re.compile("(?:^(?=[^RANL]*E)|L)(?:[^RAN]*[LE])?"))
"""Classes of letters from left to right, and of European digits behind them, or also at the row's left end (UAX#9
rule W7). Digits there may as well belong to the letters on their right."""
_RIGHT_TO_LEFT = re.compile("[RA].*[RAEN]|[RA]|[EN].*[RA]")
"""Classes of a right-to-left stretch without the neutrals at its ends."""


class _Glyph(NamedTuple):
    """One character as it is to be seen."""

    char: str
    odd: bool
    """Whether it is part of right-to-left text."""
    style: str
    offsets: tuple[int, ...] = ()
    """Of its cells."""


def without_numbers_first(text: str) -> str:
    """The text for breaking it into lines, as long as it was: no break falls before a number."""
    return _BEFORE_NUMBER.sub("_", text)


def inverse_paragraph_row(row: Row, *, mirrors: bool = True) -> Row:
    """A row of a right-to-left paragraph; blanks before its text stay there.

    `mirrors` says whether the terminal mirrors brackets (L4); if not, they are written as they are to be seen.
    """
    offsets = iter(row.offsets)
    own = [
        _Glyph(char, False, run.style, tuple(next(offsets) for _ in range(char_width(char))))
        for run in row.runs
        for char in run.text
    ]
    blanks = len(own) - len(row.text.lstrip(" "))
    written = _written([*own[:blanks], *_seen(own[blanks:], 1)], mirrors)
    return _row(written, row) if written else row


def inverse_unit_row(row: Row, *, mirrors: bool = True) -> Row:
    """A row whose runs are units of their own, such as a name and a title: they stay where they stand."""
    glyphs: list[_Glyph] = []
    for run in row.runs:
        unit = [_Glyph(char, False, run.style) for char in run.text]
        base = int(is_right_to_left(run.text, run.direction))
        before, after = len(run.text) - len(run.text.lstrip(" ")), len(run.text.rstrip(" "))
        core = _seen(unit[before:after], base) if after > before else []
        glyphs += [
            *unit[:before],
            *(glyph for glyph in core if glyph.char not in _ISOLATES),
            *unit[max(after, before) :],
        ]
    written = _written(glyphs, mirrors)
    return _row(written, row) if written else row


def is_right_to_left(text: str, direction: Direction | None) -> bool:
    """Whether a paragraph or unit reads from right to left in an article of this direction."""
    return base_direction(text, direction or "ltr") == "rtl"


def _seen(glyphs: Sequence[_Glyph], base: int, mirrors: bool = True) -> list[_Glyph]:
    """The characters of a line in logical order as they are seen from left to right (L2, L4)."""
    levels = resolve("".join([glyph.char for glyph in glyphs]), base)
    seen: list[_Glyph] = []
    for run in levels.line(0, len(glyphs)):
        own = glyphs[run.start : run.end]
        if run.level & 1:
            own = [_mirrored(glyph, mirrors)._replace(odd=True) for glyph in reversed(own)]
        seen += own
    return seen


def _written(seen: Sequence[_Glyph], mirrors: bool) -> list[_Glyph] | None:
    """The order to write in so that a terminal shows this; None if there is none."""
    wanted = "".join([glyph.char for glyph in seen])
    for pattern in _LEFT_TO_RIGHT:
        written = list(_stretches(seen, pattern, mirrors))
        if "".join([glyph.char for glyph in _seen(written, 0, mirrors)]) == wanted:
            return written
    return None


def _stretches(seen: Sequence[_Glyph], left_to_right: re.Pattern[str], mirrors: bool) -> Iterator[_Glyph]:
    """What is seen, each right-to-left stretch between left-to-right letters turned."""
    classes = bidi_classes("".join([glyph.char for glyph in seen]))
    start = 0
    for match in left_to_right.finditer(classes):
        yield from _turned(seen[start : match.start()], classes[start : match.start()], mirrors)
        yield from seen[match.start() : match.end()]
        start = match.end()
    yield from _turned(seen[start:], classes[start:], mirrors)


def _turned(stretch: Sequence[_Glyph], classes: str, mirrors: bool) -> Iterable[_Glyph]:
    """A stretch in logical order, but for neutrals at its ends; digits stay from left to right."""
    core = _RIGHT_TO_LEFT.search(classes)
    if core is None:
        return stretch
    turned: list[_Glyph] = []
    for odd, group in groupby(reversed(stretch[core.start() : core.end()]), attrgetter("odd")):
        own = list(group)
        turned += [_mirrored(glyph, mirrors) for glyph in own] if odd else own[::-1]
    return [*stretch[: core.start()], *turned, *stretch[core.end() :]]


def _mirrored(glyph: _Glyph, mirrors: bool) -> _Glyph:
    return glyph._replace(char=MIRRORS[glyph.char]) if mirrors and glyph.char in MIRRORS else glyph


def _row(written: Sequence[_Glyph], row: Row) -> Row:
    """The glyphs as a row."""
    runs = [
        Run("".join([glyph.char for glyph in group]), style) for style, group in groupby(written, attrgetter("style"))
    ]
    return row._replace(runs=tuple(runs), offsets=tuple(offset for glyph in written for offset in glyph.offsets))
