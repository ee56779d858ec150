"""Traditional Chinese characters as simplified ones, so far as names and topics are written with them.

The pairs are those of OpenCC (Apache License 2.0), one character each, so that offsets stay.
"""

from __future__ import annotations

from functools import cache

from briefing.text.data import read


def simplified(text: str) -> str:
    """The text with simplified characters, of the same length."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    pairs = (line.split("\t") for line in read("traditional.tsv").splitlines()[1:])
    return {ord(traditional): simple for traditional, simple in pairs}
