"""Acts: every change of the state as one step with its time, what it changed, and what was there before.

An act is a document in a table `acts-N` of `CHUNK` acts, written in the same transaction as what it did, so that one
is never without the other. One that changed much has a table `act-N` of its own, which later changes do not touch.
Only the last acts are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.store.state import actrecords
from briefing.store.state.actrecords import Fields, Group
from briefing.store.state.operations import Document
from briefing.store.state.statefile import StateFile

CHUNK = 16
"""Acts that share a table; each change rewrites one such table."""

KEPT_CHUNKS = 64
"""Tables of acts that are kept: the last thousand acts."""

KEPT_LARGE = 4
"""Acts with tables of their own that can be undone; of older ones only the line in the history stays."""

SMALL = 4096
"""Bytes that what an act changed may have in a shared table."""

_SHARED, _OWN = "acts-", "act-"

Changes = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""What is to be: table -> document id -> field -> value, None for a field that is to go."""


class Acts:
    """The acts of one state. Methods raise StoreError when it cannot be read or written."""

    def __init__(self, file: StateFile) -> None:
        self.file = file

    def perform(self, command: str, at: str, changes: Changes) -> int | None:
        """Makes changes as one act; its number, or None if all is so already."""
        with self.file.transaction():
            groups = actrecords.grouped(self._effective(changes))
            if not groups:
                return None
            self.merge(actrecords.after(groups))
            return self.record({"at": at, "command": command, "count": actrecords.count(groups)}, groups)

    def history(self) -> Iterator[tuple[int, Document]]:
        """Numbers and documents of all acts that are kept, the newest first; without what only undid or redid."""
        for name in self._chunks():
            acts = self.file.table(name)
            yield from ((int(key), acts[key]) for key in sorted(acts, reverse=True) if "command" in acts[key])

    def act(self, number: int) -> Document | None:
        """The document of an act."""
        act = self.file.document(_chunk(number), _key(number))
        return act if act and "command" in act else None

    def groups(self, number: int, act: Document) -> list[Group]:
        """What an act changed; nothing if that is not kept any more."""
        stored = act["groups"] if "groups" in act else list(self.file.table(_own_table(number)).values())
        return actrecords.groups_of(stored)

    def amend(self, number: int, fields: Mapping[str, Any]) -> None:
        """Changes what is kept of an act, inside a transaction."""
        self.merge({_chunk(number): {_key(number): fields}})

    def record(self, act: Document, groups: list[Group] | None = None) -> int:
        """Keeps an act under the next number, inside a transaction, and lets the oldest go."""
        chunks = self._chunks()
        number = max(map(int, self.file.table(chunks[0]))) + 1 if chunks else 1
        large = groups is not None and actrecords.size(groups) > SMALL
        stored = [group.stored() for group in groups or ()]
        self.amend(number, act if large or groups is None else {**act, "groups": stored})
        if large:
            self.merge({_own_table(number): {str(index): group for index, group in enumerate(stored)}})
        if large or number % CHUNK == 0:
            self._forget()
        return number

    def merge(self, changes: Changes) -> None:
        """Makes changes that are no act, inside a transaction."""
        from briefing.store.state.storage import merge

        for table, documents in changes.items():
            merge(self.file, table, documents)

    def _effective(self, changes: Changes) -> Iterator[tuple[str, str, Fields]]:
        """Table, id and what becomes different of each document."""
        for table, documents in changes.items():
            present = self.file.documents(table, documents)
            for key, fields in documents.items():
                known = present.get(key, {})
                changed = {name: [known.get(name), value] for name, value in fields.items() if known.get(name) != value}
                if changed:
                    yield table, key, changed

    def _forget(self) -> None:
        """Drops what lies too far back."""
        from briefing.store.state.storage import drop

        own = sorted((name for name in self.file.names() if name.startswith(_OWN)), reverse=True)
        for name in (*self._chunks()[KEPT_CHUNKS:], *own[KEPT_LARGE:]):
            drop(self.file, name)

    def _chunks(self) -> list[str]:
        """Names of the tables of acts, the newest first."""
        return sorted((name for name in self.file.names() if name.startswith(_SHARED)), reverse=True)


def _chunk(number: int) -> str:
    """The table of an act; names sort as numbers do."""
    return f"{_SHARED}{number // CHUNK:08d}"


def _key(number: int) -> str:
    return f"{number:010d}"


def _own_table(number: int) -> str:
    return f"{_OWN}{number:010d}"
