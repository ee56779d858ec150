"""The application: wiring, theme, signals; everything one sees is in screens and widgets."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.driver import Driver
from textual.events import Event, Key, Resize
from textual.geometry import Offset
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widgets import Input

from briefing.config import Settings
from briefing.errors import BriefingError, DataError, ExitCode
from briefing.library import Library
from briefing.terminal.bidiswitch import BidiSwitch
from briefing.terminal.drawing import Drawing
from briefing.tui import keys
from briefing.tui.messages import PaneFocused
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.quiet import open_page
from briefing.tui.shelf import Shelf
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.status_bar import StatusBar

MOUSE_FREE = "the mouse is the terminal's own"

SVG_STYLE = "text { unicode-bidi: bidi-override; direction: ltr }"
"""Cells of an SVG picture stand where they are (CSS Writing Modes 4, section 2.2)."""

AS_IT_IS = Drawing()
"""Logical order, panes side by side: what a terminal gets that was not asked."""

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""What ends the program in good order: the terminal is restored and the exit code is 128 + n."""


class QuietPalette(CommandPalette):
    """The command palette with a cursor that does not blink: blinking writes to the terminal for ever."""

    def on_mount(self) -> None:
        """Stills the cursor."""
        self.query_one(Input).cursor_blink = False


class BriefingApp(App[int]):
    """The terminal face of one library."""

    TITLE = "briefing"
    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("app")]

    app_focus = Reactive(True, compute=False, repaint=False)
    """Whether the terminal's window has the focus; nothing is repainted when it comes or goes."""

    ALLOW_SELECT = False
    """Panes choose text by themselves, since they know which code points stand in a cell."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        drawing: Drawing = AS_IT_IS,
        switch: BidiSwitch | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self.setting = drawing.setting
        self.linear = drawing.linear
        self.stacked = drawing.stacked
        self._hint = drawing.hint
        self._switch = switch
        self._library = library
        self._settings = settings
        # Read before the terminal is touched, so that a library that cannot be read is told in plain words.
        self._shelf = Shelf(library)
        self.animation_level = "none"
        if settings.theme not in self.available_themes:
            raise DataError(
                "config.toml", "theme", settings.theme, f"must be one of {', '.join(self.available_themes)}"
            )
        self.theme = settings.theme

    def get_default_screen(self) -> Screen[None]:
        """The main screen at once, since an empty one below it would be painted, too."""
        return MainScreen(self._library, self._shelf, self._settings, stacked=self.stacked, hint=self._hint)

    def on_mount(self) -> None:
        """Takes over the signals that would leave the terminal in disorder, and draws anew after a suspension."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        self.app_suspend_signal.subscribe(self, lambda _: self._leave_bidi(), immediate=True)
        self.app_resume_signal.subscribe(self, lambda _: self._take_bidi())
        self._take_bidi()

    def _take_bidi(self) -> None:
        """Turns the terminal's own bidi off on every row there is, and draws anew."""
        if self._switch and self._driver:
            self._switch.off(self.size.height, self._driver.write)
        self.screen.refresh()

    def _leave_bidi(self) -> None:
        """Turns the terminal's own bidi on while another program has the terminal."""
        if self._switch:
            self._switch.on()

    def on_ready(self) -> None:
        """Takes the keys that were typed while there was no screen yet."""
        from briefing.tui.driver import TerminalDriver

        if isinstance(self._driver, TerminalDriver):
            self._driver.let_keys_through()

    async def on_event(self, event: Event) -> None:
        """In linear mode the terminal's cursor follows whatever keys do."""
        await super().on_event(event)
        if self.linear and isinstance(event, Key | Resize):
            self.screen.call_after_refresh(self._point)

    def on_pane_focused(self, _: PaneFocused) -> None:
        """The focus may have moved by itself, as at the end of a typed line."""
        if self.linear:
            self.screen.call_after_refresh(self._point)

    def _point(self) -> None:
        """Puts the terminal's own cursor on the line in focus."""
        focused = self.screen.focused
        if isinstance(focused, Pane):
            self.cursor_position = focused.region.offset + Offset(0, focused.line_in_focus())
        elif isinstance(focused, Input):
            self.cursor_position = focused.cursor_screen_offset
        if self._driver:
            x, y = self.cursor_position
            self._driver.write(f"\x1b[{y + 1};{x + 1}H")

    def action_mouse(self) -> None:
        """Takes the mouse, or leaves it to the terminal."""
        from briefing.tui.driver import TerminalDriver

        if isinstance(self._driver, TerminalDriver):
            self._driver.use_mouse(not self._driver.has_mouse)
            taken = "the mouse clicks, scrolls and chooses text here" if self._driver.has_mouse else MOUSE_FREE
            self.query_one(StatusBar).say(taken)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG; viewers are kept from ordering anew what stands in visual order."""
        picture = super().export_screenshot(title=title, simplify=simplify)
        return picture if self.setting.order == "logical" else picture.replace("<style>", f"<style>{SVG_STYLE}", 1)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette offers what the keys do."""
        for key in keys.KEYS:
            if key.palette:
                title = f"{key.id.replace('-', ' ')} ({keys.typed(key.keys)})"
                yield SystemCommand(title, key.help, partial(self._act, screen, key.action))

    def _watch_app_focus(self, focus: bool) -> None:
        """Every pane keeps its own focus while the window is away."""

    async def _act(self, screen: Screen[object], action: str) -> None:
        await self.run_action(action.removeprefix("screen."), screen)

    def action_command_palette(self) -> None:
        """Opens the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(QuietPalette(id="--command-palette"))

    def action_help(self) -> None:
        """Shows all keys."""
        open_page(self, HelpScreen())

    def action_close(self) -> None:
        """Closes the page on top."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_leave(self) -> None:
        """Quits; all marks are on disk already."""
        self.exit()


def run(
    library: Library,
    settings: Settings,
    drawing: Drawing = AS_IT_IS,
    switch: BidiSwitch | None = None,
    typed_ahead: bytes = b"",
) -> int:
    """Runs the TUI on the terminal until the reader leaves it; returns the exit code.

    `typed_ahead` are keys that were read before, and count as the first ones.

    Raises:
        DataError: the theme is unknown.
        StoreError: the library or the state cannot be read.
    """
    driver_class = None
    if sys.platform != "win32":
        from briefing.tui.driver import driver_for

        driver_class = driver_for(typed_ahead=typed_ahead, shows_cursor=drawing.linear)
    app = BriefingApp(library, settings, drawing, switch, driver_class)
    app.run(mouse=settings.mouse)
    code = app.return_code or ExitCode.OK
    try:
        library.end_session()
    except BriefingError as error:
        sys.stderr.write(f"{error}\n")
        code = code or error.exit_code
    return int(code)
