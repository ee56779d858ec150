"""Rows as strips of the terminal: the one place where the TUI's text becomes segments, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.bidi.cells import cell_width
from briefing.bidi.layout import LOGICAL, Row, Setting
from briefing.render import styles
from briefing.render.setting import set_row
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
    styles.FOUND: Style(color="yellow", underline=True),
    styles.CHOSEN: Style(reverse=True),
    styles.CARET: Style(color="cyan", reverse=True),
}
"""The terminal's own 16 colours, so that its theme, light or dark, decides; other themes map them."""

LIGHT = {
    styles.LABEL: Style(color="blue", bold=True),
    styles.PARTIAL: Style(color="blue"),
    styles.NUMBER: Style(color="blue"),
    styles.FLAG: Style(color="red", bold=True),
    styles.STAR: Style(color="magenta", bold=True),
    styles.MATCH: Style(color="magenta", reverse=True),
    styles.FOUND: Style(color="magenta", underline=True),
    styles.CARET: Style(color="blue", reverse=True),
}
"""What differs on a light ground, where cyan and yellow can hardly be read."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What text stands on: the style below it, whether that is light, and how the terminal wants it set."""

    base: Style = PALETTE[styles.PLAIN]
    light: bool = False
    setting: Setting = LOGICAL


def strip_of(row: Row, width: int, ground: Ground, *, cursor: bool = False) -> Strip:
    """The row in exactly `width` cells on a ground; under the cursor ground and text change places."""
    segments, used = [], 0
    for run in set_row(row, ground.setting).runs:
        text = _safe(run.text)
        used += cell_width(text)
        segments.append(Segment(text, _style(run.style, ground, cursor)))
    if used < width:
        segments.append(Segment(" " * (width - used), _style(styles.PLAIN, ground, cursor)))
    strip = Strip(segments, max(used, width))
    return strip if used <= width else strip.crop(0, width)


def ground_of(widget: Widget) -> Ground:
    """A widget's ground: no style at all in themes that use the terminal's own colours."""
    theme = widget.app.current_theme
    base = Style.null() if theme.ansi else widget.rich_style
    return Ground(base, light=not theme.dark, setting=setting_of(widget))


def setting_of(widget: Widget) -> Setting:
    """How rows are set for the terminal the widget is drawn on."""
    found = getattr(widget.app, "setting", LOGICAL)
    return found if isinstance(found, Setting) else LOGICAL


def is_linear(widget: Widget) -> bool:
    """Whether the widget speaks to the ear: words, no lines."""
    return bool(getattr(widget.app, "linear", False))


@cache
def _style(name: str, ground: Ground, cursor: bool) -> Style:
    """A style of the palette on a ground; under the cursor only what is bold stays, since colours would be blots."""
    own = LIGHT.get(name) if ground.light else None
    style = ground.base + (own or PALETTE[name])
    return ground.base + Style(bold=style.bold, reverse=True) if cursor else style


def _safe(text: str) -> str:
    """The text, cleaned here too, since this is what the terminal obeys; a line end shows as a space."""
    if text.isascii() and text.isprintable():
        return text
    return clean(text).replace("\n", " ")
