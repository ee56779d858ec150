"""A user's list of people as text: who two names are, and the list with that added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.text.knowledge.authority import FIXED, columns_of, parse
from briefing.text.knowledge.lexicon import LANGUAGES

if TYPE_CHECKING:
    from briefing.text.knowledge.authority import Authority

_NO_NAME = re.compile(r"[\t\r\n|]")
_SHORTEST = 2
"""Letters of the shortest name; one letter is a slip or an initial, which may be anybody's."""

_NO_SLUG = re.compile(r"[^a-z0-9]+")


def joint_id(first: str, second: str, authority: Authority) -> str:
    """The id for two names of one person: the known one's, else a new one made from the name.

    Raises:
        UsageError: a name has no two letters, means several people, or the two are known as different ones.
    """
    known = [_only(name, authority) for name in (first, second)]
    found = {identifier for identifier in known if identifier}
    if len(found) == 2:
        one, other = known
        raise UsageError(f"'{first}' is {one} and '{second}' is {other}: two people that are known apart.")
    return found.pop() if found else _new_id(first, second)


def with_names(table: str, identifier: str, label: str, names: tuple[str, ...], file: str) -> str:
    """The list with names for an id added, each in the columns of its script. Raises DataError for a wrong list."""
    header, rows = parse(table, file) if table else ((*FIXED, *LANGUAGES), ())
    every = (*header, *(language for language in LANGUAGES if language not in header))
    lines = [row + [""] * (len(every) - len(row)) for row in rows]
    row = next((line for line in lines if line[0] == identifier), None)
    if row is None:
        row = [identifier, label, *[""] * (len(every) - 2)]
        lines.append(row)
    for name in names:
        for column in columns_of(name):
            at = every.index(column)
            row[at] = "|".join(dict.fromkeys(filter(None, (*row[at].split("|"), name))))
    return "\n".join("\t".join(line) for line in ([*every], *lines)) + "\n"


def _only(name: str, authority: Authority) -> str | None:
    """The one id a name is known by; None for nobody."""
    if sum(map(str.isalpha, name)) < _SHORTEST or _NO_NAME.search(name):
        raise UsageError(f"'{name}' is no name.", "Such as: briefing speakers merge 'Jane Roe' 'J. M. Roe'")
    found = authority.called(name)
    if len(found) > 1:
        raise UsageError(f"'{name}' can be several: {', '.join(sorted(found))}.", "Give the full name or the id.")
    return next(iter(found), None)


def _new_id(first: str, second: str) -> str:
    slugs = (_NO_SLUG.sub("-", name.casefold()).strip("-") for name in (first, second))
    slug = next(filter(None, slugs), "") or "x" + "-".join(f"{ord(char):x}" for char in first if char.isalnum())
    return f"person:{slug}"
