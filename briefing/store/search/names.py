"""The different names a library's columns hold: speakers, labels, sources."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from briefing.store.search.spoken import AS_ANALYSED

COMMON = 2000
"""Rows from which on a name is common."""


class ColumnNames:
    """Looks at each different value of an indexed column once: a walk along the index from one to the next."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.spoken = AS_ANALYSED
        """Where speakers stand."""

    def having(self, table: str, column: str, part: str) -> list[str]:
        """Different values of a column that hold a folded part."""
        walk = (
            f"WITH RECURSIVE names (name) AS (SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL UNION ALL "  # noqa: S608
            f"SELECT (SELECT min({column}) FROM {table} WHERE {column} > name) FROM names WHERE name IS NOT NULL) "
            "SELECT name FROM names WHERE instr(folded(name), ?)"
        )
        return [row[0] for row in self._connection.execute(walk, (part,))]

    def speaking(self, name: str) -> list[str]:
        """Speakers whose name holds a part, and those who are the same persons by whatever name: Lavrov, لافروف."""
        from briefing.text.fold import fold
        from briefing.text.knowledge.authority import known

        found = [who for table in self.spoken.tables for who in self.having(table, "speaker", fold(name))]
        same = [speaker for speaker in found if fold(speaker) == fold(name)]
        persons = {*known().called(name), *self._across("person", "speaker", same)}
        return list(dict.fromkeys((*found, *self._across("speaker", "person", sorted(persons)))))

    def _across(self, wanted: str, column: str, values: Sequence[str]) -> list[str]:
        """What quotes with one of the values in a column hold in another."""
        listed, among = json.dumps(values), "IN (SELECT value FROM json_each(?))"
        queries = (
            f"SELECT DISTINCT {wanted} FROM {table} WHERE {column} {among} AND {wanted} IS NOT NULL"  # noqa: S608
            for table in (self.spoken.tables if values else ())
        )
        return [row[0] for query in queries for row in self._connection.execute(query, (listed,))]

    def are_common(self, table: str, column: str, names: Sequence[str]) -> bool:
        """Whether at least `COMMON` rows bear one of the names."""
        query = f"SELECT 1 FROM {table} WHERE {column} IN (SELECT value FROM json_each(?)) LIMIT {COMMON}"  # noqa: S608
        return len(self._connection.execute(query, (json.dumps(names),)).fetchall()) == COMMON
