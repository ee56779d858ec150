"""What one reader did with which article: marks with their times, tags, notes, in documents of TinyDB's.

Documents are keyed by the article's content key and spread over 256 tables by its first two hex digits, so that a
change touches a small table. A tag is a field `tag:NAME` whose value is the time it was given, so that two sessions
that give an article different tags both prevail. What an article can have several of, such as notes, is a document
each, in the tables `notes-ab` of the articles of table `ab`, with the article's key in its field `key`.
Only articles that were touched have a document, and fields of a newer program stay as they are.

An article may be known under several keys: its state is found under any of them, its own key first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model import ArticleState
from briefing.store.state.articlestate import TAG, state_of
from briefing.store.state.operations import Document
from briefing.store.state.statefile import Stamp, StateFile
from briefing.store.state.view import View

if TYPE_CHECKING:
    from briefing.store.state.acts import Acts, Changes
    from briefing.store.state.undo import Reverted

SESSION_TABLE = "session"
_LAST = "last"

Aliases = Callable[[Sequence[str]], Mapping[str, Sequence[str]]]
"""Gives for articles' own keys the others that they are known under; keys that have none may be left out."""


class StateStore:
    """The reading state of one user; safe for several sessions at once.

    Every change of marks, tags and notes is one act, on disk when the method returns; it gives the act's number, or
    None if all is so already. Methods raise StoreError when the state cannot be read or written.
    """

    def __init__(self, path: Path, aliases: Aliases = lambda _: {}) -> None:
        self.path = path
        self._file = StateFile(path)
        self._aliases = aliases

    @cached_property
    def acts(self) -> Acts:
        """What was done; reading the state needs nothing of it."""
        from briefing.store.state.acts import Acts

        return Acts(self._file)

    def close(self) -> None:
        """Leaves the files in order."""
        self._file.close()

    def stamp(self) -> Stamp:
        """Changes whenever any session has changed the state."""
        return self._file.stamp()

    def reports(self) -> list[str]:
        """What had to be mended since the last call, in sentences for the reader."""
        return self._file.reports()

    def get(self, key: str) -> ArticleState:
        """The state of one article; the default if it was never touched."""
        return self.get_many([key])[key]

    def get_many(self, keys: Iterable[str]) -> dict[str, ArticleState]:
        """The states of several articles as they are at one moment."""
        wanted = list(keys)

        def states(view: View) -> dict[str, ArticleState]:
            # Most readers have no state at first, and then nobody need be asked.
            aliases = self._aliases(wanted) if view.names() else {}
            return {key: state_of((key, *aliases.get(key, ())), view) for key in wanted}

        return self._file.ask(states)

    def set_read(self, keys: Iterable[str], read: bool, at: str) -> int | None:
        """Marks articles read or unread at the time `at`; all of them or none."""
        return self._mark("read", keys, read, at, "mark read" if read else "mark unread")

    def set_starred(self, keys: Iterable[str], starred: bool, at: str) -> int | None:
        """Stars or unstars articles at the time `at`; all of them or none."""
        return self._mark("starred", keys, starred, at, "star" if starred else "unstar")

    def tag(self, keys: Iterable[str], tag: str, at: str) -> int | None:
        """Gives articles a tag; those that have it keep it, with its time."""
        with self._file.transaction():
            new = [key for key, state in self.get_many(keys).items() if tag not in state.tags]
            return self._set(f"tag {tag}", at, new, {TAG + tag: at})

    def untag(self, keys: Iterable[str], tag: str, at: str) -> int | None:
        """Takes a tag from articles, under whichever of their keys they have it."""
        return self._set(f"untag {tag}", at, self._all_keys(list(keys)), {TAG + tag: None})

    def note(self, key: str, text: str, at: str) -> int | None:
        """Adds a note to an article."""
        import secrets

        return self.put("notes", key, secrets.token_hex(8), {"text": text, "at": at}, "note", at)

    def put(self, kind: str, key: str, name: str, fields: Document, command: str, at: str) -> int | None:
        """Sets fields of one of an article's documents of a kind (`notes`, or one of the caller's own), by its id."""
        table = {name: {"key": key, **fields}}
        return self.acts.perform(command, at, {f"{kind}-{table_of(key)}": table})

    def kept(self, kind: str, keys: Iterable[str]) -> dict[str, list[tuple[str, Document]]]:
        """Articles' documents of a kind with their ids, by own key, under whichever of its keys; without empty ones."""
        wanted = list(keys)

        def documents(view: View) -> dict[str, list[tuple[str, Document]]]:
            if not _holds(kind, view):
                return {}
            aliases = self._aliases(wanted)
            found = {key: list(_of_kind(kind, (key, *aliases.get(key, ())), view)) for key in wanted}
            return {key: entries for key, entries in found.items() if entries}

        return self._file.ask(documents)

    def has_kind(self, kind: str) -> bool:
        """Whether any article has documents of a kind."""
        return self._file.ask(lambda view: _holds(kind, view))

    def keys_with(self, kind: str) -> list[str]:
        """Keys under which there are documents of a kind."""

        def keys(view: View) -> list[str]:
            tables = (view.table(name) for name in view.names() if name.startswith(f"{kind}-"))
            found = (document.get("key") for table in tables for document in table.values())
            return list(dict.fromkeys(key for key in found if isinstance(key, str)))

        return self._file.ask(keys)

    def perform(self, command: str, at: str, changes: Changes) -> int | None:
        """Makes several changes of documents as one act."""
        return self.acts.perform(command, at, changes)

    def read(self) -> dict[str, dict[str, Document]]:
        """All documents of articles: table -> id -> document; without acts and sessions."""
        return self._file.ask(lambda view: {name: view.table(name) for name in view.names() if is_of_articles(name)})

    def undo(self, at: str, number: int | None = None) -> Reverted:
        """Undoes the last act, or one by itself; see `store.undo`."""
        from briefing.store.state.undo import undo

        return undo(self.acts, at, number)

    def redo(self, at: str) -> Reverted:
        """Does again what was undone last; see `store.undo`."""
        from briefing.store.state.undo import redo

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

    def _mark(self, field: str, keys: Iterable[str], value: bool, at: str, command: str) -> int | None:
        """Sets a flag and its time; one that is taken away goes from all keys of the article that have it."""
        own = list(keys)
        fields = {field: value, f"{field}_at": at if value else None}
        if value:
            return self._set(command, at, own, fields)
        with self._file.transaction():
            others = [key for key in self._all_keys(own) if (self._document(key) or {}).get(field) is True]
            return self._set(command, at, dict.fromkeys([*own, *others]), fields)

    def _document(self, key: str) -> Document | None:
        return self._file.document(table_of(key), key)

    def _all_keys(self, own: list[str]) -> list[str]:
        aliases = self._aliases(own)
        return [name for key in own for name in (key, *aliases.get(key, ()))]

    def _set(self, command: str, at: str, keys: Iterable[str], fields: dict[str, Any]) -> int | None:
        """Sets the same fields of several articles."""
        changes: dict[str, dict[str, dict[str, Any]]] = {}
        for key in keys:
            changes.setdefault(table_of(key), {})[key] = fields
        return self.acts.perform(command, at, changes)


def _holds(kind: str, view: View) -> bool:
    return any(name.startswith(f"{kind}-") for name in view.names())


def _of_kind(kind: str, keys: Iterable[str], view: View) -> Iterator[tuple[str, Document]]:
    """Ids and documents of a kind that belong to an article known under these keys."""
    for key in keys:
        for name, document in view.table(f"{kind}-{table_of(key)}").items():
            if document.get("key") == key:
                yield name, document


def table_of(key: str) -> str:
    """The table of a key: its first two hex digits."""
    return key[:2]


def is_of_articles(table: str) -> bool:
    """Whether a table holds articles' own documents (`ab`) or those of a kind (`notes-ab`)."""
    return table != SESSION_TABLE and not table.startswith(("acts-", "act-"))
