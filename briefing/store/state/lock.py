"""An exclusive lock between processes, held on a file beside the one it guards."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import StoreError

LOCK_SECONDS = 10.0
"""How long to wait for another session; on a busy machine one that waits is passed over again and again."""

_PAUSE = 0.001

try:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        """Takes the lock if it is free (flock(2): it goes with the process, also when that is killed)."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

except ImportError:  # Windows
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        """Takes the lock if it is free."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Holds the lock file `path` (created with mode 0600) for the block.

    Raises:
        StoreError: another session holds it for longer than `LOCK_SECONDS`, or the folder is not writable.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError as error:
        raise StoreError(
            str(path), f"cannot be opened ({error.strerror}).", "Check the folder's permissions."
        ) from error
    try:
        _wait(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, path: Path) -> None:
    """Polls for the lock until its time is up."""
    deadline = time.monotonic() + LOCK_SECONDS
    try:
        while not _try_lock(descriptor):
            if time.monotonic() > deadline:
                raise StoreError(str(path), "another session is busy with the reading state.", "Try again in a moment.")
            time.sleep(_PAUSE)
    except OSError as error:
        hint = "The state must lie on a file system with locks; set XDG_DATA_HOME to a local folder."
        raise StoreError(str(path), f"cannot be locked ({error.strerror}).", hint) from error
