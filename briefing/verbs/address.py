"""Addresses: how a user names an article, a section or a quote, safe in every shell.

12  latest  next        an article by number, the newest, the first unread
p12                     the reader's own article 12, beside a shared library
12@1                    its version 1
12.1  12/kashmir        a section by index, by label or heading
12q4  12@1q4            a quote by number
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from briefing.errors import AddressError
from briefing.model import PERSONAL, PersonalNumber

Pointer = Literal["latest", "next"]
"""An article named by its place: the newest arrival, or the first unread one."""

_ADDRESS = re.compile(
    r"(?P<article>[pP]?\d{1,15}|latest|next)(?:@(?P<version>\d{1,9}))?"
    r"(?:\.(?P<index>\d{1,6})|/(?P<name>[^/]+)|q(?P<quote>\d{1,9}))?"
)
_URL = re.compile(r"https?://", re.IGNORECASE)


class Address(NamedTuple):
    """A parsed address; at most one of `section` and `quote` is given."""

    article: int | Pointer
    version: int | None = None
    section: int | str | None = None
    """Index, or words of the label or heading."""
    quote: int | None = None


def parse_address(text: str) -> Address:
    """The address a text spells; digits of any script count.

    Raises:
        AddressError: the text does not follow the grammar.
    """
    match = _ADDRESS.fullmatch(text.strip())
    if match is None:
        raise AddressError(text)
    article = match["article"]
    index = match["index"]
    return Address(
        article=article if article in ("latest", "next") else number_of_text(article),  # type: ignore[arg-type]
        version=int(match["version"]) if match["version"] else None,
        section=int(index) if index else match["name"],
        quote=int(match["quote"]) if match["quote"] else None,
    )


def number_of_text(text: str) -> int:
    """The number that `12`, `p12` or, as JSON has it, `1000000012` spells."""
    number = int(text[1:]) + PERSONAL if text[0] in "pP" else int(text)
    return PersonalNumber(number) if number > PERSONAL else number


def is_source(text: str) -> bool:
    """Whether a text names something to read (URL, path, `-`) and not a stored article.

    What fits the grammar of addresses is an address; write `./12` for a file of that name.
    """
    if text == "-" or _URL.match(text):
        return True
    return _ADDRESS.fullmatch(text.strip()) is None and ("/" in text or "." in text)
