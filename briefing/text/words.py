"""Words as search knows them: folded, and in Arabic also without the particles that are written onto them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

from briefing.text.fold import fold
from briefing.text.letters import letter_runs
from briefing.text.stems import SHORTEST

_UNSPACED = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana and Han, written without spaces: each letter is a word, so that a phrase finds any part."""

_COMPOSED_MARKS = "…\xa0（）"
"""Frequent compatibility forms that are no letters; without any, normalising costs a fiftieth."""

_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_FIRST = "وف"
_SECOND = "بكل"
_ARTICLE = "ال"
_TO_THE = "لل"


def words_of(text: str) -> list[str]:
    """The folded words of a text in order; compatibility forms (such as joined Arabic letters) are taken apart."""
    for mark in _COMPOSED_MARKS:
        text = text.replace(mark, " ")
    folded = fold(text if text.isascii() else unicodedata.normalize("NFKC", text))
    return _WORD.findall(folded) if _UNSPACED_LETTER.search(folded) else letter_runs(folded, "_")


def all_forms(words: Iterable[str]) -> dict[str, None]:
    """The `forms` of many words, each once: step by step for all, which costs a tenth of looking at one by one."""
    found = dict.fromkeys(words)
    found |= dict.fromkeys([word[1:] for word in found if word[0] in _FIRST and len(word) > SHORTEST])
    bearing = [word for word in found if word[0] in _SECOND and len(word) > SHORTEST]
    found |= dict.fromkeys([_ARTICLE + word[2:] for word in bearing if word[:2] == _TO_THE])
    found |= dict.fromkeys([word[1:] for word in bearing])
    found |= dict.fromkeys([word[2:] for word in found if word[:2] == _ARTICLE and len(word) > SHORTEST + 1])
    return found


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
    firsts, seconds = ("", *_FIRST), ("", *_SECOND)
    bare = [first + second + article + word for first in firsts for second in seconds for article in ("", _ARTICLE)]
    bare += [first + _TO_THE + word.removeprefix(article) for first in firsts for article in ("", _ARTICLE)]
    return tuple(dict.fromkeys(candidate for candidate in bare if word in forms(candidate)))
