"""An HTML tree as blocks: headings, paragraphs and items in reading order, with the page's furniture left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.furniture import Surroundings
from briefing.sources.pieces import pieces_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing.model import Block


def read_blocks(root: _Element) -> tuple[Block, ...]:
    """The blocks of an element and what stands in it, in reading order."""
    around = Surroundings(root)
    return tuple(piece.block for piece in pieces_of(root) if not around.is_furniture(piece))
