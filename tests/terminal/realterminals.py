"""What is decided in the real terminals of this machine, each started on a virtual screen; to be run by hand.

    python -m tests.terminal.realterminals [FOLDER]

Prints for each terminal what it was taken for and what was decided; with FOLDER it also saves a picture of each with
`briefing doctor --test`. Needs Xvfb, and for pictures ImageMagick's `import`; on Debian:

    apt-get install xvfb imagemagick dbus-daemon xterm xfce4-terminal konsole kitty mlterm pterm tmux screen
    apt-get install alacritty foot weston
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.terminal.faketerminal import ROOT, report
from tests.terminal.virtualscreen import virtual_screen, wayland

DISPLAY = ":97"
VTE = ("dbus-run-session", "xfce4-terminal", "--disable-server", "-x")
KONSOLE = ("dbus-run-session", "konsole", "-e")
TERMINALS = {
    "xterm": ("xterm", "-fa", "DejaVu Sans Mono", "-fs", "11", "-e"),
    "vte": VTE,
    "konsole": KONSOLE,
    "kitty": ("kitty",),
    "alacritty": ("alacritty", "-e"),
    "foot": ("foot",),
    "mlterm": ("mlterm", "-e"),
    "pterm": ("pterm", "-e"),
    "vte-tmux": (*VTE, "tmux", "-L", "briefing-test", "-f", "/dev/null", "new-session"),
    "konsole-tmux": (*KONSOLE, "tmux", "-L", "briefing-test", "-f", "/dev/null", "new-session"),
    "vte-screen": (*VTE, "screen", "-U", "-S", "briefing-test"),
}
"""How each is told to run a command."""

SECONDS = 20


@contextlib.contextmanager
def surroundings(terminal):
    """The variables of what a terminal needs beside X11."""
    if terminal == "foot":
        with wayland(DISPLAY, 1000, 700) as variables:
            yield variables
    else:
        yield {}


def started(terminal, variables, *arguments):
    """The terminal, running a session of the tests."""
    # kitty draws with OpenGL, which a virtual screen does in software.
    environment = {**os.environ, "DISPLAY": DISPLAY, "LIBGL_ALWAYS_SOFTWARE": "1", "PYTHONPATH": str(ROOT)}
    environment |= variables
    for name in ("TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION"):
        environment.pop(name, None)
    command = [*TERMINALS[terminal], sys.executable, "-m", "tests.terminal.guest", *arguments]
    return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def found_in(terminal, variables, path):
    """What a process inside the terminal found out."""
    process = started(terminal, variables, "survey", str(path))
    try:
        process.wait(SECONDS)
    finally:
        process.kill()
    return report(path)


def picture_of(terminal, variables, path):
    """Saves the virtual screen with the sentence in each way on it."""
    process = started(terminal, variables, "program", "doctor", "--test")
    time.sleep(4)
    subprocess.run(["import", "-display", DISPLAY, "-window", "root", path], check=True)
    process.terminate()
    process.wait(SECONDS)
    for end in (["tmux", "-L", "briefing-test", "kill-server"], ["screen", "-S", "briefing-test", "-X", "quit"]):
        if shutil.which(end[0]):
            subprocess.run(end, capture_output=True, check=False)


def line_about(terminal, found):
    """One line of the table."""
    decision = found["decision"]
    parts = [found["title"], f"reader {decision['reader']}", f"switch {decision['switch']}"]
    parts += [f"commands {decision['one_shot']}", f"frame {decision['frame']}"]
    return f"{terminal:<13} " + ", ".join(parts) + (", stacked" if decision["stacked"] else "")


def main(pictures=None):
    """Goes through the terminals that are installed."""
    with virtual_screen(DISPLAY, "1000x700"), tempfile.TemporaryDirectory() as folder:
        os.environ["BRIEFING_HOME"] = folder
        for terminal, command in TERMINALS.items():
            if not all(map(shutil.which, {command[0], *({"tmux", "screen", "konsole"} & {*command})})):
                print(f"{terminal:<13} is not installed")
                continue
            with surroundings(terminal) as variables:
                found = found_in(terminal, variables, Path(folder, f"{terminal}.json"))
                print(line_about(terminal, found), flush=True)
                if pictures:
                    picture_of(terminal, variables, Path(pictures, f"{terminal}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:2])
