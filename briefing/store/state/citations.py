"""Which articles somebody has cited: a file of content keys, a line each, that only grows."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.errors import StoreError

FILE = "cited"
"""Its name, beside the reading state."""


def note(file: Path, key: str) -> None:
    """Adds an article's key unless it is there. Raises StoreError."""
    if key in cited(file):
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            # One short write in append mode: sessions that do so at once do not mix their lines.
            os.write(descriptor, f"{key}\n".encode())
        finally:
            os.close(descriptor)
    except OSError as error:
        hint = "The citation is good, but retention will not know of it."
        raise StoreError(str(file), f"cannot be written ({error.strerror}).", hint) from error


def cited(file: Path) -> set[str]:
    """Keys of all articles cited. Raises StoreError."""
    try:
        return set(file.read_text(encoding="utf-8", errors="replace").split())
    except FileNotFoundError:
        return set()
    except OSError as error:
        raise StoreError(str(file), f"cannot be read ({error.strerror}).") from error
