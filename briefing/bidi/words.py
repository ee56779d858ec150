"""Lines for a terminal that turns right-to-left words by itself but leaves the words where they are (kitty).

Such a terminal hands each stretch between spaces to a shaping engine, which takes the direction of its first
letter, reverses the whole stretch and mirrors its brackets. Words are therefore placed as they shall stand and
each right-to-left one is written backwards: its letters come out in logical order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from briefing.bidi.glyphs import Glyphs
from briefing.bidi.mirrors import MIRRORS

Reversal = Callable[[Sequence[int], Sequence[int]], list[int]]
"""Takes indices and widths, gives the indices reversed with marks behind their letters."""


def turned_words(glyphs: Glyphs, indices: list[int], reverse: Reversal) -> Iterator[tuple[int, str]]:
    """Index and character of each glyph of a line in the order they are written; `indices` are in visual order."""
    for blank, group in groupby(indices, key=lambda index: glyphs.text[index].isspace()):
        word = list(group)
        backwards = word if blank else reverse(word, glyphs.widths)
        turned = not blank and _right_to_left(glyphs, backwards)
        for index in backwards if turned else word:
            char = glyphs.text[index]
            odd = bool(glyphs.level(index) & 1)
            yield index, MIRRORS.get(char, char) if odd != turned else char


def _right_to_left(glyphs: Glyphs, word: list[int]) -> bool:
    """Whether the first letter of a word is a right-to-left one."""
    classes = map(glyphs.bidi_class, word)
    return next((letter != "L" for letter in classes if letter in "LRA"), False)
