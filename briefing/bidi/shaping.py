"""Arabic letters as the presentation forms that join, for terminals that do not shape.

Text stays in logical order. A lam with the alef after it becomes one ligature, ZWJ and ZWNJ do their work and
go, and marks stay behind their letter (Unicode core specification 9.2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from briefing.bidi.joining import ALEFS, LAM, ZWJ, ZWNJ, joining_types, presentation_forms

_WORD = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u0860-\u0887\u0889-\u088f\u0897-\u08e1\u08e3-\u08ff\u0300-\u036f\u200c-\u200f\u061c]+"
)
"""Arabic letters, marks, and the format characters that stand among them; nothing beyond it joins."""

_CONTROLS: Final = (ZWNJ, ZWJ)


class Shaped(NamedTuple):
    """Shaped text with, for each of its code points, the offset of the logical one it shows.

    A ligature has the offset of its lam; its alef, ZWJ and ZWNJ have no code point of their own.
    """

    text: str
    offsets: Sequence[int]


def shape(text: str) -> Shaped:
    """The text with its Arabic words as presentation forms."""
    parts: list[str] = []
    offsets: list[int] = []
    last = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        shaped, kept = _shape_word(word[0])
        parts += (text[last:start], shaped)
        offsets.extend(range(last, start))
        offsets.extend(range(start, end) if kept is None else [start + index for index in kept])
        last = end
    if not parts:
        return Shaped(text, range(len(text)))
    parts.append(text[last:])
    offsets.extend(range(last, len(text)))
    return Shaped("".join(parts), offsets)


def part_at_zwnj(text: str) -> str:
    """The text with each letter that a ZWNJ keeps from joining in the form it has there; as long as the text.

    For terminals that join letters but do not know ZWNJ: with the ZWNJ left out, these stay parted. Not for those
    that turn presentation forms back into letters and know ZWNJ (Konsole).
    The letters joined to it on the other side take their forms too, since a terminal would not join
    a presentation form to a plain letter.
    """
    return _WORD.sub(_parted, text) if ZWNJ in text else text


def _parted(word: re.Match[str]) -> str:
    """One word with what stands before each ZWNJ in its presentation form."""
    letters = list(word[0])
    if ZWNJ not in letters:
        return word[0]
    types = joining_types()
    forms = _forms(word[0])
    parting = False
    for index in range(len(letters) - 1, -1, -1):
        if letters[index] == ZWNJ:
            parting = True
        elif parting and not _transparent(letters[index]):
            parting = types.get(letters[index]) in ("D", "C")
            letters[index] = forms[index] if parting else letters[index]
    return "".join(letters)


@lru_cache(maxsize=1 << 15)
def _shape_word(word: str) -> tuple[str, tuple[int, ...] | None]:
    """A word in presentation forms, and which of its code points were kept; None for all."""
    forms = _forms(word)
    ligatures = presentation_forms()
    shaped: list[str] = []
    kept: list[int] = []
    lam = -1
    for index, char in enumerate(word):
        if char in _CONTROLS:
            lam = -1
            continue
        if lam >= 0 and char in ALEFS:
            joined = forms[kept[lam]] in (ligatures[LAM].final, ligatures[LAM].medial)
            ligature = ligatures[LAM + char]
            shaped[lam] = ligature.final if joined else ligature.isolated
            lam = -1
            continue
        if not _transparent(char):
            lam = len(shaped) if char == LAM else -1
        shaped.append(forms[index])
        kept.append(index)
    return "".join(shaped), None if len(kept) == len(word) else tuple(kept)


def _forms(word: str) -> list[str]:
    """For each code point of a word its form, each letter by itself."""
    types, known = joining_types(), presentation_forms()
    forms = list(word)
    letters = [index for index, char in enumerate(word) if not _transparent(char)]
    before = False
    for place, index in enumerate(letters):
        char = word[index]
        kind = types.get(char, "U")
        following = types.get(word[letters[place + 1]], "U") if place + 1 < len(letters) else "U"
        before = before and kind != "U"
        after = kind in "DC" and following != "U"
        if char in known:
            form = known[char][before + 2 * after]
            forms[index] = form or char
        before = after
    return forms


def _transparent(char: str) -> bool:
    """Whether a code point lets its neighbours join across it (joining type T: marks and format characters)."""
    return char not in _CONTROLS and unicodedata.category(char) in ("Mn", "Me", "Cf")
