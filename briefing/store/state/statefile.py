"""The state's files as one thing: read at need, changed in transactions, safe for several processes at once.

`state.json` is a plain TinyDB file, read by stock `TinyDB(path)`; what has changed since it was written stands in
`state.json.journal`. When that has grown, both are written anew and the old ones are kept as `state.json.bak` and
`state.json.journal.1`. To go back to a copy of `state.json`, put it in place and remove all files of those names.
Reading needs neither lock nor TinyDB.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from briefing.errors import StoreError
from briefing.store.state.files import Files
from briefing.store.state.operations import Document, Operation, Table, Tables
from briefing.store.state.snapshot import Damage
from briefing.store.state.view import View, load

Stamp = tuple[int, int, int]
"""Inode, size and time of change (nanoseconds) of the file that changes first: equal stamps mean an equal state."""

ABSENT: Stamp = (0, 0, 0)

SMALLEST, LARGEST = 16 << 10, 512 << 10
"""Bytes a journal may have before a snapshot is written; a quarter of the snapshot's size between these bounds."""

SETTLED = 256 << 10
"""A snapshot up to this size is written anew when its last user leaves, so that stock TinyDB finds all in it."""

FEW = 16
"""So many documents are read one by one; for more the whole table is."""

Answer = TypeVar("Answer")


class StateFile:
    """One state; methods raise StoreError when it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.files = Files(path)
        self._view: View | None = None
        self._read_at: Stamp = ABSENT
        self._pending: list[Operation] | None = None
        """Operations of the transaction that is open."""
        self._changed = False
        self._reports: list[str] = []

    def stamp(self) -> Stamp:
        """What to compare to learn whether another session has changed the state."""
        for path in (self.files.journal, self.files.snapshot):
            try:
                status = path.stat()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise self._failure(error) from error
            return status.st_ino, status.st_size, status.st_mtime_ns
        return ABSENT

    def document(self, table: str, key: str) -> Document | None:
        """One document, an object of the caller's own, or None."""
        return self.ask(lambda view: view.document(table, key))

    def documents(self, table: str, keys: Collection[str]) -> Table:
        """Those of a table's documents that there are, objects of the caller's own."""
        if len(keys) > FEW:
            return self.table(table)
        found = self.ask(lambda view: {key: view.document(table, key) for key in keys})
        return {key: document for key, document in found.items() if document is not None}

    def table(self, name: str) -> Table:
        """A table's documents, objects of the caller's own."""
        return self.ask(lambda view: view.table(name))

    def names(self) -> list[str]:
        """Names of all tables."""
        return self.ask(View.names)

    def read(self) -> Tables:
        """All tables."""
        return self.ask(lambda view: {name: view.table(name) for name in view.names()})

    def ask(self, question: Callable[[View], Answer]) -> Answer:
        """The answer to a question about the state as it is now; damage that is met is mended first."""
        try:
            try:
                return question(self._present())
            except Damage:
                return self._asked_again(question)
        except OSError as error:
            raise self._failure(error) from error

    def _asked_again(self, question: Callable[[View], Answer]) -> Answer:
        """After damage was met, or files that another process was just replacing, which the lock keeps from that."""
        with ExitStack() as held:
            if self._pending is None:
                try:
                    held.enter_context(self._locked())
                except StoreError:
                    return question(self._mended_in_memory())
                with suppress(Damage):
                    return question(self._present())
            return question(self._mended_on_disk())

    def reports(self) -> list[str]:
        """What had to be mended since the last call, in sentences for the reader."""
        reports, self._reports = self._reports, []
        return reports

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All reads and changes of the block as one change that no other process comes between; may be nested.

        An error inside the block leaves the state as it was.
        """
        if self._pending is not None:
            yield
            return
        self._make_folder()
        with self._locked():
            self._prepare()
            self._pending = []
            try:
                yield
                self._commit(self._pending)
            except BaseException:
                self._view = None
                raise
            finally:
                self._pending = None

    def apply(self, operations: list[Operation]) -> None:
        """Makes changes; outside of a transaction they are one of their own."""
        with self.transaction():
            assert self._pending is not None
            self._pending += operations
            self._present().apply(operations)

    def close(self) -> None:
        """Leaves a small state settled in its snapshot; every change is on disk already."""
        if not self._changed:
            return
        self._changed = False
        with suppress(StoreError), self._locked():
            self._settle()

    def _settle(self) -> None:
        with suppress(OSError, Damage):
            view = self._present()
            if view.header.size <= SETTLED and view.journal and view.journal.length:
                self._replace(view, keep=True)

    def _present(self) -> View:
        """The state as it is now; inside a transaction as that has made it. Raises Damage, OSError."""
        if self._pending is None or self._view is None:
            self._view = self._refreshed()
        return self._view

    def _refreshed(self) -> View:
        view = self._view
        if view and (view.journal.refresh() if view.journal else self._read_at == self.stamp()):
            if view.journal and view.journal.damaged:
                raise Damage("journal")
            return view
        self._read_at = self.stamp()
        return load(self.files)

    def _prepare(self) -> None:
        """Under the lock: the present state with nothing half written behind it."""
        try:
            if self._view and self._view.journal is None:
                self._view = None
            view = self._present()
            if view.journal and (rest := view.journal.rescue()):
                view.journal.append(rest)
        except Damage:
            self._mended_on_disk()
        except OSError as error:
            raise self._failure(error) from error

    def _commit(self, operations: list[Operation]) -> None:
        """Puts a transaction's operations on disk; after an error the files hold what they held."""
        if not operations:
            return
        view = self._present()
        try:
            if view.journal is None:
                self._replace(view, keep=False)
            else:
                view.journal.append(operations)
        except OSError as error:
            raise self._failure(error) from error
        self._changed = True
        if view.journal and view.journal.length > min(max(view.header.size // 4, SMALLEST), LARGEST):
            self._compact(view)

    def _compact(self, view: View) -> None:
        """Writes a snapshot; where there is no room for one the journal goes on growing."""
        try:
            self._replace(view, keep=True)
        except Damage:
            self._mended_on_disk()
        except OSError as error:
            self._reports.append(f"{self._path}: no new snapshot can be written ({error.strerror}); nothing is lost.")

    def _replace(self, view: View, *, keep: bool) -> None:
        self.files.replace(view.segments(), view.header.generation + 1, keep=keep)
        self._view = None

    def _mended_on_disk(self) -> View:
        """Under the lock: what can be had becomes the next generation, and damaged files are kept."""
        from briefing.store.state.mending import mend

        try:
            self._reports += mend(self.files)
            self._view = load(self.files)
        except OSError as error:
            raise self._failure(error) from error
        self._view.apply(self._pending or ())
        return self._view

    def _mended_in_memory(self) -> View:
        """Where nothing can be written the state is what can be had."""
        from briefing.store.state.recovery import recover

        self._read_at = self.stamp()
        recovered = recover(self.files)
        self._view = recovered.view
        if recovered.losses:
            self._reports.append(f"{self._path}: {' '.join(recovered.losses)} It cannot be mended on disk.")
        return self._view

    def _locked(self) -> AbstractContextManager[None]:
        """The block's changes are this process's alone. Raises StoreError where the lock cannot be had."""
        from briefing.store.state.lock import exclusive

        return exclusive(self.files.lock)

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
