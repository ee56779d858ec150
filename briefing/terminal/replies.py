"""Answers of the terminal that come when nobody waits for them any more, taken out of what is typed."""

from __future__ import annotations

import re

_REPLY = re.compile(
    r"\x1bP[^\x1b\x07]*(?:\x1b\\|\x07)"  # XTVERSION
    r"|\x1b\[[>?][0-9;]*c"  # DA2, DA1
    r"|\x1b\[[0-9;]*\$y"  # DECRPM of an ANSI mode; those of private modes belong to whoever draws
)
_BEGUN = re.compile(r"\x1b(?:P[^\x1b\x07]*\x1b?|\[[>?][0-9;]*|\[[0-9;]*\$?|)\Z")
"""What may become an answer, cut off by the end of what was read."""

MOST = 4096
"""Characters of an answer at most; what is longer is none."""


class Replies:
    """Takes the answers to `probe.QUESTION` out of a stream of keys, however it is cut."""

    def __init__(self) -> None:
        self._begun = ""

    def without(self, text: str) -> str:
        """What was typed, without answers; what may be the beginning of one is kept back."""
        text = _REPLY.sub("", self._begun + text)
        begun = _BEGUN.search(text)
        if begun is None or len(begun[0]) > MOST:
            self._begun = ""
            return text
        self._begun = begun[0]
        return text[: begun.start()]

    def kept_back(self) -> str:
        """What was kept back, when nothing has followed it: Escape and the like are keys then."""
        text, self._begun = self._begun, ""
        return "" if text.startswith(("\x1bP", "\x1b[>", "\x1b[?")) else text
