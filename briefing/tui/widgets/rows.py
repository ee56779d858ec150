"""A few fixed rows: bars and heads. Only rows that changed are repainted."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.bidi.layout import Row
from briefing.tui import strips


class Rows(Widget):
    """Rows that are laid out by `content` for the widget's width."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._rows: Sequence[Row] = ()

    def content(self, width: int) -> Sequence[Row]:
        """The rows at a width."""
        raise NotImplementedError

    def update(self) -> None:
        """Lays out anew and repaints the rows that differ."""
        before, self._rows = self._rows, self.content(max(self.size.width, 1))
        for y in range(max(len(before), len(self._rows))):
            if before[y : y + 1] != self._rows[y : y + 1]:
                self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self, _: Resize) -> None:
        """Rows depend on the width."""
        self._rows = self.content(max(self.size.width, 1))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the rows."""
        row = self._rows[y] if y < len(self._rows) else Row(())
        return strips.strip_of(row, self.size.width, strips.ground_of(self))
