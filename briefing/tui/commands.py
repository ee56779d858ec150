"""What may be typed behind the colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.errors import UsageError

_ADDRESS = re.compile(r"(?P<article>\d{1,15})?(?:\.(?P<section>\d{1,6})|q(?P<quote>\d{1,9}))?")
_WORDS = {"q": "quit", "quit": "quit", "help": "help", "h": "help"}


@dataclass(frozen=True, slots=True)
class Command:
    """A word (`quit`, `help`) or a place to go to; without an article the open one is meant."""

    word: str | None = None
    article: int | None = None
    section: int | None = None
    quote: int | None = None


def parse_command(line: str) -> Command | None:
    """The command of a line, None for an empty one; digits of any script count.

    Raises:
        UsageError: the line is no command.
    """
    text = line.strip().removeprefix(":").strip()
    if not text:
        return None
    if text in _WORDS:
        return Command(word=_WORDS[text])
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise UsageError(f"'{text}' is not a command.", "Known are 12, 12q4, 12.1, q4, q and help.")
    return Command(None, *(int(part) if part else None for part in match.groups()))
