"""What standard output is connected to: a terminal or not, how wide, in colour or not; and what form that asks for."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Literal, NamedTuple, TextIO

DEFAULT_WIDTH = 80
"""Cells, where the terminal does not say."""

UNBROKEN = 1_000_000
"""Cells of a line that is not to be wrapped."""

Form = Literal["drawn", "linear", "lines"]
"""What a command prints: rows laid out for the eye, one column of plain words for the ear, or records for programs."""


class Output(NamedTuple):
    """Where one-shot commands write."""

    is_terminal: bool
    width: int
    """Cells; meaningless unless a terminal, or asked for by the user."""
    styled: bool
    """Bold, dim and underline may be sent."""
    coloured: bool
    """Colours may be sent, too (https://no-color.org)."""
    form: Form
    """What is printed, unless JSON is asked for."""


def output_of(
    stream: TextIO, width: int | None = None, *, linear: bool = False, by_habit: bool = False, paged: bool = False
) -> Output:
    """The facts about a stream, and the one decision on what form it gets.

    `width` and `linear` are wishes of this command line, `by_habit` the setting `linear`, which speaks of terminals
    only: scripts get their records. A pager counts as a pipe.
    """
    is_terminal = stream.isatty()
    at_terminal = is_terminal and not paged
    form: Form = "drawn" if at_terminal or width else "lines"
    if linear or (by_habit and at_terminal):
        form = "linear"
    styled = is_terminal and os.environ.get("TERM", "") not in ("", "dumb")
    coloured = styled and not os.environ.get("NO_COLOR")
    columns = width or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    if form == "linear" and not (at_terminal or width):
        columns = UNBROKEN
    return Output(is_terminal, max(columns, 10), styled, coloured, form)


def speak_utf8() -> None:
    """Makes the standard streams carry any text, whatever the locale; what cannot be written is replaced."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="surrogateescape")


def _open_closed_streams() -> None:
    """A standard stream that the caller closed (`>&-`) is None in Python; it reads and writes nothing instead."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 (lives as long as the process)
