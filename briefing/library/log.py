"""The log: what sources were asked and what came of it, for whoever looks after the program later.

A line holds the time (RFC 3339 in UTC), the process, and addresses, counts and errors; never an article's words.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing import clock, paths
from briefing.text.clean import clean_line

LIMIT = 1_000_000
"""Bytes from which a new file is begun; the one before it is kept beside it."""

_listeners: list[Callable[[str], object]] = []


def speak() -> None:
    """From now on what is noted stands on standard error, too."""
    _listeners[:] = [sys.stderr.write]


def note(said: str) -> None:
    """Adds a line. What the log tells of goes on where it cannot be written: there is nobody to tell."""
    line = f"{clock.now()} {os.getpid()} {clean_line(said)}\n"
    for hear in _listeners:
        hear(line)
    with suppress(OSError):
        _append(paths.log_file(), line.encode())


def _append(file: Path, line: bytes) -> None:
    """One write at the file's end, so that the lines of several processes stay whole."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if file.exists() and file.stat().st_size > LIMIT:
        file.replace(file.with_name(f"{file.name}.1"))
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, line)
    finally:
        os.close(handle)
