"""Paragraphs as rows of styled cells: the one seam between text and what a terminal shows.

The TUI turns rows into strips, one-shot commands turn them into SGR text. Rows know which code point
stands in each cell, so that highlights, clicks and copies speak of the logical text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from briefing.bidi.cells import cell_width, char_width, cut_place, hidden_in
from briefing.bidi.rows import LOGICAL, NOWHERE, Highlight, Insert, Order, Row, Run, Setting
from briefing.bidi.wrap import break_lines
from briefing.model import Direction

__all__ = [
    "LOGICAL",
    "NOWHERE",
    "Highlight",
    "Insert",
    "Order",
    "Row",
    "Run",
    "Setting",
    "lay_out",
    "line",
    "paragraphs",
]


_ZWNJ: Final = "\u200c"


class _Piece(NamedTuple):
    """Code points of one style that follow each other in the source, or an insert."""

    text: str
    style: str
    offset: int
    """Of the first code point, or `NOWHERE`."""


def lay_out(
    text: str,
    width: int,
    *,
    direction: Direction = "ltr",
    style: str = "",
    highlights: Sequence[Highlight] = (),
    inserts: Sequence[Insert] = (),
    origin: int = 0,
    order: Order = "logical",
    parted: bool = False,
    marks: bool = True,
    mirrors: bool = True,
) -> list[Row]:
    """The rows of one paragraph, wrapped in logical order to `width` cells; rtl rows end at the right edge.

    `direction` is that of the article or interface; in visual and word order the paragraph's own follows from it
    and from its letters (`levels.base_direction`). `highlights` and `inserts` count code points of `text`; the rows'
    offsets count from `origin`, the place of the paragraph in its article. An insert is an isolate of its own.

    With `parted` a ZWNJ of logical text is replaced by presentation forms beside it; without `marks` visual and
    word order leave out vowel points, for terminals that misplace them. Without `mirrors` inverse order is for a
    terminal that does not mirror brackets.
    """
    text = text.replace("\n", " ")
    if order in ("visual", "word"):
        from briefing.bidi.visual import visual_rows

        return visual_rows(text, width, direction, style, highlights, inserts, origin, order, marks)
    pieces = list(_pieces(text, style, highlights, inserts, origin, parted))
    shown = "".join([piece.text for piece in pieces])
    fill = style if direction == "rtl" else None
    if order == "inverse":
        from briefing.bidi.inverse import inverse_paragraph_row, is_right_to_left, without_numbers_first

        if is_right_to_left(text, direction):
            breaks = break_lines(without_numbers_first(shown), width)
            rows = [_row(line, width, fill, origin) for line in _lines(pieces, breaks)]
            return [inverse_paragraph_row(row, mirrors=mirrors) for row in rows]
    return [_row(line, width, fill, origin) for line in _lines(pieces, break_lines(shown, width))]


def paragraphs(
    text: str,
    width: int,
    *,
    direction: Direction = "ltr",
    style: str = "",
    highlights: Sequence[Highlight] = (),
    origin: int = 0,
    order: Order = "logical",
    parted: bool = False,
    marks: bool = True,
    mirrors: bool = True,
) -> list[Row]:
    """The rows of a text of several paragraphs, parted by newlines, each laid out by itself."""
    rows: list[Row] = []
    start = 0
    for part in text.split("\n"):
        inside = [Highlight(mark.start - start, mark.end - start, mark.style) for mark in highlights]
        rows += lay_out(
            part,
            width,
            direction=direction,
            style=style,
            highlights=inside,
            origin=origin + start,
            order=order,
            parted=parted,
            marks=marks,
            mirrors=mirrors,
        )
        start += len(part) + 1
    return rows


def line(
    text: str,
    width: int,
    direction: Direction = "ltr",
    style: str = "",
    order: Order = "logical",
    *,
    fill: bool = False,
    parted: bool = False,
    marks: bool = True,
    mirrors: bool = True,
) -> Row:
    """A title, label or name on one row of at most `width` cells, cut at its logical end with an ellipsis.

    With `fill` the row has exactly `width` cells, and right-to-left text ends at the right edge.
    """
    text = text.replace("\n", " ")
    if order in ("visual", "word"):
        from briefing.bidi.visual import visual_line

        return visual_line(text, width, direction, style, order, fill=fill, marks=marks)
    pieces = list(_pieces(text, style, (), (), 0, parted))
    places = [place for piece in pieces for place in range(piece.offset, piece.offset + len(piece.text))]
    cut = cut_place("".join([piece.text for piece in pieces]), places, width)
    if cut is not None:
        text = text[:cut].rstrip()
        ellipsis = [Insert(len(text), "…", style)] if width > 0 else []
        pieces = list(_pieces(text, style, (), ellipsis, 0, parted))
    row = _row(pieces, width, style if fill and direction == "rtl" else None, 0)
    if order == "inverse":
        from briefing.bidi.inverse import inverse_paragraph_row, is_right_to_left

        row = inverse_paragraph_row(row, mirrors=mirrors) if is_right_to_left(text, direction) else row
    return row.filled(width, style) if fill else row


def _pieces(
    text: str, style: str, highlights: Sequence[Highlight], inserts: Sequence[Insert], origin: int, parted: bool
) -> Iterator[_Piece]:
    """The text cut wherever its style changes, something is inserted, or a code point is not displayed."""
    hidden = set(hidden_in(text))
    if parted and _ZWNJ in text:
        from briefing.bidi.shaping import part_at_zwnj

        hidden.update(index for index, char in enumerate(text) if char == _ZWNJ)
        text = part_at_zwnj(text)
    inserted: dict[int, list[Insert]] = {}
    for insert in inserts:
        inserted.setdefault(min(insert.at, len(text)), []).append(insert)
    edges = {0, len(text), *hidden, *(index + 1 for index in hidden), *inserted}
    edges.update(edge for mark in highlights for edge in mark[:2] if 0 <= edge <= len(text))
    cuts = sorted(edges)
    styles = _styles(cuts, style, highlights)
    for start, end, name in zip(cuts, [*cuts[1:], len(text)], styles, strict=True):
        yield from (_Piece(insert.text, insert.style, NOWHERE) for insert in inserted.get(start, ()))
        if end > start and start not in hidden:
            yield _Piece(text[start:end], name, start + origin)


def _styles(cuts: list[int], style: str, highlights: Sequence[Highlight]) -> list[str]:
    """The style of each stretch between two cuts."""
    styles = [style] * len(cuts)
    for mark in highlights:
        first, last = bisect_left(cuts, mark.start), bisect_left(cuts, mark.end)
        styles[first:last] = [mark.style] * (last - first)
    return styles


def _lines(pieces: list[_Piece], breaks: Iterable[tuple[int, int]]) -> Iterator[list[_Piece]]:
    """The pieces of each line; `breaks` count code points of all pieces joined, in rising order."""
    remaining = iter(pieces)
    piece, first = next(remaining, None), 0
    for start, end in breaks:
        line = []
        while piece is not None and first < end:
            last = first + len(piece.text)
            if last > start:
                line.append(_part(piece, max(start - first, 0), end - first))
            if last > end:
                break
            piece, first = next(remaining, None), last
        yield line


def _part(piece: _Piece, start: int, end: int) -> _Piece:
    """Code points `start`..`end` of a piece."""
    offset = piece.offset if piece.offset == NOWHERE else piece.offset + start
    return _Piece(piece.text[start:end], piece.style, offset)


def _row(line: list[_Piece], width: int, fill: str | None, origin: int) -> Row:
    """One row of cells in the order they are written to the terminal; `fill` is the style of what goes before."""
    offsets = [offset for piece in line for offset in _offsets(piece)]
    runs = [Run(piece.text, piece.style) for piece in line]
    if fill is not None and len(offsets) < width:
        before = width - len(offsets)
        runs.insert(0, Run(" " * before, fill))
        offsets[:0] = [NOWHERE] * before
    own = [piece for piece in line if piece.offset != NOWHERE]
    start = own[0].offset if own else origin
    return Row(tuple(runs), start, own[-1].offset + len(own[-1].text) if own else start, tuple(offsets))


def _offsets(piece: _Piece) -> Iterable[int]:
    """For each cell of a piece the code point that stands there."""
    length = len(piece.text)
    if piece.offset == NOWHERE:
        return [NOWHERE] * cell_width(piece.text)
    if piece.text.isascii():
        return range(piece.offset, piece.offset + length)
    widths = map(char_width, piece.text)
    return [index for index, width in enumerate(widths, piece.offset) for _ in range(width)]
