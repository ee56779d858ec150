"""The query of a command line: its words, and flags that stand for terms of the query language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.errors import UsageError
from briefing.query.fields import FIELDS, objection
from briefing.query.parser import parse
from briefing.query.tree import EVERYTHING, Field, Node, all_of


def query_of(words: Sequence[str], terms: Mapping[str, Sequence[str]] | None = None) -> Node:
    """What the words ask for and each value of every field in `terms`; all articles if there is nothing.

    Raises:
        QueryError: the words are no query.
        UsageError: a term has a value that its field cannot take.
    """
    fields = [_term(name, value) for name, values in (terms or {}).items() for value in values]
    return all_of(part for part in (parse(" ".join(words)), *fields) if part != EVERYTHING)


def _term(name: str, value: str) -> Field:
    reason = objection(name, value)
    if reason:
        raise UsageError(f"{reason}.", f"In a query it would be such as {FIELDS[name]}")
    return Field(name, value)
