"""Names of organisations as an article writes them in full."""

from __future__ import annotations

import re
from functools import cache

from briefing.text.fold import fold
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.fullnames import REACH, SEEN, UPPER


@cache
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Capitalised words before a word and behind it; compiled when the first organisation is looked for."""
    behind = rf"(?: (?:(?:of|for|and|the) )*[{UPPER}][\w-]*)*"
    return re.compile(rf"(?:[{UPPER}][\w-]* )*$"), re.compile(behind)


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
    before = _sides()[0].search(left)
    after = _sides()[1].match(right)
    words = ((before[0] if before else "") + text[start:end] + (after[0] if after else "")).split()
    while words and fold(words[0]) in pack.words["determiners"]:
        del words[0]
    return " ".join(words)
