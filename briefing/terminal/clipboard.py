"""Copying over SSH: by tmux where one runs in it, else by OSC 52 (xterm control sequences)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

TMUX_TIMEOUT = 2.0
"""Seconds to wait for tmux."""

_LOAD = ("tmux", "load-buffer", "-w", "-")


def copy(text: str, osc52: Callable[[str], None]) -> str:
    """Copies the text and says how; `osc52` writes it to the terminal where tmux does not take it.

    tmux's default `set-clipboard external` drops OSC 52 of programs inside it, but passes on its own buffer.
    """
    if os.environ.get("TMUX") and _to_tmux(text):
        return "tmux buffer and clipboard"
    osc52(text)
    return "clipboard (OSC 52)"


def _to_tmux(text: str) -> bool:
    """Whether tmux took the text."""
    try:
        done = subprocess.run(  # noqa: S603, the arguments are constant and the text is only its input
            _LOAD, input=text.encode(), capture_output=True, timeout=TMUX_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
