"""The reading state as SQL tables beside the library's, so that one query can ask for both.

A throw-away copy in the cache directory: the state's files stay the truth, and before it is asked the copy is brought
up to date from the journal lines, or the tables, that have changed since. Where the cache cannot be written it is made
in memory.

    state.marks(key TEXT PRIMARY KEY, read INTEGER, read_at TEXT, starred INTEGER, starred_at TEXT)
    state.tags(key TEXT, tag TEXT, at TEXT, PRIMARY KEY (tag, key))
    state.notes(id TEXT PRIMARY KEY, key TEXT, text TEXT, at TEXT)

Marks stand under the content key they were given to; an article's other keys are in the library's table `keys`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from briefing import paths
from briefing.store.search.staterows import TABLES, StateRows, is_mirrored
from briefing.store.state.journal import header_of, lines_of
from briefing.store.state.operations import Operation
from briefing.store.state.snapshot import Damage
from briefing.store.state.statefile import StateFile
from briefing.store.state.view import View

SCHEMA = "state"
"""Name of the attached schema."""

VERSION = 1
"""Of the tables' form; a copy of another form is made anew."""

_OWN = """
CREATE TABLE {schema}.stamp (mark TEXT NOT NULL, offset INTEGER NOT NULL);
CREATE TABLE {schema}.segments (name TEXT PRIMARY KEY, checksum INTEGER) WITHOUT ROWID;
"""


class _Stamp(NamedTuple):
    """Up to where a copy has read: the journal's header, and an offset in it."""

    mark: str
    offset: int


