"""A screen that does not repaint itself when the focus moves."""

from __future__ import annotations

from textual.app import App
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget


class QuietScreen(Screen[None]):
    """Widgets show by themselves who has the focus; repainting all of them would cost kilobytes a key."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)


def open_page(app: App[int], page: Screen[None]) -> None:
    """Shows a page over everything, not painted before its rows are laid out."""
    app.delay_update()
    app.push_screen(page)
