"""Lists of feeds that other readers keep: OPML 1.0 and 2.0 (http://opml.org/spec2.opml), newsboat's `urls`."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import SourceError
from briefing.sources.encoding import decode
from briefing.sources.feeds.markup import name_of, parse_xml
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element


class Subscription(NamedTuple):
    """One feed of a list: its address, its name there, the page it belongs to, and the folders or tags it stands in."""

    url: str
    title: str = ""
    site: str = ""
    tags: tuple[str, ...] = ()


def read_list(content: bytes, name: str) -> tuple[Subscription, ...]:
    """The feeds of an OPML file or of newsboat's urls file; `name` is what errors call it.

    Raises SourceError for a file that is neither.
    """
    found = (
        read_opml(content)
        if content.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<"
        else read_urls(decode(content))
    )
    if not found:
        raise SourceError(name, "it names no feed.", "OPML files and newsboat's urls file can be imported.")
    return found


def read_opml(content: bytes) -> tuple[Subscription, ...]:
    """The feeds of an OPML file in its order, however broken it is; none for any other file."""
    root = parse_xml(content)
    if root is None or name_of(root).lower() != "opml":
        return ()
    return tuple(_subscription(outline) for outline in root.iter() if _is_feed(outline))


def write_opml(subscriptions: Iterable[Subscription], title: str = "briefing") -> str:
    """An OPML 2.0 file of feeds, each in the folder of its first tag."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[str, _Element] = {}
    for feed in subscriptions:
        holder = body
        if feed.tags:
            folder = feed.tags[0]
            if folder not in folders:
                folders[folder] = etree.SubElement(body, "outline", text=folder)
            holder = folders[folder]
        etree.SubElement(holder, "outline", _attributes(feed))
    text: str = etree.tostring(root, pretty_print=True, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def read_urls(text: str) -> tuple[Subscription, ...]:
    """The feeds of newsboat's urls file: an address a line, then tags; `~` before a tag makes it the title.

    Lines that run programs or make queries (`exec:`, `filter:`, `query:`) come as they are, so that they can be refused
    in words.
    """
    found = []
    for line in text.splitlines():
        words = _words(line)
        if words and _ADDRESS.match(words[0]):
            titles = [word[1:] for word in words[1:] if word.startswith("~")]
            tags = tuple(clean_line(word) for word in words[1:] if not word.startswith(("~", "!")))
            found.append(Subscription(clean_line(words[0]), clean_line(" ".join(titles[:1])), "", tags))
    return tuple(found)


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:|/")


def _words(line: str) -> list[str]:
    """The words of a line, those in marks as one."""
    try:
        return shlex.split(line, comments=line.lstrip().startswith("#"))
    except ValueError:
        return line.split()


def _is_feed(outline: _Element) -> bool:
    return name_of(outline).lower() == "outline" and bool(_attribute(outline, "xmlurl"))


def _subscription(outline: _Element) -> Subscription:
    title = _attribute(outline, "title") or _attribute(outline, "text")
    return Subscription(_attribute(outline, "xmlurl"), title, _attribute(outline, "htmlurl"), _tags(outline))


def _tags(outline: _Element) -> tuple[str, ...]:
    """The names of the folders around, the outer one first, then the outline's own categories."""
    folders = []
    above = outline.getparent()
    while above is not None and name_of(above).lower() == "outline":
        folders.append(_attribute(above, "title") or _attribute(above, "text"))
        above = above.getparent()
    categories = [part.strip(" /") for part in _attribute(outline, "category").split(",")]
    return tuple(dict.fromkeys(tag for tag in (*reversed(folders), *categories) if tag))


def _attribute(element: _Element, name: str) -> str:
    """An attribute by its name in lower case, since writers differ."""
    return next((clean_line(str(value)) for key, value in element.items() if str(key).lower() == name), "")


def _attributes(feed: Subscription) -> dict[str, str]:
    title = clean_line(feed.title) or feed.url
    known = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url, "htmlUrl": feed.site}
    return {name: value for name, value in {**known, "category": ",".join(feed.tags)}.items() if value}
