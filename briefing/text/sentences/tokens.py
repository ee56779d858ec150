"""Words of the reporter's text, as the pack of its language parts them.

Most languages part words by spaces; elisions (l'Élysée) and case endings behind an apostrophe (Ankara'da) are words
of their own where the pack says so, and text without spaces is parted by the pack's words, the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from briefing.text.fold import DROPPED, WORD_CLASS, dropped_characters, holds_dropped
from briefing.text.packs.pack import LanguagePack
from briefing.text.remembered import Remembered

_JOINED = r"(?:['’·‧・-]|\.(?!(?<=[\u0620-\u06ff\d]{3}\.)[\u0620-\u06ff]))"
"""What stands inside a word; a point without a space behind it does in «أ.د», but ends a longer Arabic word."""
_LETTERS = rf"[{WORD_CLASS}]+(?:{_JOINED}[{WORD_CLASS}]+)*(?:[\"״״][א-ת]+)?['’]?"
_TOKEN = re.compile(rf"(\ufffc+|{_LETTERS}|[.!?؟۔。…]+|[^\w\s])")
_WIDE = str.maketrans("，、：；！？（）", ",,:;!?()")
"""Full-width punctuation and what it stands for."""

PLACEHOLDER = "\ufffc"
"""Form of the word that stands for a whole quotation: a run of object replacement characters."""

STOPS = frozenset(".!?؟۔。…")
_ENDS = STOPS | frozenset(",;:،؛")
"""What most often stands behind a word, and is never part of it."""


class Word(NamedTuple):
    """A word, a punctuation mark or a placeholder: its folded form and where it stands in the text."""

    form: str
    start: int
    end: int
    letter: bool
    """True for a word, False for punctuation and placeholders."""
    stop: bool
    """A sentence may end with it: a stop or a placeholder."""


class Words(NamedTuple):
    """Words in columns, which cost half of what a row of them does; see `Word`."""

    forms: list[str]
    starts: list[int]
    ends: list[int]
    letters: list[bool]
    stops: list[bool]


class _Part(NamedTuple):
    """A word inside what stands between two spaces: its length, and the way to the next word."""

    form: str
    length: int
    advance: int
    letter: bool
    stop: bool


def _in_columns(words: Iterable[Word]) -> Words:
    rows = tuple(words)
    return Words(
        [word.form for word in rows],
        [word.start for word in rows],
        [word.end for word in rows],
        [word.letter for word in rows],
        [word.stop for word in rows],
    )


def _word(form: str, start: int, end: int) -> Word:
    first = form[0]
    if first == PLACEHOLDER:
        return Word(first, start, end, letter=False, stop=True)
    return Word(form, start, end, letter=first.isalnum() or first == "_", stop=first in STOPS)


def _parted(row: str, start: int) -> Iterator[Word]:
    """The words of a text, without what folds to nothing: harakat, joiners and the like."""
    parts = _TOKEN.split(row)
    bounds = list(accumulate(map(len, parts), initial=start))
    forms: Iterable[str] = parts[1::2]
    if holds_dropped(row):
        forms = (DROPPED.sub("", form) for form in forms)
    words = zip(forms, bounds[1:-1:2], bounds[2::2], strict=True)
    return (_word(form, first, last) for form, first, last in words if form)


@cache
def _dropped_letters() -> frozenset[str]:
    """What folds to nothing and is a letter, such as tatweel."""
    return frozenset(filter(str.isalnum, dropped_characters()))


class Tokenizer:
    """Parts text of one language into words.

    What stands between two spaces is parted once and remembered, since news repeats its words.
    """

    def __init__(self, pack: LanguagePack) -> None:
        self.elisions, self.case_mark = pack.elisions, pack.case_mark
        self.known = None if pack.spaces else _alternation(pack)
        self.splits = bool(pack.elisions) or pack.case_mark
        self._parts_of = Remembered(self._parts)

    def words(self, row: str, start: int) -> Words:
        """The words of a folded text whose first code point is that of offset `start`."""
        pieces = row.split()
        if not pieces:
            return Words([], [], [], [], [])
        if self.known is not None or " ".join(pieces) != row.strip():
            return _in_columns(self._read(row, start))
        start += row.index(pieces[0])
        parts = chain.from_iterable(map(self._parts_of.__getitem__, pieces))
        forms, lengths, advances, letters, stops = zip(*parts, strict=True)
        starts = list(accumulate(advances[:-1], initial=start))
        found = Words(list(forms), starts, list(map(add, starts, lengths)), list(letters), list(stops))
        return (
            found
            if all(forms)
            else _in_columns(word for word in map(Word._make, zip(*found, strict=True)) if word.form)
        )

    def _parts(self, piece: str) -> tuple[_Part, ...]:
        """The words of what stands between two spaces; what folds to nothing before them is an empty one."""
        if piece.isalnum() and _dropped_letters().isdisjoint(piece):
            return (_Part(piece, len(piece), len(piece) + 1, True, False),)
        mark, size = piece[-1], len(piece) - 1
        if mark in _ENDS and piece[:-1].isalnum() and _dropped_letters().isdisjoint(piece):
            return (_Part(piece[:-1], size, size, True, False), _Part(mark, 1, 2, False, mark in STOPS))
        words = tuple(self._read(piece, 0))
        bounds = (*(word.start for word in words), len(piece) + 1)
        found = [_Part("", 0, bounds[0], letter=False, stop=False)] if bounds[0] else []
        for word, after in zip(words, bounds[1:], strict=True):
            found.append(_Part(word.form, word.end - word.start, after - word.start, word.letter, word.stop))
        return tuple(found)

    def _read(self, row: str, start: int) -> Iterator[Word]:
        words = _parted(row.translate(_WIDE) if self.known is not None else row, start)
        if self.known is not None:
            return (part for word in words for part in self._segments(word, self.known))
        return (part for word in words for part in self._split(word)) if self.splits and "'" in row else words

    def _split(self, word: Word) -> Iterator[Word]:
        """A word at its apostrophe, where the language parts it there."""
        prefix, mark, rest = word.form.partition("'")
        if not mark or len(word.form) != word.end - word.start:
            yield word
        elif prefix in self.elisions:
            cut = word.start + len(prefix) + 1
            yield word._replace(form=prefix + mark, end=cut)
            if rest:
                yield from self._split(word._replace(form=rest, start=cut))
        elif self.case_mark and rest:
            cut = word.start + len(prefix)
            yield word._replace(form=prefix, end=cut)
            yield word._replace(form=mark + rest, start=cut)
        else:
            yield word

    def _segments(self, word: Word, known: re.Pattern[str]) -> Iterator[Word]:
        """The known words of a run without spaces, and what stands between them."""
        at = 0
        for match in known.finditer(word.form):
            if match.start() > at:
                yield _cut(word, at, match.start())
            yield _cut(word, *match.span())
            at = match.end()
        if at < len(word.form):
            yield word._replace(form=word.form[at:], start=word.start + at)


def _cut(word: Word, start: int, end: int) -> Word:
    """A part of a word without spaces."""
    return Word(word.form[start:end], word.start + start, word.start + end, letter=True, stop=False)


def _alternation(pack: LanguagePack) -> re.Pattern[str]:
    """Every word the pack knows, the longest first; phrases of several words are none here."""
    words = {word for phrases in pack.words.values() for word in phrases.firsts} | set(pack.verbs) | set(pack.pronouns)
    return re.compile("|".join([*(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))), r"\d+"]))
