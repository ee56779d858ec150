"""The library's SQLite file: opening it safely for several processes, and bringing its tables up to date.

Rollback journal and full synchronisation, not WAL: a library may be shared by several users, and WAL
keeps a reader with another uid out (https://sqlite.org/wal.html#readonly).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import StoreError
from briefing.store import fulltext
from briefing.store.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION

BUSY_SECONDS = 5.0
"""How long to wait for another process that writes."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the library at `path`, created if it is missing, migrated if it is older.

    Raises:
        StoreError: the file is no library, is of a newer program, or cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = _opened(path)
    except (OSError, sqlite3.Error) as error:
        raise _failure(path, error) from error
    try:
        with failures_of(path):
            _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def failures_of(path: Path) -> Iterator[None]:
    """Turns errors of SQLite inside the block into a StoreError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise _failure(path, error) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One write transaction: all of the block is kept, or none of it; inside another one, a part of that."""
    if connection.in_transaction:
        yield
        return
    with failures_of(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _opened(path: Path) -> sqlite3.Connection:
    """The bare connection."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Checks that the file is a library this program understands, and migrates an older one."""
    version = _version(connection)
    if version == SCHEMA_VERSION:
        return
    _refuse_foreign(connection, path, version)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited for the lock.
        for step in MIGRATIONS[_version(connection) :]:
            for statement in filter(str.strip, step.split(";\n")):
                connection.execute(statement)
        fulltext.bring_up_to_date(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _version(connection: sqlite3.Connection) -> int:
    """The schema version in the file's header; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_foreign(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raises a StoreError for another program's database and for a library of a newer program."""
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner not in (0, APPLICATION_ID) or (tables and owner != APPLICATION_ID):
        raise StoreError(str(path), "this is another program's database.", "Name another file with --library.")
    if version > SCHEMA_VERSION:
        raise StoreError(
            str(path),
            f"the library has schema version {version}, this program knows up to {SCHEMA_VERSION}.",
            "Update briefing, or name another file with --library.",
        )


def _failure(path: Path, error: Exception) -> StoreError:
    """A sentence and a next step for an error of SQLite or of the file system."""
    reason = str(error)
    if "locked" in reason:
        return StoreError(str(path), "another process is writing to the library.", "Try again in a moment.")
    if "not a database" in reason or "malformed" in reason:
        return StoreError(str(path), "the file is not a library.", "Name another with --library, or restore a backup.")
    if "unable to open" in reason or isinstance(error, OSError):
        return StoreError(str(path), f"cannot be opened ({reason}).", "Check the folder and its permissions.")
    return StoreError(str(path), reason + ".")
