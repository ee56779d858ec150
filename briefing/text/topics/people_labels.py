"""Labels of headings that name no topic but somebody: "Sinwar" for "There is only one place for Yahya Sinwar"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.text.topics.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.text.knowledge.authority import Authority

LONGEST = 3
"""Words of a name that are looked up together."""

MOST = 2
"""People a label names."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_POSSESSIVE = re.compile(r"['’]s$|(?<=[a-z])s$")


def label_of_people(heading: str, language: str, authority: Authority) -> Label | None:
    """The known people a heading names, at most two, by their short English names; None where it names nobody."""
    found = dict.fromkeys(_people(heading, language, authority))
    names = [name for person in list(found)[:MOST] if (name := authority.label(person))]
    return Label(", ".join(names), ()) if names else None


def _people(heading: str, language: str, authority: Authority) -> Iterator[str]:
    """Ids of people in reading order, each by the longest name that stands there."""
    words, at = _WORD.findall(heading), 0
    while at < len(words):
        step = 1
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            person = _named(words[at : at + length], language, authority)
            if person is not None:
                yield person
                step = length
                break
        at += step


def _named(words: list[str], language: str, authority: Authority) -> str | None:
    """Who the words name, as written or without a genitive; in scripts with capitals each has one."""
    if any(word[0].islower() for word in words):
        return None
    last = _POSSESSIVE.sub("", words[-1])
    for name in dict.fromkeys((" ".join(words), " ".join([*words[:-1], last]))):
        person = authority.person_of(name, language)
        if person is not None and person.startswith("person:"):
            return person
    return None
