"""Where the panes of the main screen stand: pure geometry, by the size of the terminal and the pane in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Pane = Literal["list", "reader", "quotes"]

WIDE = 110
"""From this width on all three panes stand side by side."""

MEDIUM = 60
"""From this width on the quotes stand beside the text."""

ROOMY = 160
"""From this width on list and quotes get more room."""

TALL = 16
"""From this height on there is room for a title bar and rules."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the screen in cells."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The box of every widget that is shown, by its id, and the panes that can be reached."""

    boxes: dict[str, Box] = field(default_factory=dict)
    panes: tuple[Pane, ...] = ()


HeadHeight = Callable[[int, bool], int]
"""Rows the article's head takes in a width, roomy or compact."""


def arrange(width: int, height: int, pane: Pane, zoomed: bool, head_height: HeadHeight) -> Arrangement:
    """Wide: list, reader and quotes. Medium: the list, or reader and quotes. Narrow or zoomed: one pane."""
    if width >= WIDE and not zoomed:
        return _wide(width, height, head_height)
    if pane == "list":
        return _list_alone(width, height)
    if pane == "quotes" and (zoomed or width < MEDIUM):
        return Arrangement({"quotes": Box(0, 0, width, height - 1), **_status(width, height)}, ("reader", "quotes"))
    return _reading(width, height, zoomed, head_height)


def list_width(width: int) -> int:
    """Cells of the list beside the other panes."""
    return 36 if width < ROOMY else 48


def quotes_width(width: int) -> int:
    """Cells of the quotes beside the text."""
    return 33 if width < WIDE else 34 if width < ROOMY else 44


def _status(width: int, height: int) -> dict[str, Box]:
    return {"status": Box(0, height - 1, width, 1)}


def _wide(width: int, height: int, head_height: HeadHeight) -> Arrangement:
    bars = int(height >= TALL)
    bottom = height - 1 - bars
    left, right = list_width(width), quotes_width(width)
    middle = width - left - right - 2
    head = min(head_height(middle, True), bottom // 2)
    boxes = {
        "list": Box(0, bars, left, bottom - bars),
        "list-line": Box(left, bars, 1, bottom - bars),
        "head": Box(left + 1, bars, middle, head),
        "reader": Box(left + 1, bars + head, middle, bottom - bars - head),
        "quotes-line": Box(left + 1 + middle, bars, 1, bottom - bars),
        "quotes": Box(width - right, bars, right, bottom - bars),
        **_status(width, height),
    }
    if bars:
        boxes |= {"title": Box(0, 0, width, 1), "foot": Box(0, bottom, width, 1)}
    return Arrangement(boxes, ("list", "reader", "quotes"))


def _list_alone(width: int, height: int) -> Arrangement:
    bars = int(height >= TALL)
    boxes = {"list": Box(0, bars, width, height - 1 - bars), **_status(width, height)}
    return Arrangement(boxes | ({"title": Box(0, 0, width, 1)} if bars else {}), ("list",))


def _reading(width: int, height: int, zoomed: bool, head_height: HeadHeight) -> Arrangement:
    """The article's head over the text, with the quotes beside it where there is room."""
    head = min(head_height(width, False), max(height // 3, 1))
    beside = width >= MEDIUM and not zoomed
    text = width - quotes_width(width) - 1 if beside else width
    body = height - 1 - head
    boxes = {"head": Box(0, 0, width, head), "reader": Box(0, head, text, body), **_status(width, height)}
    if beside:
        boxes |= {"quotes-line": Box(text, head, 1, body), "quotes": Box(text + 1, head, width - text - 1, body)}
    return Arrangement(boxes, ("reader", "quotes"))
