"""The list of articles: two lines each in a narrow pane, one in a wide one, parted by days."""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar

from textual.binding import BindingType

from briefing import clock
from briefing.bidi.cells import pad, truncate
from briefing.bidi.layout import Row, Run
from briefing.render import linear, styles
from briefing.render.listing import list_rows, rows_per_article
from briefing.tui import keys
from briefing.tui.shelf import Day, Shelf
from briefing.tui.strips import is_linear
from briefing.tui.widgets.line_list import LineList

_GONE = "   (not in the library any more)"
_UNREADABLE = "   (cannot be read)"


class ArticleList(LineList):
    """The shelf's articles; each day begins with a rule."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("list")]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__("list")
        self._shelf = shelf
        self._day_starts: list[int] = []
        self._rule_lines: list[int] = []
        self._width = 0
        self._height = 2

    def measure(self) -> None:
        """Finds the lines of the day rules."""
        self._width = self.size.width
        self._height = linear.ROWS_PER_ARTICLE if is_linear(self) else rows_per_article(self._width)
        self._day_starts = [day.first for day in self._shelf.days]
        self._rule_lines = [day.first * self._height + index for index, day in enumerate(self._shelf.days)]
        super().measure()

    def item_count(self) -> int:
        """All articles."""
        return len(self._shelf)

    def line_count(self) -> int:
        """Lines of articles and of day rules."""
        return len(self._shelf) * self._height + len(self._rule_lines)

    def lines_of(self, item: int) -> range:
        """The article's lines, without the rule above."""
        first = item * self._height + bisect_right(self._day_starts, item)
        return range(first, first + self._height)

    def item_at(self, line: int) -> int:
        """The article on a line; a rule belongs to the article below it."""
        rules = bisect_right(self._rule_lines, line)
        under = self._rule_lines[rules - 1] == line if rules else False
        return min((line - rules + under) // self._height, max(len(self._shelf) - 1, 0))

    def row_at(self, line: int) -> tuple[Row, bool]:
        """A day rule or one line of an article."""
        rule = bisect_right(self._rule_lines, line) - 1
        if rule >= 0 and self._rule_lines[rule] == line:
            return day_rule(self._shelf.days[rule], self.size.width, lined=not is_linear(self)), False
        item = self.item_at(line)
        offset = line - self.lines_of(item).start
        current = item == self.cursor
        return self._article_row(item, offset, marked=current and self._height > 1), current

    def _article_row(self, item: int, offset: int, *, marked: bool) -> Row:
        """One line of an article; the lower one of the current article begins with a pointer."""
        row = self._shelf.row(item)
        if row is None:
            words = _UNREADABLE if self._shelf.failure else _GONE
            return Row((Run(pad(words, self.size.width), styles.META),) if offset == 0 else ())
        if is_linear(self):
            return linear.cut_list_rows(row, self._width, self._shelf.moment)[offset]
        shown = list_rows(row, self._width, self._shelf.moment)[offset]
        if not (marked and offset):
            return shown
        first, *rest = shown.runs
        return Row((Run(">" + first.text[1:], first.style), *rest))

    def position_of(self, number: int) -> int | None:
        """Where the article with this number stands, if it is in the list."""
        return self._shelf.position(number)

    def place_at(self, number: int) -> None:
        """Puts the cursor on an article, if it is in the list, without telling anyone."""
        position = self.position_of(number)
        if position is not None:
            self.place_cursor(position)

    def chosen(self) -> int | None:
        """Number of the article under the cursor, or the number that was typed."""
        count = self.take_count()
        return count or (self._shelf.numbers[self.cursor] if self.item_count() else None)


def day_rule(day: Day, width: int, *, lined: bool = True) -> Row:
    """`── Mon 23 Nov · 41 items ──────`, or without lines `Mon 23 Nov, 41 items`."""
    count = day.end - day.first
    name = f"{clock.WEEKDAYS[day.date.weekday()]} {clock.day_this_year(day.date.isoformat())}"
    items = f"{count} item{'' if count == 1 else 's'}"
    text = f"── {name} · {items} ".ljust(width, "─") if lined else f"{name}, {items}"
    return Row((Run(truncate(text, width), styles.RULE),))
