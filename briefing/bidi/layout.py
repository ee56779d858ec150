"""Paragraphs as rows of styled cells: the one seam between text and what a terminal shows.

The TUI turns rows into strips, one-shot commands turn them into SGR text. Rows know which code point
stands in each cell, so that highlights, clicks and copies speak of the logical text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from briefing.bidi.cells import char_width, is_displayed
from briefing.bidi.wrap import break_lines
from briefing.model import Direction

NOWHERE = -1
"""The offset of a cell that shows no code point of the text: padding or an insert."""


@dataclass(frozen=True, slots=True)
class Run:
    """Cells of one style."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the terminal, at most as wide as it was laid out for."""

    runs: tuple[Run, ...]
    start: int = 0
    """First code point of the source text on this row."""
    end: int = 0
    """One past the last code point on this row."""
    offsets: tuple[int, ...] = ()
    """For each cell the code point that stands there, or `NOWHERE`."""

    @property
    def text(self) -> str:
        """The row without its styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A style for the code points `start`..`end`; of two that overlap the later one wins."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Text shown before the code point `at` that is not part of the source, such as a quote's number."""

    at: int
    text: str
    style: str


def lay_out(
    text: str,
    width: int,
    *,
    direction: Direction = "ltr",
    style: str = "",
    highlights: Iterable[Highlight] = (),
    inserts: Sequence[Insert] = (),
    origin: int = 0,
) -> list[Row]:
    """The rows of one paragraph, wrapped in logical order to `width` cells; rtl rows end at the right edge.

    `highlights` and `inserts` count code points of `text`; the rows' offsets count from `origin`, the
    place of the paragraph in its article.
    """
    cells = _styled(text, style, highlights, inserts)
    shown = "".join(map(itemgetter(0), cells))
    rows = []
    for start, end in break_lines(shown, width):
        rows.append(_row(cells[start:end], width, direction, style, origin))
    return rows


_Cell = tuple[str, str, int]
"""A code point to show, its style, and its offset in the text or `NOWHERE`."""


def _styled(text: str, style: str, highlights: Iterable[Highlight], inserts: Sequence[Insert]) -> list[_Cell]:
    """The code points to show, each with its style and offset, in logical order."""
    styles = [style] * len(text)
    for mark in highlights:
        end = min(mark.end, len(text))
        styles[mark.start : end] = [mark.style] * max(end - mark.start, 0)
    cells: list[_Cell] = []
    done = 0
    for insert in sorted(inserts, key=lambda insert: insert.at):
        cells.extend(_own(text, styles, done, insert.at))
        cells.extend((char, insert.style, NOWHERE) for char in insert.text)
        done = insert.at
    cells.extend(_own(text, styles, done, len(text)))
    return cells


def _own(text: str, styles: list[str], start: int, end: int) -> Iterator[_Cell]:
    """Cells of the text itself, without characters that only steer display; a line end shows as a space."""
    for index in range(start, min(end, len(text))):
        char = text[index]
        if is_displayed(char):
            yield (" " if char == "\n" else char, styles[index], index)


def _row(cells: list[_Cell], width: int, direction: Direction, style: str, origin: int) -> Row:
    """One row of cells in the order they are written to the terminal."""
    offsets: list[int] = []
    for char, _, index in cells:
        offsets.extend([index + origin if index != NOWHERE else NOWHERE] * char_width(char))
    runs = [Run("".join(map(itemgetter(0), group)), name) for name, group in groupby(cells, key=itemgetter(1))]
    if direction == "rtl" and len(offsets) < width:
        fill = width - len(offsets)
        runs.insert(0, Run(" " * fill, style))
        offsets[:0] = [NOWHERE] * fill
    seen = [index for _, _, index in cells if index != NOWHERE]
    start, end = (seen[0] + origin, seen[-1] + 1 + origin) if seen else (origin, origin)
    return Row(tuple(runs), start, end, tuple(offsets))
