"""The state as it is now: a snapshot and what its journal has changed since."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.store.state.files import Files
from briefing.store.state.journal import Header, Journal
from briefing.store.state.operations import Document, Operation, Overlay, Table
from briefing.store.state.snapshot import Damage, Snapshot, edited, encoded, parsed

EMPTY = Header(0, 0, {})


class View:
    """All tables. Methods that read raise Damage and OSError."""

    def __init__(self, snapshot: Snapshot, overlay: Overlay, header: Header, journal: Journal | None = None) -> None:
        self.snapshot = snapshot
        self.header = header
        self.journal = journal
        """None while there is none that could be continued: then the next change writes a snapshot."""
        self._overlay = overlay

    def apply(self, operations: Iterable[Operation]) -> None:
        """Takes in operations of this process."""
        self._overlay.apply(operations)

    def names(self) -> list[str]:
        """Names of all tables."""
        return self._overlay.names(self.snapshot.index)

    def document(self, table: str, key: str) -> Document | None:
        """One document, an object of the caller's own, or None."""
        below = None if self._overlay.hides(table) else self.snapshot.document(table, key)
        return self._overlay.document(table, key, below)

    def table(self, name: str) -> Table:
        """A table's documents, objects of the caller's own; none if there is no such table."""
        return self._overlay.table(name, {} if self._overlay.hides(name) else self.snapshot.table(name))

    def segments(self) -> dict[str, bytes]:
        """All tables as they stand in a snapshot."""
        return {
            name: encoded(name, self.table(name))
            if self._overlay.hides(name)
            else edited(name, self.snapshot.segment(name), self._overlay)
            for name in self.names()
        }


def load(files: Files) -> View:
    """The present state; an empty one while there are no files.

    Raises:
        Damage: something is missing or not as it was written, or another process is just replacing it.
        OSError: a file cannot be read.
        StoreError: a newer program has written it.
    """
    try:
        journal = Journal(files.journal)
    except FileNotFoundError:
        return _without_journal(files)
    if journal.damaged or _size(files) != journal.header.size:
        raise Damage("size")
    return View(Snapshot(files.snapshot, journal.header.tables), journal.overlay, journal.header, journal)


def _without_journal(files: Files) -> View:
    """A TinyDB file of another program's, or nothing yet."""
    if files.older_journal.exists() or files.older_snapshot.exists():
        raise Damage("journal")
    if not files.snapshot.exists():
        return View(Snapshot.of({}), Overlay(), EMPTY)
    tables = parsed(files.snapshot.read_bytes())
    return View(Snapshot.of({name: encoded(name, table) for name, table in tables.items()}), Overlay(), EMPTY)


def _size(files: Files) -> int:
    try:
        return files.snapshot.stat().st_size
    except FileNotFoundError:
        return -1
