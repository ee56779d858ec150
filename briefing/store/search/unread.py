"""Which articles of a library are unread, by number: what lets `is:unread` begin at the newest and stop.

Beside the state's index (see `stateindex`) stands a table of unread numbers for each library that was asked for.
It follows what has changed since: arrivals, articles that got another key, and keys whose marks were changed,
which triggers on `state.marks` write down.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

_TABLES = """
CREATE TABLE IF NOT EXISTS state.libraries (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, number INTEGER, alias INTEGER, change INTEGER
);
CREATE TABLE IF NOT EXISTS state.unread (library INTEGER, number INTEGER, PRIMARY KEY (library, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state.changed (sequence INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS state.mark_made AFTER INSERT ON marks BEGIN
    INSERT INTO changed (key) VALUES (new.key); END;
CREATE TRIGGER IF NOT EXISTS state.mark_changed AFTER UPDATE OF read ON marks WHEN new.read IS NOT old.read BEGIN
    INSERT INTO changed (key) VALUES (new.key); END;
CREATE TRIGGER IF NOT EXISTS state.mark_dropped AFTER DELETE ON marks WHEN old.read BEGIN
    INSERT INTO changed (key) VALUES (old.key); END;
CREATE INDEX IF NOT EXISTS state.starred_marks ON marks (key) WHERE starred;
"""

_READ = (
    "EXISTS (SELECT 1 FROM main.keys CROSS JOIN state.marks ON marks.key = keys.key "
    "WHERE keys.article = articles.number AND marks.read)"
)
_UNREAD = (
    "number NOT IN (SELECT keys.article FROM state.marks CROSS JOIN main.keys ON keys.key = marks.key WHERE marks.read)"
)
"""The opposite, asked of all articles at once: marks and keys are walked in the same order, side by side."""

_TOUCHED = (
    "SELECT number FROM main.articles WHERE number > :number "
    "UNION SELECT article FROM main.aliased WHERE sequence > :alias "
    "UNION SELECT article FROM state.changed CROSS JOIN main.keys ON keys.key = changed.key WHERE sequence > :change"
)


class _Seen(NamedTuple):
    """How far the table of a library has followed: the last number, alias and change of a mark."""

    number: int
    alias: int
    change: int


def resolve(connection: sqlite3.Connection, path: Path) -> int:
    """Brings the unread numbers of the library at `path` up to date; returns the library's id in `state.unread`.

    The schema `state` has to be attached.
    """
    if connection.execute("SELECT 1 FROM state.sqlite_master WHERE name = 'starred_marks'").fetchone() is None:
        for statement in filter(str.strip, _TABLES.split(";\n")):
            connection.execute(statement)
    status = path.stat()
    place = f"{status.st_dev}:{status.st_ino}:{path.resolve()}"
    known = connection.execute("SELECT id, number, alias, change FROM state.libraries WHERE place = ?", (place,))
    row = known.fetchone()
    present = _present(connection)
    if row is None:
        return _fill(connection, place, present)
    library, seen = int(row[0]), _Seen(*row[1:])
    if seen != present:
        _follow(connection, library, seen, present)
    return library


def _present(connection: sqlite3.Connection) -> _Seen:
    row = connection.execute(
        "SELECT coalesce(max(number), 0), (SELECT coalesce(max(sequence), 0) FROM main.aliased), "
        "(SELECT coalesce(max(sequence), 0) FROM state.changed) FROM main.articles"
    )
    return _Seen(*row.fetchone())


def _fill(connection: sqlite3.Connection, place: str, present: _Seen) -> int:
    """Looks at every article; forgets libraries that are gone."""
    connection.execute("BEGIN")
    connection.execute("DELETE FROM state.libraries WHERE place = ?", (place,))
    library = connection.execute(
        "INSERT INTO state.libraries (place, number, alias, change) VALUES (?, ?, ?, ?)", (place, *present)
    ).lastrowid
    connection.execute("DELETE FROM state.unread WHERE library = ?", (library,))
    connection.execute(
        f"INSERT INTO state.unread SELECT ?, number FROM main.articles WHERE {_UNREAD} ORDER BY number",  # noqa: S608
        (library,),
    )
    connection.execute("COMMIT")
    return int(library or 0)


def _follow(connection: sqlite3.Connection, library: int, seen: _Seen, present: _Seen) -> None:
    """Looks at what has come in or was touched since."""
    since = {"library": library, **seen._asdict()}
    connection.execute("BEGIN")
    connection.execute(f"CREATE TEMP TABLE touched AS {_TOUCHED}", since)
    connection.execute("DELETE FROM state.unread WHERE library = ? AND number IN (SELECT * FROM touched)", (library,))
    connection.execute(
        "INSERT INTO state.unread SELECT ?, number FROM main.articles "  # noqa: S608
        f"WHERE number IN (SELECT * FROM touched) AND NOT {_READ}",
        (library,),
    )
    connection.execute("DROP TABLE touched")
    connection.execute("UPDATE state.libraries SET number = ?, alias = ?, change = ? WHERE id = ?", (*present, library))
    # The last one stays, so that numbers go on from there.
    connection.execute("DELETE FROM state.changed WHERE sequence < (SELECT min(change) FROM state.libraries)")
    connection.execute("COMMIT")
