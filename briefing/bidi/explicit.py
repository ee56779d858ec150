"""Explicit levels, directional isolates and isolating run sequences (UAX#9 X1 to X10, BD8 to BD13)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

MAX_DEPTH: Final = 125
"""The highest explicit level (BD2)."""

_EXPLICIT = re.compile("[1-9P]")
_ISOLATE = re.compile("[6-9P]")
_STRONG_OR_ISOLATE = re.compile("[LRA678]")
_RUN = re.compile(rb"(.)\1*", re.DOTALL)
_KEPT_BY_OVERRIDE = re.compile("[^bP]")


class Entry(NamedTuple):
    """One entry of the directional status stack."""

    level: int
    override: str = ""
    """`L`, `R`, or nothing for neutral."""
    isolate: bool = False


class StatusStack:
    """The directional status stack and its three counters (X1)."""

    def __init__(self, base: int) -> None:
        self._entries = [Entry(base)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0

    @property
    def top(self) -> Entry:
        """The entry in force."""
        return self._entries[-1]

    def embed(self, rtl: bool, override: str = "") -> None:
        """An embedding or override begins (X2 to X5)."""
        level = self._next_level(rtl)
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._entries.append(Entry(level, override))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def isolate(self, rtl: bool) -> None:
        """An isolate begins (X5a to X5c)."""
        level = self._next_level(rtl)
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._valid_isolates += 1
            self._entries.append(Entry(level, isolate=True))
        else:
            self._overflow_isolates += 1

    def end_isolate(self) -> None:
        """A PDI (X6a)."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self.top.isolate:
                self._entries.pop()
            self._entries.pop()
            self._valid_isolates -= 1

    def end_embedding(self) -> None:
        """A PDF (X7)."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self.top.isolate and len(self._entries) > 1:
            self._entries.pop()

    def _next_level(self, rtl: bool) -> int:
        """The least odd (right-to-left) or even level above the present one."""
        level = self.top.level
        return (level + 1) | 1 if rtl else (level + 2) & ~1


def isolate_pairs(classes: str) -> dict[int, int]:
    """For each isolate initiator the position of its matching PDI, and the other way round (BD9)."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for match in _ISOLATE.finditer(classes):
        position, letter = match.start(), match[0]
        if letter == "P":
            waiting.clear()
        elif letter != "9":
            waiting.append(position)
        elif waiting:
            initiator = waiting.pop()
            pairs[initiator], pairs[position] = position, initiator
    return pairs


def first_strong(classes: str, pairs: dict[int, int], start: int = 0, end: int | None = None) -> str:
    """`L` or `R` by the first strong letter outside isolates (P2, P3), or nothing."""
    end = len(classes) if end is None else end
    while found := _STRONG_OR_ISOLATE.search(classes, start, end):
        if found[0] in "LRA":
            return "L" if found[0] == "L" else "R"
        start = pairs.get(found.start(), end)
    return ""


def explicit_levels(classes: str, base: int) -> tuple[str, bytes]:
    """Classes after overrides and the explicit level of each character (X1 to X8)."""
    pairs = isolate_pairs(classes)
    stack = StatusStack(base)
    types: list[str] = []
    levels = bytearray()
    last = 0
    for match in _EXPLICIT.finditer(classes):
        position, letter = match.start(), match[0]
        types.append(_overridden(classes[last:position], stack.top.override))
        levels.extend([stack.top.level] * (position - last))
        last = position + 1
        if letter == "9":
            stack.end_isolate()
        types.append(stack.top.override or letter if letter in "6789" else letter)
        levels.append(base if letter == "P" else stack.top.level)
        _enter(stack, letter, classes, position, pairs)
    types.append(_overridden(classes[last:], stack.top.override))
    levels.extend([stack.top.level] * (len(classes) - last))
    return "".join(types), bytes(levels)


def _enter(stack: StatusStack, letter: str, classes: str, position: int, pairs: dict[int, int]) -> None:
    """What a formatting character does to the characters after it."""
    if letter == "8":
        stack.isolate(first_strong(classes, pairs, position + 1, pairs.get(position)) == "R")
    elif letter in "67":
        stack.isolate(letter == "7")
    elif letter in "12":
        stack.embed(letter == "2")
    elif letter in "34":
        stack.embed(letter == "4", "R" if letter == "4" else "L")
    elif letter == "5":
        stack.end_embedding()


def _overridden(classes: str, override: str) -> str:
    """Classes of characters under an override (X6)."""
    return _KEPT_BY_OVERRIDE.sub(override, classes) if override else classes


def run_sequences(classes: str, levels: bytes) -> list[list[tuple[int, int]]]:
    """The isolating run sequences of a text, each as the spans of its level runs (BD7, BD13).

    `classes` are the original letters and `levels` explicit ones, both without what X9 removes.
    """
    pairs = isolate_pairs(classes)
    spans = {run.start(): run.span() for run in _RUN.finditer(levels)}
    sequences = []
    for start, span in spans.items():
        if classes[start] == "9" and start in pairs:
            continue
        sequence = [span]
        while (last := sequence[-1][1] - 1) in pairs and classes[last] != "9":
            sequence.append(spans[pairs[last]])
        sequences.append(sequence)
    return sequences
