"""Undoing and redoing acts: a field goes back only where no later act has changed it."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import Any, NamedTuple

from briefing.errors import NotFoundError, UsageError
from briefing.store.state import actrecords
from briefing.store.state.actrecords import Fields, Group
from briefing.store.state.acts import Acts
from briefing.store.state.operations import Document

_Unit = tuple[str, str, str]
"""Table, document id, and the fields that change together."""


class Reverted(NamedTuple):
    """What undoing or redoing an act did."""

    number: int
    command: str
    changed: int
    """Documents that were changed."""
    left: int
    """Documents that were left alone, in all or in part, since they have been changed otherwise."""


def undo(acts: Acts, at: str, number: int | None = None) -> Reverted:
    """Undoes the last act that holds, or the one with this number by itself.

    Raises:
        NotFoundError: there is none.
        UsageError: it is undone already, or too long ago.
    """
    with acts.file.transaction():
        by_itself = number is not None
        number, act = _last(acts) if number is None else _named(acts, number)
        groups = acts.groups(number, act)
        if not groups:
            raise UsageError(f"Act {number} cannot be undone: what it changed is not kept any more.")
        changes, left = _turned(acts, groups, _changed_later(acts, number, groups), wanted=0)
        acts.merge(changes)
        done = Reverted(number, act["command"], sum(map(len, changes.values())), left)
        if done.changed or not by_itself:
            acts.amend(number, {"undone": acts.record({"at": at, "undoes": number}), "undone_at": at})
        return done


def redo(acts: Acts, at: str) -> Reverted:
    """Does again what was undone last, if no act has come after that.

    Raises:
        NotFoundError: there is no such act.
    """
    with acts.file.transaction():
        history = list(acts.history())
        undone = {act["undone"]: (number, act) for number, act in history if "undone" in act}
        newest = max(undone, default=0)
        if not undone or history[0][0] > newest:
            raise NotFoundError("act", "to redo", "What was undone can be redone until something else is done.")
        number, act = undone[newest]
        changes, left = _turned(acts, acts.groups(number, act), set(), wanted=1)
        acts.merge(changes)
        acts.record({"at": at, "redoes": number})
        acts.amend(number, {"undone": None, "undone_at": None})
        return Reverted(number, act["command"], sum(map(len, changes.values())), left)


def _turned(
    acts: Acts, groups: list[Group], taken: set[_Unit], *, wanted: int
) -> tuple[dict[str, dict[str, dict[str, Any]]], int]:
    """What gives the fields their values before (0) or after (1) an act, and how many documents are left alone."""
    changes: dict[str, dict[str, dict[str, Any]]] = {}
    left = 0
    for table, documents in groupby(actrecords.documents(groups), key=lambda entry: entry[0]):
        changed = {key: fields for _, key, fields in documents}
        present = acts.file.documents(table, changed)
        for key, fields in changed.items():
            units = actrecords.units(table, fields)
            free = [
                names
                for unit, names in units.items()
                if (table, key, unit) not in taken and _holds(present.get(key, {}), fields, names, 1 - wanted)
            ]
            left += len(free) < len(units)
            if free:
                changes.setdefault(table, {})[key] = {name: fields[name][wanted] for names in free for name in names}
    return changes, left


def _holds(document: Document, fields: Fields, names: list[str], side: int) -> bool:
    """Whether a document's fields have the values before (0) or after (1) the act."""
    return all(document.get(name) == fields[name][side] for name in names)


def _changed_later(acts: Acts, number: int, groups: list[Group]) -> set[_Unit]:
    """What later acts that hold have changed of the same documents."""
    own = {(table, key) for table, key, _ in actrecords.documents(groups)}
    return {
        (table, key, unit)
        for later, act in takewhile(lambda entry: entry[0] > number, acts.history())
        if "undone" not in act
        for table, key, fields in actrecords.documents(acts.groups(later, act))
        if (table, key) in own
        for unit in actrecords.units(table, fields)
    }


def _last(acts: Acts) -> tuple[int, Document]:
    """The newest act that holds."""
    for number, act in acts.history():
        if "undone" not in act:
            return number, act
    raise NotFoundError("act", "to undo", "briefing history lists what was done.")


def _named(acts: Acts, number: int) -> tuple[int, Document]:
    """The act with this number, if it holds."""
    act = acts.act(number)
    if act is None:
        raise NotFoundError("act", str(number), "briefing history lists those that are kept.")
    if "undone" in act:
        raise UsageError(f"Act {number} is undone already.", "briefing redo does again what was undone last.")
    return number, act
