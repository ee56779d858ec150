"""The library's SQLite file: opening it safely for several processes and users.

Rollback journal and full synchronisation, not WAL: a library may be shared by several users, and WAL
keeps a reader with another uid out (https://sqlite.org/wal.html#readonly).
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import DamageError, StoreError
from briefing.store.sqlite.connection import Connection
from briefing.store.sqlite.migration import prepare
from briefing.store.sqlite.rights import is_writable, made
from briefing.store.sqlite.sessions import Session

BUSY_SECONDS = 5.0
"""How long to wait for another process that is putting a change on disk."""

TURN_SECONDS = 10.0
"""How long to wait for one's turn to write."""

_PAUSE = 0.001
"""Between two looks whether it is one's turn. SQLite itself looks every tenth of a second and may never be lucky
beside a process that writes all the time."""

_COURTESY = 0.003
"""How long who has just written leaves the turn to others."""

_READ_CACHE = 2_000
"""Kilobytes of pages kept in memory, SQLite's own default."""

_WRITE_CACHE = 64_000
"""The same in a transaction: content keys fall all over their indexes, and a changed page that has to make room
is written more than once."""

_RESTORE = "Mend it with briefing doctor --repair, or go back to a backup with briefing restore FILE."

_CHECK = "Check the folder and its permissions."

_SENTENCES: dict[str, tuple[str, str]] = {
    "SQLITE_BUSY": ("another process is writing to the library.", "Try again in a moment."),
    "SQLITE_NOTADB": ("the file is not a library.", f"Name another with --library. If it was one: {_RESTORE}"),
    "SQLITE_CORRUPT": ("the library is damaged.", _RESTORE),
    "SQLITE_FULL": ("the disk is full; nothing was changed.", "Free some room and try again."),
    "SQLITE_READONLY_ROLLBACK": (
        "a writer of the library was stopped in the middle of a change.",
        "Whoever may write the library has to open it once, such as by: briefing list",
    ),
    "SQLITE_READONLY": ("this user may not write the library.", "Ask whoever keeps it, or name another: --library."),
    "SQLITE_CANTOPEN": ("cannot be opened.", _CHECK),
    "SQLITE_IOERR": ("the disk cannot be read or written.", "Check the disk; nothing was changed."),
}
"""Reason and next step by the beginning of SQLite's name of the error, the more exact names first."""


_DAMAGE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
"""Names of the errors that repair is for."""


def connect(path: Path) -> Connection:
    """A connection to the library at `path`, created if it is missing, migrated if it is older.

    Where this user may not write, it can only read.

    Raises:
        StoreError: the file is no library, is of a newer program, or cannot be opened.
    """
    try:
        writable = _ready(path)
        session = Session(path)
    except OSError as error:
        raise StoreError(str(path), f"cannot be opened ({error.strerror}).", _CHECK) from error
    try:
        session.join()
        with failures_of(path):
            connection = _opened(path, session, writable=writable)
    except BaseException:
        session.close()
        raise
    try:
        with failures_of(path):
            prepare(connection, path, session, writable=writable)
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
        _begin(connection)
        try:
            connection.execute(f"PRAGMA cache_size = -{_WRITE_CACHE}")
            yield
            _settle(connection)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
        finally:
            _rest(connection)


def _settle(connection: sqlite3.Connection) -> None:
    """Brings the full-text index up to what the transaction has stored."""
    if isinstance(connection, Connection) and connection.waiting:
        from briefing.store.sqlite import fulltext

        fulltext.settle(connection)


def _rest(connection: sqlite3.Connection) -> None:
    """What a connection is when nothing is being written."""
    connection.execute(f"PRAGMA cache_size = -{_READ_CACHE}")
    if isinstance(connection, Connection):
        connection.waiting.clear()
        connection.wrote_at = time.monotonic()


def _begin(connection: sqlite3.Connection) -> None:
    """Begins to write when it is one's turn. Raises sqlite3.OperationalError if that takes too long."""
    began = time.monotonic()
    if isinstance(connection, Connection) and began - connection.wrote_at < _COURTESY:
        time.sleep(_COURTESY)
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _has_begun(connection, last=time.monotonic() - began > TURN_SECONDS):
            time.sleep(_PAUSE)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def _has_begun(connection: sqlite3.Connection, *, last: bool) -> bool:
    """Whether the transaction could begin; the `last` attempt must succeed."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True


def _ready(path: Path) -> bool:
    """Makes folder and file if they are missing; whether this user may write the library."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made(path)
    return is_writable(path)


def _opened(path: Path, session: Session, *, writable: bool) -> Connection:
    """The bare connection, which ends the session when it is closed."""
    name = f"{uri_of(path)}?mode={'rw' if writable else 'ro'}"
    connection = sqlite3.connect(
        name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=Connection, uri=True
    )
    connection.row_factory = sqlite3.Row
    connection.session = session
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def uri_of(path: Path) -> str:
    """The file's name as SQLite takes it with parameters (https://sqlite.org/uri.html), without a costly import."""
    name = path.absolute().as_posix()
    for char in "%?#":
        name = name.replace(char, f"%{ord(char):02x}")
    return f"file://{'' if name.startswith('/') else '/'}{name}"


def _failure(path: Path, error: sqlite3.Error) -> StoreError:
    """A sentence and a next step for an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "")
    for beginning, (reason, hint) in _SENTENCES.items():
        if name.startswith(beginning):
            kind = DamageError if beginning in _DAMAGE else StoreError
            return kind(str(path), reason, hint)
    return StoreError(str(path), f"{error}.")
