"""The pictures in screenshots/, taken from the real program in real terminals; to be run by hand.

    python -m tests.terminal.pictures [NAME ...]

Each starts a terminal on a virtual screen with `briefing demo` in it, types keys and saves what is seen. Needs Xvfb,
xdotool and ImageMagick's `import`; on Debian:

    apt-get install xvfb xdotool imagemagick dbus-daemon fonts-dejavu-core tmux
    apt-get install xterm xfce4-terminal konsole kitty mlterm
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "screenshots"
DISPLAY = ":98"
XTERM = ("xterm", "-fa", "DejaVu Sans Mono", "-fs", "11", "-bg", "black", "-fg", "gray90", "-b", "4", "-geometry")
VTE = ("dbus-run-session", "xfce4-terminal", "--disable-server", "--hide-menubar", "--hide-scrollbar", "--geometry")
KONSOLE = ("dbus-run-session", "konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "--geometry")
KITTY = ("kitty", "-o", "font_family=DejaVu Sans Mono", "-o", "remember_window_size=no", "-o")
MLTERM = ("mlterm", "-w", "14", "-g")
TMUX = ("tmux", "-L", "briefing-pictures", "-f", "/dev/null", "new-session", "-s", "briefing")
STATUS_OFF = (";", "set-option", "status", "off")


class Picture(NamedTuple):
    """What is seen where, after which keys (names of xdotool)."""

    terminal: tuple[str, ...]
    size: str
    keys: tuple[str, ...]
    tmux: bool = False
    arguments: tuple[str, ...] = ("demo",)


READING = ("j", "j", "Return", "parenright", "parenright", "parenright")
PICTURES = {
    "list-80x24": Picture(XTERM, "80x24", (), tmux=True),
    "reading-80x24": Picture(XTERM, "80x24", ("j", "j", "Return"), tmux=True),
    "reading-120x40": Picture(XTERM, "120x40", READING, tmux=True),
    "english-120x40": Picture(XTERM, "120x40", ("j", "Return", "parenright"), tmux=True),
    "help-120x40": Picture(XTERM, "120x40", ("question",), tmux=True),
    "konsole-120x40": Picture(KONSOLE, "1100x800", READING),
    "kitty-120x40": Picture(KITTY, "initial_window_width=120c", READING),
    "mlterm-120x40": Picture(MLTERM, "120x40", READING),
    "vte-tmux-120x40": Picture(VTE, "120x40", READING, tmux=True),
}


@contextlib.contextmanager
def screen() -> Iterator[None]:
    """A virtual screen."""
    server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1400x1000x24"], stderr=subprocess.DEVNULL)
    time.sleep(1.5)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def take(name: str, picture: Picture, home: str) -> None:
    """Saves one picture."""
    kept = {
        key: value for key, value in os.environ.items() if key not in ("TMUX", "STY", "NO_COLOR", "COLUMNS", "LINES")
    }
    environment = {
        **kept,
        "DISPLAY": DISPLAY,
        "BRIEFING_HOME": home,
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    program = (sys.executable, "-m", "briefing", *picture.arguments)
    inside = (*TMUX, " ".join(program), *STATUS_OFF) if picture.tmux else program
    execute = {VTE: ("-x",), KITTY: ("-o", "initial_window_height=40c")}.get(picture.terminal, ("-e",))
    command = [*picture.terminal, picture.size, *execute, *inside]
    terminal = subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True)
    try:
        time.sleep(5)
        # Without a window manager the window below the pointer gets the keys.
        subprocess.run(["xdotool", "mousemove", "100", "100"], env=environment, check=True)
        for key in picture.keys:
            subprocess.run(["xdotool", "key", key], env=environment, check=True)
            time.sleep(0.3)
        time.sleep(1)
        window = ["import", "-window", "root", "-trim", "+repage", str(FOLDER / f"{name}.png")]
        subprocess.run(window, env=environment, check=True)
    finally:
        subprocess.run(["tmux", "-L", "briefing-pictures", "kill-server"], capture_output=True, check=False)
        os.killpg(terminal.pid, signal.SIGTERM)
        terminal.wait()
    print(f"screenshots/{name}.png")


def main(names: list[str]) -> None:
    """Takes the pictures named, or all."""
    with screen():
        for name in names or PICTURES:
            with tempfile.TemporaryDirectory() as home:
                take(name, PICTURES[name], home)


if __name__ == "__main__":
    main(sys.argv[1:])
