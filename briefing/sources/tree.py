"""HTML text as a tree: the one place where the parser is called, behind a guard that keeps it linear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAG_LIMIT = 8192
"""Code points from which a tag is cut: no article has one, and the parser takes quadratic time over its attributes."""

_HUGE_TAG = re.compile(rf"<(?![!?])[^<>]{{{TAG_LIMIT},}}>?")


def without_huge_tags(markup: str) -> str:
    """HTML or XML without tags of more than `TAG_LIMIT` code points; CDATA, comments and declarations stay."""
    return _HUGE_TAG.sub("", markup)


def parse_html(text: str) -> HtmlElement | None:
    """The root of an HTML page or fragment; None for one without an element.

    No entity of a document type is resolved, nothing is fetched, and comments are left out.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    content = without_huge_tags(text).encode("utf-8", errors="replace")
    try:
        return etree.fromstring(content, parser) if content.strip() else None
    except etree.ParserError:
        return None
