"""How many terminal cells a text takes (East Asian Width, UAX#11; marks and format characters take none)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNSEEN = re.compile("[\u061c\u200d-\u200f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]+")
RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""Blocks of the right-to-left scripts (UAX#9, default classes R and AL)."""

_INVISIBLE = frozenset({"Mn", "Me", "Mc", "Cc", "Cf"})
_UNASSIGNED = frozenset({"Cn", "Co"})

_PREPENDED = frozenset("\xad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters that have a glyph, and so a cell, of their own."""

_CONJOINING = (("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"))
"""Vowels and finals of a Hangul syllable: they join the cell of the leading consonant."""

_WIDE_SYMBOLS = (
    ("\u2630", "\u2637"),
    ("\u268a", "\u268f"),
    ("\u4dc0", "\u4dff"),
    ("\U0001d300", "\U0001d356"),
    ("\U0001d360", "\U0001d376"),
)
"""Wide since Unicode 16, narrow in the tables of older Pythons."""


class _CellWidths(dict[str, int]):
    """Width of one code point in cells, 0 to 2, computed when first asked for."""

    def __missing__(self, char: str) -> int:
        category = unicodedata.category(char)
        if char in _PREPENDED or category in _UNASSIGNED:
            width = 1
        elif category in _INVISIBLE or _within(char, _CONJOINING):
            width = 0
        else:
            width = 2 if unicodedata.east_asian_width(char) in "WF" or _within(char, _WIDE_SYMBOLS) else 1
        self[char] = width
        return width


def _within(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    """Whether a code point is in one of the ranges, their last one included."""
    return any(first <= char <= last for first, last in ranges)


_WIDTHS = _CellWidths({chr(code): 1 for code in range(0x20, 0x7F)})

_width = _WIDTHS.__getitem__


def char_width(char: str) -> int:
    """Cells of one code point: 0, 1 or 2."""
    return _width(char)


def cell_width(text: str) -> int:
    """Cells of a text without control characters."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cell_widths(text: str) -> list[int]:
    """Cells of each code point of a text."""
    return list(map(_width, text))


def displayed(text: str) -> str:
    """The text without characters that only steer display.

    Direction marks, ZWJ, variation selectors and skin tones go: terminals disagree on their width.
    ZWNJ stays, since it parts Persian words.
    """
    return _UNSEEN.sub("", text)


def hidden_in(text: str) -> list[int]:
    """Indices of the code points that `displayed` takes out."""
    return [index for match in _UNSEEN.finditer(text) for index in range(*match.span())]


def truncate(text: str, width: int, ellipsis: str = "…") -> str:
    """The text cut at its logical end to at most `width` cells, the cut shown by an ellipsis."""
    if cell_width(text) <= width:
        return text
    room = width - cell_width(ellipsis)
    if room < 0:
        return ellipsis[:width]
    used = 0
    for index, char in enumerate(text):
        used += _width(char)
        if used > room:
            return text[:index].rstrip() + ellipsis
    return text


def cut_place(shown: str, places: Iterable[int], width: int, ellipsis: str = "…") -> int | None:
    """Where in the source to cut so that what is left of `shown` fits beside an ellipsis; None if all of it fits.

    `places` gives for each shown code point the one of the source that it stands for.
    """
    if cell_width(shown) <= width:
        return None
    room = width - cell_width(ellipsis)
    used = 0
    for char, place in zip(shown, places, strict=True):
        used += _width(char)
        if used > room:
            return place
    return None


def pad(text: str, width: int, *, right_aligned: bool = False) -> str:
    """The text cut or filled with spaces to exactly `width` cells."""
    text = truncate(text, width)
    fill = " " * (width - cell_width(text))
    return fill + text if right_aligned else text + fill


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and re.search(RIGHT_TO_LEFT, text) is not None
