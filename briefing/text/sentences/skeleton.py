"""The reporter's own words: a paragraph with each quotation replaced by one placeholder, cut into sentences.

Words keep their offsets into the article's text, so nothing found here has to be mapped back.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from typing import Any

from briefing.text.fold import fold_aligned
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.marks import Marked
from briefing.text.sentences.tokens import PLACEHOLDER, Tokenizer, Words

LONGEST = 200
"""Words after which a sentence is cut, so that hostile text costs no more than news."""

COMMAS = frozenset(",،")


@dataclass(slots=True)
class Sentence:
    """A sentence of a skeleton, its words in columns; `spans` gives the quotation of each placeholder by its index."""

    text: str
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


def _blanked(folded: str, start: int, end: int, spans: Sequence[Marked]) -> str:
    """A folded paragraph with each quotation blanked: a run of placeholders with a space on either side, as long."""
    row: list[str] = []
    at, last = start, " "
    for span in spans:
        own = folded[at : span.outer_start]
        last = own[-1:] or last
        at, width = span.outer_end, span.outer_end - span.outer_start
        before = " " if last != " " and width > 1 else ""
        behind = " " if at < end and folded[at] != " " and width > 1 + len(before) else ""
        last = behind or PLACEHOLDER
        row += (own, before, PLACEHOLDER * (width - len(before) - len(behind)), behind)
    return "".join((*row, folded[at:end]))


class _Cutter:
    """Decides where a sentence of one language ends."""

    def __init__(self, text: str, words: Words, pack: LanguagePack, marked: dict[int, Marked]) -> None:
        self.text, self.words, self.pack, self.marked = text, words, pack, marked

    def ends(self, at: int) -> bool:
        """The sentence ends with word `at`, a stop or a placeholder, behind which there are others."""
        forms, span = self.words.forms, self.marked.get(at)
        if span is not None:
            ends = self._stopped(span) and span.closed and self._begins(at + 1)
            return ends and not (not self.pack.spaces and self._reported(at + 1))
        if forms[at] == "." and at and self._abbreviated(at - 1):
            return False
        return self._begins(at + 1) or forms[at + 1] == PLACEHOLDER

    def _stopped(self, span: Marked) -> bool:
        """The quotation ends with a full stop, perhaps inside a quotation of its own."""
        last = span.end - 1
        while last > span.start and self.text[last] in "'’”\"":
            last -= 1
        return self.text[last] in ".۔。"

    def _reported(self, at: int) -> bool:
        """The short clause from word `at` on ends with a reporting verb (“…。”林剑说，…)."""
        forms = self.words.forms
        stop = next((i for i in range(at, min(at + 12, len(forms))) if not self.words.letters[i]), at)
        return stop > at and forms[stop - 1] in self.pack.verbs

    def _abbreviated(self, at: int) -> bool:
        """The point right behind word `at` is that of an abbreviation, or stands within a name: آر.جيه, سوق.كوم."""
        forms, starts, ends, letters, _ = self.words
        if not letters[at] or ends[at] != starts[at + 1]:
            return False
        short = len(forms[at]) == 1 or forms[at][1:2] == "." or forms[at] in self.pack.abbreviations
        if short or self.pack.capitals or ends[at + 1] != starts[at + 2]:
            return short
        return len(forms[at]) == 2 or "." in forms[at] or forms[at + 2] in self.pack.abbreviations

    def _begins(self, at: int) -> bool:
        """The word may begin a sentence."""
        return self.words.letters[at] and (not self.pack.capitals or not self.text[self.words.starts[at]].islower())


def folded_text(text: str) -> str:
    """A text by `fold_aligned` where no character of its own may pass for a placeholder."""
    return fold_aligned(text).replace(PLACEHOLDER, "\ufffd")


def sentences(
    text: str, folded: str, start: int, end: int, spans: Sequence[Marked], pack: LanguagePack
) -> list[Sentence]:
    """The sentences of the paragraph `text[start:end]`, whose outermost quotations are `spans`.

    `folded` is the whole text by `folded_text`.
    """
    words = _tokenizer(pack).words(_blanked(folded, start, end, spans), start)
    marked = _placed(words, spans) if spans else {}
    cutter, last = _Cutter(text, words, pack, marked), len(words.forms) - 1
    found, first = [], 0
    for at in (*compress(count(), words.stops[:-1]), last):
        while at - first > LONGEST:
            found.append(_sentence(text, words, first, first + LONGEST, marked))
            first += LONGEST + 1
        if at == last or at - first == LONGEST or cutter.ends(at):
            found.append(_sentence(text, words, first, at, marked))
            first = at + 1
    return found if words.forms else []


def _placed(words: Words, spans: Sequence[Marked]) -> dict[int, Marked]:
    """The quotations by the indices of their placeholders, which from now on reach from mark to mark."""
    marked, at = {}, -1
    for span in spans:
        at = words.forms.index(PLACEHOLDER, at + 1)
        words.starts[at], words.ends[at] = span.outer_start, span.outer_end
        marked[at] = span
    return marked


def _sentence(text: str, words: Words, first: int, last: int, marked: dict[int, Marked]) -> Sentence:
    """The sentence that the words `first`..`last` make."""
    forms, starts, ends, letters, _ = words
    if first == 0 and last + 1 == len(forms):
        return Sentence(text, forms, starts, ends, letters, marked)
    row = slice(first, last + 1)
    inside = marked if len(marked) <= LONGEST else filter(marked.__contains__, range(first, last + 1))
    spans = {at - first: marked[at] for at in inside if first <= at <= last}
    return Sentence(text, forms[row], starts[row], ends[row], letters[row], spans)
