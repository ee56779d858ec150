"""A terminal without a screen: the far end of a real pty, which answers as the terminals of terminals.toml do."""

from __future__ import annotations

import fcntl
import json
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
import tomllib
from pathlib import Path

DATA = Path(__file__).parents[1] / "data/terminals.toml"
ROOT = Path(__file__).parents[2]
TERMINALS = {entry["what"]: entry for entry in tomllib.loads(DATA.read_text(encoding="utf-8"))["terminal"]}
REQUESTS = re.compile(rb"\x1b\[8\$p|\x1b\[>0?q|\x1b\[>c|\x1b\[c|\x1b\[8[hl]")


class FakeTerminal:
    """Runs one process on a pty and plays the terminal for it.

    `answers` is an entry of terminals.toml. Before it answers anything it waits for `delay` seconds and types `keys`;
    with `raw` it sends those bytes instead of any answer.
    """

    def __init__(self, answers, *, delay=0.0, keys=b"", raw=None):
        self.answers, self.delay, self.keys, self.raw = answers, delay, keys, raw
        self.mode_8 = answers.get("mode_8")
        self.shown = b""
        self.pending = b""
        self.master, self.slave = os.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = self.settings()
        self.process = None

    def settings(self):
        """The line's settings as a process on it sees them."""
        return termios.tcgetattr(self.slave)

    def start(self, *arguments, **environment):
        """Starts `python -m tests.terminal.guest` with these arguments, the pty its terminal."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.terminal.guest", *map(str, arguments)],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            cwd=ROOT,
            env=self.environment(environment),
            start_new_session=True,
        )
        return self

    def environment(self, more):
        kept = {
            name: value for name, value in os.environ.items() if name.startswith(("BRIEFING", "PATH", "HOME", "LANG"))
        }
        return {**kept, **self.answers.get("environment", {}), **more}

    def play(self, until=None, seconds=20.0):
        """Answers until the process ends, or until what it wrote matches `until`; gives all it wrote so far."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if select.select([self.master], [], [], 0.05)[0]:
                self.take(os.read(self.master, 65536))
            elif until is None and self.process.poll() is not None:
                return self.shown
            if until is not None and re.search(until, self.shown):
                return self.shown
        raise AssertionError(f"the terminal saw only {self.shown!r}")

    def take(self, written):
        self.shown += written
        self.pending += written
        requests = list(REQUESTS.finditer(self.pending))
        if not requests:
            return
        self.pending = self.pending[requests[-1].end() :]
        time.sleep(self.delay)
        self.type(self.keys)
        self.keys = b""
        if self.raw is not None:
            self.type(self.raw)
            self.raw = b""
            return
        for request in requests:
            self.type(self.answer(request[0]))

    def answer(self, request):
        entry = self.answers
        if request in (b"\x1b[8h", b"\x1b[8l"):
            if self.mode_8 in (1, 2) and not entry.get("stubborn"):
                self.mode_8 = 1 if request.endswith(b"h") else 2
            return b""
        if request == b"\x1b[8$p":
            return b"" if self.mode_8 is None else b"\x1b[8;%d$y" % self.mode_8
        name, form = {
            b"\x1b[>0q": ("xtversion", "\x1bP>|{}\x1b\\"),
            b"\x1b[>q": ("xtversion", "\x1bP>|{}\x1b\\"),
            b"\x1b[>c": ("da2", "\x1b[>{}c"),
            b"\x1b[c": ("da1", "\x1b[?{}c"),
        }[request]
        return form.format(entry[name]).encode() if name in entry else b""

    def type(self, keys):
        os.write(self.master, keys)

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def report(path):
    """What the session wrote into its report file."""
    return json.loads(Path(path).read_text(encoding="utf-8"))
