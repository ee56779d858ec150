"""Opening an address in a browser, where there is one beside this terminal."""

from __future__ import annotations

import os
import sys
from urllib.parse import urlsplit

SCHEMES = ("http", "https")
"""What is handed to a browser; other schemes could start other programs."""


def is_web_address(url: str) -> bool:
    """Whether it is an http or https URL with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.hostname)


def has_browser() -> bool:
    """Whether a browser would appear before the reader: not over SSH, not on a bare console."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return False
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_browser(url: str) -> bool:
    """Whether a browser took the URL; never one that would draw over this terminal."""
    import webbrowser

    if not (has_browser() and is_web_address(url)):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    in_terminal = type(browser) is webbrowser.GenericBrowser
    return not in_terminal and browser.open(url)
