"""Rows in the order in which their cells stand on the screen, for terminals that write cell after cell.

Lines are broken in logical order and by the cells of the shaped text, then each line is reordered by the
levels of its whole paragraph (UAX#9 3.4), right-to-left letters by grapheme cluster (L3), brackets mirrored (L4).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby
from operator import itemgetter

from briefing.bidi.cells import cut_place
from briefing.bidi.glyphs import Glyphs, glyphs_of
from briefing.bidi.levels import base_direction
from briefing.bidi.mirrors import MIRRORS
from briefing.bidi.rows import NOWHERE, Highlight, Insert, Order, Row, Run
from briefing.bidi.words import turned_words
from briefing.bidi.wrap import break_lines
from briefing.model import Direction


def visual_rows(
    text: str,
    width: int,
    direction: Direction,
    style: str,
    highlights: Sequence[Highlight],
    inserts: Sequence[Insert],
    origin: int,
    order: Order,
    marks: bool,
) -> list[Row]:
    """`layout.lay_out` in visual or word order."""
    base = base_direction(text, direction)
    glyphs = glyphs_of(text, base, style, highlights, inserts, marks=marks)
    writing = _Writing(glyphs, order, origin, style)
    return [writing.row(start, end, width if base == "rtl" else 0) for start, end in break_lines(glyphs.text, width)]


def visual_line(
    text: str, width: int, direction: Direction, style: str, order: Order, *, fill: bool, marks: bool
) -> Row:
    """`layout.line` in visual or word order."""
    base = base_direction(text, direction)
    glyphs = glyphs_of(text, base, style, marks=marks)
    cut = cut_place(glyphs.text, glyphs.places, width)
    if cut is not None:
        text = text[:cut].rstrip()
        ellipsis = [Insert(len(text), "…", style)] if width > 0 else []
        glyphs = glyphs_of(text, base, style, (), ellipsis, marks=marks)
    row = _Writing(glyphs, order, 0, style).row(0, len(glyphs.text), width if fill and base == "rtl" else 0)
    return row.filled(width, style) if fill else row


class _Writing:
    """Writes the lines of one paragraph."""

    def __init__(self, glyphs: Glyphs, order: Order, origin: int, style: str) -> None:
        self._glyphs = glyphs
        self._order = order
        self._style = style
        self._chars = _mirrored(glyphs)
        self._offsets = [place + origin for place in glyphs.places] if origin else glyphs.places
        if any(glyphs.inserted):
            pairs = zip(self._offsets, glyphs.inserted, strict=True)
            self._offsets = [NOWHERE if inserted else offset for offset, inserted in pairs]
        self._origin = origin

    def row(self, start: int, end: int, width: int) -> Row:
        """The glyphs `start`..`end` as a row, blanks before it up to `width` cells."""
        glyphs = self._glyphs
        while start < end and not glyphs.widths[start]:
            start += 1
        indices = visual_order(glyphs, start, end)
        offsets = self._cells(indices, start, end)
        runs = _runs(*self._drawn(indices))
        if width > len(offsets):
            runs.insert(0, Run(" " * (width - len(offsets)), self._style))
            offsets[:0] = [NOWHERE] * (width - len(offsets))
        return Row(tuple(runs), *self._span(start, end), tuple(offsets))

    def _cells(self, indices: list[int], start: int, end: int) -> list[int]:
        """For each cell of a line the code point that stands there."""
        widths = self._glyphs.widths
        if {*widths[start:end]} <= {1}:
            return [self._offsets[index] for index in indices]
        return [self._offsets[index] for index in indices for _ in range(widths[index])]

    def _drawn(self, indices: list[int]) -> tuple[list[str], list[str]]:
        """The characters of a line in the order they are written, and the style of each."""
        glyphs = self._glyphs
        styles = [glyphs.styles[index] for index in indices]
        if self._order == "visual":
            return [self._chars[index] for index in indices], styles
        written = list(turned_words(glyphs, indices, reverse_clusters))
        chars = [char for _, char in written]
        if len(set(styles)) < 2:
            return chars, styles
        cells = [style for style, index in zip(styles, indices, strict=True) for _ in range(glyphs.widths[index])]
        ends = accumulate(glyphs.widths[index] for index, _ in written)
        return chars, [cells[end - 1] for end in ends]

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source on a line."""
        own = range(start, end)
        first = next((index for index in own if self._offsets[index] != NOWHERE), None)
        if first is None:
            return self._origin, self._origin
        last = next(index for index in reversed(own) if self._offsets[index] != NOWHERE)
        return self._offsets[first], self._origin + self._glyphs.after(last)


def _runs(chars: list[str], styles: list[str]) -> list[Run]:
    """The characters of a line, cut where the style changes."""
    if not chars:
        return []
    if styles.count(styles[0]) == len(styles):
        return [Run("".join(chars), styles[0])]
    pairs = zip(chars, styles, strict=True)
    return [Run("".join([char for char, _ in group]), style) for style, group in groupby(pairs, key=itemgetter(1))]


def visual_order(glyphs: Glyphs, start: int, end: int) -> list[int]:
    """The glyphs `start`..`end` from left to right, marks behind their base."""
    indices: list[int] = []
    marked = 0 in glyphs.widths[start:end]
    for run in glyphs.line(start, end):
        stretch = range(run.start, run.end)
        if not run.level & 1:
            indices.extend(stretch)
        elif marked:
            indices.extend(reverse_clusters(stretch, glyphs.widths))
        else:
            indices.extend(reversed(stretch))
    return indices


def reverse_clusters(indices: Sequence[int], widths: Sequence[int]) -> list[int]:
    """The indices in reverse, those without a cell still behind the one they belong to."""
    backwards: list[int] = []
    cluster: list[int] = []
    for index in reversed(indices):
        cluster.append(index)
        if widths[index]:
            backwards.extend(reversed(cluster))
            cluster.clear()
    return backwards + cluster[::-1]


def _mirrored(glyphs: Glyphs) -> str:
    """The characters, those of odd levels mirrored (L4)."""
    found = MIRRORS.keys() & set(glyphs.text)
    if not found:
        return glyphs.text
    chars = list(glyphs.text)
    for index in [index for index, char in enumerate(chars) if char in found]:
        if glyphs.level(index) & 1:
            chars[index] = MIRRORS[chars[index]]
    return "".join(chars)
