"""Lines for a terminal that turns right-to-left words by itself but leaves the words where they are (kitty).

Such a terminal hands each stretch of one font between spaces to a shaping engine, which takes the direction of
the first script in it, reverses the whole stretch, numbers included, and mirrors its brackets. Words are therefore
placed as they shall stand and each right-to-left one is written backwards: its letters come out in logical order.
Presentation forms keep a lam-alef in its one cell.

A border beside a row needs a blank between, and bold or italic must not begin within a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from briefing.bidi.glyphs import Glyphs
from briefing.bidi.mirrors import MIRRORS

_COMMON: Final = frozenset("\u060c\u061b\u061f\u0640")
"""Arabic punctuation and tatweel, which belong to no script (Scripts.txt)."""

_ARABIC_DIGITS: Final = frozenset("٠١٢٣٤٥٦٧٨٩٪٫٬۰۱۲۳۴۵۶۷۸۹")
"""Digits and signs of the Arabic script; a number of them is turned like a word."""

Reversal = Callable[[Sequence[int], Sequence[int]], list[int]]
"""Takes indices and widths, gives the indices reversed with marks behind their letters."""


def turned_words(glyphs: Glyphs, indices: list[int], reverse: Reversal) -> Iterator[tuple[int, str]]:
    """Index and character of each glyph of a line in the order they are written; `indices` are in visual order.

    Cells do not move when a word is turned, only what is drawn in them: styles and offsets stay in visual order.
    """
    for apart, group in groupby(zip(indices, _apart(glyphs, indices), strict=True), key=itemgetter(1)):
        word = [index for index, _ in group]
        backwards = word if apart else reverse(word, glyphs.widths)
        turned = not apart and _right_to_left(glyphs, backwards)
        for index in backwards if turned else word:
            char = glyphs.text[index]
            odd = bool(glyphs.level(index) & 1)
            yield index, MIRRORS.get(char, char) if odd != turned else char


def _apart(glyphs: Glyphs, indices: list[int]) -> list[bool]:
    """Whether each glyph is between words: blanks, and wide characters, which have another font."""
    found: list[bool] = []
    for index in indices:
        if glyphs.widths[index]:
            found.append(glyphs.widths[index] > 1 or glyphs.text[index].isspace())
        else:
            found.append(bool(found) and found[-1])
    return found


def _right_to_left(glyphs: Glyphs, word: list[int]) -> bool:
    """Whether the first character of a word that has a script has a right-to-left one."""
    for index in word:
        char, letter = glyphs.text[index], glyphs.bidi_class(index)
        if char in _ARABIC_DIGITS or (letter in "RA" and char not in _COMMON):
            return True
        if letter == "L":
            return False
    return False
