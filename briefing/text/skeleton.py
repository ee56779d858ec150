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
from briefing.text.tokens import Tokenizer, Word

PLACEHOLDER = "\ufffc"
"""Form of the word that stands for a whole quotation (object replacement character)."""

LONGEST = 200
"""Words after which a sentence is cut, so that hostile text costs no more than news."""

COMMAS = frozenset(",،")
STOPS = frozenset(".!?؟۔。…")


@dataclass(slots=True)
class Sentence:
    """A sentence of a skeleton; `spans` gives the quotation of each placeholder by the word's index."""

    text: str
    paragraph: int
    words: list[Word]
    spans: dict[int, Marked]
    forms: list[str] = field(init=False)
    found: dict[object, Any] = field(default_factory=dict)
    """What readers found in the sentence, so that each looks once: its cues, and the subject of each cue."""

    def __post_init__(self) -> None:
        self.forms = [word.form for word in self.words]

    def raw(self, index: int) -> str:
        """The word as written."""
        word = self.words[index]
        return self.text[word.start : word.end]

    def capital(self, index: int) -> bool:
        """The word begins with a capital letter."""
        return self.words[index].letter and self.text[self.words[index].start].isupper()

    def slice(self, first: int, last: int) -> str:
        """The text from the first to the last word, both included."""
        return self.text[self.words[first].start : self.words[last].end]


@functools.lru_cache(maxsize=16)
def _tokenizer(pack: LanguagePack) -> Tokenizer:
    return Tokenizer(pack)


def _words(folded: str, start: int, end: int, spans: Sequence[Marked], pack: LanguagePack) -> list[Word]:
    at, tokenizer = start, _tokenizer(pack)
    words: list[Word] = []
    for span in spans:
        words += tokenizer.words(folded, at, span.outer_start)
        words.append(Word(PLACEHOLDER, span.outer_start, span.outer_end, letter=False))
        at = span.outer_end
    return words + tokenizer.words(folded, at, end)


class _Cutter:
    """Decides where a sentence of one language ends."""

    def __init__(self, text: str, pack: LanguagePack) -> None:
        self.text, self.pack = text, pack

    def ends(self, words: Sequence[Word], at: int, span: Marked | None) -> bool:
        """The sentence ends with word `at`."""
        following = words[at + 1] if at + 1 < len(words) else None
        if following is None:
            return True
        if span is not None:
            return self.text[span.end - 1] in ".۔。" and span.closed and self._begins(following)
        form = words[at].form
        if form[0] not in STOPS:
            return False
        if form == "." and at and self._abbreviated(words[at - 1], words[at]):
            return False
        return self._begins(following) or following.form == PLACEHOLDER

    def _abbreviated(self, word: Word, point: Word) -> bool:
        return word.letter and word.end == point.start and (word.form in self.pack.abbreviations or len(word.form) == 1)

    def _begins(self, word: Word) -> bool:
        """The word may begin a sentence."""
        return word.letter and (not self.pack.capitals or not self.text[word.start].islower())


def sentences(
    text: str, folded: str, start: int, end: int, spans: Sequence[Marked], pack: LanguagePack, paragraph: int = 0
) -> list[Sentence]:
    """The sentences of the paragraph `text[start:end]`, whose outermost quotations are `spans`.

    `folded` is the whole text by `fold_aligned`.
    """
    words = _words(folded, start, end, spans, pack)
    by_start = {span.outer_start: span for span in spans}
    cutter, found, first, last = _Cutter(text, pack), [], 0, len(words) - 1
    for at in [at for at, word in enumerate(words) if not word.letter or at == last]:
        while at - first > LONGEST:
            found.append(_sentence(text, paragraph, words[first : first + LONGEST + 1], by_start))
            first += LONGEST + 1
        span = by_start.get(words[at].start) if words[at].form == PLACEHOLDER else None
        if at - first >= LONGEST or cutter.ends(words, at, span):
            found.append(_sentence(text, paragraph, words[first : at + 1], by_start))
            first = at + 1
    return found


def _sentence(text: str, paragraph: int, words: list[Word], by_start: dict[int, Marked]) -> Sentence:
    spans = {i: by_start[w.start] for i, w in enumerate(words) if w.form == PLACEHOLDER} if by_start else {}
    return Sentence(text, paragraph, words, spans)
