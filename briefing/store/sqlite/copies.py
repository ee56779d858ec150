"""Whole library files: copied while others use them, looked through, and put in place of the old one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from briefing.errors import StoreError
from briefing.store.durable import sync_folder, synchronise
from briefing.store.sqlite import checks
from briefing.store.sqlite.database import connect, failures_of, uri_of
from briefing.store.sqlite.migration import refuse_foreign, version_of
from briefing.store.sqlite.rights import made
from briefing.store.sqlite.sessions import alone

PAGES = 2048
"""Pages copied between two calls of the progress."""

Progress = Callable[[int, int], None]
"""Called with what is done and what there is in all."""


def copy(source: Path, target: Path, progress: Progress | None = None) -> None:
    """A copy of the library at one moment, while others read it; who writes waits (https://sqlite.org/backup.html)."""
    told = (lambda _, left, total: progress(total - left, total)) if progress else None
    with failures_of(target), closing(connect(source)) as connection, closing(sqlite3.connect(target)) as copied:
        # Held until the copy is done; a writer between two steps would make it begin again.
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.backup(copied, pages=PAGES, progress=told, sleep=0)
        connection.execute("COMMIT")


def verify(path: Path) -> int:
    """How many articles a library file holds.

    Raises:
        StoreError: it is none, is a newer program's, or its pages are damaged.
    """
    with failures_of(path), closing(sqlite3.connect(f"{uri_of(path)}?mode=ro", uri=True)) as connection:
        refuse_foreign(connection, path, version_of(connection))
        if damage := checks.page_damage(connection):
            raise StoreError(str(path), f"the copy is damaged ({damage[0]}).", "Check the disk it lies on.")
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


def put_in_place(new: Path, path: Path, kept: Path) -> None:
    """Makes `new` the library at `path`; what was there stays at `kept`. There is a library there at any moment.

    Raises:
        StoreError: other sessions have the library open, or the folder cannot be written.
    """
    with alone(path):
        try:
            _replace(new, path, kept)
        except OSError as error:
            raise StoreError(str(path), f"cannot be replaced ({error.strerror}).", "Nothing was changed.") from error


def _replace(new: Path, path: Path, kept: Path) -> None:
    """The renames. A journal of a writer that was killed belongs to the old file and goes with it."""
    with new.open("rb+") as file:
        synchronise(file.fileno())
    journal = path.with_name(path.name + "-journal")
    if path.exists():
        os.link(path, kept)
        if journal.exists():
            journal.replace(kept.with_name(kept.name + "-journal"))
        new.chmod(path.stat().st_mode)
    new.replace(path)
    sync_folder(path.parent)


def new_file(path: Path) -> Path:
    """An empty file beside a library, with its rights, to be filled and put in place; an old one is deleted."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    made(new)
    return new
