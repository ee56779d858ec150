"""One sentence under each strategy, so that a user's eyes decide which one a terminal shows right."""

from __future__ import annotations

from briefing.bidi.layout import lay_out
from briefing.bidi.rows import Order
from briefing.terminal import choice
from briefing.terminal.bidiswitch import framed
from briefing.terminal.current import Terminal
from briefing.terminal.strategy import Wish, decide

SENTENCE = "قالت الوزيرة (أمس): أنفقنا 790 مليون دولار حتى 18 مارس 2021."
"""Without Latin letters: terminals that take left-to-right for every row's base place those wrong in any way."""

STRATEGIES: tuple[Wish, ...] = ("visual", "terminal", "word")
"""What is shown, in this order."""

WIDTH = 64
"""Cells of a line."""


def specimens(terminal: Terminal) -> list[tuple[Wish, str]]:
    """Each strategy and the sentence as a command would write it under it, a whole line."""
    decisions = [(wish, decide(terminal.identity, terminal.answers, wish, None)) for wish in STRATEGIES]
    own = decide(terminal.identity, terminal.answers, "auto", None).one_shot
    return [(wish, framed(_line(_order(decision.one_shot, own)), decision)) for wish, decision in decisions]


def settle_on(terminal: Terminal, chosen: Wish) -> bool:
    """Remembers the readable strategy for this terminal, unless commands use it by themselves; says whether it did.

    Raises:
        DataError: the file of choices is damaged.
        StoreError: it cannot be written.
    """
    key = terminal.identity.key
    automatic = decide(terminal.identity, terminal.answers, "auto", None)
    wished = decide(terminal.identity, terminal.answers, chosen, None)
    if _order(wished.one_shot, automatic.one_shot) == automatic.one_shot:
        choice.forget(key)
        return False
    choice.remember(key, chosen)
    return True


def _order(wished: Order, own: Order) -> Order:
    """How a command leaves the order to this terminal, if that is the wish."""
    return own if wished == "logical" and own == "inverse" else wished


def _line(order: Order) -> str:
    """The sentence with its cells in this order."""
    return "".join(f"{row.text.strip()}\n" for row in lay_out(SENTENCE, WIDTH, direction="rtl", order=order))
