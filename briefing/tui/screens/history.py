"""What was done, so that one can take any of it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.bidi.layout import Row, Run, line
from briefing.model import Act
from briefing.render import styles
from briefing.render.history import act_text
from briefing.tui import keys
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.strips import setting_of
from briefing.tui.widgets.line_list import LineList

_HEAD = 2
"""Lines above the first act."""


class HistoryPage(LineList):
    """The acts, the newest first, one a line."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("history"), *keys.bindings("page")]

    def __init__(self, acts: Sequence[Act], undo: Callable[[int], None]) -> None:
        super().__init__("history")
        self._acts = acts
        self._undo = undo

    def on_mount(self) -> None:
        """Keys go here."""
        self.focus()

    def item_count(self) -> int:
        """All acts."""
        return len(self._acts)

    def line_count(self) -> int:
        """A heading, a blank, and a line for each act."""
        return _HEAD + max(len(self._acts), 1)

    def lines_of(self, item: int) -> range:
        """The act's line; with the first one the heading."""
        return range(0 if item == 0 else item + _HEAD, item + _HEAD + 1)

    def item_at(self, line: int) -> int:
        """The act on a line; the heading belongs to the first."""
        return min(max(line - _HEAD, 0), max(len(self._acts) - 1, 0))

    def row_at(self, line_number: int) -> tuple[Row, bool]:
        """The heading, or an act; those that were undone stand back."""
        if line_number == 0:
            heading = Run(" History", styles.TITLE)
            return Row((heading, Run("   Enter undoes the act by itself, q closes this page", styles.META))), False
        item = line_number - _HEAD
        if item < 0 or not self._acts:
            return Row((Run("" if item < 0 else " Nothing was done yet.", styles.META),)), False
        act = self._acts[item]
        style = styles.META if act.undone_at else styles.PLAIN
        return line(act_text(act), self.size.width, "ltr", style, **setting_of(self)._asdict()), item == self.cursor

    def action_undo_act(self) -> None:
        """Undoes the act under the cursor and closes the page, so that one sees what came of it."""
        if self._acts:
            number = self._acts[self.cursor].number
            self.app.pop_screen()
            self._undo(number)


class HistoryScreen(QuietScreen):
    """The page of acts over everything."""

    def __init__(self, acts: Sequence[Act], undo: Callable[[int], None]) -> None:
        super().__init__()
        self._page = HistoryPage(acts, undo)

    def compose(self) -> ComposeResult:
        """One page."""
        yield self._page
