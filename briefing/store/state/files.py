"""The files a state consists of, and putting a new generation of them in place of the old one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from briefing.store.durable import sync_folder, synchronise, write_all
from briefing.store.state.journal import Header
from briefing.store.state.snapshot import index_of, joined


class Files:
    """The files that belong to the snapshot at a path."""

    def __init__(self, path: Path) -> None:
        self.snapshot, self.journal = path, _beside(path, ".journal")
        self.older_snapshot, self.older_journal = _beside(path, ".bak"), _beside(path, ".journal.1")
        """The generation before."""
        self.next_snapshot, self.next_journal = _beside(path, ".new"), _beside(path, ".journal.new")
        """What the next one is made in."""
        self.lock = _beside(path, ".lock")

    def replace(self, segments: Mapping[str, bytes], generation: int, *, keep: bool) -> None:
        """Puts a new snapshot with an empty journal in place, on disk when this returns.

        At every moment there is a snapshot and a journal that give the whole state, maybe the new snapshot with the
        old journal, whose operations may be applied to it again. With `keep` the present pair becomes the older one,
        which it must only if it is sound; else the older pair is made anew from the new one.

        Raises:
            OSError: there is no room or no right; the present pair still holds.
        """
        content, index = joined(segments.values()), index_of(segments)
        self._make_next(content, Header(generation, len(content), index))
        if keep:
            _link(self.snapshot, self.older_snapshot)
            _link(self.journal, self.older_journal)
        self.next_snapshot.replace(self.snapshot)
        self.next_journal.replace(self.journal)
        sync_folder(self.snapshot.parent)
        if not keep:
            # What failed is the second copy; the first one holds.
            with suppress(OSError):
                self._renew_older(content)

    def _make_next(self, content: bytes, header: Header) -> None:
        """The new pair beside the present one; no half of it is left where there is no room for all."""
        try:
            _write(self.next_snapshot, content)
            _write(self.next_journal, header.line())
        except OSError:
            self.next_snapshot.unlink(missing_ok=True)
            raise

    def _renew_older(self, content: bytes) -> None:
        """The older pair becomes a copy of the snapshot and the journal itself, so that both stay in step."""
        _write(self.next_snapshot, content)
        self.next_snapshot.replace(self.older_snapshot)
        _link(self.journal, self.older_journal)
        sync_folder(self.snapshot.parent)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _write(path: Path, content: bytes) -> None:
    """A file of the user's own, on disk when this returns."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        write_all(descriptor, content)
        synchronise(descriptor)
    finally:
        os.close(descriptor)


def _link(path: Path, name: Path) -> None:
    """Gives a file a second name in place of what had it; a copy where the file system has no links."""
    temporary = name.with_name(name.name + ".new")
    temporary.unlink(missing_ok=True)
    try:
        os.link(path, temporary)
    except OSError:
        _write(temporary, path.read_bytes())
    temporary.replace(name)
    # Renaming one of two names of the same file over the other does nothing (rename(2)).
    temporary.unlink(missing_ok=True)
