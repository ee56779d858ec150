"""What widgets tell the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


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
class CommandGiven(Message):
    """A line was typed behind the colon; None when it was left."""

    line: str | None
