"""The reading state as rows of SQL tables: from whole documents, and from what a journal says was done to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.store.state.articlestate import TAG, note_of, tags_of
from briefing.store.state.operations import Document, Operation, Table

TABLES = """
CREATE TABLE {schema}.marks (
    key TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, read_at TEXT, starred INTEGER NOT NULL DEFAULT 0,
    starred_at TEXT
) WITHOUT ROWID;
CREATE TABLE {schema}.tags (key TEXT, tag TEXT, at TEXT, PRIMARY KEY (tag, key)) WITHOUT ROWID;
CREATE INDEX {schema}.tags_by_key ON tags (key);
CREATE TABLE {schema}.notes (id TEXT PRIMARY KEY, key TEXT, text TEXT, at TEXT);
CREATE INDEX {schema}.notes_by_key ON notes (key);
"""

_MARKS = ("read", "read_at", "starred", "starred_at")
_NOTES = "notes-"


def is_mirrored(table: str) -> bool:
    """Whether a table of the state has rows here: articles' own documents (`ab`), and notes (`notes-ab`)."""
    return len(table) == 2 or table.startswith(_NOTES)


class StateRows:
    """The rows in one schema of a connection. Methods raise sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection, schema: str) -> None:
        self._connection = connection
        self._schema = schema
        self._upserts: dict[tuple[str, ...], str] = {}

    def replace(self, name: str, table: Table) -> None:
        """All rows of a table anew."""
        self._drop(name)
        if name.startswith(_NOTES):
            notes = [row for key, document in table.items() if (row := _note_row(key, document))]
            self._run_many("INSERT INTO {}.notes VALUES (?,?,?,?)", notes)
            return
        rows = [(key, *(_value(field, document.get(field)) for field in _MARKS)) for key, document in table.items()]
        self._run_many("INSERT INTO {}.marks VALUES (?,?,?,?,?)", rows)
        tags = [(key, tag, at) for key, document in table.items() for tag, at in tags_of(document).items()]
        self._run_many("INSERT INTO {}.tags VALUES (?,?,?)", tags)

    def apply(self, operations: Iterable[Operation]) -> None:
        """What operations on mirrored tables change; to be given all that were done since the rows were made."""
        for operation in operations:
            if len(operation) == 1:
                self._drop(operation[0])
            elif operation[0].startswith(_NOTES):
                self._apply_to_note(operation)
            else:
                self._apply_to_marks(operation)

    def _apply_to_note(self, operation: Operation) -> None:
        """Fields of a note change, or it goes."""
        key = operation[1]
        found = self._run("SELECT key, text, at FROM {}.notes WHERE id = ?", key).fetchone()
        self._run("DELETE FROM {}.notes WHERE id = ?", key)
        if len(operation) > 2:
            gone = dict.fromkeys(operation[3] if len(operation) > 3 else ())
            known = dict(zip(("key", "text", "at"), found or (), strict=False))
            if row := _note_row(key, {**known, **operation[2], **gone}):
                self._run("INSERT INTO {}.notes VALUES (?,?,?,?)", *row)

    def _apply_to_marks(self, operation: Operation) -> None:
        key = operation[1]
        if len(operation) == 2:
            self._run("DELETE FROM {}.marks WHERE key = ?", key)
            self._run("DELETE FROM {}.tags WHERE key = ?", key)
            return
        fields = {**operation[2], **dict.fromkeys(operation[3] if len(operation) > 3 else ())}
        marks = {field: _value(field, fields[field]) for field in _MARKS if field in fields}
        self._connection.execute(self._upsert(tuple(marks)), (key, *marks.values()))
        for tag, at in _tag_changes(fields):
            self._run("DELETE FROM {}.tags WHERE tag = ? AND key = ?", tag, key)
            if at is not None:
                self._run("INSERT INTO {}.tags VALUES (?,?,?)", key, tag, at)

    def _upsert(self, fields: tuple[str, ...]) -> str:
        """The statement that sets these marks of an article, which may have none yet."""
        if fields not in self._upserts:
            columns, values = "".join(f", {field}" for field in fields), ", ?" * len(fields)
            updates = ", ".join(f"{field} = excluded.{field}" for field in fields)
            then = f"UPDATE SET {updates}" if fields else "NOTHING"
            self._upserts[fields] = (
                f"INSERT INTO {self._schema}.marks (key{columns}) VALUES (?{values}) ON CONFLICT (key) DO {then}"  # noqa: S608
            )
        return self._upserts[fields]

    def _drop(self, name: str) -> None:
        """All rows of a table go; its keys are those that begin with its two digits."""
        for table in ("notes",) if name.startswith(_NOTES) else ("marks", "tags"):
            span = name[-2:], name[-2:] + "\U0010ffff"
            self._run(f"DELETE FROM {{}}.{table} WHERE key >= ? AND key < ?", *span)  # noqa: S608

    def _run(self, statement: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(statement.format(self._schema), values)

    def _run_many(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        self._connection.executemany(statement.format(self._schema), rows)


def _value(field: str, value: object) -> object:
    """A field as its column holds it: a flag as 0 or 1, a time as text or NULL."""
    if field.endswith("_at"):
        return value if isinstance(value, str) else None
    return int(value is True)


def _tag_changes(fields: Document) -> Iterator[tuple[str, str | None]]:
    """Tags with their times, None for one that was taken away."""
    for name, at in fields.items():
        if name.startswith(TAG):
            yield name.removeprefix(TAG), at if isinstance(at, str) else None


def _note_row(key: str, document: Document) -> tuple[str, str, str, str] | None:
    note, article = note_of(document), document.get("key")
    return (key, article, note.text, note.at) if note and isinstance(article, str) else None
