"""Opening the interactive reader, if this is a terminal that can show it."""

from __future__ import annotations

import os
import sys

from briefing.cli import scope
from briefing.errors import TerminalError


def open_reader() -> int:
    """Runs the reader; returns its exit code.

    Raises:
        TerminalError: input or output is not a terminal, or a dumb one; names the one-shot commands.
    """
    _require_terminal()
    settings = scope.settings()
    with scope.open_library() as library:
        from briefing.tui.app import run

        if settings.linear:
            from briefing.terminal.drawing import LINEAR

            return run(library, settings, LINEAR)
        from briefing.terminal import current
        from briefing.terminal.bidiswitch import BidiSwitch
        from briefing.terminal.drawing import reader_drawing

        # Asked before the reader starts, since where text stands depends on the answers.
        terminal = current.terminal(is_terminal=True)
        drawing = reader_drawing(terminal.decision, terminal.identity)
        with BidiSwitch(terminal.decision, terminal.identity) as switch:
            return run(library, settings, drawing, switch, typed_ahead=terminal.answers.lost)


def _require_terminal() -> None:
    """Textual reads standard input and draws on standard error."""
    hint = "Use the one-shot commands here: briefing list, briefing show 12, briefing quotes; see briefing --help."
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise TerminalError("The reader needs a terminal, and this is not one.", hint)
    if os.environ.get("TERM", "dumb") == "dumb":
        raise TerminalError("The reader cannot draw on a dumb terminal (TERM).", hint)
