"""Rows in the order in which their cells stand on the screen, for terminals that write cell after cell.

Lines are broken in logical order and by the cells of the shaped text, then each line is reordered by the
levels of its whole paragraph (UAX#9 3.4), right-to-left letters by grapheme cluster (L3), brackets mirrored (L4).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.bidi.cells import cut_place
from briefing.bidi.glyphs import Glyphs, glyphs_of
from briefing.bidi.levels import base_direction
from briefing.bidi.mirrors import mirrored
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
) -> list[Row]:
    """`layout.lay_out` in visual or word order."""
    base = base_direction(text, direction)
    glyphs = glyphs_of(text, base, style, highlights, inserts, order)
    writing = _Writing(glyphs, order, origin, style)
    return [writing.row(start, end, width if base == "rtl" else 0) for start, end in break_lines(glyphs.text, width)]


def visual_line(text: str, width: int, direction: Direction, style: str, order: Order, *, fill: bool) -> Row:
    """`layout.line` in visual or word order."""
    base = base_direction(text, direction)
    glyphs = glyphs_of(text, base, style, (), (), order)
    cut = cut_place(glyphs.text, glyphs.places, width)
    if cut is not None:
        text = text[:cut].rstrip()
        ellipsis = [Insert(len(text), "…", style)] if width > 0 else []
        glyphs = glyphs_of(text, base, style, (), ellipsis, order)
    row = _Writing(glyphs, order, 0, style).row(0, len(glyphs.text), width if fill and base == "rtl" else 0)
    return row.filled(width, style) if fill else row


class _Writing:
    """Writes the lines of one paragraph."""

    def __init__(self, glyphs: Glyphs, order: Order, origin: int, style: str) -> None:
        self._glyphs = glyphs
        self._order = order
        self._style = style
        self._uniform = len(set(glyphs.styles)) < 2
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
        if self._order == "word":
            written = list(turned_words(glyphs, indices, reverse_clusters))
            indices, chars = [index for index, _ in written], [char for _, char in written]
        else:
            chars = [self._chars[index] for index in indices]
        offsets = self._cells(indices, start, end)
        runs = self._runs(indices, chars)
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

    def _runs(self, indices: list[int], chars: list[str]) -> list[Run]:
        """The characters of a line, cut where the style changes."""
        if not indices:
            return []
        styles = self._glyphs.styles
        if self._uniform:
            return [Run("".join(chars), styles[indices[0]])]
        pairs = zip(chars, indices, strict=True)
        return [
            Run("".join([char for char, _ in group]), style)
            for style, group in groupby(pairs, key=lambda pair: styles[pair[1]])
        ]

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source on a line."""
        own = [index for index in range(start, end) if self._offsets[index] != NOWHERE]
        if not own:
            return self._origin, self._origin
        return self._offsets[own[0]], self._origin + self._glyphs.after(own[-1])


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
    images = mirrored(glyphs.text)
    if images == glyphs.text:
        return images
    choices = enumerate(zip(glyphs.text, images, strict=True))
    return "".join([image if glyphs.level(index) & 1 else char for index, (char, image) in choices])
