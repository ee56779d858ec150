"""The open article's text in headed sections, with its quotes marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Resize

from briefing.bidi.layout import Row, lay_out
from briefing.model import Article
from briefing.render import styles
from briefing.render.linear import linear_page
from briefing.render.page import Page, page_of
from briefing.tui import keys
from briefing.tui.messages import PageMoved, QuoteChosen
from briefing.tui.strips import is_linear, setting_of
from briefing.tui.widgets.text_view import TextView

_HINT = "Enter opens the article under the cursor, ? shows all keys."
_LOOK_AHEAD = 2
"""A head this many rows below the top of the pane begins the section one is in."""
_EMPTY = "This article has no text."


class Reader(TextView):
    """One article; tells the screen when the reader has moved in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("reader")]

    def __init__(self) -> None:
        super().__init__("reader")
        self._page = Page((), (), {})
        self._selected: int | None = None
        self._jumped_to: int | None = None
        """The section, or the quote's section, last asked for: its head may stand below the top of the pane."""

    def show(
        self, article: Article, selected: int | None, *, width: int, at: int = 0, section: int | None = None
    ) -> None:
        """Shows an article from a code point of its text on, one quote standing out, in the width it is to have.

        `section` is the one that is read where the top of the pane does not say so.
        """
        self._article, self._selected, self._jumped_to = article, selected, section
        self.clear()
        self.lay_out(width)
        self.jump(self._row_of(at) if at else 0)
        self.refresh()
        if at:
            self.moved()

    def laid_out(self, width: int) -> Sequence[Row]:
        """The article's rows, or a hint while there is none."""
        if self._article is None:
            return lay_out(_HINT, width, style=styles.META)
        if is_linear(self):
            self._page = linear_page(self._article, width, selected=self._selected)
        else:
            self._page = page_of(self._article, width, selected=self._selected, setting=setting_of(self))
        return self._page.rows or lay_out(_EMPTY, width, style=styles.META)

    def on_resize(self, event: Resize) -> None:
        """Lays out anew and stays at the same words."""
        at = self.offset_at_top
        super().on_resize(event)
        if at:
            self.jump(self._row_of(at))

    @property
    def offset_at_top(self) -> int:
        """The code point of the text that stands at the top of the pane, or is in focus; 0 at the beginning."""
        return self.rows[self.row_in_focus].start if 0 < self.row_in_focus < len(self.rows) else 0

    def offset_in_view(self) -> int:
        """Where to begin to choose: at the match or the selected quote in view, else on the first row of text."""
        bottom = self.top_row + self.size.height
        inside = [row for row in self.rows[self.top_row : bottom] if row.end > row.start]
        if not inside:
            return self.offset_at_top
        matches = [self.found[self.match].start] if self.found else []
        quotes = (
            [quote.start for quote in self._article.quotes if quote.number == self._selected] if self._article else []
        )
        for offset in (*matches, *quotes):
            if inside[0].start <= offset < inside[-1].end:
                return offset
        return inside[0].start

    def clicked(self, offset: int) -> None:
        """A quote that is clicked on is chosen."""
        quotes = self._article.quotes if self._article else ()
        number = next((quote.number for quote in quotes if quote.start <= offset < quote.end), None)
        if number is not None:
            self.post_message(QuoteChosen(number))

    def moved(self) -> None:
        """Links the quotes to the text."""
        self.post_message(PageMoved())

    def scroll_rows(self, rows: int) -> None:
        """Scrolls by a number of rows, away from the section asked for."""
        self._jumped_to = None
        super().scroll_rows(rows)

    def bring_into_view(self, row: int) -> None:
        """Scrolls to a row, away from the section asked for."""
        self._jumped_to = None
        super().bring_into_view(row)

    @property
    def section(self) -> int:
        """Index of the section asked for, else of the one that begins at, or holds, the first rows of the pane."""
        if self._jumped_to is not None:
            return self._jumped_to
        return self._page.section_at(self.row_in_focus + (0 if is_linear(self) else _LOOK_AHEAD))

    @property
    def quote_in_view(self) -> int | None:
        """The selected quote while it is in view, else the first one in view, else the next one below.

        In linear mode the last one that has begun at the row in focus.
        """
        if is_linear(self):
            begun = [number for number, (first, _) in self._page.quotes.items() if first <= self.row_in_focus]
            return begun[-1] if begun else self._page.quote_at(self.row_in_focus)
        bottom = self.top_row + self.size.height
        inside = [number for number, (first, end) in self._page.quotes.items() if first < bottom and end > self.top_row]
        if self._selected in inside:
            return self._selected
        return inside[0] if inside else self._page.quote_at(self.top_row) or self._selected

    def select(self, number: int | None) -> None:
        """Lets one quote stand out; repaints only the rows that change."""
        if number == self._selected or self._article is None:
            return
        before, self._selected = self._selected, number
        self.lay_out()
        for quote in (before, number):
            first, end = self._page.quotes.get(quote or 0, (0, 0))
            self.refresh_lines(first, end - first)

    def show_quote(self, number: int) -> None:
        """Selects a quote and scrolls to it if it is not wholly in view."""
        if self._article is None:
            return
        self.select(number)
        self._jumped_to = next((quote.section for quote in self._article.quotes if quote.number == number), None)
        first, end = self._page.quotes.get(number, (self.top_row, self.top_row))
        if first < self.top_row or end > self.top_row + self.size.height:
            self.jump(first - min(self.size.height // 4, max(self.size.height - (end - first), 0)))
        if is_linear(self):
            self.go_to_row(first)

    def go_to_section(self, index: int) -> bool:
        """Scrolls to a section's head; False if there is no such section."""
        if not 0 <= index < len(self._page.sections):
            return False
        self.jump(self._page.sections[index])
        self._jumped_to = index
        self.moved()
        return True

    def step_section(self, step: int) -> bool:
        """Scrolls to the next section; back first to the head of this one, then to the one before."""
        if not self._page.sections:
            return False
        within = step < 0 and self._jumped_to is None and self.row_in_focus > self._page.sections[self.section]
        return self.go_to_section(self.section if within else self.section + step)

    def _row_of(self, offset: int) -> int:
        """The row a code point of the text stands on."""
        return next((index for index, row in enumerate(self.rows) if row.end > offset), 0)
