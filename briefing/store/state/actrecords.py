"""What an act changed, as its document keeps it: equal changes of many documents stand once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from briefing.store.state.snapshot import dumps

WHOLE = ("notes-", "corrections-")
"""What the names of tables begin with whose documents are only undone as a whole."""

Fields = dict[str, list[Any]]
"""For each field its values before and after; None for a field that is not there."""

_TIME = "_at"
"""What the name of a field ends with that says when another one was set."""


class Group(NamedTuple):
    """Documents whose fields were changed in the same way."""

    fields: Fields
    documents: dict[str, list[str]]
    """Ids by table."""

    def stored(self) -> dict[str, Any]:
        """The group as JSON."""
        return {"fields": self.fields, "documents": self.documents}


def grouped(changed: Iterable[tuple[str, str, Fields]]) -> list[Group]:
    """Changes of single documents by what they have in common."""
    groups: dict[bytes, Group] = {}
    for table, key, fields in changed:
        group = groups.setdefault(dumps(fields), Group(fields, {}))
        group.documents.setdefault(table, []).append(key)
    return list(groups.values())


def groups_of(stored: object) -> list[Group]:
    """The groups of an act's document; what is none is left out."""
    entries = stored if isinstance(stored, list) else []
    return [Group(entry["fields"], entry["documents"]) for entry in entries if _is_group(entry)]


def documents(groups: Iterable[Group]) -> Iterator[tuple[str, str, Fields]]:
    """Table, id and changed fields of each document, table by table."""
    found = [(table, key, group.fields) for group in groups for table, keys in group.documents.items() for key in keys]
    yield from sorted(found, key=lambda entry: entry[0])


def after(groups: Iterable[Group]) -> dict[str, dict[str, dict[str, Any]]]:
    """The fields' new values: table -> id -> field -> value."""
    values: dict[str, dict[str, dict[str, Any]]] = {}
    for table, key, fields in documents(groups):
        values.setdefault(table, {})[key] = {name: pair[1] for name, pair in fields.items()}
    return values


def keys(groups: Iterable[Group]) -> list[str]:
    """Content keys of the articles that were changed."""
    found: list[str] = []
    for table, key, fields in documents(groups):
        article = key if len(table) == 2 else next((pair for pair in reversed(fields.get("key", [])) if pair), None)
        found += [article] if isinstance(article, str) else []
    return list(dict.fromkeys(found))


def units(table: str, fields: Iterable[str]) -> dict[str, list[str]]:
    """The fields that are only undone together: a mark and its time, all of a note or a correction."""
    found: dict[str, list[str]] = {}
    for name in fields:
        found.setdefault("" if table.startswith(WHOLE) else name.removesuffix(_TIME), []).append(name)
    return found


def noun(command: str) -> str:
    """What the documents are that an act of this name changed."""
    return "correction" if command.startswith("correct ") else "article"


def count(groups: Iterable[Group]) -> int:
    """How many documents were changed."""
    return sum(len(keys) for group in groups for keys in group.documents.values())


def size(groups: Iterable[Group]) -> int:
    """Bytes that the groups take."""
    return len(dumps([group.stored() for group in groups]))


def _is_group(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(name), dict) for name in ("fields", "documents"))
