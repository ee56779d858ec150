"""Articles that were removed: kept whole for a while, so that they can come back under their numbers.

All rows of an article go into one record, whatever tables they stood in, so that nothing else in the library
has to know that there is a trash. Its content keys stay behind for good: what was removed does not come in
again by itself with the next sync.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from briefing.store.sqlite import fulltext
from briefing.store.sqlite.database import failures_of, transaction

Reason = Literal["asked", "age"]
"""Somebody removed the article, or it had become too old."""


class Removed(NamedTuple):
    """An article in the trash."""

    number: int
    id: str
    title: str
    at: str
    """When it was removed, RFC 3339 in UTC."""
    reason: Reason


class Trash:
    """The trash of one library file. Methods raise StoreError when it cannot be read or written."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def discard(self, number: int, at: str, reason: Reason) -> bool:
        """Moves an article with all its versions into the trash; False if there is none with this number."""
        with self._writing() as connection:
            if connection.execute("SELECT 1 FROM articles WHERE number = ?", (number,)).fetchone() is None:
                return False
            fulltext.unindex(connection, number)
            held = {table: _rows(connection, table, column, number) for table, column in _tables(connection)}
            (record,) = held["articles"]
            row = (number, record["id"], record["title"], at, reason, _packed(held))
            connection.execute("INSERT INTO trash VALUES (?, ?, ?, ?, ?, ?)", row)
            query = "INSERT OR REPLACE INTO removed_keys SELECT key, article FROM keys WHERE article = ?"
            connection.execute(query, (number,))
            connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        return True

    def bring_back(self, number: int) -> bool:
        """Puts an article back where it was; False if it is not in the trash, or has come in anew meanwhile."""
        with self._writing() as connection:
            query = "SELECT rows FROM trash WHERE number = ? AND id NOT IN (SELECT id FROM articles)"
            found = connection.execute(query, (number,)).fetchone()
            if found is None:
                return False
            held = json.loads(zlib.decompress(found["rows"]))
            for table, _ in _tables(connection):
                _insert(connection, table, held.get(table, []))
            fulltext.index(connection, number)
            # Whoever keeps account of what is unread has to look at it again.
            connection.execute("INSERT INTO aliased (article) VALUES (?)", (number,))
            connection.execute("DELETE FROM trash WHERE number = ?", (number,))
            connection.execute("DELETE FROM removed_keys WHERE number = ?", (number,))
        return True

    def contents(self) -> list[Removed]:
        """What is in the trash, the last removed first."""
        with failures_of(self._path):
            query = "SELECT number, id, title, at, reason FROM trash ORDER BY at DESC, number DESC"
            return [Removed(*row) for row in self._connection.execute(query)]

    def empty(self, before: str | None = None) -> int:
        """Deletes for good what was removed before a moment, or everything; how many articles that were."""
        with self._writing() as connection:
            return connection.execute("DELETE FROM trash WHERE ?1 IS NULL OR at < ?1", (before,)).rowcount

    def number_of(self, key: str) -> int | None:
        """The number that the removed article with this content key had."""
        with failures_of(self._path):
            query = "SELECT number FROM removed_keys WHERE key = ?"
            found = self._connection.execute(query, (key,)).fetchone()
        return found["number"] if found else None

    def forget(self, number: int) -> None:
        """Lets the removed article that had this number come in again, as a new one."""
        with self._writing() as connection:
            connection.execute("DELETE FROM removed_keys WHERE number = ?", (number,))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._connection, self._path):
            yield self._connection


def referring_tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Tables whose rows go with an article, each with the column that names it."""
    return [
        (row["name"], row["from"])
        for row in connection.execute(
            'SELECT m.name, k."from" FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS k '
            "WHERE m.type = 'table' AND k.\"table\" = 'articles' AND k.on_delete = 'CASCADE'"
        )
    ]


def _tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The table of articles and those that refer to it."""
    return [("articles", "number"), *referring_tables(connection)]


def _rows(connection: sqlite3.Connection, table: str, column: str, number: int) -> list[dict[str, Any]]:
    """An article's rows of one table."""
    found = connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (number,))  # noqa: S608
    return [dict(row) for row in found]


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Puts rows back; columns that the table has no more are left out, new ones take their defaults."""
    present = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
    for row in rows:
        kept = {name: _bytes(value) for name, value in row.items() if name in present}
        names, marks = ",".join(kept), ",".join("?" * len(kept))
        connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", tuple(kept.values()))  # noqa: S608


def _packed(held: dict[str, list[dict[str, Any]]]) -> bytes:
    """Rows as they are kept: compressed JSON, bytes in base 64."""
    text = json.dumps(held, ensure_ascii=False, default=lambda blob: {"base64": base64.b64encode(blob).decode()})
    return zlib.compress(text.encode())


def _bytes(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value
