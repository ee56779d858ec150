"""The top row: the program, and what the list holds."""

from __future__ import annotations

from briefing.bidi.cells import pad
from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.tui.shelf import Shelf
from briefing.tui.widgets.rows import Rows

_ORDER = "by arrival, newest first "


class TitleBar(Rows):
    """` briefing   14 new of 203 …`."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__("title")
        self._shelf = shelf

    def content(self, width: int) -> list[Row]:
        """The name at the left, counts and order at the right."""
        total = len(self._shelf)
        counts = f"{self._shelf.fresh} new of {total}" if self._shelf.fresh else f"{total} articles"
        about = f"{counts}  {_ORDER}" if width >= len(counts) + len(_ORDER) + 12 else f"{counts} "
        name = " briefing"
        return [Row((Run(name, styles.TITLE), Run(pad(about, width - len(name), right_aligned=True), styles.META)))]
