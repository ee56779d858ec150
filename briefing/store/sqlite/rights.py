"""Rights of the library's files: a folder that a group keeps together gets files that the group may write."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_GROUP_FILE = 0o664


def made(path: Path) -> bool:
    """Makes an empty file unless it is there; whether it was made.

    SQLite itself makes files that no group may write, whatever the umask (SQLITE_DEFAULT_FILE_PERMISSIONS), and
    gives its journals the rights of the file they belong to.

    Raises:
        OSError: it cannot be made.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileExistsError:
        return False
    try:
        if is_shared(path.parent) and hasattr(os, "fchmod"):
            os.fchmod(descriptor, _GROUP_FILE)
    finally:
        os.close(descriptor)
    return True


def is_shared(folder: Path) -> bool:
    """Whether a group keeps this folder together: its files take the folder's group, and the group may add some."""
    mode = folder.stat().st_mode
    return bool(mode & stat.S_ISGID and mode & stat.S_IWGRP)


def is_writable(path: Path) -> bool:
    """Whether this user may change the database at `path`: the file and, for its journal, the folder."""
    exists = os.path.exists(path)  # noqa: PTH110 (answers False where stat fails)
    return os.access(path.parent, os.W_OK | os.X_OK) and (not exists or os.access(path, os.W_OK))
