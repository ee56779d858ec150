"""Rows one can scroll through: the article's text, the help, what was cut."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Resize
from textual.geometry import Size
from textual.strip import Strip

from briefing.bidi.layout import Row
from briefing.tui import strips
from briefing.tui.widgets.pane import Pane


class RowView(Pane):
    """A page of rows without a cursor; subclasses lay the rows out for a width."""

    OVERLAP = 2
    """Rows kept in view when a page is turned."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.rows: Sequence[Row] = ()
        self._width = 0
        self._row_read = 0

    def laid_out(self, width: int) -> Sequence[Row]:
        """The rows at a width."""
        raise NotImplementedError

    def moved(self) -> None:
        """Called when the reader has scrolled."""

    def lay_out(self, width: int = 0) -> None:
        """Lays the rows out for the width the pane has, or is about to get."""
        self._width = width or self.size.width
        if self._width:
            self.rows = self.laid_out(self._width)
            self.virtual_size = Size(self._width, len(self.rows))

    def on_resize(self, _: Resize) -> None:
        """Rows depend on the width."""
        if self.size.width and self.size.width != self._width:
            self.lay_out()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row at a height of the pane."""
        index = y + self.scroll_offset.y
        row = self.rows[index] if index < len(self.rows) else Row(())
        return strips.strip_of(row, self.size.width, strips.ground_of(self))

    @property
    def top_row(self) -> int:
        """The first row in view."""
        return self.scroll_offset.y

    @property
    def row_in_focus(self) -> int:
        """The row one is at: the one that is read out in linear mode, else the first in view."""
        return self._row_read if strips.is_linear(self) else self.top_row

    def line_in_focus(self) -> int:
        """Where the row in focus stands."""
        return self.row_in_focus - self.top_row

    @property
    def at_end(self) -> bool:
        """Whether the last row is in view, or in linear mode in focus; never before the pane has a size."""
        if strips.is_linear(self) and self._row_read < len(self.rows) - 1:
            return False
        return self.size.height > 0 and self.top_row + self.size.height >= len(self.rows)

    def jump(self, row: int) -> None:
        """Scrolls so that a row stands at the top, as far as there are rows below."""
        last = max(len(self.rows) - self.size.height, 0)
        self._row_read = min(max(row, 0), max(len(self.rows) - 1, 0))
        self.scroll_to(y=min(max(row, 0), last), animate=False, force=True)

    def scroll_rows(self, rows: int) -> None:
        """Scrolls by a number of rows, as the reader wished."""
        if strips.is_linear(self):
            self.go_to_row(self._row_read + rows)
        else:
            self.jump(self.top_row + rows)
        self.moved()

    def go_to_row(self, row: int) -> None:
        """Puts the focus on a row and scrolls as little as needed."""
        row, top, height = min(max(row, 0), max(len(self.rows) - 1, 0)), self.top_row, self.size.height
        if not top <= row < top + height:
            self.jump(row if row < top else row - height + 1)
        self._row_read = row

    def action_move(self, step: int) -> None:
        """Scrolls by a row."""
        self.scroll_rows(step)

    def action_half_page(self, step: int) -> None:
        """Scrolls by half a pane's height."""
        self.scroll_rows(step * max(self.size.height // 2, 1))

    def action_page(self, step: int) -> None:
        """Scrolls by a pane's height."""
        self.scroll_rows(step * max(self.size.height - self.OVERLAP, 1))

    def action_top(self) -> None:
        """Scrolls to the first row."""
        self.scroll_rows(-self.row_in_focus)

    def action_bottom(self) -> None:
        """Scrolls to the last row."""
        self.scroll_rows(len(self.rows))
