"""Where a paragraph may be broken into lines, in logical order and by terminal cells.

Breaks fall after white space and around wide (East Asian) characters, a subset of UAX#14 that covers
news text. Punctuation that a source has set apart by a space (` ،`) stays with its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.bidi.cells import cell_width, char_width

_WIDE = (
    "\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
)
_NO_LINE_START = "\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\u300d\u300f\uff09\u3011\u300b\u2019\u201d"
_SPACED_PUNCTUATION = "،؛؟.,:;!?…»)\\]”"

_UNIT = (
    rf"(?:[{_WIDE}][{_NO_LINE_START}]*|[^\s{_WIDE}]+)"
    rf"(?: [{_SPACED_PUNCTUATION}]+(?=\s|$))*"
    r"\s*"
    r"|\s+"
)
"""A stretch that no line break falls into, with the white space after it."""


def break_lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Start and end (code points, end exclusive, white space at the break left out) of each line.

    No line is wider than `width` cells (at least 2); a longer unit is cut between grapheme clusters.
    """
    width = max(width, 2)
    start = end = used = 0
    for unit in re.finditer(_UNIT, text):
        bare_end = unit.start() + len(unit.group().rstrip())
        bare = cell_width(text[unit.start() : bare_end])
        if used and used + bare > width:
            head = unit.start()
            if end == head:
                head = end = _after_marks(text, head, bare_end)
            yield start, end
            start, used = head, 0
        if bare > width:
            *full, (start, end) = _cut(text, start, bare_end, width)
            yield from full
            used = cell_width(text[start : unit.end()])
            continue
        end = bare_end
        used += bare + unit.end() - bare_end
    if end > start or not text:
        yield start, end


def _after_marks(text: str, start: int, end: int) -> int:
    """Where the first character that has a cell stands; marks before it belong to the line above."""
    while start < end and not char_width(text[start]):
        start += 1
    return start


def _cut(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """One overlong unit as pieces of at most `width` cells, never parting a mark from its base."""
    pieces, used, first = [], 0, start
    for index in range(start, end):
        cells = char_width(text[index])
        if cells and used + cells > width:
            pieces.append((first, index))
            first, used = index, 0
        used += cells
    pieces.append((first, end))
    return pieces