class StateIndex:
    """The SQL form of one state."""

    def __init__(self, state_file: Path, folder: Path | None = None) -> None:
        """`folder` is where the copy is kept, by default the cache directory."""
        name = blake2b(str(state_file.absolute()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
        self._path = (folder or paths.cache_directory()) / f"state-{name}.db"
        self._file = StateFile(state_file)
        self._inode = 0
        self._taken: _Stamp | None = None

    def attach(self, connection: sqlite3.Connection) -> None:
        """Makes the schema `state` available on a connection, up to date; once more to bring it up to date again.

        Raises:
            StoreError: the state cannot be read.
        """
        attached = {row[1]: row[2] for row in connection.execute("PRAGMA database_list")}
        where = attached.get(SCHEMA)
        if where and self._is_current():
            return
        if where != "" and self._update_on_disk():
            self._join(connection, where is not None)
            return
        if where:
            connection.execute(f"DETACH {SCHEMA}")
        if where != "":
            connection.execute(f"ATTACH ':memory:' AS {SCHEMA}")
        self._update(connection, SCHEMA, "SAVEPOINT state_index", "RELEASE state_index", "ROLLBACK TO state_index")

    def _is_current(self) -> bool:
        """Whether nothing has happened to state and copy since the last time."""
        try:
            same = self._path.stat().st_ino == self._inode
        except FileNotFoundError:
            return False
        return same and self._taken is not None and self._file.ask(_stamp_of) == self._taken

    def _join(self, connection: sqlite3.Connection, attached: bool) -> None:
        """Attaches the copy in the cache; anew if it has been thrown away and made again meanwhile."""
        before, self._inode = self._inode, self._path.stat().st_ino
        if attached and before == self._inode:
            return
        if attached:
            connection.execute(f"DETACH {SCHEMA}")
        connection.execute(f"ATTACH ? AS {SCHEMA}", (str(self._path),))

    def _update_on_disk(self) -> bool:
        """Brings the copy in the cache up to date; False if there cannot be one."""
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._path.touch(mode=0o600)
                with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
                    connection.execute("PRAGMA journal_mode = WAL")
                    connection.execute("PRAGMA synchronous = NORMAL")
                    self._update(connection, "main", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
            except (sqlite3.OperationalError, OSError):
                return False
            except sqlite3.DatabaseError:
                # Not what this program has written: a damaged copy is made anew.
                self._throw_away()
            else:
                return True
        return False

    def _throw_away(self) -> None:
        """A copy that is damaged is made anew."""
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + ending).unlink()

    def _update(self, connection: sqlite3.Connection, schema: str, begin: str, commit: str, rollback: str) -> None:
        """Brings the tables up to date in one transaction, if they are not."""
        copy = _Copy(connection, schema)
        self._taken = self._file.ask(copy.current)
        if self._taken:
            return

        def catch_up(view: View) -> None:
            connection.execute(begin)
            try:
                copy.catch_up(view, self._file)
            except BaseException:
                connection.execute(rollback)
                raise
            connection.execute(commit)
            self._taken = _stamp_of(view)

        self._file.ask(catch_up)


class _Copy:
    """The tables in one schema of a connection."""

    def __init__(self, connection: sqlite3.Connection, schema: str) -> None:
        self._connection = connection
        self._schema = schema
        self._rows = StateRows(connection, schema)

    def current(self, view: View) -> _Stamp | None:
        """Where both stand, if nothing has changed since the copy was made."""
        stamp = _stamp_of(view)
        return stamp if stamp is not None and stamp == self._stamp() else None

    def catch_up(self, view: View, file: StateFile) -> None:
        """Takes over what has changed, as little of it as the copy allows. Raises Damage if the files change."""
        stamp = self._stamp()
        if stamp is None:
            self._create()
        operations = _since(stamp, view, file) if stamp else None
        if operations is None:
            self._reload_tables(view)
            start = view.journal.start if view.journal else 0
            operations = _lines(file.files.journal, view.header.mark, start, view) if view.journal else []
        mirrored = [operation for operation in operations if is_mirrored(operation[0])]
        self._rows.apply(mirrored)
        # A table that no longer is the snapshot's has to be read again once the journal is gone.
        names = [(name,) for name in {operation[0] for operation in mirrored}]
        self._connection.executemany(f"INSERT OR REPLACE INTO {self._schema}.segments VALUES (?, NULL)", names)  # noqa: S608
        self._connection.execute(f"DELETE FROM {self._schema}.stamp")  # noqa: S608
        self._connection.execute(f"INSERT INTO {self._schema}.stamp VALUES (?, ?)", _stamp_of(view) or ("", 0))  # noqa: S608

    def _stamp(self) -> _Stamp | None:
        """Where the copy stands; None if there is none yet, or one of another form."""
        if self._connection.execute(f"PRAGMA {self._schema}.user_version").fetchone()[0] != VERSION:
            return None
        row = self._connection.execute(f"SELECT mark, offset FROM {self._schema}.stamp").fetchone()  # noqa: S608
        return _Stamp(*row) if row else _Stamp("", 0)

    def _create(self) -> None:
        """Empty tables in place of whatever is there."""
        found = self._connection.execute(f"SELECT name FROM {self._schema}.sqlite_master WHERE type = 'table'")  # noqa: S608
        for (name,) in found.fetchall():
            self._connection.execute(f'DROP TABLE {self._schema}."{name}"')
        for statement in filter(str.strip, (TABLES + _OWN).format(schema=self._schema).split(";\n")):
            self._connection.execute(statement)
        self._connection.execute(f"PRAGMA {self._schema}.user_version = {VERSION}")

    def _reload_tables(self, view: View) -> None:
        """Reads the snapshot's tables whose checksums are not those of the copy."""
        known = dict(self._connection.execute(f"SELECT name, checksum FROM {self._schema}.segments").fetchall())  # noqa: S608
        present: dict[str, int | None] = {
            name: place[2] for name, place in view.snapshot.index.items() if is_mirrored(name)
        }
        if view.journal is None:
            known, present = {}, dict.fromkeys(filter(is_mirrored, view.names()))
        for name in known.keys() | present.keys():
            if known.get(name) is None or known[name] != present.get(name):
                self._rows.replace(name, view.table(name) if view.journal is None else view.snapshot.table(name))
        self._connection.execute(f"DELETE FROM {self._schema}.segments")  # noqa: S608
        self._connection.executemany(f"INSERT INTO {self._schema}.segments VALUES (?, ?)", present.items())  # noqa: S608


def _stamp_of(view: View) -> _Stamp | None:
    """Where a view stands; None while there is no journal that could tell."""
    return _Stamp(view.header.mark, view.journal.end) if view.journal else None


def _since(stamp: _Stamp, view: View, file: StateFile) -> list[Operation] | None:
    """What was done since, from this journal or from the one before; None if that cannot be told."""
    if view.journal is None:
        return None
    if stamp.mark == view.header.mark:
        return _lines(file.files.journal, stamp.mark, stamp.offset, view)
    try:
        content = file.files.older_journal.read_bytes()
    except OSError:
        return None
    found = header_of(content)
    if not found or found[0].mark != stamp.mark or found[0].generation + 1 != view.header.generation:
        return None
    before = lines_of(content, stamp.offset)
    if before.damaged:
        return None
    start = view.journal.start
    return [*_joined(before.operations), *_lines(file.files.journal, view.header.mark, start, view)]


def _lines(path: Path, mark: str, offset: int, view: View) -> list[Operation]:
    """The operations between two offsets of the journal in use. Raises Damage if it is another one by now."""
    with path.open("rb") as journal:
        if journal.read(len(mark)) != mark.encode():
            raise Damage("journal")
        journal.seek(offset)
        assert view.journal is not None
        content = journal.read(view.journal.end - offset)
    return _joined(lines_of(content).operations)


def _joined(lines: list[list[Operation]]) -> list[Operation]:
    return [operation for line in lines for operation in line]
