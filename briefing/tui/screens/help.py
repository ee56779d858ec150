"""All keys, made from the table of keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.bidi.cells import cell_width
from briefing.bidi.layout import Row, Run, lay_out
from briefing.render import styles
from briefing.tui import keys
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.widgets.row_view import RowView

_NOTE = "Keys work as well where they stand on an Arabic or Russian keyboard. q closes this page."
_COLUMN = 18
_NARROW_COLUMN = 10
_ROOMY = 60
"""From this width on there is room for several keys before the text."""
_TWO_COLUMNS = 100


class HelpPage(RowView):
    """The keys by group, in two columns where there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("page")]

    def laid_out(self, width: int) -> list[Row]:
        """A heading for each group, then each key, its text wrapped where there is little room."""
        rows = [Row((Run(" Keys", styles.TITLE),)), *_indented(_NOTE, width, 1, styles.META)]
        columns = 2 if width >= _TWO_COLUMNS else 1
        for group, lines in keys.help_groups().items():
            rows.extend([Row(()), Row((Run(f" {group}", styles.LABEL),))])
            entries = [_key(*line, width // columns) for line in lines]
            half = -(-len(entries) // columns)
            for first, second in zip_longest(entries[:half], entries[half:]):
                rows.extend(_beside(first, second or [], width // columns))
        return rows


def _key(typed: str, text: str, width: int) -> list[Row]:
    """One key and what it does, in one column; many keys, or little room, put the text below them."""
    name = Run(f" {typed}", styles.NUMBER)
    indent = _COLUMN if width >= _ROOMY else _NARROW_COLUMN
    rows = _indented(text, width, indent)
    if cell_width(name.text) >= indent:
        return [Row((name,)), *rows]
    first = Row((name, Run(" " * (indent - cell_width(name.text))), *rows[0].runs[1:]))
    return [first, *rows[1:]]


def _indented(text: str, width: int, indent: int, style: str = styles.PLAIN) -> list[Row]:
    """A text wrapped beside a margin, each row of two runs or more."""
    margin = Run(" " * indent)
    return [row.behind(margin) for row in lay_out(text, max(width - indent, 1), style=style)]


def _beside(first: list[Row], second: list[Row], width: int) -> Iterator[Row]:
    """Two entries beside each other, the left one in `width` cells."""
    for left, right in zip_longest(first, second, fillvalue=Row(())):
        fill = Run(" " * max(width - cell_width(left.text), 0)) if right.runs else Run("")
        yield Row((*left.runs, fill, *right.runs))


class HelpScreen(QuietScreen):
    """The help page over everything."""

    def compose(self) -> ComposeResult:
        """One page."""
        yield HelpPage("help")
