"""RSS and Atom, of all versions, by the names they use."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing.sources.feeds.fields import Fields, web_address
from briefing.sources.feeds.markup import language_of, name_of
from briefing.sources.feeds.parsed import ENTRY_LIMIT, Entry, ParsedFeed
from briefing.text.identity import body_key

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = {"rss": "rss", "rdf:RDF": "rss", "RDF": "rss", "channel": "rss", "Channel": "rss", "feed": "atom"}
_ENTRIES = frozenset(("item", "entry"))
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_PAGES = frozenset(("", "text/html", "application/xhtml+xml"))


def read_xml_feed(root: _Element, url: str | None = None, language: str | None = None) -> ParsedFeed | None:
    """The feed of an XML tree; None for one that is no feed.

    `url` is where it was found, `language` what was said of it there.
    """
    kind = _kind(root)
    if kind is None:
        return None
    items = (element for element in root.iter() if name_of(element) in _ENTRIES and _is_outer(element))
    head = Fields(_head(root))
    language = head.line("language", "dc:language") or language_of(head.element) or language
    return ParsedFeed(
        format=kind,
        title=head.line("title", "dc:title") or "",
        site=_link(head, url),
        language=language,
        entries=tuple(_entry(item, url, language) for item in islice(items, ENTRY_LIMIT)),
    )


def _kind(root: _Element) -> str | None:
    """Which family of feeds a root element begins; undeclared or odd namespaces do not matter."""
    name = name_of(root)
    return _ROOTS.get(name) or _ROOTS.get(name.rpartition(":")[2])


def _head(root: _Element) -> _Element:
    """The element that describes the feed."""
    return next((child for child in root if name_of(child).lower() == "channel"), root)


def _is_outer(element: _Element) -> bool:
    above = element.getparent()
    while above is not None:
        if name_of(above) in _ENTRIES:
            return False
        above = above.getparent()
    return True


def _entry(element: _Element, base: str | None, language: str | None) -> Entry:
    fields = Fields(element)
    link = _link(fields, base)
    title = fields.line("title", "dc:title", "media:title") or ""
    content = fields.html("content:encoded", "content", "xhtml:body", "body", "fullitem")
    summary = fields.html("description", "summary", "dc:description", "itunes:summary", "media:description")
    said = fields.line("guid", "id") or element.get(_ABOUT)
    return Entry(
        key=(said or link or body_key(title, content or summary))[:1000],
        url=link,
        title=title,
        author=fields.author(),
        language=_language(fields) or language,
        published=fields.date(
            "pubDate", "published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created"
        ),
        updated=fields.date("updated", "modified", "dcterms:modified"),
        content=content,
        summary=summary,
    )


def _language(fields: Fields) -> str | None:
    holders = [*fields.all("content:encoded", "content", "fullitem"), fields.element]
    return fields.line("dc:language") or next(filter(None, map(language_of, holders)), None)


def _link(fields: Fields, base: str | None) -> str | None:
    """Where to read it: the alternate page, an element's text, or an id that is an address."""
    candidates = sorted(fields.all("feedburner:origLink", "link", "atom:link"), key=_rank)
    for child in candidates:
        if _rank(child) < _NO_LINK:
            found = web_address(child.get("href") or child.text, child.base or base)
            if found:
                return found
    for child in fields.all("guid"):
        if (child.get("isPermaLink") or "true").strip().lower() != "false" and "//" in (child.text or ""):
            return web_address(child.text, child.base or base)
    return None


_NO_LINK = 9


def _rank(link: _Element) -> int:
    """The order in which links are believed; from `_NO_LINK` on they lead to something else."""
    if name_of(link) == "feedburner:origLink":
        return 0
    if link.get("href") is None:
        return 1
    if (link.get("rel") or "alternate").strip().lower() not in {
        "alternate",
        "http://www.iana.org/assignments/relation/alternate",
    }:
        return _NO_LINK
    return 2 if (link.get("type") or "").strip().lower() in _PAGES else 3
