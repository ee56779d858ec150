"""A list of items on lines, drawn as it is looked at: its cost does not depend on its length."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from briefing.bidi.layout import Row
from briefing.tui import strips
from briefing.tui.messages import NotListed, PaneFocused
from briefing.tui.widgets.pane import Pane


class LineList(Pane):
    """A virtual list with a cursor; subclasses say how many items there are and what stands on each line.

    Moving the cursor repaints the lines of two items only. Lines and items count from 0.
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    cursor = reactive(0, repaint=False)
    """Position of the current item."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._count = ""

    def item_count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def line_count(self) -> int:
        """How many lines all items take."""
        raise NotImplementedError

    def lines_of(self, item: int) -> range:
        """The lines an item stands on."""
        raise NotImplementedError

    def item_at(self, line: int) -> int:
        """The item a line belongs to."""
        raise NotImplementedError

    def row_at(self, line: int) -> tuple[Row, bool]:
        """What a line shows, and whether the cursor is on it."""
        raise NotImplementedError

    def moved(self) -> None:
        """Called when the reader has moved the cursor."""

    def render_line(self, y: int) -> Strip:
        """The line at a height of the pane."""
        line, width, ground = y + self.scroll_offset.y, self.size.width, strips.ground_of(self)
        if not 0 <= line < self.line_count():
            return strips.strip_of(Row(()), width, ground)
        row, on_cursor = self.row_at(line)
        return strips.strip_of(row, width, ground, cursor=on_cursor and self.has_focus)

    def line_in_focus(self) -> int:
        """The first line of the current item."""
        return self.lines_of(self.cursor).start - self.scroll_offset.y if self.item_count() else 0

    def measure(self) -> None:
        """Takes over a new number of lines or a new width."""
        self.virtual_size = Size(self.size.width, self.line_count())

    def refresh_items(self, *items: int) -> None:
        """Repaints the lines of these items."""
        for item in items:
            if 0 <= item < self.item_count():
                lines = self.lines_of(item)
                self.refresh_lines(lines.start, len(lines))

    def place_cursor(self, item: int) -> None:
        """Puts the cursor on an item without telling anyone."""
        if self.item_count():
            self.cursor = min(max(item, 0), self.item_count() - 1)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaints both items and brings the new one into view."""
        self.refresh_items(old, new)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Scrolls as little as needed."""
        if not self.item_count():
            return
        lines, top, height = self.lines_of(self.cursor), self.scroll_offset.y, self.size.height
        if lines.start < top or len(lines) >= height:
            self.scroll_to(y=lines.start, animate=False, force=True)
        elif lines.stop > top + height:
            self.scroll_to(y=lines.stop - height, animate=False, force=True)

    async def on_click(self, event: Click) -> None:
        """Puts the cursor on an item; the second click opens it."""
        line = event.y + self.scroll_offset.y
        if not self.item_count() or line >= self.line_count():
            return
        self.go_to(self.item_at(line))
        if event.chain > 1:
            await self.run_action("screen.open")

    def on_resize(self, _: Resize) -> None:
        """Lines depend on the width."""
        self.measure()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Shows the cursor, where keys go with it."""
        self.show_cursor()
        if self.has_focus:
            self.post_message(PaneFocused())

    def focus_moved(self) -> None:
        """The cursor shows where keys go; a count begun elsewhere is forgotten."""
        self._count = ""
        self.refresh_items(self.cursor)

    def take_count(self) -> int | None:
        """The count typed before a key, once."""
        count, self._count = self._count, ""
        return int(count) if count else None

    def action_digit(self, digit: int) -> None:
        """Lengthens the count."""
        self._count = f"{self._count}{digit}"[-9:].lstrip("0")

    def action_move(self, step: int) -> None:
        """Moves the cursor by a step, or as many as were typed."""
        self.go_to(self.cursor + step * (self.take_count() or 1))

    def action_page(self, step: int) -> None:
        """Moves the cursor by a pane's height."""
        self._leap(step, self.size.height)

    def action_half_page(self, step: int) -> None:
        """Moves the cursor by half a pane's height."""
        self._leap(step, self.size.height // 2)

    def action_top(self) -> None:
        """Moves the cursor to the first item."""
        self._count = ""
        self.go_to(0)

    def action_bottom(self) -> None:
        """Moves the cursor to the last item, or to the one whose number was typed."""
        count = self.take_count()
        item = self.item_count() - 1 if count is None else self.position_of(count)
        if item is None:
            self.post_message(NotListed(count or 0))
        else:
            self.go_to(item)

    def position_of(self, number: int) -> int | None:
        """Where the item stands that the reader calls by a number, if it is there."""
        return number - 1 if 0 < number <= self.item_count() else None

    def go_to(self, item: int) -> None:
        """Puts the cursor on an item, as the reader wished."""
        self.place_cursor(item)
        self.moved()

    def _leap(self, step: int, height: int) -> None:
        """Moves by a height in lines, at least one item, and scrolls by as much."""
        if not self.item_count():
            return
        line = self.lines_of(self.cursor).start + step * height * (self.take_count() or 1)
        item = self.item_at(min(max(line, 0), self.line_count() - 1))
        self.scroll_to(y=self.scroll_offset.y + step * height, animate=False, force=True)
        self.go_to(item if item != self.cursor else item + step)
