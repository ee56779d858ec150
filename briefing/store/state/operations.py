"""Changes of documents field by field: as the journal keeps them, laid over a snapshot, and found by comparing.

An operation is a JSON array: `[table]` drops a table, `[table, id]` removes a document, `[table, id, set]` and
`[table, id, set, unset]` set fields to values and take fields away, and make the document if there is none.
All are absolute, so that replaying a row of them twice gives what replaying it once does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

Document = dict[str, Any]
Table = dict[str, Document]
Tables = dict[str, Table]
"""TinyDB's own form: table name -> document id -> document."""

Operation = list[Any]


class Overlay:
    """All that a journal's operations change in the tables of the snapshot below."""

    def __init__(self) -> None:
        self._dropped: set[str] = set()
        self._operations: dict[str, dict[str, list[Operation]]] = {}
        """Table -> document id -> what was done to it, in that order; worked out only when it is asked for."""

    def apply(self, operations: Iterable[Operation]) -> None:
        """Takes in operations, in the order they were made."""
        for operation in operations:
            if len(operation) == 1:
                self._dropped.add(operation[0])
                self._operations.pop(operation[0], None)
            else:
                self._operations.setdefault(operation[0], {}).setdefault(operation[1], []).append(operation)

    def names(self, below: Iterable[str]) -> list[str]:
        """Names of all tables, those of the snapshot first."""
        return list(dict.fromkeys([*(name for name in below if name not in self._dropped), *self._operations]))

    def hides(self, table: str) -> bool:
        """Whether the snapshot's table does not count any more."""
        return table in self._dropped

    def changed(self, table: str) -> list[str]:
        """Ids of the documents that operations speak of."""
        return list(self._operations.get(table, ()))

    def document(self, table: str, key: str, below: Document | None) -> Document | None:
        """The document that comes out over the snapshot's, which may be changed for it."""
        for operation in self._operations.get(table, {}).get(key, ()):
            below = _changed(below, operation)
        return below

    def table(self, table: str, below: Table) -> Table:
        """The table that comes out over the snapshot's, which is changed for it."""
        for key in self._operations.get(table, ()):
            document = self.document(table, key, below.get(key))
            if document is None:
                below.pop(key, None)
            else:
                below[key] = document
        return below


def _changed(document: Document | None, operation: Operation) -> Document | None:
    """A document after one operation on it."""
    if len(operation) == 2:
        return None
    changed = {**(document or {}), **{name: _own(value) for name, value in operation[2].items()}}
    for name in operation[3] if len(operation) > 3 else ():
        changed.pop(name, None)
    return changed


def _own(value: Any) -> Any:
    """The value, to be changed without changing the operation."""
    return deepcopy(value) if isinstance(value, dict | list) else value


def are_operations(value: object) -> bool:
    """Whether a journal's line, whose checksum holds, is one of operations."""
    return isinstance(value, list) and all(isinstance(part, list) and part for part in value)


def difference(table: str, before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Any]) -> Iterator[Operation]:
    """The operations that make one form of a table into another, field by field."""
    yield from ([table, key] for key in before if key not in after)
    for key, document in after.items():
        known = before.get(key)
        if known is None:
            yield [table, key, dict(document)]
        elif known != document:
            changed = {name: value for name, value in document.items() if name not in known or known[name] != value}
            gone = [name for name in known if name not in document]
            yield [table, key, changed, gone] if gone else [table, key, changed]
