"""The quotes of the open article as cards."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.bidi.layout import Row, Run
from briefing.model import Article, Quote
from briefing.render import styles
from briefing.render.card import card_of
from briefing.render.linear import linear_card
from briefing.tui import keys
from briefing.tui.messages import QuoteChosen
from briefing.tui.strips import is_linear, setting_of
from briefing.tui.widgets.line_list import LineList

CARD_ROWS = 4
"""Rows of a card that is not selected."""


class QuoteList(LineList):
    """Quotes in reading order; the current one is unfolded."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("quotes")]

    def __init__(self) -> None:
        super().__init__("quotes")
        self._article: Article | None = None
        self._quotes: list[Quote] = []
        self._cards: dict[tuple[int, bool], list[Row]] = {}

    def show(self, article: Article) -> None:
        """Shows the quotes of an article, the first one selected."""
        self._article = article
        self._quotes = list(article.quotes)
        self._cards.clear()
        self.set_reactive(QuoteList.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True)
        self.measure()
        self.refresh()

    @property
    def quote(self) -> Quote | None:
        """The selected quote."""
        return self._quotes[self.cursor] if self._quotes else None

    def select(self, number: int) -> None:
        """Puts the cursor on the quote with this number without telling anyone."""
        self.place_cursor(next((at for at, quote in enumerate(self._quotes) if quote.number == number), self.cursor))

    def place(self) -> str:
        """`q4/9`: the selected quote's number and how many there are."""
        if self.quote is None:
            return ""
        number, count = self.quote.number, len(self._quotes)
        return f"quote {number} of {count}" if is_linear(self) else f"q{number}/{count}"

    def measure(self) -> None:
        """Cards depend on the width."""
        self._cards.clear()
        super().measure()

    def item_count(self) -> int:
        """All quotes in marks."""
        return len(self._quotes)

    def line_count(self) -> int:
        """Lines of all cards, or of the words that say there are none."""
        return self.lines_of(len(self._quotes) - 1).stop if self._quotes else 1

    def lines_of(self, item: int) -> range:
        """The lines of a card; those behind the unfolded one stand lower."""
        extra = len(self._card(self.cursor)) - CARD_ROWS
        first = item * CARD_ROWS + (extra if item > self.cursor else 0)
        return range(first, first + CARD_ROWS + (extra if item == self.cursor else 0))

    def item_at(self, line: int) -> int:
        """The card a line belongs to."""
        unfolded = self.lines_of(self.cursor)
        if line < unfolded.start:
            return line // CARD_ROWS
        return self.cursor + max(line - unfolded.stop + CARD_ROWS, 0) // CARD_ROWS

    def row_at(self, line: int) -> tuple[Row, bool]:
        """A line of a card; the cursor shows on its first one."""
        if not self._quotes:
            return Row((Run(" No quotes." if self._article else "", styles.META),)), False
        item = self.item_at(line)
        offset = line - self.lines_of(item).start
        return self._card(item)[offset], item == self.cursor and offset == 0

    def watch_cursor(self, old: int, new: int) -> None:
        """Folds one card and unfolds another, so that all lines between and below move."""
        self.virtual_size = self.virtual_size.with_height(self.line_count())
        first = min(old, new) * CARD_ROWS
        self.refresh_lines(first, max(self.scroll_offset.y + self.size.height - first, 0))
        self.show_cursor()

    def moved(self) -> None:
        """Links the text to the quote."""
        if self.quote:
            self.post_message(QuoteChosen(self.quote.number))

    def chosen(self) -> int | None:
        """Number of the selected quote, or the number that was typed."""
        return self.take_count() or (self.quote.number if self.quote else None)

    def position_of(self, number: int) -> int | None:
        """Where the quote with this number stands, if there is one."""
        return next((at for at, quote in enumerate(self._quotes) if quote.number == number), None)

    def _card(self, item: int) -> list[Row]:
        """The rows of a card, laid out once."""
        key = (item, item == self.cursor)
        if key not in self._cards:
            assert self._article
            width = max(self.size.width, 12)
            quote, selected = self._quotes[item], key[1]
            if is_linear(self):
                self._cards[key] = linear_card(quote, self._article, width, selected=selected)
            else:
                self._cards[key] = card_of(quote, self._article, width, selected=selected, setting=setting_of(self))
        return self._cards[key]
