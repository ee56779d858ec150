"""Rows as text for a terminal: SGR codes (ECMA-48 §8.3.117) around runs, in the terminal's own 16 colours.

This is the one place where one-shot commands make escape sequences; what a run says passes `clean` here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.bidi.layout import LOGICAL, Row, Run, Setting
from briefing.render import styles
from briefing.render.setting import flushed, set_rows
from briefing.text.clean import clean

_BOLD, _DIM, _UNDERLINE = "1", "2", "4"
_COLOURS: Final = {
    styles.TITLE: "1",
    styles.META: "2",
    styles.LABEL: "1;36",
    styles.HEADING: "1",
    styles.RULE: "2",
    styles.QUOTE: "32",
    styles.PARTIAL: "33",
    styles.TAIL: "2",
    styles.SELECTED: "7",
    styles.NUMBER: "36",
    styles.SPEAKER: "1",
    styles.EVIDENCE: "2",
    styles.FLAG: "1;33",
    styles.STAR: "1;33",
    styles.UNREAD: "1",
    styles.READ: "",
    styles.MATCH: "7",
    styles.FOUND: "4",
    styles.CHOSEN: "7",
    styles.CARET: "7",
}
_WITHOUT_COLOUR: Final = {
    **{name: code for name, code in _COLOURS.items() if code in (_BOLD, _DIM, _UNDERLINE, "7")},
    styles.LABEL: _BOLD,
    styles.QUOTE: _UNDERLINE,
    styles.FLAG: _BOLD,
    styles.STAR: _BOLD,
}


def painted(
    rows: Iterable[Row], *, styled: bool, coloured: bool, setting: Setting = LOGICAL, flush: bool = False
) -> str:
    """The rows in the order of `setting`, each ended by a newline; without `styled` no escape sequence at all.

    With `flush` right-to-left rows begin at the left edge, for terminals that move them to the right by themselves.
    """
    codes = (_COLOURS if coloured else _WITHOUT_COLOUR) if styled else {}
    ready = set_rows(rows, setting)
    lines = ("".join(_painted(run, codes) for run in row.runs) for row in (map(flushed, ready) if flush else ready))
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def unpainted(rows: Iterable[Row]) -> str:
    """The rows in logical order, without any escape sequence."""
    return painted(rows, styled=False, coloured=False)


def _painted(run: Run, codes: dict[str, str]) -> str:
    """One run between its code and the reset."""
    text = clean(run.text).replace("\n", " ")
    code = codes.get(run.style)
    if not code or not text.strip():
        return text
    return f"\x1b[{code}m{text}\x1b[m"
