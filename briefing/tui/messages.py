"""What widgets tell the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.message import Message

PromptKind = Literal["command", "find", "filter", "search", "tag", "note", "save", "pipe", "correct", "carried"]
"""What is asked for on the line at the bottom: a command, words to find in the open article, a query for the list,
a tag, a note, a correction, and whether quotes carried over from a corrected one are corrected as well."""


@dataclass
class QuoteChosen(Message):
    """The cursor of the quote pane was moved to this quote."""

    number: int


@dataclass
class PageMoved(Message):
    """The article was scrolled by the reader, not by a link from another pane."""

    def can_replace(self, message: Message) -> bool:
        """Only the last position counts."""
        return isinstance(message, PageMoved)


@dataclass
class NotListed(Message):
    """An item was asked for that is not in the list."""

    number: int


class PaneFocused(Message):
    """A pane has got the keys."""


@dataclass
class PaneClicked(Message):
    """The mouse was pressed on a pane."""

    pane: str


@dataclass
class TextChosen(Message):
    """The mouse has chosen some text."""


@dataclass
class PromptChanged(Message):
    """What has been typed so far."""

    kind: PromptKind
    line: str

    def can_replace(self, message: Message) -> bool:
        """Only the last one counts."""
        return isinstance(message, PromptChanged)
