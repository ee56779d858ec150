"""Which strategy a user found readable in which terminal, remembered by the terminal's name."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import cast, get_args

from briefing import paths
from briefing.errors import DataError, StoreError
from briefing.terminal.strategy import Wish


def remembered(key: str) -> Wish | None:
    """The choice for a terminal (`Identity.key`). Raises DataError if the file holds anything else than choices."""
    return _choices().get(key)


def remember(key: str, choice: Wish) -> None:
    """Keeps a choice. Raises DataError for a damaged file, StoreError if it cannot be written."""
    _write({**_choices(), key: choice})


def forget(key: str) -> bool:
    """Drops the choice for a terminal and says whether there was one; the same errors as `remember`."""
    choices = _choices()
    if choices.pop(key, None) is None:
        return False
    _write(choices)
    return True


def _choices() -> dict[str, Wish]:
    """All choices."""
    path = paths.choices_file()
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise DataError(str(path), "the file", "", f"cannot be read: {error}") from None
    if not isinstance(found, dict):
        raise DataError(str(path), "the file", found, "must be an object of terminal names and choices")
    for name, choice in found.items():
        if choice not in get_args(Wish):
            raise DataError(str(path), name, choice, f"must be one of {', '.join(get_args(Wish))}")
    return cast("dict[str, Wish]", found)


def _write(choices: dict[str, Wish]) -> None:
    """The whole file anew, renamed over the old one, so that a reader sees one or the other."""
    path = paths.choices_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, json.dumps(choices, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    except OSError as error:
        raise StoreError(str(path), f"cannot be written: {error.strerror}") from None


def _replace(path: Path, text: str) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
