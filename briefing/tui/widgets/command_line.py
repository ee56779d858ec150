"""The line behind the colon."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from briefing.tui.messages import CommandGiven


class CommandLine(Input):
    """One command; Enter gives it, Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave")]

    def __init__(self) -> None:
        super().__init__(
            id="command", compact=True, select_on_focus=False, placeholder="12  12q4  12.1  /kashmir  next  q  help"
        )
        # A blinking cursor writes to the terminal for ever.
        self.cursor_blink = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hands the line over."""
        event.stop()
        self.post_message(CommandGiven(event.value))

    def action_leave(self) -> None:
        """Goes back without a command."""
        self.post_message(CommandGiven(None))
