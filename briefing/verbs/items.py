"""ITEMS of a command line as articles' numbers: addresses and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing.errors import NotFoundError, UsageError
from briefing.library import Library
from briefing.text.clean import clean_line
from briefing.verbs.address import number_of_text, parse_address
from briefing.verbs.lookup import number_of

if TYPE_CHECKING:
    from briefing.query.tree import Node

_RANGE = re.compile(r"([pP]?\d{1,15})-([pP]?\d{1,15})")


def numbers_of(library: Library, items: Iterable[str], query: str | None = None) -> list[int]:
    """Numbers of the articles that the items name or the query finds, each once, in the order named.

    An item is an article's address (`12`, `latest`, `next`) or a range (`12-20`: those of it that there are). A query
    may find nothing.

    Raises:
        AddressError, UsageError: an item is none of these, or names a part of an article; or there is no item at all;
            or the query says nothing, and so would mean all.
        QueryError: the query does not follow the grammar.
        NotFoundError: nothing stands there.
    """
    named = list(items)
    if not named and query is None:
        raise UsageError("No article is named.", "Name some (12 14-20 latest), or find them: --query is:unread")
    found = [number for item in named for number in _numbers(library, item)]
    if query is not None:
        found += [number for number, _ in library.found(_condition(query))]
    return list(dict.fromkeys(found))


def _condition(query: str) -> Node:
    """The tree of a query that asks for something."""
    from briefing.query.parser import parse
    from briefing.query.tree import EVERYTHING

    node = parse(query)
    if node == EVERYTHING:
        hint = (
            "Write what they have in common, such as --query 'is:unread older:2w', or mean all: 'is:read OR is:unread'"
        )
        raise UsageError(f"The query '{clean_line(query)}' holds no word and no condition.", hint)
    return node


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
