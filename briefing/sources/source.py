"""One door to all sources of a single article."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.sources.fetch import fetch
from briefing.sources.file import FILE_LIMIT, read_bytes, read_file
from briefing.sources.page import read_page
from briefing.sources.worker import serving

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.sources.worker import Worker

STDIN = "-"
"""The source that is standard input."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json"))
_SUFFIX_OF_TYPE = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md"}


def read(source: str, worker: Worker | None = None, *, allow_private: bool = False) -> Document:
    """The document of a URL, a file's path or "-" for standard input; `worker` parses, or one of its own does.

    A URL may lead into a private network only if that is allowed.

    Raises SourceError, or NetworkError for a URL that cannot be fetched.
    """
    if source == STDIN:
        return read_stdin(worker)
    if is_url(source):
        return read_url(source, worker, allow_private=allow_private)
    return read_file(Path(source), worker)


def is_url(source: str) -> bool:
    """Whether a source is written as an address with a scheme."""
    return _URL.match(source) is not None


def read_url(url: str, worker: Worker | None = None, *, allow_private: bool = False) -> Document:
    """The document of a page or text on the web."""
    page = fetch(url, allow_private=allow_private)
    if page.content_type in _FEED_TYPES or _FEED.match(page.content[:2000]):
        raise SourceError(url, "this is a feed, not an article.", "Add it: briefing feeds add URL")
    suffix = suffix_of(page.content_type)
    with serving(worker) as parser:
        if suffix == ".html":
            return parser.call(url, read_page, page.content, url=page.url, charset=page.charset)
        return replace(read_bytes(page.content, url, suffix, page.charset, parser), url=page.url)


def suffix_of(content_type: str) -> str:
    """The suffix that a file of this content type would have; empty for those that tell nothing."""
    return _SUFFIX_OF_TYPE.get(content_type, "")


def read_stdin(worker: Worker | None = None) -> Document:
    """The document on standard input, to its end."""
    content = sys.stdin.buffer.read(FILE_LIMIT + 1)
    if len(content) > FILE_LIMIT:
        raise SourceError("standard input", f"more than {FILE_LIMIT // 1024 // 1024} MiB came.")
    return read_bytes(content, "standard input", worker=worker)
