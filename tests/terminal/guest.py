"""What runs on a fake terminal: takes it as its controlling terminal, then does what the first argument says."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import termios
from dataclasses import asdict
from pathlib import Path


def survey(path):
    """Writes what was found out about the terminal."""
    from briefing.terminal import current

    told = []
    current.one_shot("خبر", True, told.append)
    found = current.terminal(is_terminal=True)
    Path(path).write_text(
        json.dumps(
            {
                "title": found.identity.title,
                "decision": asdict(found.decision),
                "answers": asdict(found.answers),
                "input": waiting(),
                "told": told,
            },
            default=lambda value: value.decode("latin-1"),
        )
    )


def waiting():
    """What stands in the terminal's input."""
    import select

    settings = termios.tcgetattr(0)
    settings[3] &= ~termios.ICANON
    termios.tcsetattr(0, termios.TCSANOW, settings)
    text = b""
    while select.select([0], [], [], 0.05)[0]:
        text += os.read(0, 4096)
    settings[3] |= termios.ICANON
    termios.tcsetattr(0, termios.TCSANOW, settings)
    return text.decode("latin-1")


def switched(path, how):
    """Turns the terminal's bidi off, shows a line, and ends in the way that `how` says."""
    from briefing.terminal import current
    from briefing.terminal.bidiswitch import BidiSwitch

    found = current.terminal(is_terminal=True)
    own = BidiSwitch(found.decision, found.identity)
    own.off()
    sys.stdout.write("drawing\n\x1b[?1049h\x1b[2J" + "row\r\n" * 20)
    sys.stdout.flush()
    if how == "suspend":
        own.on()
        sys.stdout.write("suspended\n")
        sys.stdout.flush()
        own.off(rows=3)
    if how == "crash":
        raise RuntimeError("crash")
    if how == "exit":
        sys.stdout.write("\x1b[?1049l")
        sys.stdout.flush()
        own.on()
        own.on()
    Path(path).write_text(json.dumps({"decision": asdict(found.decision), "passthrough": passthrough()}))


def passthrough():
    """The pane's own setting of tmux, if this is one."""
    if "TMUX" not in os.environ:
        return None
    show = ["tmux", "show-options", "-pv", "allow-passthrough"]
    return subprocess.run(show, capture_output=True, text=True, check=True).stdout.strip()


def tmux(socket, path, how):
    """Runs `switched` in a tmux of its own, attached to this terminal."""
    command = f"{sys.executable} -m tests.terminal.guest switched {path} {how}"
    os.execvp("tmux", ["tmux", "-S", socket, "-f", "/dev/null", "new-session", command])


def program(*arguments):
    """Runs `briefing`."""
    from briefing.cli import main

    main(arguments)


if __name__ == "__main__":
    if os.getsid(0) == os.getpid():
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    {"survey": survey, "switched": switched, "tmux": tmux, "program": program}[sys.argv[1]](*sys.argv[2:])
