"""The pictures in screenshots/, taken from the real program in real terminals; to be run by hand.

    python -m tests.terminal.pictures [NAME ...]

Each starts a terminal on a virtual screen with `briefing demo` in it, types keys and saves what is seen. Needs Xvfb,
xdotool and ImageMagick's `import`; on Debian:

    apt-get install xvfb xdotool imagemagick dbus-daemon fonts-dejavu-core tmux
    apt-get install xterm xfce4-terminal konsole kitty mlterm alacritty foot weston
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.terminal.virtualscreen import virtual_screen, wayland

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "screenshots"
DISPLAY = ":98"
XTERM = ("xterm", "-fa", "DejaVu Sans Mono", "-fs", "11", "-bg", "black", "-fg", "gray90", "-b", "4", "-geometry")
VTE = ("dbus-run-session", "xfce4-terminal", "--disable-server", "--hide-menubar", "--hide-scrollbar", "--geometry")
KONSOLE = ("dbus-run-session", "konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "--geometry")
KITTY = ("kitty", "-o", "font_family=DejaVu Sans Mono", "-o", "remember_window_size=no", "-o")
ALACRITTY = ("alacritty", "-o", "font.size=8.0", "-o", 'font.normal.family="DejaVu Sans Mono"', "-o")
FOOT = ("foot", "--font=DejaVu Sans Mono:size=10")
MLTERM = ("mlterm", "-w", "14", "-g")
EXECUTE = {
    VTE: ("-x",),
    KITTY: ("-o", "initial_window_height=40c"),
    ALACRITTY: ("-o", "window.dimensions.lines=40", "-e"),
    FOOT: (),
}
"""What parts a terminal's own arguments from the program, where it is not `-e`."""
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
    "alacritty-120x40": Picture(ALACRITTY, "window.dimensions.columns=120", READING),
    "foot-120x40": Picture(FOOT, "--log-level=none", READING),
    "mlterm-120x40": Picture(MLTERM, "120x40", READING),
    "vte-tmux-120x40": Picture(VTE, "120x40", READING, tmux=True),
}


def take(name: str, picture: Picture, home: str, wayland: Mapping[str, str]) -> None:
    """Saves one picture; `wayland` are the variables of a compositor, for a terminal that needs one."""
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
        **wayland,
    }
    program = (sys.executable, "-m", "briefing", *picture.arguments)
    inside = (*TMUX, " ".join(program), *STATUS_OFF) if picture.tmux else program
    execute = EXECUTE.get(picture.terminal, ("-e",))
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
    with virtual_screen(DISPLAY, "1400x1000"):
        for name in names or PICTURES:
            picture = PICTURES[name]
            compositor = wayland(DISPLAY, 970, 690) if picture.terminal == FOOT else contextlib.nullcontext({})
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, compositor as variables:
                take(name, picture, home, variables)


if __name__ == "__main__":
    main(sys.argv[1:])
