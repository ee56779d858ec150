"""The state's file, shared by several processes: read at need, rewritten whole in transactions under a lock.

The file is plain TinyDB JSON, readable by stock `TinyDB(path)`. A rewrite goes to a temporary file,
is synchronised and renamed over the old one, so that a reader sees the old state or the new one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from briefing.errors import StoreError
from briefing.store.lock import exclusive

Tables = dict[str, dict[str, Any]]
"""TinyDB's own form: table name -> document id -> document."""

Stamp = tuple[int, int, int]
"""Inode, size and time of change (nanoseconds) of the file: equal stamps mean equal content."""

ABSENT: Stamp = (0, 0, 0)


class StateFile:
    """One JSON file of tables, changed in transactions."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock_path = path.with_name(path.name + ".lock")
        self._in_transaction = False
        self._pending: Tables | None = None
        self._stamp: Stamp = ABSENT
        self._tables: Tables = {}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All reads and writes of the block as one change that no other process comes between; may be nested.

        An error inside the block leaves the file as it was.
        """
        if self._in_transaction:
            yield
            return
        self._make_folder()
        with exclusive(self._lock_path):
            self._in_transaction, self._pending = True, None
            try:
                yield
                if self._pending is not None:
                    self._commit(self._pending)
            finally:
                self._in_transaction, self._pending = False, None

    def stamp(self) -> Stamp:
        """What to compare to learn whether another session has changed the file."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return ABSENT
        except OSError as error:
            raise self._failure(error) from error
        return status.st_ino, status.st_size, status.st_mtime_ns

    def read(self) -> Tables | None:
        """All tables, or None while there is no file; to be changed only inside a transaction.

        Raises:
            StoreError: the file is damaged; it is left as it is.
        """
        if self._pending is not None:
            return self._pending
        stamp = self.stamp()
        if stamp == ABSENT:
            return None
        if stamp != self._stamp:
            self._tables = self._load()
            self._stamp = stamp
        # TinyDB changes the documents it is given in place, also when the change then fails.
        return deepcopy(self._tables) if self._in_transaction else self._tables

    def write(self, data: Tables) -> None:
        """Replaces the content when the transaction ends; outside of one, at once."""
        with self.transaction():
            self._pending = data

    def _commit(self, tables: Tables) -> None:
        """Puts the tables on disk; after an error the file holds the old ones."""
        try:
            self._replace(json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode())
        except OSError as error:
            raise self._failure(error) from error
        self._tables, self._stamp = tables, self.stamp()

    def _load(self) -> Tables:
        """The file's tables, read anew."""
        try:
            tables = json.loads(self._path.read_bytes())
        except (ValueError, RecursionError) as error:
            raise StoreError(
                str(self._path),
                "the reading state is damaged; nothing was changed.",
                "Restore the file from a backup, or move it away to start with an empty state.",
            ) from error
        except OSError as error:
            raise self._failure(error) from error
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise StoreError(str(self._path), "this is not a reading state.", "Move the file away to start anew.")
        return tables

    def _replace(self, content: bytes) -> None:
        """Puts the content in place by rename(2), synchronised before and after."""
        temporary = self._path.with_name(self._path.name + ".new")
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)
        _sync_folder(self._path.parent)

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise self._failure(error) from error

    def _failure(self, error: OSError) -> StoreError:
        return StoreError(
            str(self._path),
            f"cannot be read or written ({error.strerror}).",
            "Nothing was changed; check disk and rights.",
        )


def _sync_folder(folder: Path) -> None:
    """Makes a rename in the folder durable; some systems cannot open folders and need not."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
