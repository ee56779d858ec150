"""Words as search knows them: folded, and in Arabic also without the particles that are written onto them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

from briefing.text.fold import fold
from briefing.text.stems import SHORTEST

_UNSPACED = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana and Han, written without spaces: each letter is a word, so that a phrase finds any part."""

_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_FIRST = ("", "و", "ف")
_SECOND = ("", "ب", "ك", "ل")
_ARTICLE = "ال"
_TO_THE = "لل"

_AFTER_FIRST = re.compile(rf" [{''.join(_FIRST)}](\S{{{SHORTEST},}})")
_AFTER_SECOND = re.compile(rf" [{''.join(_SECOND)}](\S{{{SHORTEST},}})")
_AFTER_ARTICLE = re.compile(rf" {_ARTICLE}(\S{{{SHORTEST},}})")
_AFTER_TO_THE = re.compile(rf" {_TO_THE}(\S{{{SHORTEST - 1},}})")
"""What is left of words in a line, each behind a blank, without what is written onto them."""


def words_of(text: str) -> list[str]:
    """The folded words of a text in order; compatibility forms (such as joined Arabic letters) are taken apart."""
    composed = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _WORD.findall(fold(composed))


def all_forms(words: Iterable[str]) -> dict[str, None]:
    """The `forms` of many words, each once: in one line, which costs a tenth of looking at them one by one."""
    line = _line(dict.fromkeys(words))
    line += _line(_AFTER_FIRST.findall(line))
    line += _line(_AFTER_TO_THE.findall(line), f" {_ARTICLE}") + _line(_AFTER_SECOND.findall(line))
    line += _line(_AFTER_ARTICLE.findall(line))
    return dict.fromkeys(line.split())


def _line(words: Iterable[str], before: str = " ") -> str:
    """The words, each behind a blank or more."""
    return before.join(("", *words))


@functools.lru_cache(maxsize=8192)
def forms(word: str) -> tuple[str, ...]:
    """What an Arabic word is found by: itself, and without conjunction, preposition and article.

    `وقال` gives `قال`, `للارهاب` gives `الارهاب` and `ارهاب`. The word is folded (`text.fold`). Unlike
    `stems.candidates` it leaves endings alone: a reader who searches means the word, not its relatives.
    """
    return tuple(all_forms((word,)))


@functools.lru_cache(maxsize=256)
def written(word: str) -> tuple[str, ...]:
    """Every word that has this one among its `forms`, itself first."""
    bare = [first + second + article + word for first in _FIRST for second in _SECOND for article in ("", _ARTICLE)]
    bare += [first + _TO_THE + word.removeprefix(article) for first in _FIRST for article in ("", _ARTICLE)]
    return tuple(dict.fromkeys(candidate for candidate in bare if word in forms(candidate)))
