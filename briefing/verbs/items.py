"""ITEMS of a command line as articles' numbers: addresses and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.errors import NotFoundError, UsageError
from briefing.library import Library
from briefing.verbs.address import number_of_text, parse_address
from briefing.verbs.lookup import number_of

_RANGE = re.compile(r"([pP]?\d{1,15})-([pP]?\d{1,15})")


def numbers_of(library: Library, items: Iterable[str]) -> list[int]:
    """Numbers of the articles that the items name, each once, in the order named.

    An item is an article's address (`12`, `latest`, `next`) or a range (`12-20`: those of it that there are).

    Raises:
        AddressError, UsageError: an item is none of these, or names a part of an article.
        NotFoundError: nothing stands there.
    """
    return list(dict.fromkeys(number for item in items for number in _numbers(library, item)))


def _numbers(library: Library, item: str) -> Iterator[int]:
    match = _RANGE.fullmatch(item.strip())
    if match is None:
        yield _whole(library, item)
        return
    first, last = number_of_text(match[1]), number_of_text(match[2])
    if first > last:
        raise UsageError(f"'{item}' is a range that runs backwards.", f"Such as: {last}-{first}")
    found = library.numbers_between(first, last)
    if not found:
        raise NotFoundError("article", f"in {item}", "briefing list shows the numbers.")
    yield from found


def _whole(library: Library, text: str) -> int:
    """Number of the article an address names; a part of one cannot be marked."""
    address = parse_address(text)
    if address.version is not None or address.section is not None or address.quote is not None:
        raise UsageError(f"'{text}' names a part; only whole articles are marked.", "Such as: briefing star 12")
    return number_of(library, address)
