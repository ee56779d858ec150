"""Turning a terminal's own bidi off and on again, through tmux and GNU screen as well.

VTE keeps mode 8 with each row: a row that exists is not changed by it unless the cursor stands in the row's first
column, so on a screen that is drawn already each row is visited. Konsole and mlterm switch their whole view.
"""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Callable
from types import TracebackType
from typing import Self

from briefing.terminal.identity import Identity, Multiplexer
from briefing.terminal.strategy import Decision, Frame, Switch
from briefing.terminal.tmux import Passthrough

_OFF_ON: dict[Switch, tuple[str, str]] = {
    "mode-8": ("\x1b[8l", "\x1b[8h"),
    "konsole": ("\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07"),
    "mlterm": ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"),
}
"""OSC 50 sets the font in xterm, so it is for Konsole alone."""

_FRAMES: dict[Frame, tuple[str, str]] = {
    "detected": ("\x1b[?2501h", "\x1b[?2501l"),
    "explicit": _OFF_ON["mode-8"],
}

_SCREEN_LIMIT = 200
"""Bytes that GNU screen passes on at once; the oldest versions take 256."""

_OUTER_ROWS = 10
"""Rows that GNU screen's own lines and other regions may take beside this one; too many do no harm."""


def sequence(switch: Switch, on: bool, rows: int = 0) -> str:
    """What turns a terminal's bidi off or on; with `rows` also on a screen of that height that is drawn already."""
    command = _OFF_ON[switch][on]
    if switch != "mode-8" or not rows:
        return command
    visits = "".join(f"\x1b[{row}H{command}" for row in range(1, rows + 1))
    return f"\x1b7{visits}\x1b8"


def wrapped(text: str, multiplexer: Multiplexer | None) -> str:
    """Sequences as the terminal around a multiplexer gets them (a device control string that is passed on)."""
    if multiplexer == "tmux":
        doubled = text.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    if multiplexer == "screen":
        return "".join(f"\x1bP{part}\x1b\\" for part in _parts(text))
    return text


def framed(text: str, decision: Decision) -> str:
    """Whole lines written once, in what keeps them readable; the text itself comes in the order decided on."""
    if decision.frame is None or not text:
        return text
    before, after = _FRAMES[decision.frame]
    return f"{before}{text}{after}"


def write_to_terminal(text: str) -> None:
    """Sequences straight to the process's own terminal; a terminal that has gone away needs none."""
    try:
        descriptor = os.open("/dev/tty", os.O_WRONLY | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        os.write(descriptor, text.encode())
    except OSError:
        return
    finally:
        os.close(descriptor)


class BidiSwitch:
    """The terminal's own bidi, off while the reader has the terminal.

    `off` at the start and on resuming, `on` before suspending and at the end; both can be called again without
    harm, and whatever is still off when the process ends is turned on. Where the decision names no switch,
    neither does anything. As a context manager it is off inside.
    """

    def __init__(self, decision: Decision, identity: Identity) -> None:
        self._switch = decision.switch
        self._identity = identity
        self._is_off = False
        self._passthrough = Passthrough() if decision.switch and identity.multiplexer == "tmux" else None

    def off(self, rows: int = 0, write: Callable[[str], object] = write_to_terminal) -> None:
        """Turns it off. `rows` is the screen's height where the alternate screen is shown already, else 0.

        `write` is the way of whoever is drawing at the time, so that no sequence is torn apart.
        """
        if self._switch is None:
            return
        if not self._is_off:
            atexit.register(self.on)
        self._is_off = True
        if self._passthrough:
            self._passthrough.take()
        write(self._sequence(self._switch, False, rows))

    def on(self) -> None:
        """Turns it on again, if it was turned off; on the normal screen, with the cursor in the first column."""
        if not self._is_off or self._switch is None:
            return
        self._is_off = False
        atexit.unregister(self.on)
        if self._passthrough:
            _on_through_tmux(self._sequence(self._switch, True, 0), self._passthrough)
        else:
            write_to_terminal(self._sequence(self._switch, True, 0))

    def __enter__(self) -> Self:
        self.off()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.on()

    def _sequence(self, switch: Switch, on: bool, rows: int) -> str:
        """Behind a multiplexer every row of the outer terminal exists, whatever this program's own screen is."""
        identity = self._identity
        if identity.multiplexer:
            rows = identity.rows or shutil.get_terminal_size().lines + _OUTER_ROWS
        return wrapped(sequence(switch, on, rows), identity.multiplexer)


def _on_through_tmux(text: str, passthrough: Passthrough) -> None:
    """Sends a sequence at a moment when tmux passes it on, and takes back the permission when it has.

    While tmux is about to redraw a pane, as after the alternate screen, it drops what is to be passed on. A command
    to tmux is done only after what the pane wrote before it, so the two commands around the sequence keep the order.
    The terminal itself is not asked: another reader of its input may get the answer.
    """
    passthrough.take()
    write_to_terminal(text)
    passthrough.give_back()


def _parts(text: str) -> list[str]:
    """Sequences in parts that GNU screen passes on whole: each starts with an escape and breaks none."""
    parts = [""]
    for piece in text.split("\x1b")[1:]:
        if len(parts[-1]) + len(piece) + 1 > _SCREEN_LIMIT:
            parts.append("")
        parts[-1] += f"\x1b{piece}"
    return parts
