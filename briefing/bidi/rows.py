"""What a layout gives and takes: rows of styled cells, highlights and inserts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final, Literal, NamedTuple

from briefing.bidi.cells import cell_width, char_width
from briefing.model import Direction

Order = Literal["logical", "visual", "word", "inverse"]
"""Who puts characters in their places.

`logical`: the terminal does, or nobody shall. `visual`: the layout does, for terminals that write cell after cell.
`word`: the layout does for words, and the terminal turns the letters of each right-to-left word (kitty). `inverse`:
the terminal does, but always from left to right, and the layout makes up for that (see `inverse`). In visual and word
order letters are presentation forms and no format character is left.
"""

NOWHERE: Final = -1
"""The offset of a cell that shows no code point of the text: padding or an insert."""


class Run(NamedTuple):
    """Cells of one style."""

    text: str
    style: str = ""
    direction: Direction | None = None
    """Base direction of a text that is a unit of its own, such as a title; None: by its first letter."""


class Setting(NamedTuple):
    """How rows are set for one terminal."""

    order: Order = "logical"
    parted: bool = False
    """A ZWNJ is shown by presentation forms beside it; it is never sent in visual and word order."""
    marks: bool = True
    """Vowel points are sent; some terminals misplace them in visual and word order."""
    mirrors: bool = True
    """The terminal mirrors the brackets of what it reorders; counts in inverse order."""


LOGICAL: Final = Setting()
"""As in files and pipes."""


class Row(NamedTuple):
    """One line of the terminal, at most as wide as it was laid out for, its cells from left to right."""

    runs: tuple[Run, ...]
    start: int = 0
    """First code point of the source text on this row."""
    end: int = 0
    """One past the last code point on this row."""
    offsets: tuple[int, ...] = ()
    """For each cell the first code point that stands there, or `NOWHERE`.

    The code points up to the next larger offset of the row stand there, too: marks, and the alef of a lam-alef.
    """

    @property
    def text(self) -> str:
        """The row without its styles."""
        return "".join(run.text for run in self.runs)

    def columns(self, start: int, end: int) -> list[int]:
        """The cells that show any of the code points `start`..`end`, from left to right."""
        start, end = max(start, self.start), min(end, self.end)
        if start >= end:
            return []
        known = sorted({*self.offsets} - {NOWHERE})
        first = known[max(bisect_right(known, start) - 1, 0)] if known else 0
        return [column for column, offset in enumerate(self.offsets) if first <= offset < end]

    def span_at(self, column: int) -> tuple[int, int]:
        """The code points in a cell, or in the nearest one of the text; of two as near the left one.

        A row that shows no text gives the place before its first code point.
        """
        own = [place for place, offset in enumerate(self.offsets) if offset != NOWHERE]
        if not own or self.end <= self.start:
            return self.start, self.start
        first = self.offsets[min(own, key=lambda place: abs(place - column))]
        return first, min((offset for offset in self.offsets if offset > first), default=self.end)

    def restyled(self, columns: Collection[int], style: str) -> Row:
        """The row with another style in these cells; marks have that of the cell they stand on."""
        if not columns:
            return self
        pairs = zip((char for run in self.runs for char in run.text), self._styles(columns, style), strict=True)
        return self._replace(
            runs=tuple(Run("".join([char for char, _ in group]), key) for key, group in groupby(pairs, itemgetter(1)))
        )

    def _styles(self, columns: Collection[int], style: str) -> Iterator[str]:
        """The style of each character, `style` for those in the columns."""
        column, own = 0, -1
        for run in self.runs:
            for char in run.text:
                if width := char_width(char):
                    own, column = column, column + width
                yield style if own in columns else run.style

    def behind(self, run: Run) -> Row:
        """The row with a run before it that is not part of the source, such as a margin."""
        return self._replace(runs=(run, *self.runs), offsets=(NOWHERE,) * cell_width(run.text) + self.offsets)

    def filled(self, width: int, style: str = "") -> Row:
        """The row with blanks after it up to `width` cells."""
        missing = width - len(self.offsets)
        if missing <= 0:
            return self
        blank = Run(" " * missing, style)
        return self._replace(runs=(*self.runs, blank), offsets=self.offsets + (NOWHERE,) * missing)


class Highlight(NamedTuple):
    """A style for the code points `start`..`end`; of two that overlap the later one wins."""

    start: int
    end: int
    style: str


class Insert(NamedTuple):
    """Text shown before the code point `at` that is not part of the source, such as a quote's number."""

    at: int
    text: str
    style: str
