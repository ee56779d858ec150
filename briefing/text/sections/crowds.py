"""Text copied from a whole page, furniture and all: which of its short lines can be headings at all.

Menus, teasers, captions and buttons outnumber the paragraphs there. The article is the densest run of paragraphs;
a heading stands inside it, directly above a paragraph, and says more than one word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.text.sections.lines import is_prose, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Block

SHORT_LINES = 12
"""Short lines from which a text can be a whole page."""

SHARE = 0.45
"""Share of short lines from which it is one."""

GAP = 4
"""Short lines in a row that end a run of paragraphs."""

ONE_WORD = 9
"""Width up to which a line without a space is a button."""

TOP = 3
"""Blocks behind the first paragraph in which a byline can stand."""

_PARTICLES = frozenset("de da di del van von der la le al bin".split())

_CREDIT = re.compile(
    r"©|\(c\)|\b(?:getty|reuters|afp|ap|epa|efe|dpa|imago|ansa|unsplash|shutterstock|via|screenshot|foto|photo)s?\b"
    r"[^.!?]{0,24}$|^(?:foto|photo|bild|image|pic)s?\b",
    re.IGNORECASE,
)


def crowded(blocks: Sequence[Block]) -> bool:
    """Whether short lines make up so much of a text that it must be a whole page."""
    short = sum(not is_prose(block.text) for block in blocks)
    return short >= SHORT_LINES and short >= SHARE * len(blocks)


def can_head(blocks: Sequence[Block], indexes: Sequence[int]) -> list[int]:
    """Those of the indexes that can be headings of a whole page's article."""
    start, end = _article(blocks)
    return [
        index
        for index in indexes
        if start < index < end and _stands(blocks, index) and not (index <= start + TOP and _name(blocks[index].text))
    ]


def _name(text: str) -> bool:
    """Two or three capitalised words, as a byline is at the top of an article."""
    words = text.split()
    return 2 <= len(words) <= 4 and words[-1][0].isupper() and all(w[0].isupper() or w in _PARTICLES for w in words)


def _stands(blocks: Sequence[Block], index: int) -> bool:
    """Directly above a paragraph, no credit, no button."""
    text = blocks[index].text
    words = " " in text.strip() or width(text) > ONE_WORD
    return words and is_prose(blocks[index + 1].text) and _CREDIT.search(text) is None


def _article(blocks: Sequence[Block]) -> tuple[int, int]:
    """First paragraph of the run with most text, and the block behind its last one."""
    best, size = (0, 0), 0
    start, last, total = -1, -1, 0
    for index, block in enumerate(blocks):
        if not is_prose(block.text):
            continue
        if start < 0 or index - last > GAP:
            start, total = index, 0
        last, total = index, total + width(block.text)
        if total > size:
            best, size = (start, last + 1), total
    return best
