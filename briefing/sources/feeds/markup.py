"""XML from outside as a tree: the hostile parts taken out, the broken ones mended."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING

from briefing.sources.encoding import decode
from briefing.sources.tree import without_huge_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

REFERENCES = 1_000_000
"""Ampersands above which a file is a flood of them."""

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_:.-]{2,40})["']""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,1000}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,8});|#[xX]([0-9A-Fa-f]{1,8});|([A-Za-z][A-Za-z0-9]{1,31});|)")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_NAMESPACES = {
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/net/rss1.1#": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss/": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_xml(content: bytes, charset: str | None = None, url: str | None = None) -> _Element | None:
    """The root element of an XML file, however broken; None where there is none.

    No document type is read, no entity expanded, nothing fetched. `charset` is what the transport says,
    `url` what relative addresses are relative to.
    """
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    text = mended(_text(content, charset))
    try:
        return etree.fromstring(text.encode("utf-8"), parser, base_url=url or "") if text else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def mended(text: str) -> str:
    """XML that a strict parser takes better: no declaration, no document type, HTML's entities as characters."""
    text = _NO_XML.sub("", text)
    text = text[max(text.find("<"), 0) :]
    text = _DECLARATION.sub("", text, count=1)
    text = without_huge_tags(_DOCTYPE.sub("", text, count=1))
    if text.count("&") > REFERENCES:
        text = text.replace("&", " ")
    return "".join(part if is_data else _REFERENCE.sub(_reference, part) for part, is_data in _parts(text)).strip()


def name_of(element: _Element) -> str:
    """Name of an element with the usual prefix of its namespace: `content:encoded`, `title`."""
    if not isinstance(element.tag, str):
        return ""
    space, brace, name = element.tag.rpartition("}")
    if not brace:
        return element.tag
    prefix = _NAMESPACES.get(space[1:], element.prefix or "")
    return f"{prefix}:{name}" if prefix else name


def language_of(element: _Element) -> str | None:
    """The language that an element or one around it declares."""
    at: _Element | None = element
    while at is not None:
        if (said := at.get(_LANGUAGE)) is not None:
            return said.strip().replace("_", "-") or None
        at = at.getparent()
    return None


def inner_html(element: _Element) -> str:
    """What stands in an element, as HTML."""
    from lxml import etree

    children = (
        etree.tostring(child, method="html", encoding="unicode") for child in element if isinstance(child.tag, str)
    )
    return html.escape(element.text or "", quote=False) + "".join(map(_without_namespace, children))


def _text(content: bytes, charset: str | None) -> str:
    if content[:4] in {b"<\0?\0", b"<\0r\0", b"<\0f\0"}:
        return content.decode("utf-16-le", errors="replace")
    if content[:4] in {b"\0<\0?", b"\0<\0r", b"\0<\0f"}:
        return content.decode("utf-16-be", errors="replace")
    declared = _ENCODING.search(content[:1000])
    return decode(content, charset or (declared[1].decode("ascii") if declared else None))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a CDATA section."""
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        yield text[at:start], False
        end = text.find("]]>", start)
        if end < 0:
            yield f"{text[start:]}]]>", True
            return
        yield text[start : end + 3], True
        at = end + 3
    yield text[at:], False


def _reference(found: re.Match[str]) -> str:
    """A reference of XML as it is, one of HTML as its character, any other ampersand as such."""
    decimal, hexadecimal, name = found.groups()
    if decimal or hexadecimal:
        # The parser would make half a surrogate of one, on which it breaks itself.
        number = int(decimal) if decimal else int(hexadecimal, 16)
        return f"&#{number};" if number <= 0x10FFFF and not _NO_XML.match(chr(number)) else "\ufffd"
    if name in _OWN:
        return found[0]
    if name and f"{name};" in html5:
        return html.escape(html5[f"{name};"])
    return "&amp;" + found[0][1:]


_PREFIXED = re.compile(r"(</?)[A-Za-z]\w{0,20}:(?=[A-Za-z])")


def _without_namespace(markup: str) -> str:
    return _PREFIXED.sub(r"\1", markup)
