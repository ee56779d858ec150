"""The implicit levels of one isolating run sequence (UAX#9 W1 to W7, N0 to N2, I1 and I2).

A sequence is a string of class letters (see `classes`) without those that X9 removes.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.bidi.brackets import resolve_brackets

_ISOLATES: Final = "6789"
_MARKS = re.compile("([^M])M+")
_AFTER_ARABIC = re.compile("A[^LR]*")
_AFTER_LATIN = re.compile("L[^LR]*")
_EUROPEAN_SEPARATOR = re.compile("(?<=E)[SC](?=E)")
_ARABIC_SEPARATOR = re.compile("(?<=N)C(?=N)")
_TERMINATORS = re.compile("T+")
_NEUTRALS = re.compile("[OWGP6789]+")
_LEFTOVERS: Final = str.maketrans("STC", "OOO")


def implicit_levels(classes: str, text: str, level: int, before: str, after: str) -> bytes:
    """The level of each character of a sequence at `level`.

    `before` and `after` are the sequence's sos and eos (X10), each `L` or `R`.
    """
    embedding = "R" if level & 1 else "L"
    types = _weak_types(before + classes)[1:]
    types = resolve_brackets(types, text, classes, embedding, before)
    types = _neutral_types(before + types + after, embedding)[1:-1]
    return types.translate(_levels(level)).encode("latin-1")


def _weak_types(types: str) -> str:
    """W1 to W7; the first letter is the sequence's sos."""
    if "M" in types:
        types = _MARKS.sub(_mark_types, types)
    if "A" in types:
        types = _AFTER_ARABIC.sub(lambda part: part[0].replace("E", "N"), types).replace("A", "R")
    if "S" in types or "C" in types:
        types = _ARABIC_SEPARATOR.sub("N", _EUROPEAN_SEPARATOR.sub("E", types))
    if "T" in types:
        types = _TERMINATORS.sub(_terminator_types, types)
    types = types.translate(_LEFTOVERS)
    return _AFTER_LATIN.sub(lambda part: part[0].replace("E", "L"), types) if "E" in types else types


def _mark_types(marked: re.Match[str]) -> str:
    """W1: marks take the type of their base, or ON after an isolate initiator or a PDI."""
    base, count = marked[1], len(marked[0]) - 1
    return base + ("O" if base in _ISOLATES else base) * count


def _terminator_types(terminators: re.Match[str]) -> str:
    """W5: terminators beside a European number are part of it."""
    types, (start, end) = terminators.string, terminators.span()
    beside = types[start - 1], types[end : end + 1]
    return "E" * (end - start) if "E" in beside else terminators[0]


def _neutral_types(types: str, embedding: str) -> str:
    """N1 and N2; the first letter is the sequence's sos, the last its eos."""

    def direction(neutrals: re.Match[str]) -> str:
        start, end = neutrals.span()
        before, after = types[start - 1] == "L", types[end] == "L"
        return (embedding if before != after else "L" if before else "R") * (end - start)

    return _NEUTRALS.sub(direction, types)


def _levels(level: int) -> dict[int, int]:
    """I1 and I2: from the letter of a type to its level."""
    if level & 1:
        return {ord("L"): level + 1, ord("R"): level, ord("E"): level + 1, ord("N"): level + 1}
    return {ord("L"): level, ord("R"): level + 1, ord("E"): level + 2, ord("N"): level + 2}
