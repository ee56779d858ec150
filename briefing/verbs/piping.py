"""Handing text to another program that takes the terminal over for a while."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def feed(command: str | Sequence[str], text: str) -> int:
    """Runs a command with a text as its standard input, and waits; its exit status, 128 + n if signal n ended it.

    A string is a line for the shell. ^C is the command's own while it runs.

    Raises:
        OSError: the command cannot be started.
    """
    with _keyboard_lent():
        done = subprocess.run(command, input=text.encode(), shell=isinstance(command, str), check=False)  # noqa: S603
    return done.returncode if done.returncode >= 0 else 128 - done.returncode


@contextmanager
def _keyboard_lent() -> Iterator[None]:
    """^C does nothing here; unlike an ignored signal it still does something in the programs that are started."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
