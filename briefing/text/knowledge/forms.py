"""Names in many written forms, and where a text holds them: a dictionary over the text's words.

A form is found under what `stems.candidates` makes of its words, so that endings and clitics do not hide it.
An acronym must stand in its own capitals.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from briefing.text.fold import fold
from briefing.text.knowledge.segments import Segmenter
from briefing.text.remembered import Kept, Remembered
from briefing.text.stems import Keys, candidates, keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Named = TypeVar("Named")
Found = TypeVar("Found")
Entry: TypeAlias = tuple[Named, str, bool]
"""What is named, its forms parted by bars, and whether they are proper names."""

_WORD = re.compile(r"\w+")
_LONGEST_ACRONYM = 5


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


class _Openings(Generic[Named]):
    """The forms a word can open: the longest first, of equally long ones those of its most faithful candidate.

    No named tuple, since it is asked at every word of a text, and slots answer sooner.
    """

    __slots__ = ("alone", "longer", "seconds", "settled", "single")

    def __init__(self, forms: list[_Form[Named]], *, stands_alone: bool) -> None:
        self.longer = tuple(form for form in forms if len(form.keys) > 1)
        """Those of several words."""
        self.single = tuple(form for form in forms if len(form.keys) == 1)
        """Those of one word."""
        self.seconds = frozenset(form.keys[1] for form in self.longer)
        """Keys of the words that can come second."""
        self.alone = self.single[0] if self.single else None
        """The form of one word that the word stands for, if `settled`."""
        self.settled = self.alone is None or (self.alone.exact is None and stands_alone)
        """Neither words around nor capitals matter to a form of one word."""


class _Context(Generic[Named]):
    """The words of one text, which decide what a word stands for that opens several forms or a longer one."""

    def __init__(self, words: tuple[str, ...], text: str, stems: Mapping[str, tuple[str, ...]], cut: Segmenter) -> None:
        self._words = words
        self._text = text
        self._stems = stems
        self._segmenter = cut

    def longer(self, openings: _Openings[Named], at: int, stems: tuple[str, ...]) -> _Form[Named] | None:
        """The form of several words that begins at a word, if there is one; `stems` are those of the word behind."""
        for form in openings.longer:
            if form.keys[1] in stems and self._goes_on(form, at) and self._is_written(form, at):
                return form
        return None

    def single(self, openings: _Openings[Named], at: int) -> _Form[Named] | None:
        """The form of one word that a word is, if it is one."""
        return next((form for form in openings.single if self._is_written(form, at)), None)

    def _goes_on(self, form: _Form[Named], at: int) -> bool:
        """Whether the words from the third on are the form's."""
        size = len(form.keys)
        if size == 2:
            return True
        words = self._words[at + 2 : at + size]
        return len(words) == size - 2 and all(
            key in self._stems[word] for key, word in zip(form.keys[2:], words, strict=True)
        )

    def _is_written(self, form: _Form[Named], at: int) -> bool:
        """Whether an acronym stands in its capitals, which a text all in capitals does not tell."""
        if form.exact is not None:
            return self._words[at : at + len(form.exact)] == form.exact and not self._in_capitals
        return len(form.keys) > 1 or self._segmenter.stands_alone(self._words, at)

    @cached_property
    def _in_capitals(self) -> bool:
        return self._text.isupper()


class Index(Generic[Named]):
    """All forms of a language by the key of their first word; of two names with one form the earlier has it."""

    def __init__(self, language: str, entries: Iterable[Entry[Named]]) -> None:
        self.language = language
        self._forms: dict[str, list[_Form[Named]]] = {}
        self._segmenter = Segmenter(language)
        self._openings: Kept[_Openings[Named] | None] = Kept()
        self._stems: Remembered[tuple[str, ...]] = Remembered(lambda word: candidates(fold(word), language))
        self._add(entries)
        self._keys = Keys(self._forms, language)
        self._opened_with: dict[tuple[tuple[str, ...], bool], _Openings[Named]] = {}
        self._segmenter.know(form.keys[0] for forms in self._forms.values() for form in forms if len(form.keys) == 1)

    def read(self, text: str) -> Reading[Named]:
        """The text's words and what they name, in its order and not overlapping; at one word the longest form."""
        words = self._segmenter.words(text)
        found = self._found(words, text)
        return Reading(words, tuple(Mention(form.named, at, at + len(form.keys)) for at, form in found))

    def named(self, text: str) -> list[Named]:
        """What the words of a text name, in its order: what `read` finds, for whom the places do not matter."""
        return [form.named for _, form in self._found(self._segmenter.words(text), text)]

    def _found(self, words: tuple[str, ...], text: str) -> list[tuple[int, _Form[Named]]]:
        """The forms in a text, each with the place of its first word."""
        try:
            openings = list(map(self._openings.__getitem__, words))
        except KeyError:
            self._meet(words)
            openings = list(map(self._openings.__getitem__, words))
        context: _Context[Named] = _Context(words, text, self._stems, self._segmenter)
        stems, end = self._stems, 0
        found: list[tuple[int, _Form[Named]]] = []
        # Most words open nothing, and of the others most are one word whatever stands around: neither costs a call.
        for at in compress(range(len(words)), openings):
            opened = openings[at]
            if at < end or opened is None:
                continue
            form = None
            if opened.longer and at + 1 < len(words) and not opened.seconds.isdisjoint(after := stems[words[at + 1]]):
                form = context.longer(opened, at, after)
            if form is None:
                form = opened.alone if opened.settled else context.single(opened, at)
            if form is not None:
                found.append((at, form))
                end = at + len(form.keys)
        return found

    def _meet(self, words: tuple[str, ...]) -> None:
        """Looks up what words open that were not seen before; to fold them together costs less than one by one."""
        unseen = self._openings.unknown(words)
        for word, folded in zip(unseen, fold("\n".join(unseen)).split("\n") if unseen else (), strict=True):
            self._openings[word] = self._opened_by(word, folded)

    def _opened_by(self, word: str, folded: str) -> _Openings[Named] | None:
        found = self._keys.of(word, folded)
        return self._opened(tuple(found), self._segmenter.stands_alone((word,), 0)) if found else None

    def _opened(self, keys: tuple[str, ...], stands_alone: bool) -> _Openings[Named]:
        """What words open that may stand for some keys; kept, since most inflections of a word open the same."""
        if (keys, stands_alone) not in self._opened_with:
            forms = [form for key in keys for form in self._forms[key]]
            forms.sort(key=lambda form: -len(form.keys))
            self._opened_with[keys, stands_alone] = _Openings(forms, stands_alone=stands_alone)
        return self._opened_with[keys, stands_alone]

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
