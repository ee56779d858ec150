"""What one reader did with which article, in TinyDB: read and starred marks with their times.

Documents are keyed by the article's content key and spread over 256 tables by its first two hex digits,
so that a change touches a small table. Only articles that were touched have a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefing.model import ArticleState, Note
from briefing.store.statefile import Stamp, StateFile

SESSION_TABLE = "session"
_LAST = "last"


class StateStore:
    """The reading state of one user; safe for several sessions at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = StateFile(path)

    def stamp(self) -> Stamp:
        """Changes whenever any session has changed the state."""
        return self._file.stamp()

    def get(self, key: str) -> ArticleState:
        """The state of one article; the default if it was never touched."""
        return self.get_many([key])[key]

    def get_many(self, keys: Iterable[str]) -> dict[str, ArticleState]:
        """The states of several articles from one reading of the file."""
        tables = self._file.read() or {}
        return {key: _decoded(tables.get(_table_name(key), {}).get(key)) for key in keys}

    def set_read(self, keys: Iterable[str], read: bool, at: str) -> None:
        """Marks articles read or unread at the time `at`; all of them or none."""
        self._set(keys, {"read": read, "read_at": at if read else None})

    def set_starred(self, keys: Iterable[str], starred: bool, at: str) -> None:
        """Stars or unstars articles at the time `at`; all of them or none."""
        self._set(keys, {"starred": starred, "starred_at": at if starred else None})

    def last_session(self) -> str | None:
        """When the last TUI session of this user ended, or None before the first one."""
        document = (self._file.read() or {}).get(SESSION_TABLE, {}).get(_LAST)
        return _time(document.get("ended")) if isinstance(document, dict) else None

    def end_session(self, at: str) -> None:
        """Notes that a TUI session ended."""
        from briefing.store.storage import merge

        merge(self._file, SESSION_TABLE, _LAST, {"ended": at})

    def _set(self, keys: Iterable[str], values: dict[str, Any]) -> None:
        """Merges fields into several documents in one transaction."""
        from briefing.store.storage import merge

        with self._file.transaction():
            for key in keys:
                merge(self._file, _table_name(key), key, values)


def _table_name(key: str) -> str:
    """The table of a key: its first two hex digits."""
    return key[:2]


def _decoded(document: object) -> ArticleState:
    """A document as a value; fields of newer programs, and values that are none of ours, are left alone."""
    if not isinstance(document, dict):
        return ArticleState()
    tags, notes = document.get("tags"), document.get("notes")
    return ArticleState(
        read=document.get("read") is True,
        read_at=_time(document.get("read_at")),
        starred=document.get("starred") is True,
        starred_at=_time(document.get("starred_at")),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        notes=tuple(filter(None, map(_note, notes))) if isinstance(notes, list) else (),
    )


def _note(note: object) -> Note | None:
    if isinstance(note, dict) and isinstance(note.get("text"), str) and isinstance(note.get("at"), str):
        return Note(note["text"], note["at"])
    return None


def _time(value: object) -> str | None:
    return value if isinstance(value, str) else None
