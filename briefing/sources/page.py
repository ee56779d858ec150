"""An HTML page as a source."""

from __future__ import annotations

from briefing.errors import SourceError
from briefing.model import Block, Document
from briefing.sources.blocks import read_blocks
from briefing.sources.container import find_container
from briefing.sources.encoding import declared_in_page, decode
from briefing.sources.metadata import read_metadata
from briefing.sources.tree import parse_html
from briefing.text.fold import fold


def read_page(html: bytes, *, url: str | None = None, charset: str | None = None, name: str | None = None) -> Document:
    """The article of an HTML page: its blocks, title, source, author, date and language as the page states them.

    `charset` is what the transport says (HTTP Content-Type), `name` what errors call the page. Nothing is
    fetched, no entity is resolved. Raises SourceError for a page without text.
    """
    root = parse_html(decode(html, charset or declared_in_page(html)))
    body = next(root.iter("body"), root) if root is not None else None
    said = read_metadata(root) if root is not None else None
    blocks = (read_blocks(find_container(body)) or read_blocks(body)) if body is not None else ()
    if not blocks or said is None:
        hint = "Pages that a script fills in a browser cannot be read; save the page from a browser and add the file."
        raise SourceError(name or url or "page", "the page holds no text.", hint)
    return Document(
        blocks=_below_title(blocks, said.title),
        title=said.title,
        language=said.language,
        url=url or said.url,
        source=said.source,
        author=said.author,
        published=said.published,
        structured=True,
    )


def _below_title(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks from below the heading that repeats the title, where nothing but furniture can stand above it."""
    if title is None:
        return blocks
    same = fold(title)
    at = next((i for i, b in enumerate(blocks) if b.kind == "heading" and b.level == 1 and fold(b.text) == same), None)
    if at is None or any(len(block.text) > len(title) * 2 for block in blocks[:at]):
        return blocks
    return blocks[at + 1 :] or blocks
