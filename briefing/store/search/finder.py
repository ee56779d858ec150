"""Finding the articles and quotes of a library that fit a query, the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.query.tree import Node
from briefing.store.search import unread
from briefing.store.search.condition import Condition, joined
from briefing.store.search.conditions import asks_of_state
from briefing.store.search.names import ColumnNames
from briefing.store.search.plan import Plan, plan_of
from briefing.store.search.spoken import AS_ANALYSED, SpokenTable
from briefing.store.search.stateindex import StateIndex
from briefing.store.sqlite.database import failures_of

_WEIGHTS = "10.0, 5.0, 1.0"
"""How much a word in title, headings and body counts for relevance."""

Arrival = tuple[int, str]
"""An article's number and the time it came in."""


class Finder:
    """Queries on one library's file; the state is attached when a query asks of it. Methods raise StoreError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, state: StateIndex, spoken: SpokenTable) -> None:
        self._connection = connection
        self._path = path
        self._state = state
        self._spoken_table = spoken
        self._spoken = AS_ANALYSED
        self._library = 0
        self._names = ColumnNames(connection)
        connection.create_function("folded", 1, _folded, deterministic=True)
        connection.create_function("state_library", 0, lambda: self._library)

    def find(self, query: Node, limit: int | None = None, before: int | None = None) -> list[Arrival]:
        """The articles that fit, the newest first; only numbers below `before`."""
        plan = self._plan(query)
        bound = [Condition(f"{plan.walked} < ?", (before,))] if before is not None else []
        condition = joined("AND", [plan.condition, *bound])
        sql = f"SELECT a.number, a.added FROM {plan.source} WHERE {condition.sql} ORDER BY {plan.walked} DESC LIMIT ?"  # noqa: S608
        found = self._rows(query, sql, (*condition.values, _most(limit)))
        return sorted(found, key=lambda row: (row[1], row[0]), reverse=True)

    def dated(self, query: Node, limit: int | None = None) -> list[Arrival]:
        """Number and date of the articles that fit, the newest date first; an undated one has that of its arrival."""
        plan = self._plan(query)
        what = "a.number, coalesce(a.published, a.added) AS dated"
        sql = f"SELECT {what} FROM {plan.source} WHERE {plan.condition.sql} ORDER BY dated DESC, a.number DESC LIMIT ?"  # noqa: S608
        return self._rows(query, sql, (*plan.condition.values, _most(limit)))

    def rank(self, query: Node, limit: int | None = None) -> list[Arrival]:
        """The same, the most relevant first (Okapi BM25); the newest first where the query asks for no whole words."""
        plan = self._plan(query, places=True)
        if not plan.walked.startswith("phrases"):
            return self.find(query, limit)
        sql = (
            f"SELECT a.number, a.added FROM {plan.source} WHERE {plan.condition.sql} "  # noqa: S608
            f"ORDER BY bm25(phrases, {_WEIGHTS}), a.number DESC LIMIT ?"
        )
        return self._rows(query, sql, (*plan.condition.values, _most(limit)))

    def quotes(self, query: Node, limit: int | None = None) -> list[tuple[int, int, int]]:
        """(article, version, quote number) of the quotes that fit, the newest article first, in reading order."""
        plan = self._plan(query, quotes=True)
        what, order = "q.article, q.version, q.number", f"ORDER BY {plan.walked} DESC, q.start, q.number LIMIT ?"
        return self._of(query, plan, what, self._spoken.quotes, order, _most(limit))

    def topics(self, query: Node, limit: int | None = None) -> list[tuple[str, int, int, str]]:
        """(label, articles, sections, newest arrival) of the sections in articles that fit, the most frequent first."""
        plan, label = self._plan(query), self._spoken.label
        what = f"{label} AS said, count(DISTINCT a.number) AS articles, count(*), max(a.added)"
        group = f"AND {label} IS NOT NULL GROUP BY said ORDER BY articles DESC, max(a.added) DESC, said LIMIT ?"
        return self._of(query, plan, what, self._spoken.sections, group, _most(limit))

    def speakers(self, query: Node, limit: int | None = None) -> list[tuple[str, int, int, str]]:
        """(speaker, articles, quotes, newest arrival) of the quotes that fit, the most frequent first."""
        plan = self._plan(query, quotes=True)
        what = f"{self._spoken.speaker} AS name, count(DISTINCT a.number), count(*) AS quotes, max(a.added)"
        order = "GROUP BY name ORDER BY quotes DESC, max(a.added) DESC, name LIMIT ?"
        group = f"AND {self._spoken.speaker} IS NOT NULL {order}"
        return self._of(query, plan, what, self._spoken.quotes, group, _most(limit))

    def counted(self, query: Node, column: str) -> list[tuple[Any, int]]:
        """Each value of a column of articles, and how many of those that fit have it, the most frequent first."""
        plan = self._plan(query)
        sql = f"SELECT a.{column}, count(*) FROM {plan.source} WHERE {plan.condition.sql} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
        return self._rows(query, sql, plan.condition.values)

    def sums(self, query: Node) -> tuple[Any, ...]:
        """Articles, headed sections, first and last arrival of what fits."""
        plan = self._plan(query)
        what = "count(*), coalesce(sum(a.sections), 0), min(a.added), max(a.added)"
        sql = f"SELECT {what} FROM {plan.source} WHERE {plan.condition.sql}"  # noqa: S608
        (row,) = self._rows(query, sql, plan.condition.values)
        return tuple(row)

    def evidence(self, query: Node) -> dict[str, int]:
        """How many quotes of articles that fit have their speaker from where."""
        plan = self._plan(query)
        what = f"{self._spoken.evidence}, count(*)"
        return dict(self._of(query, plan, what, self._spoken.quotes, "GROUP BY 1"))

    def _plan(self, query: Node, *, places: bool = False, quotes: bool = False) -> Plan:
        with failures_of(self._path):
            self._spoken = self._names.spoken = self._spoken_table.present()
            return plan_of(query, self._names, places=places, quotes=quotes)

    def _of(self, query: Node, plan: Plan, what: str, table: str, end: str, *values: object) -> list[Any]:
        """Values of rows that belong to articles."""
        sql = f"SELECT {what} FROM {plan.source} CROSS JOIN {table} WHERE {plan.condition.sql} {end}"  # noqa: S608
        return self._rows(query, sql, (*plan.condition.values, *values))

    def _rows(self, query: Node, sql: str, values: Sequence[object]) -> list[Any]:
        with failures_of(self._path):
            if asks_of_state(query):
                self._state.attach(self._connection)
                self._library = unread.resolve(self._connection, self._path)
            cursor = self._connection.cursor()
            # Plain tuples: of a hundred thousand rows the named ones cost four times as much.
            cursor.row_factory = None
            return cursor.execute(sql, values).fetchall()


def _most(limit: int | None) -> int:
    """SQLite takes a negative limit for none."""
    return -1 if limit is None else limit


def _folded(name: str | None) -> str | None:
    from briefing.text.fold import fold

    return None if name is None else fold(name)
