"""Words as search knows them: folded, and in Arabic also without the particles that are written onto them."""

from __future__ import annotations

import functools
import re
import unicodedata

from briefing.text.fold import fold
from briefing.text.stems import SHORTEST

_UNSPACED = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana and Han, written without spaces: each letter is a word, so that a phrase finds any part."""

_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_FIRST = ("", "و", "ف")
_SECOND = ("", "ب", "ك", "ل")
_ARTICLE = "ال"
_TO_THE = "لل"
_WRITTEN_ON = (*_FIRST[1:], *_SECOND[1:], _ARTICLE)


def words_of(text: str) -> list[str]:
    """The folded words of a text in order; compatibility forms (such as joined Arabic letters) are taken apart."""
    composed = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _WORD.findall(fold(composed))


@functools.lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """What an Arabic word is found by: itself, and without conjunction, preposition and article.

    `وقال` gives `قال`, `للارهاب` gives `الارهاب` and `ارهاب`. The word is folded (`text.fold`). Unlike
    `stems.candidates` it leaves endings alone: a reader who searches means the word, not its relatives.
    """
    if not word.startswith(_WRITTEN_ON):
        return (word,)
    found = [word, word[1:]] if word.startswith(_FIRST[1:]) else [word]
    for form in tuple(found):
        if form.startswith(_TO_THE):
            found.append(_ARTICLE + form[2:])
        if form.startswith(_SECOND[1:]):
            found.append(form[1:])
    found += [form[2:] for form in found if form.startswith(_ARTICLE)]
    return tuple(dict.fromkeys(form for form in found if form == word or len(form) >= SHORTEST))


@functools.lru_cache(maxsize=256)
def written(word: str) -> tuple[str, ...]:
    """Every word that has this one among its `forms`, itself first."""
    bare = [first + second + article + word for first in _FIRST for second in _SECOND for article in ("", _ARTICLE)]
    bare += [first + _TO_THE + word.removeprefix(article) for first in _FIRST for article in ("", _ARTICLE)]
    return tuple(dict.fromkeys(candidate for candidate in bare if word in forms(candidate)))
