"""The Unicode Bidirectional Algorithm (UAX#9): levels of a paragraph and the visual order of its lines.

Text comes in logical order. A level is even for left-to-right, odd for right-to-left text. Conforms to
UAX#9 without higher-level protocols; shaping and mirroring are the caller's.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.bidi.classes import bidi_classes
from briefing.bidi.explicit import explicit_levels, first_strong, isolate_pairs, run_sequences
from briefing.bidi.resolution import implicit_levels
from briefing.model import Direction

UI_DIRECTION: Final[Direction] = "ltr"
"""Direction of text that has no letters, in a program whose words are English."""

_REMOVED = re.compile("[1-5b]")
_KEPT = re.compile("[^1-5b]+")
_RIGHT_TO_LEFT = re.compile("[RA]")
_STEERING = re.compile("[RAN1-9]")
_SEPARATED = re.compile("[GP]")
_BLANK = re.compile("[W1-9bGP]+")
_RUN = re.compile(rb"(.)\1*", re.DOTALL)


class LevelRun(NamedTuple):
    """Code points `start`..`end` of a paragraph, all of one level."""

    start: int
    end: int
    level: int


class Levels(NamedTuple):
    """A resolved paragraph: class letters (see `classes`) and a level for each code point."""

    classes: str
    levels: bytes
    base: int
    """0 or 1, the paragraph level."""

    def line(self, start: int, end: int) -> list[LevelRun]:
        """The level runs of a line from left to right (L1, L2); positions count from the paragraph's start."""
        levels = self.levels[start:end]
        classes = self.classes[start:end]
        if _SEPARATED.search(classes) or _BLANK.match(classes[-1:]):
            levels = _blanks_reset(classes, levels, self.base)
        runs = [LevelRun(start + run.start(), start + run.end(), run[0][0]) for run in _RUN.finditer(levels)]
        return _reordered(runs) if len(runs) > 1 else runs


def resolve(text: str, base: int | None = None) -> Levels:
    """The levels of one paragraph; its base level is that of the first strong letter unless it is given (P2, P3).

    Characters that X9 removes have the level of the character before them.
    """
    classes = bidi_classes(text)
    if base is None:
        base = int(first_strong(classes, isolate_pairs(classes)) == "R")
    if not base and not _STEERING.search(classes):
        return Levels(classes, bytes(len(text)), base)
    return Levels(classes, _levels(text, classes, base), base)


def base_direction(text: str, direction: Direction) -> Direction:
    """The direction of a paragraph in an article (or interface) of the given direction.

    In a right-to-left article any right-to-left letter makes it so, since titles may begin with a Latin
    name; else the first strong letter decides (P2, P3); text without any is the interface's.
    """
    classes = bidi_classes(text)
    if not _RIGHT_TO_LEFT.search(classes):
        return "ltr" if "L" in classes else UI_DIRECTION
    if direction == "rtl":
        return "rtl"
    return "rtl" if first_strong(classes, isolate_pairs(classes)) == "R" else "ltr"


def _levels(text: str, classes: str, base: int) -> bytes:
    """X1 to I2 on the characters that X9 keeps."""
    types, levels = explicit_levels(classes, base)
    if not _REMOVED.search(classes):
        return _implicit(text, classes, types, levels, base)
    kept = [span.span() for span in _KEPT.finditer(classes)]
    text, original, types = ("".join([part[a:b] for a, b in kept]) for part in (text, classes, types))
    resolved = _implicit(text, original, types, b"".join([levels[a:b] for a, b in kept]), base)
    return _refilled(resolved, kept, len(classes), base)


def _implicit(text: str, classes: str, types: str, explicit: bytes, base: int) -> bytes:
    """X10: each isolating run sequence resolved by itself."""
    levels = bytearray(explicit)
    for sequence in run_sequences(classes, explicit):
        (first, _), (_, last) = sequence[0], sequence[-1]
        level = explicit[first]
        preceding = explicit[first - 1] if first else base
        unmatched = classes[last - 1] in "678"
        following = base if unmatched or last == len(explicit) else explicit[last]
        sos, eos = ("R" if max(level, other) & 1 else "L" for other in (preceding, following))
        joined, words = ("".join([part[a:b] for a, b in sequence]) for part in (types, text))
        resolved, done = implicit_levels(joined, words, level, sos, eos), 0
        for start, end in sequence:
            levels[start:end] = resolved[done : done + end - start]
            done += end - start
    return bytes(levels)


def _refilled(levels: bytes, kept: list[tuple[int, int]], length: int, base: int) -> bytes:
    """The levels of what X9 kept, with levels for what it removed."""
    filled = bytearray()
    done = 0
    for start, end in kept:
        filled.extend(filled[-1:] * (start - len(filled)) or [base] * (start - len(filled)))
        filled.extend(levels[done : done + end - start])
        done += end - start
    filled.extend((filled[-1:] or bytes([base])) * (length - len(filled)))
    return bytes(filled)


def _blanks_reset(classes: str, levels: bytes, base: int) -> bytes:
    """L1: separators, and white space before them and at the end of the line, have the base level."""
    reset = bytearray(levels)
    for blank in _BLANK.finditer(classes):
        start, end = blank.span()
        if end < len(classes):
            end = 1 + max(classes.rfind("G", start, end), classes.rfind("P", start, end))
        if end > start:
            reset[start:end] = bytes([base]) * (end - start)
    return bytes(reset)


def _reordered(runs: list[LevelRun]) -> list[LevelRun]:
    """L2: from the highest level to the lowest odd one, stretches at that level or above are reversed."""
    lowest = min((run.level for run in runs if run.level & 1), default=None)
    if lowest is None:
        return runs
    for level in range(max(run.level for run in runs), lowest - 1, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end].level >= level:
                end += 1
            runs[start:end] = runs[start:end][::-1]
            start = end + 1
    return runs
