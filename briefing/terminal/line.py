"""The line to the terminal, /dev/tty: written and read directly, without echo or line editing."""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

DEVICE = "/dev/tty"
"""The terminal of this process, also where its standard streams are pipes."""

MOST = 1 << 16
"""Bytes read at most in one exchange: no terminal sends a hundredth of them."""

_HELD = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)
"""Signals that would end or stop the process; they act when the terminal is as it was."""

_INPUT, _LOCAL, _CONTROL = 0, 3, 6
"""Places of the flags in what tcgetattr(3) gives."""


class Line:
    """An open line; see `open_line`."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._kept = b""
        self.lost = b""
        """Kept keys that the system did not take back."""

    def exchange(self, question: bytes, last: re.Pattern[bytes], limit: float) -> bytes:
        """Writes the question and gives what comes until `last` is among it, or for `limit` seconds."""
        received = b""
        deadline = time.monotonic() + limit
        # A terminal that has gone away fails to be read or written: it has nothing more to say.
        with suppress(OSError):
            os.write(self._descriptor, question)
            while not last.search(received) and len(received) < MOST:
                some = self._next(deadline)
                if not some:
                    break
                received += some
        return received

    def _next(self, deadline: float) -> bytes:
        """What has come, waited for until the deadline at most."""
        remaining = max(deadline - time.monotonic(), 0)
        ready = select.select([self._descriptor], [], [], remaining)[0]
        return os.read(self._descriptor, 4096) if ready else b""

    def keep(self, keys: bytes) -> None:
        """Notes keys to be given back when the line is closed."""
        self._kept += keys

    def give_back(self) -> None:
        """Puts the kept keys into the terminal's input again (TIOCSTI, which many systems forbid)."""
        import fcntl

        for index in range(len(self._kept)):
            try:
                fcntl.ioctl(self._descriptor, termios.TIOCSTI, self._kept[index : index + 1])
            except OSError:
                self.lost = self._kept[index:]
                return


@contextmanager
def open_line() -> Iterator[Line | None]:
    """The line to this process's terminal, or None if it has none or runs in its background.

    Whatever happens inside, the terminal's settings are afterwards what they were: signals that would end
    the process are held back until then.
    """
    try:
        descriptor = os.open(DEVICE, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        yield None
        return
    try:
        # A background process that touches the settings is stopped by SIGTTOU.
        if os.tcgetpgrp(descriptor) != os.getpgrp():
            yield None
            return
        line = Line(descriptor)
        with _signals_held(), _unbuffered(descriptor):
            yield line
        line.give_back()
    finally:
        os.close(descriptor)


@contextmanager
def _unbuffered(descriptor: int) -> Iterator[None]:
    """Keys come one by one, untranslated and without echo; what was typed ahead stays readable."""
    before = termios.tcgetattr(descriptor)
    during = [*before[:_CONTROL], list(before[_CONTROL])]
    during[_INPUT] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR)
    during[_LOCAL] &= ~(termios.ICANON | termios.ECHO)
    during[_CONTROL][termios.VMIN], during[_CONTROL][termios.VTIME] = 1, 0
    termios.tcsetattr(descriptor, termios.TCSANOW, during)
    try:
        yield
    finally:
        # The terminal may have gone away meanwhile; then there is nothing to put back.
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Keeps ending and stopping signals waiting."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
