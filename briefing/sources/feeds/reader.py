"""Bytes to a feed, whatever the format."""

from __future__ import annotations

from briefing.errors import SourceError
from briefing.sources.encoding import decode
from briefing.sources.feeds.jsonfeed import read_json_feed
from briefing.sources.feeds.markup import parse_xml
from briefing.sources.feeds.parsed import ParsedFeed
from briefing.sources.feeds.xmlfeed import read_xml_feed


def read_feed(
    content: bytes, url: str | None = None, charset: str | None = None, language: str | None = None
) -> ParsedFeed:
    """The feed that some bytes hold; `url` is where they were found, `charset` and `language` what the transport says.

    Broken ones are read as far as they can be. Raises SourceError for what is no feed.
    """
    found = None
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        found = read_json_feed(decode(content, charset).lstrip("\ufeff"), url, language)
    elif (root := parse_xml(content, charset, url)) is not None:
        found = read_xml_feed(root, url, language)
    if found is None:
        raise SourceError(url or "the source", "this is no feed.", "Feeds are RSS, Atom or JSON Feed.")
    return found
