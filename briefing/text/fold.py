"""Folding: one spelling for words that differ only by how they were typed.

Arabic: alef with hamza or madda, alef wasla -> alef; ta marbuta -> ha; alef maqsura and Persian ya -> ya;
Persian kaf -> kaf; harakat, tatweel and joiners are dropped; Arabic and Persian digits -> ASCII.
Latin and Cyrillic: lower case, diacritics dropped (by canonical decomposition, UAX#15).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKED = re.compile("[\u00c0-\u024f\u0386-\u03ce\u1e00-\u1eff]")
"""Latin and Greek letters that may have diacritics."""

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیۍېے", "ي"),
    **dict.fromkeys("ةۀەہۂۃ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("’‘ʼ‛", "'"),
    **{chr(base + digit): str(digit) for base in (0x660, 0x6F0) for digit in range(10)},
}
"""Letters with one folded letter each, so that folding them keeps every offset."""

_LONG = 64
"""Characters from which on replacing letter by letter pays."""

_ASCII = bytes(range(0x80))
_NOT_MARKED = bytes(set(range(0x100)) - {*range(0xC3, 0xCA), 0xCE, 0xCF, 0xE1})
"""Bytes of UTF-8 that no letter with diacritics begins with."""
_MOSTLY_ASCII = 1.2
"""Bytes a character up to which the few letters beyond ASCII are looked for first."""

_DROPPED = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u061c"
DROPPED = re.compile(f"[{_DROPPED}]+")
"""Harakat, Quranic marks, tatweel, joiners and direction marks: folded to nothing."""

_HOLDS_DROPPED = re.compile(f"[{_DROPPED}]")
"""The same, one at a time: a search skips to what a single class holds, but not to what a repeated one does."""

WORD_CLASS = rf"\w{_DROPPED}"
"""Body of a regular-expression class: what a written word is made of."""


def _bare(char: str) -> str:
    """The letter without its diacritics, in lower case: one or two characters."""
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)).lower()


@functools.cache
def _aligned() -> dict[str, str]:
    """The letters above, and Latin and Greek letters with diacritics whose bare form is one character."""
    marked = (*range(0xC0, 0x250), *range(0x386, 0x3CF), *range(0x1E00, 0x1F00))
    bare = {chr(code): _bare(chr(code)) for code in marked}
    return {char: letter for char, letter in bare.items() if len(letter) == 1} | _LETTERS


@functools.cache
def _aligned_table() -> dict[int, str]:
    return str.maketrans(_aligned())


@functools.cache
def dropped_characters() -> frozenset[str]:
    """What folds to nothing, one by one; each is a character of the BMP's first blocks."""
    return frozenset("".join(DROPPED.findall("".join(map(chr, range(0x2100))))))


@functools.cache
def _word_table() -> dict[int, str | None]:
    """The letters that are replaced and those that are dropped: a word is folded in one go."""
    return {**_aligned_table(), **dict.fromkeys(map(ord, dropped_characters()))}


def fold_aligned(text: str) -> str:
    """Text folded letter by letter, of the same length; what folds to nothing stays (see `DROPPED`)."""
    folded = text if text.isascii() else _with_plain_letters(text)
    lower = folded.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)


def _with_plain_letters(text: str) -> str:
    """Every letter that has a folded one replaced by it."""
    if len(text) > _LONG:
        # A search for each of a few dozen letters, mostly absent, beats a look-up for each character.
        return _replaced(text)
    return text.translate(_aligned_table())


def _replaced(text: str) -> str:
    encoded = text.encode(errors="surrogatepass")
    if len(encoded) < _MOSTLY_ASCII * len(text):
        beyond = set(encoded.translate(None, _ASCII).decode(errors="surrogatepass"))
        return _with(text, beyond & _aligned().keys())
    text = _with(text, _LETTERS)
    if not encoded.translate(None, _NOT_MARKED):
        return text
    return _with(text, set(_MARKED.findall(text)) & _aligned().keys())


def _with(text: str, letters: Iterable[str]) -> str:
    """The text with the folded form of some letters in their place."""
    folded = _aligned()
    for letter in letters:
        text = text.replace(letter, folded[letter])
    return text


def fold(text: str) -> str:
    """Text in its folded spelling; two words that fold alike are the same word to search and matching."""
    if text.isascii():
        return text.lower()
    return _fold_word(text) if len(text) <= _WORD_LENGTH else without_dropped(fold_aligned(text))


def holds_dropped(text: str) -> bool:
    """Whether a text has anything that folds to nothing."""
    return not text.isascii() and _HOLDS_DROPPED.search(text) is not None


def without_dropped(folded: str) -> str:
    """A text folded letter by letter without what folds to nothing."""
    return folded if folded.isascii() else _HOLDS_DROPPED.sub("", folded)


@functools.lru_cache(maxsize=8192)
def _fold_word(word: str) -> str:
    return word.translate(_word_table()).lower()


_WORD_LENGTH = 24
"""Code points up to which a folded text is remembered: names are folded again and again."""


def fold_map(text: str) -> tuple[str, tuple[int, ...]]:
    """Folded text, and for each of its characters the offset in `text` it came from (code points)."""
    folded = fold_aligned(text)
    kept = [offset for offset, char in enumerate(folded) if not DROPPED.match(char)]
    return "".join(folded[offset] for offset in kept), tuple(kept)
