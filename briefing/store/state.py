"""What one reader did with which article: marks with their times, tags, notes, in documents of TinyDB's.

Documents are keyed by the article's content key and spread over 256 tables by its first two hex digits, so that a
change touches a small table. A tag is a field `tag:NAME` whose value is the time it was given, so that two sessions
that give an article different tags both prevail. What an article can have several of, such as notes, is a document
each, in the tables `notes-ab` of the articles of table `ab`, with the article's key in its field `key`.
Only articles that were touched have a document, and fields of a newer program stay as they are.

An article may be known under several keys: its state is found under any of them, its own key first.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.model import ArticleState
from briefing.store.acts import Acts, Changes
from briefing.store.articlestate import TAG, state_of
from briefing.store.operations import Document
from briefing.store.statefile import Stamp, StateFile
from briefing.store.undo import Reverted, redo, undo

SESSION_TABLE = "session"
_LAST = "last"

Aliases = Mapping[str, Sequence[str]]
"""For an article's own key the others that it is known under."""

NO_ALIASES: Aliases = {}


class StateStore:
    """The reading state of one user; safe for several sessions at once.

    Every change of marks, tags and notes is one act, on disk when the method returns; it gives the act's number, or
    None if all is so already. Methods raise StoreError when the state cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = StateFile(path)
        self.acts = Acts(self._file)

    def close(self) -> None:
        """Leaves the files in order."""
        self._file.close()

    def stamp(self) -> Stamp:
        """Changes whenever any session has changed the state."""
        return self._file.stamp()

    def reports(self) -> list[str]:
        """What had to be mended since the last call, in sentences for the reader."""
        return self._file.reports()

    def get(self, key: str, aliases: Sequence[str] = ()) -> ArticleState:
        """The state of one article; the default if it was never touched."""
        return self._file.ask(lambda view: state_of((key, *aliases), view))

    def get_many(self, keys: Iterable[str], aliases: Aliases = NO_ALIASES) -> dict[str, ArticleState]:
        """The states of several articles as they are at one moment."""
        wanted = list(keys)
        return self._file.ask(lambda view: {key: state_of((key, *aliases.get(key, ())), view) for key in wanted})

    def set_read(self, keys: Iterable[str], read: bool, at: str) -> int | None:
        """Marks articles read or unread at the time `at`; all of them or none."""
        fields = {"read": read, "read_at": at if read else None}
        return self._set("mark read" if read else "mark unread", at, keys, fields)

    def set_starred(self, keys: Iterable[str], starred: bool, at: str) -> int | None:
        """Stars or unstars articles at the time `at`; all of them or none."""
        fields = {"starred": starred, "starred_at": at if starred else None}
        return self._set("star" if starred else "unstar", at, keys, fields)

    def tag(self, keys: Iterable[str], tag: str, at: str) -> int | None:
        """Gives articles a tag; those that have it keep it, with its time."""
        with self._file.transaction():
            new = [key for key, state in self.get_many(keys).items() if tag not in state.tags]
            return self._set(f"tag {tag}", at, new, {TAG + tag: at})

    def untag(self, keys: Iterable[str], tag: str, at: str, aliases: Aliases = NO_ALIASES) -> int | None:
        """Takes a tag from articles, under whichever of their keys they have it."""
        known = [name for key in keys for name in (key, *aliases.get(key, ()))]
        return self._set(f"untag {tag}", at, known, {TAG + tag: None})

    def note(self, key: str, text: str, at: str) -> int | None:
        """Adds a note to an article."""
        return self.put("notes", key, secrets.token_hex(8), {"text": text, "at": at}, "note", at)

    def put(self, kind: str, key: str, name: str, fields: Document, command: str, at: str) -> int | None:
        """Sets fields of one of an article's documents of a kind (`notes`, or one of the caller's own), by its id."""
        table = {name: {"key": key, **fields}}
        return self.acts.perform(command, at, {f"{kind}-{table_of(key)}": table})

    def kept(self, kind: str, key: str) -> dict[str, Document]:
        """An article's documents of a kind by their ids, under this key."""
        documents = self._file.table(f"{kind}-{table_of(key)}")
        return {name: document for name, document in documents.items() if document.get("key") == key}

    def perform(self, command: str, at: str, changes: Changes) -> int | None:
        """Makes several changes of documents as one act."""
        return self.acts.perform(command, at, changes)

    def read(self) -> dict[str, dict[str, Document]]:
        """All documents of articles: table -> id -> document; without acts and sessions."""
        return self._file.ask(lambda view: {name: view.table(name) for name in view.names() if is_of_articles(name)})

    def undo(self, at: str, number: int | None = None) -> Reverted:
        """Undoes the last act, or one by itself; see `store.undo`."""
        return undo(self.acts, at, number)

    def redo(self, at: str) -> Reverted:
        """Does again what was undone last; see `store.undo`."""
        return redo(self.acts, at)

    def last_session(self) -> str | None:
        """When the last TUI session of this user ended, or None before the first one."""
        document = self._file.document(SESSION_TABLE, _LAST)
        ended = document.get("ended") if document else None
        return ended if isinstance(ended, str) else None

    def end_session(self, at: str) -> None:
        """Notes that a TUI session ended; no act of the reader's."""
        with self._file.transaction():
            self.acts.merge({SESSION_TABLE: {_LAST: {"ended": at}}})

    def _set(self, command: str, at: str, keys: Iterable[str], fields: dict[str, Any]) -> int | None:
        """Sets the same fields of several articles."""
        changes: dict[str, dict[str, dict[str, Any]]] = {}
        for key in keys:
            changes.setdefault(table_of(key), {})[key] = fields
        return self.acts.perform(command, at, changes)


def table_of(key: str) -> str:
    """The table of a key: its first two hex digits."""
    return key[:2]


def is_of_articles(table: str) -> bool:
    """Whether a table holds articles' own documents (`ab`) or those of a kind (`notes-ab`)."""
    return table != SESSION_TABLE and not table.startswith(("acts-", "act-"))
