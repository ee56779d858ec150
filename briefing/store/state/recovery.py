"""What can be had of a state whose files are damaged, and from which of them.

Each file is believed as far as its checksums hold: the present snapshot by the present journal's header, or by that
of a journal which was about to take its place; else the generation before, which with its own journal gives the
present snapshot. Only when nothing of that holds is a table taken as it can be read.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.store.state.files import Files
from briefing.store.state.journal import Header, header_of, lines_of
from briefing.store.state.operations import Operation, Overlay
from briefing.store.state.snapshot import Damage, Snapshot, encoded, parsed
from briefing.store.state.view import View


class Recovered(NamedTuple):
    """A state in memory, which file each part is from, and what there is to tell about it."""

    view: View
    losses: list[str]
    """Sentences for the reader; empty if nothing was damaged after all."""
    damaged: list[Path]
    """Files that are to be kept as they are."""


class _Journal(NamedTuple):
    """What holds of a journal's file."""

    header: Header | None
    operations: list[Operation]
    damaged: int
    exists: bool


def recover(files: Files) -> Recovered:
    """The state as far as it can be had; never raises Damage.

    Raises:
        OSError: a file cannot be read.
        StoreError: a newer program has written the state.
    """
    journal = _journal(files.journal)
    older = _journal(files.older_journal)
    generation = max(part.header.generation for part in (journal, older, _NONE) if part.header)
    header = Header(generation, 0, {})
    base, losses = _base(files, journal, older)
    damaged = [files.snapshot] if losses and files.snapshot.exists() else []
    if journal.exists and (journal.header is None or journal.damaged):
        damaged.append(files.journal)
        losses.append(f"The journal was damaged: {journal.damaged} of its lines could not be read.")
    if older.exists and not journal.exists:
        losses.append("The journal was missing: the changes after the last snapshot may be lost.")
    overlay = Overlay()
    overlay.apply(journal.operations)
    return Recovered(View(base, overlay, header), losses, damaged)


def _base(files: Files, journal: _Journal, older: _Journal) -> tuple[Snapshot, list[str]]:
    """What the journal's operations are to be laid over, and what was lost of it."""
    for header in (journal.header, _journal(files.next_journal).header):
        if header and (sound := _sound(files.snapshot, header)):
            return sound, []
    if journal.header is None and (whole := _readable(files.snapshot)):
        return whole, []
    if older.header and _continues(journal.header, older.header):
        before = _sound(files.older_snapshot, older.header)
        if before and not older.damaged:
            overlay = Overlay()
            overlay.apply(older.operations)
            told = "The snapshot was damaged: it was made again from the one before and its journal, nothing is lost."
            return Snapshot.of(View(before, overlay, older.header).segments()), [told]
    return _salvaged(files.snapshot, journal.header)


def _salvaged(path: Path, header: Header | None) -> tuple[Snapshot, list[str]]:
    """The tables that are as they were written; of others what can be read."""
    if header is None:
        return Snapshot.of({}), ["The snapshot was damaged and cannot be read: the state begins anew."]
    whole = _readable(path)
    snapshot, kept, lost = Snapshot(path, header.tables), {}, []
    for name in header.tables:
        try:
            kept[name] = snapshot.segment(name)
        except (Damage, OSError):
            lost.append(name)
            if whole and name in whole.index:
                kept[name] = whole.segment(name)
    told = f"The snapshot was damaged, and so was the one before: parts of {len(lost)} tables may be lost."
    return Snapshot.of(kept), [told]


def _continues(journal: Header | None, older: Header) -> bool:
    """Whether the older journal leads to the present snapshot."""
    return journal is None or journal.generation - older.generation in (0, 1)


def _sound(path: Path, header: Header) -> Snapshot | None:
    """The snapshot if all of it is as the header says."""
    try:
        if path.stat().st_size != header.size:
            return None
        snapshot = Snapshot(path, header.tables)
        return Snapshot.of({name: snapshot.segment(name) for name in header.tables})
    except (Damage, FileNotFoundError):
        return None


def _readable(path: Path) -> Snapshot | None:
    """A snapshot that is JSON at least."""
    try:
        tables = parsed(path.read_bytes())
    except (Damage, FileNotFoundError):
        return None
    return Snapshot.of({name: encoded(name, table) for name, table in tables.items()})


def _journal(path: Path) -> _Journal:
    """A journal's header and operations, as far as they hold."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return _NONE._replace(header=None)
    found = header_of(content)
    header, start = found or (None, 0)
    lines = lines_of(content, start)
    operations = [operation for line in lines.operations for operation in line] + lines.pending
    return _Journal(header, operations, lines.damaged, True)


_NONE = _Journal(Header(0, 0, {}), [], 0, False)
