"""TinyDB on the state's file. Imported only to change the state: reading it needs no TinyDB."""

from __future__ import annotations

from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from briefing.store.statefile import StateFile, Tables


class _KeyedTable(Table):
    """A table whose document ids are content keys."""

    document_id_class = str  # type: ignore[assignment]


class _KeyedTinyDB(TinyDB):
    """TinyDB with content keys."""

    table_class = _KeyedTable


class FileStorage(Storage):
    """A storage for TinyDB whose reads and writes are those of a state file."""

    def __init__(self, file: StateFile) -> None:
        self._file = file

    def read(self) -> Tables | None:
        """All tables, or None while there is no file."""
        return self._file.read()

    def write(self, data: Tables) -> None:
        """Replaces the content when the file's transaction ends."""
        self._file.write(data)


def merge(file: StateFile, table: str, key: str, values: dict[str, Any]) -> None:
    """Updates or inserts one document; two steps in TinyDB, so one transaction here."""
    with file.transaction():
        database = _KeyedTinyDB(file, storage=FileStorage)
        database.table(table).upsert(Document(values, doc_id=key))  # type: ignore[arg-type]
