"""Rows as strips of the terminal: the one place where the TUI's text becomes segments, never markup."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.bidi.cells import cell_width
from briefing.bidi.layout import Row
from briefing.render import styles
from briefing.text.clean import clean

if TYPE_CHECKING:
    from textual.widget import Widget

PALETTE = {
    styles.PLAIN: Style.null(),
    styles.TITLE: Style(bold=True),
    styles.META: Style(dim=True),
    styles.LABEL: Style(color="cyan", bold=True),
    styles.HEADING: Style(bold=True),
    styles.RULE: Style(dim=True),
    styles.QUOTE: Style(color="green"),
    styles.PARTIAL: Style(color="cyan"),
    styles.TAIL: Style(color="green", dim=True),
    styles.SELECTED: Style(color="green", reverse=True),
    styles.NUMBER: Style(color="cyan"),
    styles.SPEAKER: Style(bold=True),
    styles.EVIDENCE: Style(dim=True),
    styles.FLAG: Style(color="green", bold=True),
    styles.STAR: Style(color="yellow", bold=True),
    styles.READ: Style.null(),
    styles.UNREAD: Style(bold=True),
    styles.MATCH: Style(color="yellow", reverse=True),
}
"""The terminal's own 16 colours, so that its theme, light or dark, decides; other themes map them."""

REVERSED = Style(reverse=True)

_UNDIMMED = Style(dim=False, reverse=True)


def strip_of(row: Row, width: int, base: Style, *, cursor: bool = False) -> Strip:
    """The row in exactly `width` cells over the style `base`; under the cursor its colours are swapped."""
    segments, used = [], 0
    for run in row.runs:
        text = _safe(run.text)
        used += cell_width(text)
        segments.append(Segment(text, _style(run.style, base, cursor)))
    if used < width:
        segments.append(Segment(" " * (width - used), _style(styles.PLAIN, base, cursor)))
    strip = Strip(segments, max(used, width))
    return strip if used <= width else strip.crop(0, width)


def base_style(widget: Widget) -> Style:
    """What stands below a widget's text: nothing in themes that use the terminal's own colours."""
    return Style.null() if widget.app.current_theme.ansi else widget.rich_style


@cache
def _style(name: str, base: Style, cursor: bool) -> Style:
    """A style of the palette over the base; a dimmed text would be unreadable under the cursor."""
    style = base + PALETTE[name]
    return style + _UNDIMMED if cursor else style


def _safe(text: str) -> str:
    """The text, cleaned here too, since this is what the terminal obeys; a line end shows as a space."""
    if text.isascii() and text.isprintable():
        return text
    return clean(text).replace("\n", " ")
