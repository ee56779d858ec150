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
_SUFFIX_OF_TYPE = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md"}


def read(source: str, worker: Worker | None = None) -> Document:
    """The document of a URL, a file's path or "-" for standard input; `worker` parses, or one of its own does.

    Raises SourceError, or NetworkError for a URL that cannot be fetched.
    """
    if source == STDIN:
        return read_stdin(worker)
    if is_url(source):
        return read_url(source, worker)
    return read_file(Path(source), worker)


def is_url(source: str) -> bool:
    """Whether a source is written as an address with a scheme."""
    return _URL.match(source) is not None


def read_url(url: str, worker: Worker | None = None) -> Document:
    """The document of a page or text on the web."""
    page = fetch(url)
    suffix = _SUFFIX_OF_TYPE.get(page.content_type, "")
    with serving(worker) as parser:
        if suffix == ".html":
            return parser.call(url, read_page, page.content, url=page.url, charset=page.charset)
        return replace(read_bytes(page.content, url, suffix, page.charset, parser), url=page.url)


def read_stdin(worker: Worker | None = None) -> Document:
    """The document on standard input, to its end."""
    content = sys.stdin.buffer.read(FILE_LIMIT + 1)
    if len(content) > FILE_LIMIT:
        raise SourceError("standard input", f"more than {FILE_LIMIT // 1024 // 1024} MiB came.")
    return read_bytes(content, "standard input", worker=worker)
