"""The reading state as SQL tables beside the library's, so that one query can ask for both.

A throw-away copy: the state's file stays the truth, and the copy is brought up to date before it is asked.
Marks stand under the content key they were given to; an article's other keys are in the library's table `keys`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.store.statefile import StateFile

SCHEMA = "state"
"""Name of the attached schema."""

_TABLES = """
CREATE TABLE IF NOT EXISTS {schema}.marks (
    key TEXT PRIMARY KEY, read INTEGER, read_at TEXT, starred INTEGER, starred_at TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS {schema}.tags (key TEXT, tag TEXT, at TEXT, PRIMARY KEY (tag, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS {schema}.notes (id TEXT PRIMARY KEY, key TEXT, text TEXT, at TEXT);
"""


class StateIndex:
    """The SQL form of one state file."""

    def __init__(self, state_file: Path) -> None:
        self._file = StateFile(state_file)

    def attach(self, connection: sqlite3.Connection) -> None:
        """Makes the schema `state` available on a connection, up to date; once more to bring it up to date again.

        Raises:
            StoreError: the state cannot be read.
        """
        if SCHEMA not in {row[1] for row in connection.execute("PRAGMA database_list")}:
            connection.execute(f"ATTACH ':memory:' AS {SCHEMA}")
        for statement in filter(str.strip, _TABLES.format(schema=SCHEMA).split(";\n")):
            connection.execute(statement)
        self._fill(connection)

    def _fill(self, connection: sqlite3.Connection) -> None:
        for table in ("marks", "tags", "notes"):
            connection.execute(f"DELETE FROM {SCHEMA}.{table}")  # noqa: S608
        for name, documents in (self._file.read() or {}).items():
            if len(name) == 2:
                connection.executemany(
                    f"INSERT INTO {SCHEMA}.marks VALUES (?,?,?,?,?)",  # noqa: S608
                    [_marks(key, document) for key, document in documents.items()],
                )
                tags = [row for key, document in documents.items() for row in _tags(key, document)]
                connection.executemany(f"INSERT INTO {SCHEMA}.tags VALUES (?,?,?)", tags)  # noqa: S608


def _marks(key: str, document: dict[str, Any]) -> tuple[object, ...]:
    read, starred = document.get("read") is True, document.get("starred") is True
    return key, int(read), document.get("read_at"), int(starred), document.get("starred_at")


def _tags(key: str, document: dict[str, Any]) -> Iterator[tuple[str, str, object]]:
    for field, at in document.items():
        if field.startswith("tag:"):
            yield key, field.removeprefix("tag:"), at
