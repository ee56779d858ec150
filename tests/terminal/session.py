"""A program in a pseudo-terminal: keys in, screen and raw bytes out."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

DEADLINE = 20.0
"""Seconds after which a condition that has not come true is a failure."""


class Session:
    """One program of its own process group, controlled by a pty of a given size.

    `raw` holds every byte the program has written; `screen` what they look like.
    """

    def __init__(self, argv: Sequence[str], *, columns: int = 120, rows: int = 40, env: Mapping[str, str]) -> None:
        self.raw = b""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._status: int | None = None
        self._fd: int | None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], list(argv), dict(env))
        self._set_size(columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._fd is not None:
            os.close(self._fd)

    def hang_up(self) -> None:
        """Takes the terminal away, as a lost connection does."""
        os.close(self._fd)
        self._fd = None

    def send(self, keys: str) -> None:
        """Types keys as a terminal sends them."""
        os.write(self._fd, keys.encode())

    def signal(self, number: int) -> None:
        """Sends a signal to the program."""
        os.kill(self.pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Changes the terminal's size."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    @property
    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(self.screen.display)

    def wait_for(self, condition: Callable[[], bool], what: str = "the condition") -> None:
        """Reads until something is true of the screen or the bytes; fails after the deadline."""
        end = time.monotonic() + DEADLINE
        while not condition():
            left = end - time.monotonic()
            assert left > 0, f"{what} did not come true; the screen is\n{self.text}"
            self._read(min(left, 0.2))

    def wait_for_text(self, text: str) -> None:
        """Reads until a text is on the screen."""
        self.wait_for(lambda: text in self.text, repr(text))

    def settle(self, quiet: float = 0.3) -> int:
        """Reads until nothing more comes for a while; returns how many bytes came."""
        before, end = len(self.raw), time.monotonic() + DEADLINE
        while self._read(quiet):
            assert time.monotonic() < end, "the program does not stop writing"
        return len(self.raw) - before

    def wait_for_exit(self) -> int:
        """Reads until the program has ended; returns its exit code, or minus the signal that killed it."""
        self.wait_for(self._has_ended, "the end of the program")
        while self._read(0.1):
            pass
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)

    def is_stopped(self) -> bool:
        """Whether the program has been stopped since the last look."""
        pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
        if pid and not os.WIFSTOPPED(status):
            self._status = status
        return bool(pid) and os.WIFSTOPPED(status)

    def _has_ended(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = status if pid else None
        return self._status is not None

    def _read(self, timeout: float) -> bool:
        """Reads what is there within a time; False if nothing came."""
        if self._fd is None:
            time.sleep(min(timeout, 0.02))
            return False
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            # Linux reports the end of a pty as EIO; do not spin on it.
            time.sleep(min(timeout, 0.02))
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
