"""Asking tmux about the terminal around it, and having it let sequences through to that terminal."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 1.0
"""Seconds that one tmux command may take; some milliseconds are usual."""

PASSTHROUGH = "allow-passthrough"
"""The pane option without which tmux (3.3 and later) swallows what is meant for the outer terminal."""


@dataclass(frozen=True, slots=True)
class Client:
    """The terminal a tmux session is attached to."""

    termtype: str
    """What it answered tmux to XTVERSION; empty if nothing."""
    environ: Mapping[str, str]
    """The variables of the attaching process, which that terminal started; of this process if they cannot be read."""
    rows: int
    """Height of the outer terminal."""


def client() -> Client | None:
    """The client that shows this pane, or None outside of tmux or if tmux does not answer."""
    answer = _tmux("display-message", "-p", *_pane(), "#{client_pid} #{client_height} #{client_termtype}")
    pid, _, rest = (answer or "").strip().partition(" ")
    height, _, termtype = rest.partition(" ")
    if not (pid.isdecimal() and height.isdecimal()):
        return None
    return Client(termtype, _environ_of(pid), int(height))


class Passthrough:
    """This pane's permission to speak to the outer terminal, taken and put back."""

    def __init__(self) -> None:
        self._before: str | None = None

    def take(self) -> None:
        """Allows it, also while the pane is not shown where tmux knows that degree (3.4)."""
        if self._before is None:
            self._before = (_tmux("show-options", "-pv", *_pane(), PASSTHROUGH) or "").strip()
        if _tmux("set-option", "-pq", *_pane(), PASSTHROUGH, "all") is None:
            _tmux("set-option", "-pq", *_pane(), PASSTHROUGH, "on")

    def give_back(self) -> None:
        """Restores the pane's own setting, or that it had none."""
        if self._before is None:
            return
        value = ["-p", *_pane(), PASSTHROUGH, self._before] if self._before else ["-pu", *_pane(), PASSTHROUGH]
        _tmux("set-option", "-q", *value)
        self._before = None


def _pane() -> list[str]:
    pane = os.environ.get("TMUX_PANE")
    return ["-t", pane] if pane else []


def _tmux(*arguments: str) -> str | None:
    """What a tmux command prints; None if it fails, or there is no tmux."""
    import subprocess

    if "TMUX" not in os.environ:
        return None
    try:
        done = subprocess.run(  # noqa: S603
            ["tmux", *arguments],  # noqa: S607
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _environ_of(pid: str) -> Mapping[str, str]:
    """The variables a process was started with (proc(5))."""
    try:
        block = Path("/proc", pid, "environ").read_bytes()
    except OSError:
        return os.environ
    pairs = (entry.partition(b"=") for entry in block.split(b"\0") if b"=" in entry)
    return {os.fsdecode(name): os.fsdecode(value) for name, _, value in pairs}
