"""The shape of lines: what plain text parts into paragraphs, and which line reads like prose."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from briefing.text.clean import clean

END_MARKS = ".!?…。！？؟۔।॥։።჻\u104b\u17d4"
"""Marks that end a sentence."""

CLOSING = "\"'”’“‘»«)]}›」』*_ \xa0\u200f\u200e\u061c"
"""What may stand behind a sentence's end mark; German closes with “, Urdu with “ or ‘."""

DIRECTION_MARKS = "\u200e\u200f\u061c"
"""LRM, RLM and ALM: at the ends of a line they steer nothing (UAX#9)."""

PROSE_WIDTH = 40
"""Width from which a line that ends a sentence is a paragraph of the article."""

LONG_WIDTH = 120
"""Width from which any line is one."""

_OUTER = f"{DIRECTION_MARKS} \xa0\t"
_WRAP_RANGE = (40, 160)
_FORCED_SHARE = 0.7
_SLACK = 0.85
"""Justifying wrappers leave lines shorter than a greedy one would; they stay above this share of the width."""


@cache
def _wide() -> re.Pattern[str]:
    """Letters that take two cells; compiled when the first text beyond ASCII is measured, since it takes long."""
    return re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")


def width(text: str) -> int:
    """Length of a text in letters of an alphabet; one of a syllabary or an ideograph counts for two."""
    return len(text) + (0 if text.isascii() else len(_wide().findall(text)))


def is_within(text: str, limit: int) -> bool:
    """Whether a text is no wider than a limit; measured only where its length leaves that open."""
    return len(text) <= limit and (2 * len(text) <= limit or width(text) <= limit)


def ends_sentence(text: str) -> bool:
    """Whether the last mark, closing quotes and brackets aside, ends a sentence."""
    return text.rstrip(CLOSING)[-1:] in END_MARKS and text.strip() != ""


def is_prose(text: str) -> bool:
    """Whether a line reads like a paragraph: a sentence of some length, or long in any case."""
    # A length is a width at least, and costs nothing.
    size = len(text)
    if size >= LONG_WIDTH or (size >= PROSE_WIDTH and ends_sentence(text)):
        return True
    if text.isascii() or 2 * size < PROSE_WIDTH:
        return False
    size = width(text)
    return size >= LONG_WIDTH or (size >= PROSE_WIDTH and ends_sentence(text))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of plain text, each cleaned and on one line, none empty.

    Blank lines part paragraphs. Inside such a group, lines that were broken to fit a width are joined;
    all other lines are paragraphs of their own (also in a file with one paragraph a line).
    """
    groups = _groups(clean(text))
    limit = _wrap_width(groups)
    found: list[str] = []
    for group in groups:
        found.extend(_joined(group, limit) if limit else group)
    return tuple(found)


def _groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for raw in text.split("\n"):
        line = " ".join(raw.strip(_OUTER).split())
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_width(groups: list[list[str]]) -> int:
    """The width the text was wrapped at; 0 when its line breaks part paragraphs."""
    lengths = sorted(len(line) for group in groups for line in group)
    breaks = [pair for group in groups for pair in pairwise(group)]
    if not breaks:
        return 0
    limit = lengths[int(len(lengths) * 0.95)]
    if not _WRAP_RANGE[0] <= limit <= _WRAP_RANGE[1]:
        return 0
    forced = sum(_is_forced(line, after, limit) for line, after in breaks)
    return limit if forced >= _FORCED_SHARE * len(breaks) else 0


def _is_forced(line: str, after: str, limit: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    word = after.split(" ", 1)[0]
    return len(line) + 1 + len(word) > limit * _SLACK


def _joined(group: list[str], limit: int) -> list[str]:
    parts: list[list[str]] = [[group[0]]]
    for line, after in pairwise(group):
        if _is_forced(line, after, limit):
            if not (_wide().match(line[-1]) and _wide().match(after)):
                parts[-1].append(" ")
            parts[-1].append(after)
        else:
            parts.append([after])
    return ["".join(part) for part in parts]
