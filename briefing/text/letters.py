"""Runs of letters, found by taking away what stands between them."""

from __future__ import annotations

import re
from functools import cache

_USUAL = "“”‘’„«»–—…•،؛؟\xa0"
"""Marks beyond ASCII that articles are full of; without them most texts of a Latin script are ASCII."""

_BLANKED = bytes(code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(0x80))
_BLANKED += bytes(range(0x80, 0x100))
"""ASCII without its marks, for `bytes.translate`."""


ASCII = bytes(range(0x80))
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


def without_ascii(text: str, plain: bytes = ASCII) -> str:
    """The characters of a text that are not among some of ASCII, in their order.

    A text that is mostly beyond ASCII is given back as it stands: to look at all of it costs less than to part it.
    """
    encoded = text.encode(errors="surrogatepass")
    if len(encoded) > _MOSTLY * len(text):
        return text
    return encoded.translate(None, plain).decode(errors="surrogatepass")


def letter_runs(text: str, marks: str = "", joiners: frozenset[str] = frozenset()) -> list[str]:
    """Runs of letters, digits and underscores in order, cut at `marks`, too: what `re` finds as words.

    `joiners` are marks that cut nothing.
    """
    return _blanked(text, marks, joiners).split()


def folded_runs(text: str) -> str:
    """The same runs without case and with a blank between each two: to shorten blanks costs half of joining runs."""
    text = _blanked(text, folding=True)
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def _blanked(text: str, marks: str = "", joiners: frozenset[str] = frozenset(), *, folding: bool = False) -> str:
    """The text with a blank for each mark, one after the other, since it has few different ones."""
    if not text.isascii():
        for mark in _USUAL:
            text = text.replace(mark, " ")
    beyond = without_ascii(text)
    if folding and (beyond is text or beyond != beyond.casefold()):
        text = text.casefold()
        beyond = without_ascii(text)
    if beyond is text:
        perhaps = set(_unusual().findall(text))
    else:
        encoded = text.encode(errors="surrogatepass").translate(_BLANKED)
        text = (encoded.lower() if folding else encoded).decode(errors="surrogatepass")
        perhaps = set(beyond)
    for mark in (*marks, *perhaps.difference(joiners)):
        if mark in marks or not (mark.isalnum() or mark == "_"):
            text = text.replace(mark, " ")
    return text
