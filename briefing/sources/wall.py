"""Pages that show no article: a consent wall, a check for robots, or one that a script fills in a browser."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from briefing.errors import DataError
from briefing.text.fold import fold
from briefing.text.sections.lines import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Block

ENOUGH_WORDS = 50
"""Words from which text is an article even if none of its lines reads like a sentence."""

SHORT = 150
"""Words below which a single line of a wall makes the whole page one."""

_SHARE = 0.5
"""Share of the text in such lines from which a longer page is a wall."""

_BARE = 0.2
"""Share of a page's bytes from which its text is all there is to it, be it a single word."""

_FILE = "walls.toml"


def shows_article(blocks: Sequence[Block], size: int) -> bool:
    """Whether the blocks taken from a page of `size` bytes are an article, not a wall or scraps of a frame."""
    words, length = word_count(blocks), sum(len(block.text) for block in blocks)
    prose = any(is_prose(block.text) for block in blocks if block.kind != "heading")
    if not length or (words < ENOUGH_WORDS and not prose and length < _BARE * size):
        return False
    walls = [len(block.text) for block in blocks if _wall().search(fold(block.text))]
    return not walls or (words >= SHORT and sum(walls) < _SHARE * length)


def word_count(blocks: Sequence[Block]) -> int:
    """Words of the blocks, parted by white space."""
    return sum(len(block.text.split()) for block in blocks)


@cache
def _wall() -> re.Pattern[str]:
    tables = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    for kind, table in tables.items():
        words = table.get("words") if isinstance(table, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise DataError(_FILE, f"{kind}.words", words, "wanted a list of words")
    return re.compile("|".join(re.escape(fold(word)) for table in tables.values() for word in table["words"]))
