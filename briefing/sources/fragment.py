"""A piece of HTML that is an article's body and nothing else, as feeds deliver it."""

from __future__ import annotations

import re

from briefing.model import Block
from briefing.sources.blocks import read_blocks
from briefing.sources.tree import parse_html
from briefing.text.clean import clean_line

_TAG = re.compile(r"<(?:p|br|h[1-6]|div)\b", re.IGNORECASE)


def read_fragment(html: str) -> tuple[Block, ...]:
    """The blocks of an HTML fragment, in reading order; none for one without text.

    The fragment is walked as it stands: a search for the body takes a short one for a page without any.
    """
    root = parse_html(html)
    return read_blocks(root) if root is not None else ()


def read_stated(text: str) -> tuple[Block, ...]:
    """The blocks of a text that a page's data holds: a fragment, or plain lines."""
    if _TAG.search(text):
        return read_fragment(text)
    return tuple(Block(line, loose=True) for raw in text.splitlines() if (line := clean_line(raw)))
