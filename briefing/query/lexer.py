"""Tokens of a query: brackets, operators, phrases, fields with their values, and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefing.errors import QueryError
from briefing.query.notation import BARE, MARKS

Kind = Literal["(", ")", "or", "and", "not", "field", "word", "phrase", "end"]

_BLANK = re.compile(r"\s+")
_NEGATED = re.compile(r"[^\s)]")
"""What a minus sign may stand before; alone it is a dash."""
_NAME = re.compile(r"([A-Za-z]+):(?!//)")
_OPERATORS: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not"}


class Token(NamedTuple):
    """A piece of a query: the text that counts, and where it stands (code points, end exclusive)."""

    kind: Kind
    text: str
    start: int
    end: int
    name: str = ""
    """A field's name in lower case; `text` is its value."""


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query, the last one of kind `end`. Words without a letter or digit are left out.

    Raises:
        QueryError: a quotation mark is never closed.
    """
    at = 0
    while at < len(query):
        if blank := _BLANK.match(query, at):
            at = blank.end()
            continue
        token = _token(query, at)
        at = token.end
        if token.kind != "word" or any(map(str.isalnum, token.text)):
            yield token
    yield Token("end", "", at, at)


def _token(query: str, at: int) -> Token:
    """The token that begins at an offset."""
    char = query[at]
    if char in "()":
        return Token("(" if char == "(" else ")", char, at, at + 1)
    if char in MARKS:
        return _phrase(query, at)
    if char == "-" and _NEGATED.match(query, at + 1):
        return Token("not", char, at, at + 1)
    return _field(query, at) or _word(query, at)


def _phrase(query: str, at: int) -> Token:
    """What stands in quotation marks."""
    closing = next((index for index in range(at + 1, len(query)) if query[index] in MARKS[query[at]]), None)
    if closing is None:
        raise QueryError(query, at + 1, 1, f"The mark {query[at]} is never closed", "Close it, or leave it out.")
    return Token("phrase", query[at + 1 : closing], at, closing + 1)


def _field(query: str, at: int) -> Token | None:
    """A name before a colon with the value behind it, bare or in marks; `not:` is an operator."""
    match = _NAME.match(query, at)
    if match is None:
        return None
    name, after = match[1].lower(), match.end()
    if name == "not":
        return Token("not", match[0], at, after)
    if query[after : after + 1] in MARKS:
        value = _phrase(query, after)
        return Token("field", value.text, at, value.end, name)
    bare = BARE.match(query, after)
    return Token("field", bare[0] if bare else "", at, bare.end() if bare else after, name)


def _word(query: str, at: int) -> Token:
    """An operator, or a word with whatever is written onto it."""
    run = BARE.match(query, at)
    assert run
    return Token(_OPERATORS.get(run[0], "word"), run[0], at, run.end())
