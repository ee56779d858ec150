"""Bringing a library's tables up to date, and refusing files that are none of this program's."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing.errors import StoreError
from briefing.store.sqlite.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from briefing.store.sqlite.sessions import Session


def prepare(connection: sqlite3.Connection, path: Path, session: Session, *, writable: bool) -> None:
    """Checks that the file is a library this program understands, and migrates an older one.

    A migration waits until no other session has the library open: an older program would go on writing it in
    the old form.

    Raises:
        StoreError: the file is another program's or a newer one's, or is older and cannot be migrated now.
    """
    version = version_of(connection)
    if version == SCHEMA_VERSION:
        return
    refuse_foreign(connection, path, version)
    if not writable:
        raise _too_old(path, version)
    session.alone(until=lambda: version_of(connection) == SCHEMA_VERSION)
    _migrate(connection)
    session.join()


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version in the file's header; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_foreign(connection: sqlite3.Connection, path: Path, version: int) -> None:
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


def _migrate(connection: sqlite3.Connection) -> None:
    """Takes the steps that are missing, all in one transaction."""
    from briefing.store.sqlite import fulltext

    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited.
        for step in MIGRATIONS[version_of(connection) :]:
            for statement in filter(str.strip, step.split(";\n")):
                connection.execute(statement)
        fulltext.bring_up_to_date(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _too_old(path: Path, version: int) -> StoreError:
    """What a reader is told who may not write the library."""
    if version == 0:
        reason, hint = "the library is empty.", "Whoever may write it has to add an article first."
    else:
        reason = f"the library has schema version {version}, this program needs {SCHEMA_VERSION}."
        hint = "Whoever may write it has to open it once with this version, such as by: briefing list"
    return StoreError(str(path), reason, hint)
