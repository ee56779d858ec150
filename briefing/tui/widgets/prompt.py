"""The line one types on, over the status bar: commands, searches, filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Input

from briefing.bidi.cells import cell_width, has_right_to_left
from briefing.bidi.layout import Row, Run, Setting, line
from briefing.model import Direction
from briefing.render import styles
from briefing.tui import strips
from briefing.tui.messages import PromptChanged, PromptKind

MARKS: dict[PromptKind, str] = {
    "command": ":",
    "find": "/",
    "filter": "f ",
    "search": "/",
    "tag": "tag: ",
    "note": "note: ",
    "save": "save as: ",
    "pipe": "pipe to: ",
    "correct": "correct: ",
    "carried": "y/n: ",
}
"""What stands before the line, by what is asked for."""

HINTS: dict[PromptKind, str] = {
    "command": "12  12q4  12.1  /kashmir  next  q  help",
    "find": "words of this article, however they are spelt",
    "filter": "is:unread lang:ar topic:kashmir speaker:لافروف newer:2w word not:word; empty shows all",
    "search": "words, “phrases” and fields, as in a filter; n and N go on",
    "tag": "kashmir; -kashmir takes it away",
    "note": "what you want to remember of this article",
    "pipe": "a command that reads the article's text: wc -w  lpr  less",
    "save": "report.md  ~/news/12.html  12.txt  12.json",
    "correct": "speaker's name  kind: none  label: TEXT  heading: TEXT  clear",
    "carried": "y: those carried over from it as well;  n: only this one",
}
"""What an empty line shows."""


class Prompt(Input):
    """One line; Enter hands it over, Escape leaves. Right-to-left words read right in it, too.

    Escape does so at once, with priority as all keys have: the next key is for the pane behind already. Enter waits for
    the letters typed before it. `answered` is told what was asked for and the line, None when it was left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", priority=True),
        Binding("enter", "hand_over", "hand over"),
    ]

    def __init__(self, answered: Callable[[PromptKind, str | None], None]) -> None:
        super().__init__(id="prompt", compact=True, select_on_focus=False)
        # A blinking cursor writes to the terminal for ever.
        self.cursor_blink = False
        self.kind: PromptKind = "command"
        self._hint = ""
        self._answered = answered

    def ask(self, kind: PromptKind, value: str = "", hint: str | None = None) -> None:
        """Begins a line of this kind; while it is empty it shows the hint, or the usual one."""
        self.kind, self._hint = kind, HINTS[kind] if hint is None else hint
        with self.prevent(Input.Changed):
            self.value = value
        self.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tells what has been typed so far."""
        event.stop()
        self.post_message(PromptChanged(self.kind, event.value))

    def action_hand_over(self) -> None:
        """Answers with the line."""
        self._answered(self.kind, self.value)

    def action_leave(self) -> None:
        """Goes back without an answer."""
        self._answered(self.kind, None)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor stands: on the caret."""
        room = max(self.size.width - cell_width(MARKS[self.kind]) - 1, 1)
        _, caret = prompt_row(self.value, self.cursor_position, room, strips.setting_of(self))
        return self.region.offset + Offset(cell_width(MARKS[self.kind]) + caret, 0)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The mark, then what was typed, put in order for the terminal, with the caret on it."""
        ground = strips.ground_of(self)
        mark = MARKS[self.kind]
        room = max(self.size.width - cell_width(mark) - 1, 1)
        row, _ = prompt_row(self.value, self.cursor_position, room, ground.setting)
        if not self.value:
            row = Row((*row.runs, Run(self._hint, styles.META)))
        return strips.strip_of(row.behind(Run(mark)), self.size.width, ground)


def prompt_row(value: str, caret: int, width: int, setting: Setting) -> tuple[Row, int]:
    """A typed line in at most `width` cells and one for the caret, and the caret's cell.

    `caret` is the code point it stands before. A longer line shows the part around it.
    """
    first = _first_shown(value, caret, width)
    # Behind the end of the line the caret stands on a blank, which the paragraph's direction places.
    words = value[first : first + _fitting(value[first:], width)]
    direction: Direction = "rtl" if has_right_to_left(next((char for char in words if char.isalpha()), "")) else "ltr"
    row = line(f"{words} ", width + 1, direction, **setting._asdict())
    columns = row.columns(caret - first, caret - first + 1) or [0]
    return row.restyled(columns[:1], styles.CARET), columns[0]


def _first_shown(text: str, caret: int, width: int) -> int:
    """The first code point shown, so that the caret is in view."""
    first = 0
    while first < caret and cell_width(text[first:caret]) > width:
        first += 1
    return first


def _fitting(text: str, width: int) -> int:
    """How many code points fit."""
    used = 0
    for index, char in enumerate(text):
        used += cell_width(char)
        if used > width:
            return index
    return len(text)
