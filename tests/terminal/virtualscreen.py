"""Screens without a monitor: Xvfb for X11, and Weston in it for terminals that need Wayland."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator

SOCKET = "wayland-briefing"


@contextlib.contextmanager
def virtual_screen(display: str, size: str) -> Iterator[None]:
    """A virtual screen, such as `:98` of `1400x1000`."""
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size}x24"], stderr=subprocess.DEVNULL)
    time.sleep(1.5)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def wayland(display: str, width: int, height: int) -> Iterator[dict[str, str]]:
    """A Wayland compositor that fills a virtual screen; gives the variables its clients need."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"DISPLAY": display, "XDG_RUNTIME_DIR": folder}
        command = ["weston", "--backend=x11-backend.so", "--shell=kiosk-shell.so", f"--socket={SOCKET}"]
        size = ["--idle-time=0", f"--width={width}", f"--height={height}"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        compositor = subprocess.Popen([*command, *size], env={**os.environ, **environment}, **quiet)
        time.sleep(2.5)
        try:
            yield {**environment, "WAYLAND_DISPLAY": SOCKET}
        finally:
            compositor.terminate()
            compositor.wait()
