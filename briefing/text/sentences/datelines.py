"""The dateline that opens an article: «HALVERSON, Iowa — », «Madrid, 12 feb. (EFE).- », «القاهرة - »."""

from __future__ import annotations

import re

LONGEST = 60
"""Code points a dateline may have."""

_WORDS = r"[^\W_][^\n.:;!?؟«»“”\"—–]*"
_DATELINE = (
    rf"{_WORDS}\.?\)?\.?(?:\s[-–—]+\s|[-–—]{{1,2}}\s|\s[-–—]+(?=[^\W\d_]))"
    r"|[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?(?:،|,)? ?(?:\([^)\n]{2,20}\))? ?: (?=[^\s«»“”\"’‘])"
    r"|[\u4e00-\u9fff\d]{3,24}[电電][\s　]"
)
"""Words and a dash, a place and a colon, or what a Chinese agency sends from where (新华社北京11月14日电)."""
_AGENCY = r"[^\W_][^\n:;!?؟«»“”\"—–]{2,50}\([^)\n]{2,20}\)\.?\s?[-–—]\s?"
"""Both are compiled with the first dateline that is looked for, since that takes long; `re` keeps them."""


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the words of the first paragraph `text[start:end]` begin behind its dateline; `start` without one."""
    reach = min(end, start + LONGEST)
    match = re.compile(_AGENCY).match(text, start, reach) or re.compile(_DATELINE).match(text, start, reach)
    if match is None or len(match[0].split()) > 8:
        return start
    return match.end()
