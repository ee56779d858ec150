"""The connection to a library's file, with what belongs to its session and to its transaction."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.store.sqlite.sessions import Session


class Entry(NamedTuple):
    """What the full-text index holds of an article: words parted by blanks."""

    number: int
    title: str
    headings: str
    body: str
    words: str


class Connection(sqlite3.Connection):
    """A connection that carries its session's claim on the file."""

    session: Session | None = None
    wrote_at = 0.0
    """When the last change was made, by `time.monotonic`."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.waiting: dict[int, Entry] = {}
        """What the full-text index takes in, all at once, before the transaction ends (see `fulltext.settle`)."""

    def close(self) -> None:
        """Releases the file, then the claim."""
        super().close()
        if self.session:
            self.session.close()
