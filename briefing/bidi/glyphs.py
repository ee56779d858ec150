"""A paragraph as it is shown, still in logical order: shaped, with inserts and levels, without format characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from briefing.bidi.cells import cell_widths
from briefing.bidi.joining import ALEFS
from briefing.bidi.levels import LevelRun, Levels, resolve
from briefing.bidi.rows import Highlight, Insert
from briefing.bidi.shaping import shape
from briefing.model import Direction

_STEERING: Final = (
    "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"
)
"""Characters that only steer how others are shown; levels and shapes are found before they go."""

_POINTS: Final = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
"""Vowel points and cantillation, which many terminals misplace, or lose their letters over."""

_FSI, _PDI = "\u2068", "\u2069"


class Glyphs(NamedTuple):
    """What stands in the cells of a paragraph, in logical order: one entry for each code point that is shown."""

    text: str
    places: Sequence[int]
    """The code point of the source that is shown, or before which an insert stands; never falls."""
    widths: list[int]
    """In cells; 0 for marks, which go with the character before them."""
    levels: Levels
    styles: Sequence[str]
    inserted: Sequence[bool]
    """Whether it belongs to an insert; empty where there is none."""
    length: int
    """Of the source, in code points."""
    resolved: Sequence[int]
    """Index into `levels`, which still has the characters that are not shown: they part runs of one level."""

    def line(self, start: int, end: int) -> list[LevelRun]:
        """The level runs of the glyphs `start`..`end` from left to right."""
        if start >= end:
            return []
        runs = self.levels.line(self.resolved[start], self.resolved[end - 1] + 1)
        if len(self.resolved) == len(self.levels.levels):
            return runs
        return [
            LevelRun(bisect_left(self.resolved, run.start), bisect_left(self.resolved, run.end), run.level)
            for run in runs
        ]

    def level(self, index: int) -> int:
        """The level of one glyph."""
        return self.levels.levels[self.resolved[index]]

    def bidi_class(self, index: int) -> str:
        """The class letter of one glyph (see `classes`)."""
        return self.levels.classes[self.resolved[index]]

    def after(self, index: int) -> int:
        """One past the last code point of the source that shown code point `index` stands for."""
        return self.places[index + 1] if index + 1 < len(self.places) else self.length


class _Woven(NamedTuple):
    """The source with its inserts, each in an isolate of its own; one place and style per code point."""

    text: str
    places: Sequence[int]
    styles: Sequence[str | None]
    """Of an insert; None for the source."""


def glyphs_of(
    text: str,
    base: Direction,
    style: str,
    highlights: Sequence[Highlight] = (),
    inserts: Sequence[Insert] = (),
    *,
    marks: bool = True,
) -> Glyphs:
    """The glyphs of one paragraph; without `marks` the vowel points of Arabic and Hebrew are left out."""
    woven = _woven(text, inserts)
    shaped, kept = shape(woven.text)
    levels = resolve(shaped, int(base == "rtl"))
    resolved: Sequence[int] = range(len(shaped))
    hidden = _hidden(marks)
    if hidden.search(shaped):
        resolved = [index for start, end in _seen(shaped, hidden) for index in range(start, end)]
        shaped = "".join([shaped[index] for index in resolved])
        kept = [kept[index] for index in resolved]
    widths = cell_widths(shaped)
    if 0 in widths:
        levels = _with_marks(levels, widths, resolved)
    places = [woven.places[index] for index in kept] if inserts else kept
    own = [woven.styles[index] for index in kept] if inserts else []
    plain = Glyphs(shaped, places, widths, levels, [style] * len(shaped), (), len(text), resolved)
    styles = _styles(plain, text, highlights)
    if own:
        styles = [found if name is None else name for found, name in zip(styles, own, strict=True)]
    return plain._replace(styles=styles, inserted=[name is not None for name in own])


def _woven(text: str, inserts: Sequence[Insert]) -> _Woven:
    """The source with the inserts between its code points."""
    if not inserts:
        return _Woven(text, range(len(text)), ())
    parts, places, styles = list[str](), list[int](), list[str | None]()
    last = 0
    for insert in sorted(inserts, key=lambda insert: insert.at):
        at = max(min(insert.at, len(text)), last)
        isolated = f"{_FSI}{insert.text}{_PDI}"
        parts += (text[last:at], isolated)
        places += (*range(last, at), *[at] * len(isolated))
        styles += (*[None] * (at - last), *[insert.style] * len(isolated))
        last = at
    parts.append(text[last:])
    places += range(last, len(text))
    styles += [None] * (len(text) - last)
    return _Woven("".join(parts), places, styles)


@cache
def _hidden(marks: bool) -> re.Pattern[str]:
    """A stretch of characters that are not shown."""
    return re.compile(f"[{_STEERING}]+" if marks else f"[{_STEERING}{_POINTS}]+")


def _seen(text: str, hidden: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between hidden characters."""
    last = 0
    for gap in hidden.finditer(text):
        if gap.start() > last:
            yield last, gap.start()
        last = gap.end()
    if last < len(text):
        yield last, len(text)


def _with_marks(levels: Levels, widths: list[int], resolved: Sequence[int]) -> Levels:
    """Levels in which characters without a cell of their own go wherever the one before them goes (L3)."""
    numbers, classes = bytearray(levels.levels), list(levels.classes)
    for index in range(1, len(widths)):
        if not widths[index]:
            before, mark = resolved[index - 1], resolved[index]
            numbers[before : mark + 1] = numbers[before : before + 1] * (mark + 1 - before)
            classes[mark] = classes[before] if classes[before] in "GP" else "M"
    return Levels("".join(classes), bytes(numbers), levels.base)


def _styles(glyphs: Glyphs, text: str, highlights: Sequence[Highlight]) -> list[str]:
    """The style of each shown code point; a highlight covers each cell that shows any of its code points."""
    styles = list(glyphs.styles)
    places, widths = glyphs.places, glyphs.widths
    for mark in highlights:
        first, last = bisect_left(places, mark.start), bisect_left(places, mark.end)
        if _merged(mark, places, text) and first:
            first -= 1
        if first >= last:
            continue
        while first and not widths[first]:
            first -= 1
        while last < len(widths) and not widths[last]:
            last += 1
        styles[first:last] = [mark.style] * (last - first)
    return styles


def _merged(mark: Highlight, places: Sequence[int], text: str) -> bool:
    """Whether a highlight begins on the alef of a ligature."""
    if not 0 < mark.start < min(mark.end, len(text)) or text[mark.start] not in ALEFS:
        return False
    index = bisect_left(places, mark.start)
    return index == len(places) or places[index] != mark.start
