"""Runs of letters, found by taking away what stands between them."""

from __future__ import annotations

import re
from functools import cache

_USUAL = "“”‘’„«»–—…•،؛؟\xa0"
"""Marks beyond ASCII that articles are full of; without them most texts of a Latin script are ASCII."""

_BLANKED = bytes(code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(0x80))
_BLANKED += bytes(range(0x80, 0x100))
"""ASCII without its marks, for `bytes.translate`."""


_ASCII = bytes(range(0x80))
_MOSTLY = 1.1
"""Bytes of UTF-8 a character up to which nearly all of a text is ASCII."""


@cache
def _unusual() -> re.Pattern[str]:
    """What is perhaps a mark: all but the letters of some scripts. A class without categories is searched faster.

    Compiled with the first text beyond ASCII, since it takes long.
    """
    return re.compile(
        "[^ 0-9A-Z_a-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f\u03a3-\u03ce\u0400-\u0481\u048a-\u052f"
        "\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u0671-\u06d3\u06f0-\u06fc\u4e00-\u9fff]"
    )


def without_usual_marks(text: str) -> str:
    """The text with a blank for each of the marks beyond ASCII that articles are full of."""
    if not text.isascii():
        for mark in _USUAL:
            text = text.replace(mark, " ")
    return text


def letter_runs(text: str, marks: str = "", joiners: frozenset[str] = frozenset()) -> list[str]:
    """Runs of letters, digits and underscores in order, cut at `marks`, too: what `re` finds as words.

    `joiners` are marks that cut nothing. A text has few different marks; blanking one after the other costs half of
    matching the words.
    """
    text = without_usual_marks(text)
    encoded = text.encode(errors="surrogatepass")
    if len(encoded) <= _MOSTLY * len(text):
        text = encoded.translate(_BLANKED).decode(errors="surrogatepass")
        perhaps = set(encoded.translate(None, _ASCII).decode(errors="surrogatepass"))
    else:
        perhaps = set(_unusual().findall(text))
    for mark in (*marks, *perhaps.difference(joiners)):
        if mark in marks or not (mark.isalnum() or mark == "_"):
            text = text.replace(mark, " ")
    return text.split()
