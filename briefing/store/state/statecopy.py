"""The reading state as one plain file: written out whole, and put in place of the present one."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.errors import StoreError
from briefing.store.state.lock import exclusive
from briefing.store.state.statefile import StateFile


def copy(state: Path, target: Path) -> bool:
    """Writes all tables as plain TinyDB JSON to `target`; False, and nothing is written, if there is no state."""
    file = StateFile(state)
    tables = file.read()
    file.close()
    if not tables:
        return False
    target.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    return True


def verify(path: Path) -> None:
    """Raises StoreError if the file is no state."""
    try:
        tables = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        tables = None
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise StoreError(str(path), "the reading state in the backup is damaged.", "Take another backup.")


def put_in_place(new: Path, state: Path, kept: Path) -> bool:
    """Makes `new` the reading state; the present files of the state go into the folder `kept`, if there are any.

    Raises:
        StoreError: another session is busy with the state, or the folder cannot be written.
    """
    lock = state.with_name(state.name + ".lock")
    try:
        state.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with exclusive(lock):
            present = [path for path in state.parent.glob(f"{state.name}*") if path not in (lock, new)]
            if present:
                kept.mkdir(mode=0o700)
            for path in present:
                path.replace(kept / path.name)
            new.replace(state)
    except OSError as error:
        raise StoreError(str(state), f"cannot be replaced ({error.strerror}).", "Check the folder.") from error
    return bool(present)
