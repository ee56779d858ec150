"""An HTML page as a source."""

from __future__ import annotations

from briefing.errors import NoBodyError
from briefing.model import Document
from briefing.sources.article import find_article
from briefing.sources.encoding import declared_in_page, decode
from briefing.sources.metadata import read_metadata
from briefing.sources.tree import parse_html
from briefing.sources.wall import shows_article, word_count


def read_page(html: bytes, *, url: str | None = None, charset: str | None = None, name: str | None = None) -> Document:
    """The article of an HTML page: its blocks, title, source, author, date and language as the page states them.

    `charset` is what the transport says (HTTP Content-Type), `name` what errors call the page. Nothing is
    fetched, no entity is resolved. Raises NoBodyError for a page that shows no article.
    """
    called = name or url or "page"
    root = parse_html(decode(html, charset or declared_in_page(html)))
    if root is None:
        raise NoBodyError(called, len(html), 0, url=url)
    said = read_metadata(root)
    article = find_article(root, said)
    if not shows_article(article.blocks, len(html)):
        raise NoBodyError(called, len(html), word_count(article.blocks), title=said.title, url=url or said.url)
    return Document(
        blocks=article.blocks,
        title=said.title,
        language=said.language,
        url=url or said.url,
        source=said.source,
        author=said.author,
        published=said.published,
        structured=True,
        removed=article.removed,
    )
