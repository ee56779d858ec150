"""An HTML page as a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.model import Block, Document
from briefing.sources.body import blocks_of, body_of, judged, key_of
from briefing.sources.encoding import declared_in_page, decode
from briefing.sources.metadata import read_metadata
from briefing.sources.pieces import pieces_of
from briefing.sources.projection import ENOUGH, Projection, project
from briefing.sources.tree import parse_html
from briefing.text.fold import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.sources.metadata import Metadata


def read_page(html: bytes, *, url: str | None = None, charset: str | None = None, name: str | None = None) -> Document:
    """The article of an HTML page: its blocks, title, source, author, date and language as the page states them.

    `charset` is what the transport says (HTTP Content-Type), `name` what errors call the page. Nothing is
    fetched, no entity is resolved. Raises SourceError for a page without text.
    """
    root = parse_html(decode(html, charset or declared_in_page(html)))
    said = read_metadata(root) if root is not None else None
    article = _article(root, said) if root is not None and said is not None else None
    if article is None or said is None or not article.blocks:
        hint = "Pages that a script fills in a browser cannot be read; save the page from a browser and add the file."
        raise SourceError(name or url or "page", "the page holds no text.", hint)
    return Document(
        blocks=_below_title(article.blocks, said.title),
        title=said.title,
        language=said.language,
        url=url or said.url,
        source=said.source,
        author=said.author,
        published=said.published,
        structured=True,
        removed=article.removed,
    )


def _article(root: HtmlElement, said: Metadata) -> Projection:
    tree = judged(root)
    body = body_of(tree, said.text)
    page = next(root.iter("body"), root)
    found = project(pieces_of(page), body, frozenset(key_of(title) for title in said.titles))
    if found.found < ENOUGH and tree is not None:
        return Projection(blocks_of(tree), (), 1.0)
    return found


def _below_title(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks from below the heading that repeats the title, where nothing but furniture can stand above it."""
    if title is None:
        return blocks
    same = fold(title)
    at = next((i for i, b in enumerate(blocks) if b.kind == "heading" and b.level == 1 and fold(b.text) == same), None)
    if at is None or any(len(block.text) > len(title) * 2 for block in blocks[:at]):
        return blocks
    return blocks[at + 1 :] or blocks
