"""The reporter's own words: a paragraph with each quotation replaced by one placeholder, cut into sentences.

Words keep their offsets into the article's text, so nothing found here has to be mapped back.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing.text.marks import Marked
from briefing.text.pack import LanguagePack
from briefing.text.tokens import Tokenizer, Words

PLACEHOLDER = "\ufffc\ufffc"
"""Form of the word that stands for a whole quotation: two object replacement characters, since text may hold one."""

LONGEST = 200
"""Words after which a sentence is cut, so that hostile text costs no more than news."""

COMMAS = frozenset(",،")
STOPS = frozenset(".!?؟۔。…")


@dataclass(slots=True)
class Sentence:
    """A sentence of a skeleton, its words in columns; `spans` gives the quotation of each placeholder by its index."""

    text: str
    paragraph: int
    forms: list[str]
    starts: list[int]
    ends: list[int]
    letters: list[bool]
    spans: dict[int, Marked]
    found: dict[object, Any] = field(default_factory=dict)
    """What readers found in the sentence, so that each looks once: its cues, and the subject of each cue."""

    def raw(self, index: int) -> str:
        """The word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """The word begins with a capital letter."""
        return self.letters[index] and self.text[self.starts[index]].isupper()

    def slice(self, first: int, last: int) -> str:
        """The text from the first to the last word, both included."""
        return self.text[self.starts[first] : self.ends[last]]


@functools.lru_cache(maxsize=16)
def _tokenizer(pack: LanguagePack) -> Tokenizer:
    return Tokenizer(pack)


def _words(folded: str, start: int, end: int, spans: Sequence[Marked], pack: LanguagePack) -> Words:
    at, tokenizer = start, _tokenizer(pack)
    if not spans:
        return tokenizer.words(folded, start, end)
    words = Words([], [], [], [])
    for span in spans:
        words.extend(tokenizer.words(folded, at, span.outer_start))
        words.extend(Words([PLACEHOLDER], [span.outer_start], [span.outer_end], [False]))
        at = span.outer_end
    words.extend(tokenizer.words(folded, at, end))
    return words


class _Cutter:
    """Decides where a sentence of one language ends."""

    def __init__(self, text: str, words: Words, pack: LanguagePack) -> None:
        self.text, self.words, self.pack = text, words, pack

    def ends(self, at: int, span: Marked | None) -> bool:
        """The sentence ends with word `at`."""
        forms = self.words.forms
        if at + 1 >= len(forms):
            return True
        if span is not None:
            ends = self.text[span.end - 1] in ".۔。" and span.closed and self._begins(at + 1)
            return ends and not (not self.pack.spaces and self._reported(at + 1))
        form = forms[at]
        if form[0] not in STOPS or (form == "." and at and self._abbreviated(at - 1)):
            return False
        return self._begins(at + 1) or forms[at + 1] == PLACEHOLDER

    def _reported(self, at: int) -> bool:
        """The short clause from word `at` on ends with a reporting verb (“…。”林剑说，…)."""
        forms = self.words.forms
        stop = next((i for i in range(at, min(at + 12, len(forms))) if not self.words.letters[i]), at)
        return stop > at and forms[stop - 1] in self.pack.verbs

    def _abbreviated(self, at: int) -> bool:
        """The point right behind word `at` is that of an abbreviation."""
        forms, starts, ends, letters = self.words
        short = len(forms[at]) == 1 or forms[at] in self.pack.abbreviations
        return short and letters[at] and ends[at] == starts[at + 1]

    def _begins(self, at: int) -> bool:
        """The word may begin a sentence."""
        return self.words.letters[at] and (not self.pack.capitals or not self.text[self.words.starts[at]].islower())


def sentences(
    text: str, folded: str, start: int, end: int, spans: Sequence[Marked], pack: LanguagePack, paragraph: int = 0
) -> list[Sentence]:
    """The sentences of the paragraph `text[start:end]`, whose outermost quotations are `spans`.

    `folded` is the whole text by `fold_aligned`.
    """
    words = _words(folded, start, end, spans, pack)
    by_start = {span.outer_start: span for span in spans}
    cutter, found, first, last = _Cutter(text, words, pack), [], 0, len(words.forms) - 1
    for at in [at for at, letter in enumerate(words.letters) if not letter or at == last]:
        while at - first > LONGEST:
            found.append(_sentence(text, paragraph, words.between(first, first + LONGEST + 1), by_start))
            first += LONGEST + 1
        span = by_start[words.starts[at]] if words.forms[at] == PLACEHOLDER else None
        if at - first >= LONGEST or cutter.ends(at, span):
            found.append(_sentence(text, paragraph, words.between(first, at + 1), by_start))
            first = at + 1
    return found


def _sentence(text: str, paragraph: int, words: Words, by_start: dict[int, Marked]) -> Sentence:
    marked = [i for i, form in enumerate(words.forms) if form == PLACEHOLDER] if PLACEHOLDER in words.forms else ()
    return Sentence(text, paragraph, *words, {i: by_start[words.starts[i]] for i in marked})
