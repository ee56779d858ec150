"""Unicode's conformance tests of UAX#9: cases read from BidiCharacterTest.txt and BidiTest.txt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.bidi.levels import resolve

SAMPLES = Path(__file__).parent.parent / "data" / "bidi"
WHOLE = Path("/usr/share/unicode")
"""Where Debian's package `unicode-data` puts the whole files."""

_NAMES = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE RLE LRO RLO PDF LRI RLI FSI PDI"
_CHARS = "a\u05d0\u06281+$\u0663,\u0300\xad\u2029\t !\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069"

OF_CLASS = dict(zip(_NAMES.split(), _CHARS, strict=True))
"""A character of each bidi class."""


class Case(NamedTuple):
    """A paragraph of one line, and what UAX#9 makes of it."""

    text: str
    base: int | None
    resolved: int | None
    """The paragraph level, where the file gives it."""
    levels: list[int | None]
    """None for what X9 removes."""
    order: list[int]


def character_cases(path: Path) -> Iterator[Case]:
    """The cases of BidiCharacterTest.txt."""
    for line in _data(path):
        points, direction, resolved, levels, order = line.split(";")
        yield Case(
            "".join(chr(int(point, 16)) for point in points.split()),
            {"0": 0, "1": 1, "2": None}[direction],
            int(resolved),
            _levels(levels),
            [int(index) for index in order.split()],
        )


def class_cases(path: Path) -> Iterator[Case]:
    """The cases of BidiTest.txt, one for each paragraph direction a line names."""
    levels: list[int | None] = []
    order: list[int] = []
    for line in _data(path):
        if line.startswith("@Levels:"):
            levels = _levels(line.partition(":")[2])
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.partition(":")[2].split()]
        elif not line.startswith("@"):
            classes, directions = line.split(";")
            text = "".join(OF_CLASS[name] for name in classes.split())
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(directions, 16) & bit:
                    yield Case(text, base, None, levels, order)


def known(case: Case) -> bool:
    """Whether the running Python's Unicode version has all characters of a case."""
    return all(unicodedata.category(char) != "Cn" for char in case.text)


def passes(case: Case) -> bool:
    """Whether paragraph level, levels and visual order are those the file gives."""
    resolved = resolve(case.text, case.base)
    levels: list[int | None] = [None] * len(case.text)
    order = []
    for start, end, level in resolved.line(0, len(case.text)):
        kept = [index for index in range(start, end) if case.levels[index] is not None]
        order += reversed(kept) if level & 1 else kept
        for index in kept:
            levels[index] = level
    return case.resolved in (None, resolved.base) and levels == case.levels and order == case.order


def _data(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.strip()


def _levels(field: str) -> list[int | None]:
    return [None if level == "x" else int(level) for level in field.split()]
