"""What may be typed behind the colon: a word, or an address as on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = Literal["quit", "help", "feeds", "sync", "screenshot"]

_WORDS: dict[str, Word] = {
    "q": "quit",
    "quit": "quit",
    "h": "help",
    "help": "help",
    "feeds": "feeds",
    "sync": "sync",
    "screenshot": "screenshot",
}
_WITHIN = (".", "/", "@", "q")
"""What an address within the open article begins with."""


@dataclass(frozen=True, slots=True)
class Command:
    """A word of the program's own, or else an address to go to."""

    word: Word | None = None
    address: str = ""


def parse_command(line: str, article: int | None = None) -> Command | None:
    """The command of a line, None for an empty one; `q4`, `.1` and `/kashmir` belong to the open article."""
    text = line.strip().removeprefix(":").strip()
    if not text:
        return None
    if text in _WORDS:
        return Command(word=_WORDS[text])
    return Command(address=f"{article}{text}" if article and text.startswith(_WITHIN) else text)
