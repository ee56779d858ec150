"""Plain text as a source."""

from __future__ import annotations

from briefing.model import Block, Document
from briefing.text.sections.lines import paragraphs


def read_plain(text: str) -> Document:
    """A document of the text's paragraphs; where the title and headings are is left to the text core."""
    return Document(blocks=tuple(Block(paragraph) for paragraph in paragraphs(text)))
