"""Other users of the machine: a function run as one of them, in a process of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing import paths


class User(NamedTuple):
    """Somebody with an own home."""

    uid: int
    home: Path
    groups: tuple[int, ...] = ()

    def briefing(self, *arguments: object, stdin: str = "", umask: int = 0o022) -> Done:
        """What `briefing` does for this user."""
        with tempfile.TemporaryFile("w+") as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            pid = os.fork()
            if pid == 0:
                _become(self, (given.fileno(), out.fileno(), err.fileno()), umask, lambda: _run(arguments))
            _, status = os.waitpid(pid, 0)
            out.seek(0)
            err.seek(0)
            return Done(os.waitstatus_to_exitcode(status), out.read().decode(), err.read().decode())


class Done(NamedTuple):
    """A finished command."""

    returncode: int
    stdout: str
    stderr: str


def _become(user: User, streams: Sequence[int], umask: int, act: Callable[[], object]) -> None:
    """In the child: loads what the act needs while everything can be read, then becomes the user and acts."""
    code = 99
    try:
        _load_program()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, m, encoding="utf-8") for n, m in enumerate("rww"))
        os.setgroups(user.groups)
        os.setgid(user.uid)
        os.setuid(user.uid)
        os.umask(umask)
        os.environ[paths.HOME_VARIABLE] = str(user.home)
        os.chdir("/")
        act()
    except SystemExit as stop:
        code = int(stop.code or 0)
    except Exception:  # noqa: BLE001 (whatever it is, the parent is told)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _load_program() -> None:
    """Runs the commands once in a library of its own: Python itself may lie where another user cannot read."""
    home = tempfile.mkdtemp()
    os.environ[paths.HOME_VARIABLE] = home
    before, system = os.dup(1), paths.SYSTEM_CONFIG
    paths.SYSTEM_CONFIG = Path("/nowhere")
    silent = os.open(os.devnull, os.O_RDWR)
    saved = os.dup(0), before, os.dup(2)
    for stream in range(3):
        os.dup2(silent, stream)
    text = Path(home, "a.txt")
    text.write_text("Title of it\n\n“It is so,” said Maria Keller, who chairs the union of the dockers.")
    backup = Path(home, "a.tar")
    marking = (["star", "1"], ["list", "--starred"], ["remove", "1"])
    upkeep = (["backup", backup], ["restore", backup, "--yes"], ["doctor"])
    for command in (["add", text], ["list"], ["show", "1"], *marking, *upkeep):
        with contextlib.suppress(SystemExit):
            _run(command)
    for stream, descriptor in enumerate(saved):
        os.dup2(descriptor, stream)
    shutil.rmtree(home)
    paths.SYSTEM_CONFIG = system


def _run(arguments: Sequence[object]) -> None:
    from briefing.cli import main

    main([str(argument) for argument in arguments])
