"""From an address that a user gives to the feed that is there, or that the page there names."""

from __future__ import annotations

from typing import NamedTuple

from briefing.errors import SourceError
from briefing.sources.feeds.articles import parse
from briefing.sources.feeds.discovery import find_feeds
from briefing.sources.feeds.parsed import ParsedFeed
from briefing.sources.fetch import fetch
from briefing.sources.http.request import Answer
from briefing.sources.worker import Worker


class Found(NamedTuple):
    """A feed, where it is, and the other feeds that the page names."""

    url: str
    feed: ParsedFeed
    others: tuple[str, ...] = ()


def find(url: str, *, allow_private: bool = False) -> Found:
    """The feed at an address, or the first that the page there names.

    Raises NetworkError, and SourceError for a page that names none.
    """
    answer = fetch(url, allow_private=allow_private)
    with Worker() as worker:
        try:
            return Found(answer.moved or url, _read(worker, answer))
        except SourceError:
            named = worker.call(url, find_feeds, answer.content, answer.url, answer.charset)
        for place, candidate in enumerate(named):
            try:
                feed = _read(worker, fetch(candidate.url, allow_private=allow_private))
            except SourceError:
                continue
            others = tuple(other.url for other in named[place + 1 :])
            return Found(candidate.url, feed, others)
    if named:
        raise SourceError(url, "the feeds that the page names cannot be read.", f"It names {named[0].url}.")
    raise SourceError(url, "this is no feed, and the page names none.", "Look for an address with rss, atom or feed.")


def _read(worker: Worker, answer: Answer) -> ParsedFeed:
    return worker.call(answer.url, parse, answer.content, answer.url, answer.charset, answer.language)
