"""A piece of HTML that is an article's body and nothing else, as feeds deliver it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.blocks import read_blocks
from briefing.sources.tree import parse_html

if TYPE_CHECKING:
    from briefing.model import Block


def read_fragment(html: str) -> tuple[Block, ...]:
    """The blocks of an HTML fragment, in reading order; none for one without text.

    The fragment is walked as it stands: a search for the body takes a short one for a page without any.
    """
    root = parse_html(html)
    return read_blocks(root) if root is not None else ()
