"""TinyDB on the state's files. Imported only to change the state: reading it needs no TinyDB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from briefing.store.state.operations import Operation, difference
from briefing.store.state.operations import Table as Documents
from briefing.store.state.statefile import StateFile


class LazyTables(MutableMapping[str, Any]):
    """All tables by name; a table is read when it is asked for, and handed out as a copy.

    TinyDB changes the documents it is given in place, also when the change then fails; so what was read is
    remembered, and a change is what differs from it.
    """

    def __init__(self, file: StateFile) -> None:
        self._file = file
        self._before: dict[str, Documents | None] = dict.fromkeys(file.names())
        self.handed: dict[str, Any] = dict(self._before)
        """Tables as the caller has them now; None for one that was not asked for."""

    def __getitem__(self, name: str) -> Any:
        if self.handed[name] is None:
            # To decode a table twice is faster than to copy it.
            self._before[name], self.handed[name] = self._file.ask(lambda view: (view.table(name), view.table(name)))
        return self.handed[name]

    def __setitem__(self, name: str, table: Any) -> None:
        self.handed[name] = table

    def __delitem__(self, name: str) -> None:
        del self.handed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.handed)

    def __len__(self) -> int:
        return len(self.handed)

    def operations(self, data: Mapping[str, Any]) -> Iterator[Operation]:
        """What has to be done for the tables to be as in `data`, which may be these tables themselves."""
        wanted = data.handed if isinstance(data, LazyTables) else data
        yield from ([name] for name in self._before if name not in wanted)
        for name, table in wanted.items():
            if table is not None:
                yield from difference(name, self._read(name), table)

    def _read(self, name: str) -> Documents:
        table = self._before.get(name)
        if table is None:
            table = self._before[name] = self._file.table(name)
        return table


class JournalStorage(Storage):
    """A storage whose writes are journaled, and merged field by field with those of other processes.

    `TinyDB(path, storage=JournalStorage)`. A write holds what differs from the last read: two processes that change
    different fields of one document both prevail, and of one field the later write does.
    """

    def __init__(self, state: StateFile | Path | str) -> None:
        self._file = state if isinstance(state, StateFile) else StateFile(Path(state))
        self._tables: LazyTables | None = None

    def read(self) -> Any:
        """All tables, as they are read. Raises StoreError."""
        self._tables = LazyTables(self._file)
        return self._tables

    def write(self, data: Mapping[str, Any]) -> None:
        """Puts what has changed on disk, at once or when the file's transaction ends. Raises StoreError."""
        tables = self._tables or LazyTables(self._file)
        self._file.apply(list(tables.operations(data)))
        self._tables = None

    def close(self) -> None:
        """Leaves the state in order."""
        self._file.close()


class _KeyedTable(Table):
    """A table whose document ids are content keys."""

    document_id_class = str  # type: ignore[assignment]


class KeyedTinyDB(TinyDB):
    """TinyDB with content keys."""

    table_class = _KeyedTable


def merge(file: StateFile, table: str, changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Gives fields of a table's documents values; None takes a field away, and with its last one the document.

    Several steps in TinyDB, so to be called inside a transaction.
    """
    documents = KeyedTinyDB(file, storage=JournalStorage).table(table)
    present = file.documents(table, changes)
    known: list[Any] = [key for key in changes if key in present]
    values = iter([changes[key] for key in known])
    # TinyDB changes the documents in the order in which they are named.
    documents.update(lambda document: _set(document, next(values)), doc_ids=known)
    new = {key: _set({}, fields) for key, fields in changes.items() if key not in present}
    documents.insert_multiple(Document(fields, doc_id=key) for key, fields in new.items() if fields)  # type: ignore[arg-type]
    if empty := [key for key in known if not _set(present[key], changes[key])]:
        documents.remove(doc_ids=empty)


def drop(file: StateFile, table: str) -> None:
    """Removes a table, to be called inside a transaction."""
    KeyedTinyDB(file, storage=JournalStorage).drop_table(table)


def _set(document: Any, values: Mapping[str, Any]) -> Any:
    """The document with its fields changed in place."""
    document.update(values)
    for name in [name for name in values if values[name] is None]:
        del document[name]
    return document
