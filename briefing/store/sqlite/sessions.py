"""Who has a library open: sessions share a lock file beside it; who replaces or rebuilds the library holds it alone.

The lock is never on the library itself: closing a second descriptor of that file would drop SQLite's own
locks (https://sqlite.org/howtocorrupt.html §2.2).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import StoreError
from briefing.store.sqlite.rights import made

WAIT_SECONDS = 5.0
"""How long to wait for other sessions."""

_PAUSE = 0.02

try:
    import fcntl

    def _lock(descriptor: int, *, alone: bool) -> bool:
        """Takes the lock, or turns one kind into the other (flock(2)); False, and none is held, if others hold it."""
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

except ImportError:  # Windows neither shares locks nor lets an open file be replaced

    def _lock(descriptor: int, *, alone: bool) -> bool:
        del descriptor, alone
        return True


class Session:
    """One session's claim on the library at `path`, shared with others until `alone` is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = _opened(path.with_name(path.name + ".sessions"))

    def join(self) -> None:
        """Claims the library beside others.

        Raises:
            StoreError: somebody replaces or rebuilds it, and takes longer than `WAIT_SECONDS`.
        """
        self._wait(lambda: self._take(alone=False), "the library is being brought up to date or restored.")

    def alone(self, until: Callable[[], bool] = lambda: False) -> None:
        """Claims the library for this session only, unless meanwhile `until` comes true; then as `join` does.

        Raises:
            StoreError: other sessions have it open for longer than `WAIT_SECONDS`.
        """
        self._wait(
            lambda: until() or self._take(alone=True),
            "other sessions have the library open, and it has to be changed as a whole.",
            "Close them (readers, running syncs) and try again.",
        )
        if until():
            self.join()

    def close(self) -> None:
        """Gives the claim up."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _take(self, *, alone: bool) -> bool:
        return self._descriptor is None or _lock(self._descriptor, alone=alone)

    def _wait(self, done: Callable[[], bool], reason: str, hint: str = "Try again in a moment.") -> None:
        """Tries until it is done or the time is up."""
        deadline = time.monotonic() + WAIT_SECONDS
        while not done():
            if time.monotonic() > deadline:
                raise StoreError(str(self._path), reason, hint)
            time.sleep(_PAUSE)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Holds the library at `path` for this session only while the block runs.

    Raises:
        StoreError: other sessions have it open.
    """
    session = Session(path)
    try:
        session.alone()
        yield
    finally:
        session.close()


def _opened(file: Path) -> int | None:
    """A descriptor of the lock file; None where it is not there and cannot be made, as in a read-only folder."""
    flags = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(file, os.O_RDONLY | flags)
    except FileNotFoundError:
        pass
    except OSError:
        return None
    try:
        made(file)
        return os.open(file, os.O_RDONLY | flags)
    except OSError:
        return None
