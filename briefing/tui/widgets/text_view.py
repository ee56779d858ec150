"""An article's rows with what was found and what is being chosen drawn over them, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual.events import Click, MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.strip import Strip

from briefing.bidi.layout import Row
from briefing.model import Article, Span
from briefing.render import styles
from briefing.tui import selection, strips
from briefing.tui.messages import TextChosen
from briefing.tui.selection import Selection, Unit
from briefing.tui.widgets.row_view import RowView

Way = Literal["left", "right", "up", "down", "word", "word-back", "top", "bottom", "page", "page-back"]
"""Where the caret goes."""

WHEEL_ROWS = 3
"""Rows a notch of the mouse's wheel scrolls."""


class TextView(RowView):
    """Rows of one article in which words can be found and stretches chosen, by keys or by the mouse.

    Everything is kept as code points of the article's text; `Row.columns` tells in which cells they stand.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._article: Article | None = None
        self.found: tuple[Span, ...] = ()
        """Where what was searched for stands."""
        self.match = 0
        """Index of the one that one is at."""
        self.selection: Selection | None = None
        self.caret: int | None = None
        """The code point keys act on while text is chosen by keys."""
        self._unit: Unit = "cell"
        self._column = 0
        self._dragging = False

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    @property
    def selecting(self) -> bool:
        """Whether keys move the caret."""
        return self.caret is not None

    def clear(self) -> None:
        """Forgets what was found and chosen."""
        self.found, self.match, self.selection, self.caret = (), 0, None, None

    # -- drawing ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The row at a height of the pane, with its marks."""
        index = y + self.scroll_offset.y
        row = self._marked(self.rows[index]) if index < len(self.rows) else Row(())
        return strips.strip_of(row, self.size.width, strips.ground_of(self))

    def _marked(self, row: Row) -> Row:
        """The row with what was found, what is chosen and the caret."""
        if row.end <= row.start or not (self.found or self.selection):
            return row
        for index, span in enumerate(self.found):
            if span.start < row.end and span.end > row.start:
                style = styles.MATCH if index == self.match else styles.FOUND
                row = row.restyled(row.columns(span.start, span.end), style)
        if self.selection:
            row = row.restyled(row.columns(self.selection.start, self.selection.end), styles.CHOSEN)
        if self.caret is not None:
            row = row.restyled(row.columns(self.caret, self.caret + 1), styles.CARET)
        return row

    def change(self, action: Callable[[], None]) -> None:
        """Does something to the marks and repaints the rows in view that it changed."""
        before = self._in_view()
        action()
        after = self._in_view()
        for index, row in after.items():
            if before.get(index) != row:
                self.refresh_lines(index)

    def _in_view(self) -> dict[int, Row]:
        top = self.top_row
        return {top + index: self._marked(row) for index, row in enumerate(self.rows[top : top + self.size.height])}

    # -- finding ----------------------------------------------------------------------------------

    def show_found(self, found: tuple[Span, ...], origin: int) -> None:
        """Shows places in the text, and goes to the first one at or behind a code point, else to the very first."""

        def show() -> None:
            self.found = found
            self.match = next((index for index, span in enumerate(found) if span.end > origin), 0)

        self.change(show)
        self._show_match()

    def step_match(self, step: int) -> None:
        """Goes to the next place, or the one before; behind the last one comes the first."""

        def go() -> None:
            self.match = (self.match + step) % len(self.found)

        self.change(go)
        self._show_match()

    def _show_match(self) -> None:
        if self.found:
            row, _ = selection.place_of(self.rows, self.found[self.match].start)
            self.bring_into_view(row)

    def bring_into_view(self, row: int) -> None:
        """Scrolls so that a row stands in the middle, if it is not in view."""
        if not self.top_row <= row < self.top_row + self.size.height:
            self.jump(row - self.size.height // 2)
        self.go_to_row(row)

    # -- choosing by keys -------------------------------------------------------------------------

    def begin(self, unit: Unit, at: int) -> None:
        """Begins to choose from the caret, or if there is none yet from a code point on."""
        here = at if self.caret is None else self.caret

        def start() -> None:
            self._unit, self.caret = unit, here
            row, self._column = selection.place_of(self.rows, here)
            head = self._stretch(here, row)
            self.selection = Selection(head, head)

        self.change(start)

    def end_selection(self) -> None:
        """Chooses no more."""

        def end() -> None:
            self.selection = self.caret = None

        self.change(end)

    def move_caret(self, way: Way) -> None:
        """Moves the caret, and with it the end of what is chosen."""
        if self.caret is None or not self.rows:
            return
        row, self_column = selection.place_of(self.rows, self.caret)
        target, column = self._target(way, row, self_column)
        offset = self.rows[target].span_at(column)[0]
        if way in ("left", "right", "word", "word-back"):
            self._column = column
        self.change(lambda: self._extend(offset, target))
        self.go_to_row(target)

    def _extend(self, offset: int, row: int) -> None:
        self.caret = offset
        if self.selection:
            self.selection = self.selection.to(self._stretch(offset, row))

    def _target(self, way: Way, row: int, column: int) -> tuple[int, int]:
        """Row and column of where the caret goes."""
        if way in ("left", "right"):
            return selection.beside(self.rows, row, column, 1 if way == "right" else -1)
        if way in ("word", "word-back"):
            assert self._article
            assert self.caret is not None
            step = 1 if way == "word" else -1
            return selection.place_of(self.rows, selection.next_word(self._article.text, self.caret, step))
        if way in ("top", "bottom"):
            return selection.place_of(self.rows, 0 if way == "top" else max(self.rows[-1].end - 1, 0))
        height = max(self.size.height - self.OVERLAP, 1)
        rows = {"up": -1, "down": 1, "page": height, "page-back": -height}[way]
        nearest = min(max(row + rows, 0), len(self.rows) - 1)
        return self._row_of_text(nearest, 1 if rows > 0 else -1), self._column

    def _row_of_text(self, row: int, step: int) -> int:
        """The row itself if it shows text, else the next one that does in this direction, or in the other."""
        if self.rows[row].end > self.rows[row].start:
            return row
        found = selection.row_beside(self.rows, row, step)
        return found if found != row else selection.row_beside(self.rows, row, -step)

    def _stretch(self, offset: int, row: int) -> Span:
        """What one step chooses: a cell's code points, or a paragraph."""
        if self._unit == "paragraph" and self._article:
            return selection.paragraph_at(self._article, offset)
        columns = self.rows[row].columns(offset, offset + 1)
        return Span(*self.rows[row].span_at(columns[0])) if columns else Span(offset, offset)

    # -- choosing by the mouse --------------------------------------------------------------------

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begins to choose."""
        if event.button != 1 or self._article is None:
            return
        self._dragging = True
        self.capture_mouse()
        here = self._under(event.x, event.y)
        self.end_selection()
        # Nothing is chosen before the mouse has moved.
        self._anchor = here

    def on_mouse_move(self, event: MouseMove) -> None:
        """Chooses up to here; beyond the pane's edge it scrolls."""
        if not self._dragging:
            return
        if event.y < 0 or event.y >= self.size.height:
            self.jump(self.top_row + (1 if event.y > 0 else -1))
        here = self._under(event.x, min(max(event.y, 0), self.size.height - 1))
        self.change(lambda: self._choose(Selection(self._anchor, here)))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Hands over what was chosen; a click alone chooses nothing."""
        if not self._dragging:
            return
        self._dragging = False
        self.release_mouse()
        if self.selection:
            self.post_message(TextChosen())
        else:
            self.clicked(self._under(event.x, event.y).start)

    def clicked(self, offset: int) -> None:
        """Called when a code point was clicked on."""

    def on_click(self, event: Click) -> None:
        """Two clicks choose a word, three a paragraph."""
        if event.chain < 2 or self._article is None:
            return
        here = self._under(event.x, event.y).start
        two = event.chain == 2
        span = selection.word_at(self._article.text, here) if two else selection.paragraph_at(self._article, here)
        self.change(lambda: self._choose(Selection(span, span)))
        self.post_message(TextChosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scrolls as keys do, so that the quotes follow."""
        event.prevent_default()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scrolls back."""
        event.prevent_default()
        self.scroll_rows(-WHEEL_ROWS)

    def _choose(self, chosen: Selection) -> None:
        self.selection = chosen

    def _under(self, x: int, y: int) -> Span:
        return selection.cell_at(self.rows, y + self.top_row, x)
