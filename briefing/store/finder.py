"""Finding the articles and quotes of a library that fit a query, the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.query import And, Field, Node, Not, Word
from briefing.store import unread
from briefing.store.conditions import Condition, asks_of_state, condition_of, joined
from briefing.store.database import failures_of
from briefing.store.expression import Match, is_loose, is_textual, match_of
from briefing.store.stateindex import StateIndex

_WEIGHTS = "10.0, 5.0, 1.0"
"""How much a word in title, headings and body counts for relevance."""


class Plan(NamedTuple):
    """Where the search begins, and what has to hold of what it comes by."""

    match: Match | None
    unread: bool
    condition: Condition


class Finder:
    """Queries on one library's file; the state is attached when a query asks of it.

    Methods raise StoreError.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, state: StateIndex | None) -> None:
        self._connection = connection
        self._path = path
        self._state = state
        self._library = 0
        connection.create_function("folded", 1, _folded, deterministic=True)
        connection.create_function("state_library", 0, lambda: self._library)

    def find(self, query: Node, limit: int | None = None, before: int | None = None) -> list[tuple[int, str]]:
        """Number and time of arrival of the articles that fit, the newest first; only numbers below `before`."""
        plan = plan_of(query)
        number, source, values = _source(plan)
        conditions = [plan.condition, *([Condition(f"{number} < ?", (before,))] if before is not None else [])]
        condition = joined("AND", conditions)
        sql = f"SELECT a.number, a.added FROM {source} AND {condition.sql} ORDER BY {number} DESC LIMIT ?"  # noqa: S608
        found = self._rows(query, sql, (*values, *condition.values, _most(limit)))
        return sorted(found, key=lambda row: (row[1], row[0]), reverse=True)

    def rank(self, query: Node, limit: int | None = None) -> list[tuple[int, str]]:
        """The same, the most relevant first (Okapi BM25); the newest first where the query asks for no words."""
        plan = plan_of(query, places=True)
        if plan.match is None:
            return self.find(query, limit)
        _, source, values = _source(plan)
        sql = (
            f"SELECT a.number, a.added FROM {source} AND {plan.condition.sql} "  # noqa: S608
            f"ORDER BY bm25(phrases, {_WEIGHTS}), a.number DESC LIMIT ?"
        )
        return self._rows(query, sql, (*values, *plan.condition.values, _most(limit)))

    def count(self, query: Node) -> int:
        """How many articles fit."""
        plan = plan_of(query)
        _, source, values = _source(plan)
        sql = f"SELECT count(*), '' FROM {source} AND {plan.condition.sql}"  # noqa: S608
        return int(self._rows(query, sql, (*values, *plan.condition.values))[0][0])

    def _rows(self, query: Node, sql: str, values: Sequence[object]) -> list[tuple[int, str]]:
        self.prepare(query)
        with failures_of(self._path):
            cursor = self._connection.cursor()
            # Plain tuples: of a hundred thousand rows the named ones cost four times as much.
            cursor.row_factory = None
            return cursor.execute(sql, values).fetchall()

    def prepare(self, query: Node) -> None:
        """Attaches the state, up to date, if the query asks of it."""
        if self._state and asks_of_state(query):
            with failures_of(self._path):
                self._state.attach(self._connection)
                self._library = unread.resolve(self._connection, self._path)


def plan_of(query: Node, *, places: bool = False) -> Plan:
    """How to search: from the full-text index if words are asked for, else from the unread, else from all articles.

    With `places` the words are looked for where they stand, which relevance needs.
    """
    parts = query.parts if isinstance(query, And) else (query,)
    textual = [part for part in parts if is_textual(part)]
    unwanted = [part for part in parts if isinstance(part, Not) and is_textual(part.part)]
    if not textual:
        rest = [part for part in parts if part != Field("is", "unread")]
        return Plan(None, len(rest) < len(parts), joined("AND", map(condition_of, rest)))
    if places or not all(map(is_loose, textual)):
        # Beginnings of words have an index of their own.
        textual = [part for part in textual if not (isinstance(part, Word) and part.prefix)] or textual
        places = True
    match = match_of(And((*textual, *unwanted)), places=places)
    rest = [part for part in parts if part not in textual and part not in unwanted]
    return Plan(match, False, joined("AND", map(condition_of, rest)))


def _source(plan: Plan) -> tuple[str, str, tuple[object, ...]]:
    """The column that is walked backwards, and what stands behind FROM, up to a condition."""
    if plan.match:
        table = plan.match.table
        joined_to = f"{table} CROSS JOIN articles AS a ON a.number = {table}.rowid WHERE {table} MATCH ?"
        return f"{table}.rowid", joined_to, (plan.match.expression,)
    if plan.unread:
        walked = "state.unread AS u CROSS JOIN articles AS a ON a.number = u.number WHERE u.library = state_library()"
        return "u.number", walked, ()
    return "a.number", "articles AS a WHERE 1", ()


def _most(limit: int | None) -> int:
    """SQLite takes a negative limit for none."""
    return -1 if limit is None else limit


def _folded(name: str | None) -> str | None:
    from briefing.text.fold import fold

    return None if name is None else fold(name)
