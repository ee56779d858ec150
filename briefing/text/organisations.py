"""Names of organisations as an article writes them in full."""

from __future__ import annotations

import re

from briefing.text.fold import fold
from briefing.text.fullnames import REACH, SEEN, UPPER
from briefing.text.pack import LanguagePack

_BEFORE = re.compile(rf"(?:[{UPPER}][\w-]* )*$")
_AFTER = re.compile(rf"(?: (?:(?:of|for|and|the) )*[{UPPER}][\w-]*)*")


def capital_organisation(head: str, text: str, pack: LanguagePack) -> str | None:
    """The longest capitalised name around an organisation's head: Bureau -> Philippine Bureau of Fisheries."""
    found, at = [], text.find(head.capitalize())
    for _ in range(SEEN):
        if at < 0:
            break
        found.append(_around(text, at, at + len(head), pack))
        at = text.find(head.capitalize(), at + 1)
    return max(found, key=len, default=None)


def _around(text: str, start: int, end: int, pack: LanguagePack) -> str:
    left, right = text[max(0, start - REACH) : start], text[end : end + REACH]
    before = _BEFORE.search(left)
    after = _AFTER.match(right)
    words = ((before[0] if before else "") + text[start:end] + (after[0] if after else "")).split()
    while words and fold(words[0]) in pack.words["determiners"]:
        del words[0]
    return " ".join(words)
