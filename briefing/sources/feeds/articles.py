"""From what a feed or a page gives to an article: the work that a `Worker` does during a sync.

`own` are the tables of the user who syncs, which are read outside of the worker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from briefing.errors import SourceError
from briefing.model import Block, Document
from briefing.sources.feeds.reader import read_feed
from briefing.sources.worker import Worker
from briefing.text.analysis import analyse
from briefing.text.knowledge.world import OwnTables, with_own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing.feed import FullText
    from briefing.model import Article
    from briefing.sources.feeds.parsed import Entry, ParsedFeed

P = ParamSpec("P")
T = TypeVar("T")

WHOLE = 1000
"""Code points from which an entry's content counts as the whole article; a summary has to have twice as many."""

HTML_LIMIT = 2_000_000
"""Code points of one entry that are read."""

_TAG = re.compile(r"<[^<>]*>|\s+")
_CUT = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…|&#8230;|&hellip;)\]|&#8230;|&hellip;|read more|continue reading|weiterlesen|"
    r"lire la suite|leer más|читать далее|اقرأ المزيد|للمزيد|ادامه مطلب)\W{0,5}$",
    re.IGNORECASE,
)


class _Here(Worker):
    """The process this code runs in, which is a worker's already."""

    def call(self, name: str, function: Callable[P, T], /, *arguments: P.args, **keywords: P.kwargs) -> T:  # noqa: ARG002
        """What the function gives."""
        return function(*arguments, **keywords)


def parse(content: bytes, url: str, charset: str | None, language: str | None) -> ParsedFeed:
    """The feed that some bytes hold. Raises SourceError."""
    return read_feed(content, url, charset, language)


def analyse_entries(entries: Sequence[Entry], source: str, full_text: FullText, own: OwnTables) -> list[Article | None]:
    """The article of each entry; None for one whose page has to be read."""
    return [None if needs_page(entry, full_text) else analyse_entry(entry, source, own) for entry in entries]


def needs_page(entry: Entry, full_text: FullText) -> bool:
    """Whether the feed gives less of an article than its page does."""
    if entry.url is None or full_text == "never":
        return False
    if full_text == "always":
        return True
    text = _TAG.sub(" ", entry.html).strip()
    enough = WHOLE if len(entry.content) >= len(entry.summary) else 2 * WHOLE
    return len(text) < enough or _CUT.search(text[-60:]) is not None


def analyse_entry(entry: Entry, source: str, own: OwnTables) -> Article:
    """The article of what a feed itself gives of it: all of it, or a summary."""
    from briefing.sources.fragment import read_fragment

    blocks = read_fragment(entry.html[:HTML_LIMIT])
    if not blocks and not entry.title:
        blocks = (Block(entry.url or entry.key),)
    return analyse(
        Document(
            blocks=blocks,
            title=entry.title or None,
            language=entry.language,
            url=entry.url,
            source=source or None,
            author=entry.author,
            published=entry.published or entry.updated,
            structured=True,
        ),
        with_own(own),
    )


def analyse_page(
    content: bytes, charset: str | None, suffix: str, entry: Entry, source: str, own: OwnTables
) -> Article:
    """The article of a page that an entry leads to; what the page does not say of itself the entry does.

    Raises SourceError for a page without a body.
    """
    from dataclasses import replace

    from briefing.sources.file import read_bytes
    from briefing.sources.page import read_page

    if suffix == ".html":
        document = read_page(content, url=entry.url, charset=charset)
    else:
        document = read_bytes(content, entry.url or "the page", suffix, charset, _Here())
    return analyse(
        replace(
            document,
            title=document.title or entry.title or None,
            language=document.language or entry.language,
            url=entry.url,
            source=source or document.source,
            author=document.author or entry.author,
            published=document.published or entry.published or entry.updated,
        ),
        with_own(own),
    )


def analyse_files(paths: Sequence[Path], own: OwnTables) -> list[Article | str]:
    """The article of each file, or why there is none."""
    return [_file(path, own) for path in paths]


def _file(path: Path, own: OwnTables) -> Article | str:
    from briefing.sources.file import read_file

    try:
        return analyse(read_file(path, _Here()), with_own(own))
    except SourceError as error:
        return error.reason
