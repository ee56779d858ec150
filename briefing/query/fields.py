"""The fields a query may ask for, what each takes, and one line of help on each."""

from __future__ import annotations

from typing import Final

from briefing.query.period import NOTATION, period
from briefing.text.words import words_of

FLAGS: Final = ("unread", "read", "starred", "stub")
POSSESSIONS: Final = ("quotes", "note", "tag")

FIELDS: Final[dict[str, str]] = {
    "is": "is:unread",
    "has": "has:quotes",
    "tag": "tag:verify",
    "lang": "lang:ar",
    "topic": "topic:kashmir",
    "speaker": "speaker:لافروف",
    "source": "source:isna",
    "author": "author:Haddad",
    "title": "title:ceasefire",
    "section": 'section:"Afghan talks"',
    "url": "url:example.org",
    "after": "after:2021-03-01",
    "before": "before:2021-04",
    "on": "on:yesterday",
    "newer": "newer:2w",
    "older": "older:3d",
}
"""Each field and an example of it, in the order of the help."""

TIMES: Final = frozenset({"after", "before", "on", "newer", "older"})
"""Fields that take a time."""

KEYWORDS: Final = frozenset({"is", "has", "lang"})
"""Fields whose values are words of the program's own."""

_CHOICES: Final = {"is": FLAGS, "has": POSSESSIONS}


def objection(name: str, value: str) -> str | None:
    """Why a field cannot take a value; None if it can."""
    choices = _CHOICES.get(name)
    if choices and value not in choices:
        return f"{name}: takes {', '.join(choices)}"
    if name in TIMES and period(value) is None:
        return f"'{value}' is no time; write {NOTATION}"
    if not words_of(value):
        return f"{name}: needs a word"
    return None
