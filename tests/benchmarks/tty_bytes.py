"""How many bytes the TUI sends for each key: `python -m tests.benchmarks.tty_bytes` prints the figures."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.bidi.layout import Order
from briefing.config import Settings
from tests.terminal.program import start
from tests.tui.articles import fill, harbour_article

IDLE_SECONDS = 3.0

FOCUS_OUT, FOCUS_IN = "\x1b[O", "\x1b[I"
DOWN, PAGE_DOWN, TAB, ENTER = "\x1b[B", "\x1b[6~", "\t", "\r"


@dataclass(frozen=True, slots=True)
class Figure:
    """Bytes sent for one thing, and how many are allowed."""

    name: str
    sent: int
    budget: int


LATIN = {
    "start": 45_000,
    "arrow in the list": 400,
    "open": 12_000,
    "PageDown in the text": 6_000,
    "Tab to the quotes": 8_000,
    "next quote": 8_000,
    "Tab to the list": 8_000,
    "star": 1_500,
    "window loses the focus": 0,
    "help": 20_000,
    "idle": 0,
}
"""Budgets at 120x40 in 16 colours."""

ARABIC = LATIN | {"start": 65_000, "open": 18_000, "PageDown in the text": 14_000}


def measure(*, arabic: bool = False) -> list[Figure]:
    """The figures over a library of 30 articles; Arabic in visual order, its letters joined."""
    budgets = ARABIC if arabic else LATIN
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "library.db")
        fill(settings, (harbour_article(key, arabic=arabic) for key in range(30)))
        sent = dict(_sent(settings.library, budgets, "visual" if arabic else "logical"))
    return [Figure(name, sent[name], budget) for name, budget in budgets.items()]


def _sent(library: Path, budgets: Mapping[str, int], order: Order) -> Iterable[tuple[str, int]]:
    """Bytes for each step of one session."""
    with start(library, order=order) as session:
        session.wait_for_text("? keys")
        session.settle()
        yield "start", len(session.raw)
        for name, keys in (
            ("arrow in the list", DOWN),
            ("open", ENTER),
            ("PageDown in the text", PAGE_DOWN),
            ("Tab to the quotes", TAB),
            ("next quote", DOWN),
            ("Tab to the list", TAB),
            ("star", "s"),
            ("window loses the focus", FOCUS_OUT + FOCUS_IN),
            ("help", "?"),
        ):
            before = len(session.raw)
            session.send(keys)
            if budgets[name]:
                session.wait_for(lambda before=before: len(session.raw) > before, name)
            session.settle()
            yield name, len(session.raw) - before
        session.send("q")
        session.settle(1.5)
        yield "idle", session.settle(IDLE_SECONDS)


def main() -> int:
    """Prints the figures; 1 if one is over its budget."""
    over = False
    for name, arabic in (("Latin", False), ("Arabic", True)):
        for figure in measure(arabic=arabic):
            over = over or figure.sent > figure.budget
            print(f"{name:7} {figure.name:22} {figure.sent:>7} of {figure.budget:>7}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
