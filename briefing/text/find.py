"""Finding words in a text however they are spelt: both are folded, and the places are those of the text itself."""

from __future__ import annotations

from functools import lru_cache

from briefing.model import Span
from briefing.text.fold import fold, fold_map


def find(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in the text, in rising order, none overlapping; offsets in code points.

    Marks, tatweel and joiners belong to the letter before them. A line end is a blank.
    """
    wanted = " ".join(fold(words).split())
    if not wanted:
        return ()
    folded, places = _folded(text)
    found = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append(Span(places[at], places[end] if end < len(places) else len(text)))
        at = folded.find(wanted, end)
    return tuple(found)


@lru_cache(2)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text, kept while somebody types what to find in it."""
    folded, places = fold_map(text)
    return folded.replace("\n", " ").replace("\xa0", " "), places
