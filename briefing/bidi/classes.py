"""Bidi classes (UAX#9 table 4) of a text as a string of one letter per code point, so that rules are patterns.

    L  R  A (AL)  E (EN)  S (ES)  T (ET)  N (AN)  C (CS)  M (NSM)  b (BN)  P (B)  G (S)  W (WS)  O (ON)
    1 LRE  2 RLE  3 LRO  4 RLO  5 PDF  6 LRI  7 RLI  8 FSI  9 PDI

Classes are those of the running Python's Unicode version.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_NAMES: Final = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE RLE LRO RLO PDF LRI RLI FSI PDI"
_LETTERS: Final = dict(zip(_NAMES.split(), "LRAESTNCMbPGWO123456789", strict=True))

_UNASSIGNED: Final = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "A"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "A"),
    (0x20A0, 0x20CF, "T"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "A"),
    (0xFDD0, 0xFDEF, "b"),
    (0xFDF0, 0xFDFF, "A"),
    (0xFE70, 0xFEFF, "A"),
    (0xFFF0, 0xFFF8, "b"),
    (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "A"),
    (0x10D40, 0x10EBF, "R"),
    (0x10EC0, 0x10EFF, "A"),
    (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "A"),
    (0x10F70, 0x10FFF, "R"),
    (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "A"),
    (0x1ECC0, 0x1ECFF, "R"),
    (0x1ED00, 0x1ED4F, "A"),
    (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "A"),
    (0x1EF00, 0x1EFFF, "R"),
    (0xE0000, 0xE0FFF, "b"),
)
"""First and last code point and class of blocks whose unassigned code points are not L (DerivedBidiClass.txt)."""


class _Classes(dict[int, str]):
    """The class letter of a code point, looked up when first asked for."""

    def __missing__(self, code: int) -> str:
        name = unicodedata.bidirectional(chr(code))
        letter = self[code] = _LETTERS[name] if name else _unassigned(code)
        return letter


def _unassigned(code: int) -> str:
    """The class of a code point that no character is assigned to."""
    if code & 0xFFFE == 0xFFFE:
        return "b"
    return next((letter for first, last, letter in _UNASSIGNED if first <= code <= last), "L")


_CLASSES = _Classes()


def bidi_classes(text: str) -> str:
    """The class letter of each code point; as long as the text."""
    return text.translate(_CLASSES)
