"""The TUI as a program over a trial library: `python -m tests.terminal.program LIBRARY [ORDER] [linear] [mouse]`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from briefing.bidi.layout import Order, Setting
from briefing.config import Settings
from briefing.terminal.drawing import LINEAR, Drawing
from tests.terminal.session import Session
from tests.tui.articles import open_library

ROOT = Path(__file__).parents[2]
_KEPT = ("PATH", "HOME", "LANG", "TZ")


def start(
    library: Path,
    *switches: str,
    columns: int = 120,
    rows: int = 40,
    order: Order = "logical",
    env: Mapping[str, str] | None = None,
) -> Session:
    """The TUI in a terminal of 16 colours, with nothing of the outer terminal in its environment.

    `switches` are `linear`, `mouse`, and `ahead:` with keys that were typed before the program had the terminal.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    variables = {**kept, "TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **(env or {})}
    argv = [sys.executable, "-m", "tests.terminal.program", str(library), order, *switches]
    return Session(argv, columns=columns, rows=rows, env=variables)


def main(path: str, order: Order = "logical", *switches: str) -> int:
    """Runs the TUI; the exit code is the program's."""
    from briefing.tui.app import run

    settings = Settings(Path(path), mouse="mouse" in switches)
    drawing = LINEAR if "linear" in switches else Drawing(Setting(order))
    ahead = next((switch.removeprefix("ahead:") for switch in switches if switch.startswith("ahead:")), "")
    with open_library(settings) as library:
        return run(library, settings, drawing, typed_ahead=ahead.encode())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))  # type: ignore[arg-type]
