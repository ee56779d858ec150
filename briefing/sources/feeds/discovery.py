"""The feeds that a page names (https://www.rssboard.org/rss-autodiscovery)."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.sources.encoding import declared_in_page, decode
from briefing.sources.feeds.fields import web_address
from briefing.sources.tree import parse_html
from briefing.text.clean import clean_line

_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json")
)
_LIKELY = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?)(?:$|[/._?=-])", re.IGNORECASE)
_MOST = 20


class NamedFeed(NamedTuple):
    """A feed's address, and what the page calls it."""

    url: str
    title: str


def find_feeds(content: bytes, url: str, charset: str | None = None) -> tuple[NamedFeed, ...]:
    """The feeds a page names in its head; where it names none, those it links to by the look of the address."""
    root = parse_html(decode(content, charset or declared_in_page(content)))
    if root is None:
        return ()
    declared = [
        link
        for link in root.iter("link")
        if "alternate" in (link.get("rel") or "").lower().split() and _type(link.get("type")) in _TYPES
    ]
    links = declared or [link for link in root.iter("a") if _LIKELY.search((link.get("href") or "")[-300:])]
    found: dict[str, NamedFeed] = {}
    for link in links:
        address = web_address(link.get("href"), url)
        if address:
            title = clean_line(link.get("title") or "".join(map(str, link.itertext())))
            found.setdefault(address, NamedFeed(address, title))
    return tuple(found.values())[:_MOST]


def _type(said: str | None) -> str:
    return (said or "").partition(";")[0].strip().lower()
