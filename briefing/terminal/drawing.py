"""How a face draws on this process's terminal: the order of its cells, and what may stand beside text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefing.bidi.rows import LOGICAL, Order, Setting
from briefing.terminal import current
from briefing.terminal.identity import Identity
from briefing.terminal.strategy import Decision


class Drawing(NamedTuple):
    """What a decision means for whoever draws."""

    setting: Setting = LOGICAL
    stacked: bool = False
    """Nothing may stand beside text: one pane at a time."""
    flush: bool = False
    """The terminal moves right-to-left rows to the right edge itself."""
    hint: str | None = None
    """What the user can do, in one line."""
    linear: bool = False
    """For the ear: words instead of columns and lines, and the terminal's own cursor on the line in focus."""


LINEAR = Drawing(stacked=True, linear=True)
"""Logical order, one pane at a time; the terminal is neither asked nor switched."""


def reader_drawing(decision: Decision, identity: Identity) -> Drawing:
    """How the interactive reader draws."""
    return Drawing(_setting(decision.reader, identity), stacked=decision.stacked, hint=decision.hint)


def one_shot_drawing(text: str, is_terminal: bool, tell: Callable[[str], None]) -> tuple[Drawing, Decision]:
    """How a command draws this text, and the decision to frame it by; asks the terminal only if that matters.

    Raises:
        UsageError: BRIEFING_BIDI is no wish.
        DataError: the file of remembered choices is damaged.
    """
    decision = current.one_shot(text, is_terminal, tell)
    if decision.one_shot == "logical" and decision.frame is None:
        return Drawing(), decision
    identity = current.terminal(is_terminal).identity
    return Drawing(_setting(decision.one_shot, identity), flush=decision.frame == "detected"), decision


def _setting(order: Order, identity: Identity) -> Setting:
    """The order with what this terminal does well."""
    own = identity.terminal
    letters = order in ("logical", "inverse")
    return Setting(order, parted=letters and own.parted, marks=letters or own.marks, mirrors=own.mirrors)
