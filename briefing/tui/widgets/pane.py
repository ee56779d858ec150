"""What all scrolled panes have in common."""

from __future__ import annotations

from textual.events import Blur, Focus, MouseDown
from textual.scroll_view import ScrollView

from briefing.tui.messages import PaneClicked, PaneFocused


class Pane(ScrollView, can_focus=True):
    """A pane that is drawn by rows, and does not repaint as a whole when the focus comes or goes.

    Textual's own handlers repaint a widget on both; here no style depends on the focus.
    """

    FOCUS_ON_CLICK = False
    """The screen moves the focus, which pane is in use being its own knowledge."""

    def on_focus(self, event: Focus) -> None:
        """Takes the focus; subclasses repaint what shows it."""
        event.prevent_default()
        self.has_focus = True
        self.focus_moved()
        self.post_message(PaneFocused())

    def on_blur(self, event: Blur) -> None:
        """Gives the focus away."""
        event.prevent_default()
        self.has_focus = False
        self.focus_moved()

    def on_mouse_down(self, _: MouseDown) -> None:
        """Asks for the keys."""
        self.post_message(PaneClicked(self.id or ""))

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style depends on the focus, so nothing is restyled."""

    def line_in_focus(self) -> int:
        """The line of the pane a screen reader is to read, from the top of what is in view."""
        return 0

    def focus_moved(self) -> None:
        """Called when the focus has come or gone."""
