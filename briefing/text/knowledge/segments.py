"""A text's words as a lexicon counts them: Chinese cut at the longest known form, German compounds taken apart.

Turkish case endings and the English genitive behind an apostrophe are no words. Words are as written: whoever
compares them folds each once, which costs less than to fold the text.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from briefing.text.fold import WORD_CLASS, dropped_characters, fold
from briefing.text.knowledge.han import simplified
from briefing.text.letters import letter_runs
from briefing.text.stems import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WITH_JOINERS = re.compile(f"[{WORD_CLASS}]+")
_JOINED_SCRIPTS = frozenset(("ar", "fa", "ur"))
"""Languages whose words may hold joiners and vowel signs, which folding drops."""

_APOSTROPHES = ("'", "’")
_NO_WORD = {
    "tr": tuple(re.compile(rf"{mark}(?<=\w.)\w+") for mark in _APOSTROPHES),
    "en": tuple(re.compile(rf"{mark}(?<=\w.)[sS]\b") for mark in _APOSTROPHES),
}
_JOINER = "\u200c"
_SHORTEST_COMPOUND = 8
_SHORTEST_PART = 3
_REMEMBERED = 20_000
"""Compounds kept at most; news repeats its words."""
_LINKS = ("", "s", "es", "n", "en", "e", "er")
"""What stands between the parts of a German compound."""

_BEFORE_ONE = frozenset("访对驻赴援涉抗反联")
_AFTER_ONE = frozenset("军方媒制")
"""Beside one of these a country may stand as one character (访华, 驻韩, 俄媒); else only beside another (中美)."""


@cache
def _runs() -> re.Pattern[str]:
    """Runs of ideographs or of other letters; compiled when the first Chinese text is read, since it takes long."""
    return re.compile(rf"[{_HAN}]+|[^\W{_HAN}]+")


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u4dbf" or "\u4e00" <= letter <= "\u9fff"


class Segmenter:
    """Cuts texts of one language into words, by the forms it has been told of."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._pattern = _WITH_JOINERS if language in _JOINED_SCRIPTS else _WORD
        self._known: frozenset[str] = frozenset()
        self._compounds: dict[str, tuple[str, ...]] = {}

    def know(self, forms: Iterable[str]) -> None:
        """Tells the forms that are one word each, as keys."""
        self._known = frozenset(forms)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text as they are written."""
        text = self._stripped(text)
        if self._language == "zh":
            return tuple(word for run in _runs().findall(simplified(text)) for word in self._characters(run))
        # What the pattern finds, for less; a form of the lexicon is too short for that.
        found = letter_runs(text, joiners=dropped_characters() if self._language in _JOINED_SCRIPTS else frozenset())
        return tuple(part for word in found for part in self._parts(word)) if self._language == "de" else tuple(found)

    def spellings(self, form: str) -> Iterator[tuple[str, ...]]:
        """The words of a lexicon form; a form with a joiner is also written with a blank in its place."""
        if self._language == "zh":
            yield tuple(_runs().findall(form))
            return
        yield tuple(self._pattern.findall(self._stripped(form)))
        if _JOINER in form:
            yield tuple(self._pattern.findall(form.replace(_JOINER, " ")))

    def _stripped(self, text: str) -> str:
        """The text without endings behind an apostrophe."""
        for mark, pattern in zip(_APOSTROPHES, _NO_WORD.get(self._language, ()), strict=False):
            if mark in text:
                text = pattern.sub("", text)
        return text

    def stands_alone(self, words: tuple[str, ...], at: int) -> bool:
        """A form of one Chinese character counts only in company."""
        if self._language != "zh" or len(words[at]) > 1:
            return True
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        return before in _BEFORE_ONE or after in _AFTER_ONE or before in self._single or after in self._single

    @cached_property
    def _longest(self) -> dict[str, int]:
        """Length of the longest form by its first character."""
        longest: dict[str, int] = {}
        for form in self._known:
            longest[form[0]] = max(len(form), longest.get(form[0], 1))
        return longest

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(form for form in self._known if len(form) == 1)

    def _characters(self, run: str) -> Iterator[str]:
        if not _is_han(run[0]):
            yield run
            return
        at = 0
        while at < len(run):
            size = min(self._longest.get(run[at], 1), len(run) - at)
            while size > 1 and run[at : at + size] not in self._known:
                size -= 1
            yield run[at : at + size]
            at += size

    def _parts(self, word: str) -> tuple[str, ...]:
        """A German compound of two known parts as the two, else the word."""
        if len(word) < _SHORTEST_COMPOUND:
            return (word,)
        if word not in self._compounds:
            if len(self._compounds) >= _REMEMBERED:
                self._compounds.clear()
            self._compounds[word] = self._taken_apart(word)
        return self._compounds[word]

    def _taken_apart(self, word: str) -> tuple[str, ...]:
        if self._is_known(word):
            return (word,)
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
            if self._is_known(word[cut:]) and self._modifier(word[:cut]):
                return word[:cut], word[cut:]
        return (word,)

    def _modifier(self, part: str) -> bool:
        bare = (part[: len(part) - len(link)] for link in _LINKS if part.endswith(link))
        return any(len(stem) >= _SHORTEST_PART and fold(stem) in self._known for stem in bare)

    def _is_known(self, word: str) -> bool:
        return any(key in self._known for key in candidates(fold(word), self._language))
