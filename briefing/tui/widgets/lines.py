"""One-cell lines between panes."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.tui import strips


class VerticalLine(Widget):
    """`│` from top to bottom."""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """One cell."""
        return strips.strip_of(Row((Run("│", styles.RULE),)), self.size.width, strips.ground_of(self))


class HorizontalLine(Widget):
    """`─` from side to side."""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """One row."""
        row = Row((Run("─" * self.size.width, styles.RULE),))
        return strips.strip_of(row, self.size.width, strips.ground_of(self))
