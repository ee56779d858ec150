"""A stretch of an article's text that is being chosen, by cells or whole paragraphs: code points, end exclusive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.bidi.layout import NOWHERE, Row
from briefing.model import Article, Span

Unit = Literal["cell", "paragraph"]
"""What a selection grows by."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Selection:
    """From the stretch it began on to the one it has got to, both included, whichever comes first."""

    anchor: Span
    head: Span

    @property
    def start(self) -> int:
        """The first code point."""
        return min(self.anchor.start, self.head.start)

    @property
    def end(self) -> int:
        """One past the last code point."""
        return max(self.anchor.end, self.head.end)

    def to(self, head: Span) -> Selection:
        """The selection from the same anchor to here."""
        return replace(self, head=head)


def text_between(article: Article, start: int, end: int) -> str:
    """The article's words between two code points: soft wraps joined, paragraphs parted by a blank line.

    Where the stretch goes on into another section its heading is a paragraph of its own.
    """
    parts, first = [], start
    for section in article.sections:
        if section.heading and start < section.start < end:
            parts += [article.text[first : section.start].rstrip("\n"), section.heading]
            first = section.start
    return "\n\n".join([*parts, article.text[first:end]])


def cell_at(rows: Sequence[Row], row: int, column: int) -> Span:
    """The code points in a cell of the page, or in the nearest cell of its row; above and below the page its ends."""
    if not rows:
        return Span(0, 0)
    if not 0 <= row < len(rows):
        edge = rows[0].start if row < 0 else rows[-1].end
        return Span(edge, edge)
    return Span(*rows[row].span_at(column))


def place_of(rows: Sequence[Row], offset: int) -> tuple[int, int]:
    """Row and column of a code point; of one that no cell shows the nearest before it."""
    row = max((index for index, row in enumerate(rows) if row.start <= offset and _has_text(row)), default=0)
    columns = rows[row].columns(offset, offset + 1) if rows else []
    return row, columns[0] if columns else _last_column(rows, row)


def word_at(text: str, offset: int) -> Span:
    """The word a code point belongs to; a blank is by itself."""
    return next(
        (Span(*match.span()) for match in _WORD.finditer(text) if match.start() <= offset < match.end()),
        Span(offset, min(offset + 1, len(text))),
    )


def paragraph_at(article: Article, offset: int) -> Span:
    """The paragraph a code point belongs to, or the one before it."""
    before = [span for section in article.sections for span in section.paragraphs if span.start <= offset]
    return before[-1] if before else Span(offset, offset)


def next_word(text: str, offset: int, step: int) -> int:
    """Where the next word begins, or this one or the one before."""
    starts = [match.start() for match in _WORD.finditer(text)]
    if step > 0:
        return next((start for start in starts if start > offset), max(len(text) - 1, 0))
    return next((start for start in reversed(starts) if start < offset), 0)


def beside(rows: Sequence[Row], row: int, column: int, step: int) -> tuple[int, int]:
    """The cell of the text to the right (1) or left (-1); at a row's edge in the row read after or before it."""
    own = _text_columns(rows[row])
    here = rows[row].offsets[column] if column < len(rows[row].offsets) else NOWHERE
    further = [place for place in own if (place - column) * step > 0 and rows[row].offsets[place] != here]
    if further:
        return row, min(further, key=lambda place: abs(place - column))
    backwards = bool(own) and rows[row].offsets[own[0]] > rows[row].offsets[own[-1]]
    target = row_beside(rows, row, -step if backwards else step)
    if target == row:
        return row, column
    edge = _text_columns(rows[target])
    return target, edge[0] if step > 0 else edge[-1]


def row_beside(rows: Sequence[Row], row: int, step: int) -> int:
    """The next row of text below (1) or above (-1); the same one if there is none."""
    end = len(rows) if step > 0 else -1
    return next((index for index in range(row + step, end, step) if _has_text(rows[index])), row)


def _text_columns(row: Row) -> list[int]:
    return [column for column, offset in enumerate(row.offsets) if offset != NOWHERE]


def _has_text(row: Row) -> bool:
    """Heads and gaps stand at one code point and show none, nor does a row of marks without a letter."""
    return row.end > row.start and any(offset != NOWHERE for offset in row.offsets)


def _last_column(rows: Sequence[Row], row: int) -> int:
    """The cell of a row's last code point."""
    offsets = rows[row].offsets if rows else ()
    return max(range(len(offsets)), key=offsets.__getitem__, default=0)
