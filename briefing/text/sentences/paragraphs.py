"""A paragraph's sentences, parted into words where somebody asks for them.

Some papers set a whole article as one paragraph, of which only the sentences around quotations are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from briefing.text.fold import dropped_characters
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.marks import Marked
from briefing.text.sentences.skeleton import Sentence, sentences

LONG = 300
"""Code points from which on it pays not to read all of a paragraph."""

_STOP = re.compile("[.!?؟۔] ")

Place: TypeAlias = tuple[int, int]
"""Where a sentence stands in its paragraph: the stretch, and which sentence of it."""

FIRST: Place = (0, 0)


def behind(place: Place) -> Place:
    """The place right behind a sentence, which nothing has to stand at."""
    stretch, sentence = place
    return stretch, sentence + 1


class _Stretch(NamedTuple):
    """Whole sentences that follow each other, by code points of the article, and the quotations in them."""

    start: int
    end: int
    spans: Sequence[Marked]


class Paragraph:
    """The paragraph `text[start:end]` of an article, whose outermost quotations are `spans`.

    `folded` is the whole text by `skeleton.folded_text`.
    """

    def __init__(
        self, text: str, folded: str, start: int, end: int, spans: Sequence[Marked], pack: LanguagePack
    ) -> None:
        self._text, self._folded, self._pack = text, folded, pack
        self._stretches = self._parted(start, end, spans)
        self._sentences: dict[int, list[Sentence]] = {}

    def __iter__(self) -> Iterator[tuple[Place, Sentence]]:
        for at in range(len(self._stretches)):
            for i, sentence in enumerate(self._read(at)):
                yield (at, i), sentence

    def marked(self) -> Iterator[tuple[Place, Sentence]]:
        """The sentences with quotations."""
        for at, stretch in enumerate(self._stretches):
            for i, sentence in enumerate(self._read(at) if stretch.spans else ()):
                if sentence.spans:
                    yield (at, i), sentence

    def before(self, place: Place | None = None) -> Iterator[tuple[Place, Sentence]]:
        """The sentences before one, or all, the last first."""
        last, upper = place or (len(self._stretches), 0)
        for at in range(min(last, len(self._stretches) - 1), -1, -1):
            found = self._read(at)
            for i in range((upper if at == last else len(found)) - 1, -1, -1):
                yield (at, i), found[i]

    def behind(self, place: Place) -> Iterator[Sentence]:
        """The sentences behind one."""
        first, i = place
        yield from self._read(first)[i + 1 :]
        for at in range(first + 1, len(self._stretches)):
            yield from self._read(at)

    def _read(self, at: int) -> list[Sentence]:
        if at not in self._sentences:
            start, end, spans = self._stretches[at]
            self._sentences[at] = sentences(self._text, self._folded, start, end, spans, self._pack)
        return self._sentences[at]

    def _parted(self, start: int, end: int, spans: Sequence[Marked]) -> list[_Stretch]:
        """The paragraph cut where sentences end for certain, which shows without knowing its words."""
        if end - start < LONG or not self._pack.spaces:
            return [_Stretch(start, end, spans)]
        found, at, inside = [], start, 0
        for stop in self._stops(start, end, spans):
            last = next((i for i in range(inside, len(spans)) if spans[i].outer_start > stop), len(spans))
            found.append(_Stretch(at, stop + 1, spans[inside:last]))
            at, inside = stop + 2, last
        return [*found, _Stretch(at, end, spans[inside:])]

    def _stops(self, start: int, end: int, spans: Sequence[Marked]) -> Iterator[int]:
        """The stops outside of quotations behind a plain word and before one that may begin a sentence."""
        for span in (*spans, None):
            upper = span.outer_start if span is not None else end
            for match in _STOP.finditer(self._folded, start, upper):
                if match.end() < upper and self._ends(match.start(), start):
                    yield match.start()
            start = span.outer_end if span is not None else end

    def _ends(self, stop: int, start: int) -> bool:
        word = self._folded[max(start, self._folded.rfind(" ", start, stop) + 1) : stop]
        first = self._text[stop + 2]
        begins = first.isalnum() and not (self._pack.capitals and first.islower())
        whole = len(word) > 1 and word.isalpha() and word not in self._pack.abbreviations
        return begins and whole and dropped_characters().isdisjoint(f"{first}{word}")
