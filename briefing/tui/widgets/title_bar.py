"""The top row: the program, and what the list holds."""

from __future__ import annotations

from briefing.bidi.cells import pad, truncate
from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.render.listing import table_head
from briefing.render.setting import isolated
from briefing.text.clean import clean_line
from briefing.tui.shelf import Shelf
from briefing.tui.widgets.rows import Rows

_NAME_WIDTH = 45
"""Room for what stands at the left."""


class TitleBar(Rows):
    """` briefing   14 new of 203 …`, or the heads of a table's columns with the same counts."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__("title")
        self._shelf = shelf
        self._table = False

    def shape(self, *, table: bool) -> None:
        """Takes over the form: over a list that stands alone the bar heads its columns."""
        self._table = table

    def content(self, width: int) -> list[Row]:
        """The name at the left, counts and order at the right."""
        total = len(self._shelf)
        counts = f"{total} article{'' if total == 1 else 's'}"
        if self._shelf.fresh:
            counts = f"{self._shelf.fresh} new of {total}"
        if self._shelf.waiting:
            counts = f"{self._shelf.waiting} came in, ^l shows  {counts}"
        order = f"{self._shelf.view.words} "
        about = f"{counts}  {order}" if width >= len(counts) + len(order) + _NAME_WIDTH else f"{counts} "
        if self._shelf.view.query:
            about = f"{self._filter(max(width // 3, 10))}  {about}"
        head = table_head(width) if self._table else ""
        name = Run(head, styles.META) if head else Run(" briefing", styles.TITLE)
        return [Row((name, Run(pad(about, max(width - len(name.text), 0), right_aligned=True), styles.META)))]

    def _filter(self, width: int) -> str:
        """The query that the list fits, in at most so many cells and a few."""
        return f"filter {isolated(truncate(clean_line(str(self._shelf.view.query)), width))}"
