"""The terminal under the TUI: Textual's own driver with late answers sorted out, and a mouse that can be let go."""

from __future__ import annotations

import os
import re
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent, Key

from briefing.terminal.replies import Replies

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

MOUSE_ON, MOUSE_OFF = "\x1b[?1002h\x1b[?1006h", "\x1b[?1006l\x1b[?1002l"
"""Presses and drags, in SGR form; any motion would be reported by Textual's own mode, for nobody's use."""

SHOW_CURSOR = "\x1b[?25h"

WAIT = 0.1
"""Seconds after which a key that begins like a sequence is one of its own."""

ESCAPE = "\x1b"

_KEY_BEHIND = re.compile(r"\x1b(?=[^\x1b\[\]OPX_^])")
"""An Escape that begins no sequence, since what follows is a key: nothing is bound to keys held with Alt."""


class TerminalDriver(LinuxDriver):
    """Reads keys and the mouse, writes to the terminal.

    `typed_ahead` are keys that were typed before there was a driver; with `shows_cursor` the terminal's own cursor
    stands where the application puts it, which screen readers follow.
    """

    typed_ahead: ClassVar[bytes] = b""
    shows_cursor: ClassVar[bool] = False

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._unread = self.typed_ahead
        self._held: list[Message] | None = []
        self._holding = Lock()

    def start_application_mode(self) -> None:
        """Takes the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self.shows_cursor:
            self.write(SHOW_CURSOR)

    def let_keys_through(self) -> None:
        """Hands over what has been typed so far: keys that come before there is a screen would mean nothing."""
        with self._holding:
            held, self._held = self._held or [], None
            for message in held:
                super().process_message(message)

    def process_message(self, message: Message) -> None:
        """Hands a message to the application, keys only when it is ready for them."""
        with self._holding:
            if self._held is not None and isinstance(message, InputEvent):
                self._held.append(message)
                return
        super().process_message(message)

    @property
    def has_mouse(self) -> bool:
        """Whether the mouse is taken."""
        return self._mouse

    def use_mouse(self, wanted: bool) -> None:
        """Takes the mouse, or leaves it to the terminal, which then selects by itself."""
        self._mouse = wanted
        self.write(MOUSE_ON if wanted else MOUSE_OFF)
        self.flush()

    def _enable_mouse_support(self) -> None:
        """Only presses, drags and the wheel."""
        if self._mouse:
            self.write(MOUSE_ON)

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_OFF)

    def _enable_mouse_pixels(self) -> None:
        """Cells are enough."""

    def run_input_thread(self) -> None:
        """Reads keys until the driver stops or the terminal goes away; first those typed before it started."""
        parser, replies = XTermParser(self._debug), Replies()
        # Terminals send UTF-8, but a key of another encoding must not end the program.
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        ahead, self._unread = self._unread, b""
        self._process([*_messages(parser, replies.without(decode(ahead)))])
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(WAIT)
                typed = self._typed() if ready else b""
                if ready and not typed:
                    self._app.call_later(self._app.exit, return_code=128 + signal.SIGHUP)
                    return
                text = replies.without(decode(typed)) if ready else replies.kept_back()
                self._process([*_messages(parser, text, ended=not ready), *parser.tick()])

    def _typed(self) -> bytes:
        """What the terminal has sent; nothing if it has gone away, which Linux also calls an error of input."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _process(self, messages: list[Message]) -> None:
        for message in messages:
            self.process_message(message)


def driver_for(*, typed_ahead: bytes = b"", shows_cursor: bool = False) -> type[TerminalDriver]:
    """The driver of one session; Textual makes it by itself, and from a class."""
    own = {"typed_ahead": typed_ahead, "shows_cursor": shows_cursor}
    return type("SessionDriver", (TerminalDriver,), own)


def _messages(parser: XTermParser, text: str, *, ended: bool = False) -> Iterator[Message]:
    """What was typed, as messages; with `ended` nothing has followed it for a while, so that a last Escape is a key.

    The parser would wait for what follows an Escape, and take the next key for one held with Alt.
    """
    *before, last = _KEY_BEHIND.split(text)
    for piece in before:
        yield from parser.feed(piece) if piece else ()
        yield Key("escape", ESCAPE)
    if ended and last == ESCAPE:
        yield Key("escape", ESCAPE)
    elif last:
        yield from parser.feed(last)
