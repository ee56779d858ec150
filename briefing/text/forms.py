"""Names in many written forms, and where a text holds them: a dictionary over the text's words.

A form is found under what `stems.candidates` makes of its words, so that endings and clitics do not hide it.
An acronym must stand in its own capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from briefing.text.fold import fold
from briefing.text.segments import Segmenter
from briefing.text.stems import candidates, keys

if TYPE_CHECKING:
    from collections.abc import Iterable

Named = TypeVar("Named")
Entry: TypeAlias = tuple[Named, str, bool]
"""What is named, its forms parted by bars, and whether they are proper names."""

_WORD = re.compile(r"\w+")
_LONGEST_ACRONYM = 5
_REMEMBERED = 50_000
"""Words whose forms are kept at most; news repeats its words."""


@dataclass(frozen=True, slots=True)
class Mention(Generic[Named]):
    """Something named in a text: the words `start` to `end`, counted from 0, the end exclusive."""

    concept: Named
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading(Generic[Named]):
    """A text's folded words and what they name."""

    words: tuple[str, ...]
    mentions: tuple[Mention[Named], ...]


@dataclass(frozen=True, slots=True)
class _Form(Generic[Named]):
    """One way to write a name: the keys of its words, and the words as they must be written if it is an acronym."""

    keys: tuple[str, ...]
    exact: tuple[str, ...] | None
    named: Named


class Index(Generic[Named]):
    """All forms of a language by the key of their first word; of two names with one form the earlier has it."""

    def __init__(self, language: str, entries: Iterable[Entry[Named]]) -> None:
        self.language = language
        self._forms: dict[str, list[_Form[Named]]] = {}
        self._segmenter = Segmenter(language)
        self._opening: dict[str, tuple[_Form[Named], ...]] = {}
        self._stems: dict[str, tuple[str, ...]] = {}
        self._add(list(entries))
        self._segmenter.know(form.keys[0] for forms in self._forms.values() for form in forms if len(form.keys) == 1)

    def read(self, text: str) -> Reading[Named]:
        """The text's words and what they name, in its order and not overlapping; at one word the longest form."""
        folded = fold(text)
        words = self._segmenter.words(folded)
        if not any(map(self._openings, words)):
            return Reading(words, ())
        written = self._segmenter.words(text)
        # Folding never moves a word's boundary in a script that has acronyms; where it did, none is taken.
        acronyms = written if len(written) == len(words) and not text.isupper() else None
        return Reading(words, tuple(self._mentions(words, acronyms)))

    def _mentions(self, words: tuple[str, ...], written: tuple[str, ...] | None) -> Iterable[Mention[Named]]:
        at = 0
        while at < len(words):
            form = self._longest(words, at, written)
            if form is not None:
                yield Mention(form.named, at, at + len(form.keys))
            at += len(form.keys) if form else 1

    def _longest(self, words: tuple[str, ...], at: int, written: tuple[str, ...] | None) -> _Form[Named] | None:
        """The longest form at a word; of equally long ones that of the most faithful candidate."""
        best: _Form[Named] | None = None
        for form in self._openings(words[at]):
            if (best is None or len(form.keys) > len(best.keys)) and self._stands(form, words, at, written):
                best = form
        return best

    def _stands(self, form: _Form[Named], words: tuple[str, ...], at: int, written: tuple[str, ...] | None) -> bool:
        end = at + len(form.keys)
        if end > len(words):
            return False
        if any(key not in self._candidates(words[place]) for place, key in enumerate(form.keys[1:], at + 1)):
            return False
        if form.exact is not None:
            return written is not None and written[at:end] == form.exact
        return len(form.keys) > 1 or self._segmenter.stands_alone(words, at)

    def _openings(self, word: str) -> tuple[_Form[Named], ...]:
        """The forms that begin with a word, those of its most faithful candidate first."""
        found = self._opening.get(word)
        if found is None:
            found = tuple(form for key in self._candidates(word) for form in self._forms.get(key, ()))
            if len(self._opening) >= _REMEMBERED:
                self._opening.clear()
            self._opening[word] = found
        return found

    def _candidates(self, word: str) -> tuple[str, ...]:
        found = self._stems.get(word)
        if found is None:
            if len(self._stems) >= _REMEMBERED:
                self._stems.clear()
            found = self._stems[word] = candidates(word, self.language)
        return found

    def _add(self, entries: list[Entry[Named]]) -> None:
        folded = fold("\n".join(forms for _, forms, _ in entries)).split("\n")
        for (named, cell, proper), plain in zip(entries, folded, strict=True):
            for written, form in zip(cell.split("|"), plain.split("|"), strict=True):
                self._add_form(named, written, form, proper=proper)

    def _add_form(self, named: Named, written: str, plain: str, *, proper: bool) -> None:
        exact = _acronym(written)
        for spelled in self._segmenter.spellings(written, plain):
            for found in keys(spelled, self.language, proper=proper) if spelled else ():
                self._forms.setdefault(found[0], []).append(_Form(found, exact, named))


def _acronym(written: str) -> tuple[str, ...] | None:
    """The words of a form that must be written in just these capitals, such as WHO or U.S."""
    if not written.isupper():
        return None
    found = tuple(_WORD.findall(written))
    return found if all(len(word) <= _LONGEST_ACRONYM for word in found) else None
