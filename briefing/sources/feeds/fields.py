"""What stands in a channel, an item or an entry, read the same way for all XML formats."""

from __future__ import annotations

import html
import re
from base64 import b64decode
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing import clock
from briefing.sources.encoding import undoubled
from briefing.sources.feeds.markup import inner_html, name_of
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|blink|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|small|span|"
    r"strike|strong|sub|sup|tt|u|wbr)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_TITLE_LIMIT = 2000
_URL_LIMIT = 8192


class Fields:
    """The children of an element by name, in the file's order."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self._children: dict[str, list[_Element]] = {}
        for child in element:
            self._children.setdefault(name_of(child), []).append(child)

    def all(self, *names: str) -> list[_Element]:
        """Every child so named, the names in their order."""
        return [child for name in names for child in self._children.get(name, ())]

    def line(self, *names: str) -> str | None:
        """The first text there is under these names, on one line."""
        return next((text for child in self.all(*names) if (text := line_of(child))), None)

    def html(self, *names: str) -> str:
        """The first HTML there is under these names."""
        return next((text for child in self.all(*names) if (text := html_of(child)).strip()), "")

    def date(self, *names: str) -> str | None:
        """The first date that can be read under these names, RFC 3339 in UTC."""
        return next((at for child in self.all(*names) if (at := date_of(child.text))), None)

    def author(self) -> str | None:
        """Who wrote it: a name, not an address."""
        for child in self.all("dc:creator", "author", "dc:author", "itunes:author", "managingEditor"):
            inner = Fields(child)
            if name := inner.line("name") or (None if inner.all("email", "uri", "url") else line_of(child)):
                return _name(name)
        return None


def line_of(element: _Element) -> str:
    """An element's text without markup, clean and on one line."""
    if len(element):
        # Markup of any names, also what a file without end tags pulls in.
        return clean_line(" ".join(map(str, element.itertext()))[: _TITLE_LIMIT * 4])[:_TITLE_LIMIT]
    text = html_of(element)
    return clean_line(html.unescape(_TAG.sub(" ", text[: _TITLE_LIMIT * 4])))[:_TITLE_LIMIT]


def html_of(element: _Element) -> str:
    """An element's content as HTML: escaped, plain, in base64 or markup of its own (RFC 4287 §3.1, §4.1.3)."""
    kind, mode = (element.get("type") or "").strip().lower(), (element.get("mode") or "").strip().lower()
    if len(element):
        return inner_html(element)
    text = undoubled(element.text or "")
    if mode == "base64" or (kind and "/" in kind and not kind.startswith("text/") and not kind.endswith("xml")):
        text = _unpacked(text) or text
    if kind in {"text", "text/plain"} and mode not in {"escaped", "base64"}:
        return html.escape(text, quote=False)
    return text


def date_of(text: str | None) -> str | None:
    """A date as feeds write it, RFC 3339 in UTC; a year or month alone is its first moment."""
    said = " ".join((text or "")[:100].split())
    alone = _MONTH.fullmatch(said)
    return clock.to_utc(f"{alone[1]}-{alone[2] or '01'}-01" if alone else said) if said else None


def web_address(text: str | None, base: str | None) -> str | None:
    """An address of the web in full; None for any other, and for one with a password in it."""
    said = "".join((text or "").split())
    if not said or len(said) > _URL_LIMIT:
        return None
    try:
        full = urljoin(base or "", said)
        parts = urlsplit(full)
    except ValueError:
        return None
    return (
        clean_line(full) if parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc else None
    )


def _unpacked(text: str) -> str | None:
    try:
        return b64decode("".join(text.split()), validate=True).decode("utf-8")
    except ValueError:
        return None


def _name(text: str) -> str:
    """`mail@host (Name)` is a name in brackets."""
    found = re.fullmatch(r"\S{1,200}@\S{1,200} \((.{1,200})\)", text)
    return found[1] if found else text
