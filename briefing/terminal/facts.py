"""What standard output is connected to: a terminal or not, how wide, in colour or not."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NamedTuple, TextIO

DEFAULT_WIDTH = 80
"""Cells, where the terminal does not say."""


class Output(NamedTuple):
    """Where one-shot commands write."""

    is_terminal: bool
    width: int
    """Cells; meaningless unless a terminal, or asked for by the user."""
    styled: bool
    """Bold, dim and underline may be sent."""
    coloured: bool
    """Colours may be sent, too (https://no-color.org)."""


def output_of(stream: TextIO, width: int | None = None) -> Output:
    """The facts about a stream; `width` is the user's wish."""
    is_terminal = stream.isatty()
    styled = is_terminal and os.environ.get("TERM", "") not in ("", "dumb")
    coloured = styled and not os.environ.get("NO_COLOR")
    columns = width or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    return Output(is_terminal, max(columns, 10), styled, coloured)


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
