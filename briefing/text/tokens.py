"""Words of the reporter's text, as the pack of its language parts them.

Most languages part words by spaces; elisions (l'Élysée) and case endings behind an apostrophe (Ankara'da) are words
of their own where the pack says so, and text without spaces is parted by the pack's words, the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from briefing.text.fold import DROPPED, WORD_CLASS, holds_dropped
from briefing.text.pack import LanguagePack

_TOKEN = re.compile(
    rf"([{WORD_CLASS}]+(?:(?:['’·‧・-]|\.(?<![\u0620-\u06ff]{{3}}\.))[{WORD_CLASS}]+)*(?:[\"״״][א-ת]+)?['’]?"
    r"|[.!?؟۔。…]+|[^\w\s])"
)
"""A point without a space behind it ends an Arabic word of three letters and more; it stands inside «أ.د»."""
_WIDE = str.maketrans("，、：；！？（）", ",,:;!?()")
"""Full-width punctuation and what it stands for."""


class Word(NamedTuple):
    """A word, a punctuation mark or a placeholder: its folded form and where it stands in the text."""

    form: str
    start: int
    end: int
    letter: bool
    """True for a word, False for punctuation and placeholders."""


class Words(NamedTuple):
    """Words in columns, which cost half of what a row of them does: forms, starts, ends, and which are words."""

    forms: list[str]
    starts: list[int]
    ends: list[int]
    letters: list[bool]

    def extend(self, others: Words) -> None:
        """Adds other words behind these."""
        self.forms.extend(others.forms)
        self.starts.extend(others.starts)
        self.ends.extend(others.ends)
        self.letters.extend(others.letters)

    def between(self, first: int, last: int) -> Words:
        """The words `first` up to `last`, that one left out."""
        forms, starts, ends, letters = self
        return Words(forms[first:last], starts[first:last], ends[first:last], letters[first:last])


def _in_columns(words: Iterable[Word]) -> Words:
    rows = tuple(words)
    return Words([w.form for w in rows], [w.start for w in rows], [w.end for w in rows], [w.letter for w in rows])


def _parted(folded: str, start: int) -> Words:
    """The words of a text, without what folds to nothing: harakat, joiners and the like."""
    parts = _TOKEN.split(folded)
    bounds = list(accumulate(map(len, parts), initial=start))
    forms, starts, ends = parts[1::2], bounds[1:-1:2], bounds[2::2]
    if forms and holds_dropped(folded):
        forms = DROPPED.sub("", "\n".join(forms)).split("\n")
        if "" in forms:
            kept = [at for at, form in enumerate(forms) if form]
            forms, starts, ends = [forms[at] for at in kept], [starts[at] for at in kept], [ends[at] for at in kept]
    return Words(forms, starts, ends, [(first := form[0]).isalnum() or first == "_" for form in forms])


class Tokenizer:
    """Parts text of one language into words."""

    def __init__(self, pack: LanguagePack) -> None:
        self.elisions, self.case_mark = pack.elisions, pack.case_mark
        self.known = None if pack.spaces else _alternation(pack)
        self.splits = bool(pack.elisions) or pack.case_mark

    def words(self, folded: str, start: int, end: int) -> Words:
        """The words of a text between two code points; `folded` is the whole text by `fold_aligned`."""
        folded = folded[start:end]
        if self.known is not None:
            folded = folded.translate(_WIDE)
        words = _parted(folded, start)
        if self.known is None and (not self.splits or "'" not in folded):
            return words
        rows = map(Word._make, zip(*words, strict=True))
        return _in_columns(part for word in rows for part in self._parts(word))

    def _parts(self, word: Word) -> Iterator[Word]:
        if self.known is not None:
            yield from self._segments(word, self.known)
            return
        if "'" not in word.form:
            yield word
            return
        prefix, mark, rest = word.form.partition("'")
        if len(word.form) != word.end - word.start:
            yield word
        elif prefix in self.elisions:
            cut = word.start + len(prefix) + 1
            yield Word(prefix + mark, word.start, cut, letter=True)
            if rest:
                yield from self._parts(Word(rest, cut, word.end, letter=True))
        elif self.case_mark and rest:
            cut = word.start + len(prefix)
            yield Word(prefix, word.start, cut, letter=True)
            yield Word(mark + rest, cut, word.end, letter=True)
        else:
            yield word

    def _segments(self, word: Word, known: re.Pattern[str]) -> Iterator[Word]:
        """The known words of a run without spaces, and what stands between them."""
        at = 0
        for match in known.finditer(word.form):
            if match.start() > at:
                yield Word(word.form[at : match.start()], word.start + at, word.start + match.start(), letter=True)
            yield Word(match[0], word.start + match.start(), word.start + match.end(), letter=True)
            at = match.end()
        if at < len(word.form):
            yield word._replace(form=word.form[at:], start=word.start + at)


def _alternation(pack: LanguagePack) -> re.Pattern[str]:
    """Every word the pack knows, the longest first; phrases of several words are none here."""
    words = {word for phrases in pack.words.values() for word in phrases.firsts} | set(pack.verbs) | set(pack.pronouns)
    return re.compile("|".join([*(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))), r"\d+"]))
