"""Bracket pairs take the direction of what they hold, else of what precedes them (UAX#9 BD16, N0)."""

from __future__ import annotations

import re
from typing import Final

from briefing.bidi.mirrors import bracket_pairs, bracket_pattern, canonical

MAX_OPEN: Final = 63
"""Brackets that may stand open at once (BD16)."""

_STRONG: Final = str.maketrans("EN", "RR")
_MARKS = re.compile("M+")


def resolve_brackets(types: str, text: str, classes: str, embedding: str, before: str) -> str:
    """The types of one isolating run sequence after N0.

    `types` are those after W7, `classes` the original ones, one letter per character of `text`;
    `embedding` is the direction of the sequence's level and `before` its sos, each `L` or `R`.
    """
    pairs = _pairs(types, text)
    if not pairs:
        return types
    resolved = bytearray(types.translate(_STRONG), "ascii")
    context, seen = ord(before), 0
    for opening, closing in pairs:
        context = _last_strong(resolved, seen, opening) or context
        seen = opening
        direction = _direction(resolved, opening, closing, ord(embedding), context)
        if direction:
            for bracket in (opening, closing):
                marks = _MARKS.match(classes, bracket + 1)
                end = marks.end() if marks else bracket + 1
                resolved[bracket:end] = bytes([direction]) * (end - bracket)
    return "".join(
        [new if new in "LR" and old == "O" else old for old, new in zip(types, resolved.decode(), strict=True)]
    )


def _pairs(types: str, text: str) -> list[tuple[int, int]]:
    """Positions of the brackets that pair, in the order of the opening ones (BD16)."""
    closing_of = bracket_pairs()
    waiting: list[tuple[str, int]] = []
    pairs = []
    for bracket in bracket_pattern().finditer(text):
        position = bracket.start()
        if types[position] != "O":
            continue
        if bracket[1]:
            if len(waiting) == MAX_OPEN:
                break
            waiting.append((closing_of[bracket[1]], position))
            continue
        char = canonical(bracket[0])
        depth = next((depth for depth in range(len(waiting) - 1, -1, -1) if waiting[depth][0] == char), None)
        if depth is not None:
            pairs.append((waiting[depth][1], position))
            del waiting[depth:]
    return sorted(pairs)


def _last_strong(types: bytearray, start: int, end: int) -> int:
    """The last L or R of a stretch, 0 if there is none."""
    last = max(types.rfind(b"L", start, end), types.rfind(b"R", start, end))
    return types[last] if last >= 0 else 0


def _direction(types: bytearray, opening: int, closing: int, embedding: int, context: int) -> int:
    """The type a pair takes: L, R, or 0 where it holds nothing strong (N0 b, c, d)."""
    if types.find(embedding, opening, closing) >= 0:
        return embedding
    opposite = ord("L") + ord("R") - embedding
    if types.find(opposite, opening, closing) < 0:
        return 0
    return opposite if context == opposite else embedding
