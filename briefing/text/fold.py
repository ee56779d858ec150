"""Folding: one form for spellings that a reader takes for the same word.

Used to match and to search, never to show. The result's length differs from the input's, so offsets
must not be carried over.
"""

from __future__ import annotations

import re

_SAME = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېۍئ", "ي"),
    **dict.fromkeys("ةہھەۀ", "ه"),
    "ؤ": "و",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "گ",
    "\xa0": " ",
    "’": "'",
    "‘": "'",
    "ё": "е",
    "Ё": "е",
}
_DIGITS = {chr(zero + n): str(n) for zero in (0x660, 0x6F0, 0x966) for n in range(10)}
_TABLE = str.maketrans({**_SAME, **_DIGITS})
_DROPPED = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u061c\u2060\ufeff\xad]+")


def fold(text: str) -> str:
    """Text in folded form: letter variants unified, harakat, tatweel and joiners dropped, digits ASCII, case folded."""
    return _DROPPED.sub("", text).translate(_TABLE).casefold()
