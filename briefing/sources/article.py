"""Where on a page its article stands, and what of it is heading, paragraph and item."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefing.sources.blocks import read_blocks
from briefing.sources.body import blocks_of, body_of, judged, key_of
from briefing.sources.fragment import read_stated
from briefing.sources.pieces import pieces_of
from briefing.sources.projection import ENOUGH, Projection, project

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from briefing.sources.metadata import Metadata

MOST_ELEMENTS = 20_000
"""Elements above which the body is not searched, which would take seconds: all but the furniture is taken."""


def find_article(root: HtmlElement, said: Metadata) -> Projection:
    """The article's blocks and the lines cut from among them; no blocks for a page without text."""
    page = next(root.iter("body"), root)
    if cast("float", page.xpath("count(.//*)")) > MOST_ELEMENTS:
        return Projection(read_blocks(page), (), 1.0)
    tree = judged(root)
    body = body_of(tree, said.text)
    found = project(pieces_of(page), body, frozenset(key_of(title) for title in said.titles))
    return found if found.blocks and found.found >= ENOUGH else _unprojected(page, tree, said.text)


def _unprojected(page: _Element, tree: _Element | None, stated: str | None) -> Projection:
    """The longer of what was judged and what the page states itself, else all that it shows."""
    judged_blocks = blocks_of(tree) if tree is not None else ()
    blocks = max(judged_blocks, read_stated(stated or ""), key=lambda found: sum(len(block.text) for block in found))
    return Projection(blocks or read_blocks(page), (), 1.0)
