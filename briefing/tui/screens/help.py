"""All keys, made from the table of keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.bidi.cells import cell_width, pad
from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.tui import keys
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.widgets.row_view import RowView

_NOTE = "Keys work as well where they stand on an Arabic or Russian keyboard. q closes this page."
_COLUMN = 17
_TWO_COLUMNS = 100


class HelpPage(RowView):
    """The keys by group, in two columns where there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("page")]

    def laid_out(self, width: int) -> list[Row]:
        """A heading for each group, a line for each key."""
        rows = [Row((Run(" Keys", styles.TITLE),)), Row((Run(f" {_NOTE}", styles.META),))]
        columns = 2 if width >= _TWO_COLUMNS else 1
        for group, lines in keys.help_groups().items():
            rows.extend([Row(()), Row((Run(f" {group}", styles.LABEL),))])
            half = -(-len(lines) // columns)
            rows.extend(
                Row(tuple(run for line in lines[at::half] for run in _key(*line, width // columns)))
                for at in range(half)
            )
        return rows


def _key(typed: str, text: str, width: int) -> tuple[Run, Run]:
    """One key and what it does, in one column."""
    keys_width = max(_COLUMN, cell_width(typed) + 1)
    return Run(f" {pad(typed, keys_width)}", styles.NUMBER), Run(pad(text, max(width - keys_width - 1, 0)))


class HelpScreen(QuietScreen):
    """The help page over everything."""

    def compose(self) -> ComposeResult:
        """One page."""
        yield HelpPage("help")
