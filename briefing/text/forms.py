"""Names in many written forms, and where a text holds them: a dictionary over the text's words.

A form is found under what `stems.candidates` makes of its words, so that endings and clitics do not hide it.
An acronym must stand in its own capitals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from briefing.text.fold import fold
from briefing.text.segments import Segmenter
from briefing.text.stems import candidates, keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Named = TypeVar("Named")
Found = TypeVar("Found")
Entry: TypeAlias = tuple[Named, str, bool]
"""What is named, its forms parted by bars, and whether they are proper names."""

_WORD = re.compile(r"\w+")
_LONGEST_ACRONYM = 5
_REMEMBERED = 50_000
"""Words whose forms are kept at most; news repeats its words."""


class Mention(NamedTuple, Generic[Named]):
    """Something named in a text: the words `start` to `end`, counted from 0, the end exclusive."""

    concept: Named
    start: int
    end: int


class Reading(NamedTuple, Generic[Named]):
    """A text's words, as written, and what they name."""

    words: tuple[str, ...]
    mentions: tuple[Mention[Named], ...]


class _Form(NamedTuple, Generic[Named]):
    """One way to write a name: the keys of its words, and the words as they must be written if it is an acronym."""

    keys: tuple[str, ...]
    exact: tuple[str, ...] | None
    named: Named


class _Openings(NamedTuple, Generic[Named]):
    """The forms a word can open: the longest first, of equally long ones those of its most faithful candidate."""

    forms: tuple[_Form[Named], ...]
    single: tuple[_Form[Named], ...]
    """Those of one word."""
    seconds: frozenset[str]
    """Keys of the words that can come second."""
    alone: _Form[Named] | None
    """The one form of one word that the word stands for, if `settled`."""
    settled: bool
    """The words around do not matter to a form of one word."""
    only: _Form[Named] | None
    """`alone`, where no longer form begins with the word either."""


class _Remembered(dict[str, Found]):
    """What a function gives for a word, kept for so many words."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._find(word)
        return found


class Index(Generic[Named]):
    """All forms of a language by the key of their first word; of two names with one form the earlier has it."""

    def __init__(self, language: str, entries: Iterable[Entry[Named]]) -> None:
        self.language = language
        self._forms: dict[str, list[_Form[Named]]] = {}
        self._segmenter = Segmenter(language)
        self._openings: _Remembered[_Openings[Named] | None] = _Remembered(self._opened_by)
        self._stems: _Remembered[tuple[str, ...]] = _Remembered(lambda word: candidates(fold(word), language))
        self._add(entries)
        self._segmenter.know(form.keys[0] for forms in self._forms.values() for form in forms if len(form.keys) == 1)

    def read(self, text: str) -> Reading[Named]:
        """The text's words and what they name, in its order and not overlapping; at one word the longest form."""
        words = self._segmenter.words(text)
        found = enumerate(map(self._openings.__getitem__, words))
        places = [(at, openings) for at, openings in found if openings is not None]
        return Reading(words, tuple(self._mentions(words, places, acronyms=not text.isupper())))

    def _mentions(
        self, words: tuple[str, ...], places: list[tuple[int, _Openings[Named]]], *, acronyms: bool
    ) -> list[Mention[Named]]:
        mentions: list[Mention[Named]] = []
        end = 0
        for at, openings in places:
            if at < end:
                continue
            # Most words open one form, of one word, whatever stands around.
            form = openings.only if acronyms else None
            if form is None:
                form = self._chosen(openings, words, at, acronyms=acronyms)
            if form is not None:
                end = at + len(form.keys)
                mentions.append(Mention(form.named, at, end))
        return mentions

    def _chosen(
        self, openings: _Openings[Named], words: tuple[str, ...], at: int, *, acronyms: bool
    ) -> _Form[Named] | None:
        """The form that the words from one on are, if they are one."""
        goes_on = bool(openings.seconds) and self._goes_on(openings, words, at)
        if acronyms and openings.settled and not goes_on:
            return openings.alone
        for form in openings.forms if goes_on else openings.single:
            if self._follows(form, words, at) and self._is_written(form, words, at, acronyms=acronyms):
                return form
        return None

    def _goes_on(self, openings: _Openings[Named], words: tuple[str, ...], at: int) -> bool:
        """Whether the next word can be the second of a longer form."""
        return at + 1 < len(words) and not openings.seconds.isdisjoint(self._stems[words[at + 1]])

    def _follows(self, form: _Form[Named], words: tuple[str, ...], at: int) -> bool:
        """Whether the words behind the first are the form's."""
        if len(form.keys) == 1:
            return True
        if at + len(form.keys) > len(words):
            return False
        return all(key in self._stems[words[place]] for place, key in enumerate(form.keys[1:], at + 1))

    def _is_written(self, form: _Form[Named], words: tuple[str, ...], at: int, *, acronyms: bool) -> bool:
        """Whether an acronym stands in its capitals, which a text all in capitals does not tell."""
        if form.exact is not None:
            return acronyms and words[at : at + len(form.exact)] == form.exact
        return len(form.keys) > 1 or self._segmenter.stands_alone(words, at)

    def _opened_by(self, word: str) -> _Openings[Named] | None:
        forms = [form for key in self._stems[word] for form in self._forms.get(key, ())]
        if not forms:
            return None
        forms.sort(key=lambda form: -len(form.keys))
        single = tuple(form for form in forms if len(form.keys) == 1)
        seconds = frozenset(form.keys[1] for form in forms if len(form.keys) > 1)
        alone = next((form for form in single if form.exact in (None, (word,))), None)
        settled = self._segmenter.stands_alone((word,), 0) and all(len(form.exact or ()) < 2 for form in single)
        only = alone if settled and not seconds else None
        return _Openings(tuple(forms), single, seconds, alone, settled, only)

    def _add(self, entries: Iterable[Entry[Named]]) -> None:
        for named, cell, proper in entries:
            for form in cell.split("|"):
                exact = _acronym(form)
                for spelled in self._segmenter.spellings(form):
                    folded = tuple(map(fold, spelled))
                    for found in keys(folded, self.language, proper=proper) if folded else ():
                        self._forms.setdefault(found[0], []).append(_Form(found, exact, named))


def _acronym(written: str) -> tuple[str, ...] | None:
    """The words of a form that must be written in just these capitals, such as WHO or U.S."""
    if not written.isupper():
        return None
    found = tuple(_WORD.findall(written))
    return found if all(len(word) <= _LONGEST_ACRONYM for word in found) else None
