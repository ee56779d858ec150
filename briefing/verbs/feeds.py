"""Which feeds there are: adding, removing, taking over from other readers, handing on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing import clock
from briefing.errors import BriefingError, SourceError, UsageError
from briefing.feed import Feed, FullText
from briefing.library import Library
from briefing.text.clean import clean_line

KINDS = ("auto", "always", "never")
"""When the pages of articles are fetched, too."""


class Wishes(NamedTuple):
    """What the user says about a feed."""

    title: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False
    full_text: FullText = "auto"
    check: bool = True
    """Whether it is fetched before it is added."""


class Added(NamedTuple):
    """What became of one source: the feed, with what the user should know; or an error."""

    source: str
    feed: Feed | None = None
    remark: str = ""
    error: BriefingError | None = None


def add(library: Library, source: str, wishes: Wishes) -> Added:
    """Adds a feed by its address or that of a page that names it, or a folder to be watched."""
    try:
        if os.path.isdir(source):  # noqa: PTH112 (answers False where stat fails)
            return _stored(library, _folder(source, wishes), source)
        _refuse_other_kinds(source)
        if not wishes.check:
            return _stored(library, _feed(source, wishes), source)
        return _discovered(library, source, wishes)
    except BriefingError as error:
        return Added(source, error=error)


def import_list(library: Library, content: bytes, name: str, *, private: bool = False) -> list[Added]:
    """Adds the feeds of an OPML file or of newsboat's urls, without fetching them. Raises SourceError."""
    from briefing.sources.feeds.subscriptions import read_list

    found = []
    for entry in read_list(content, name):
        wishes = Wishes(entry.title if entry.title != entry.url else "", entry.tags, private, check=False)
        found.append(add(library, entry.url, wishes))
    return found


def export_list(feeds: Iterable[Feed]) -> str:
    """The feeds as an OPML file; folders of this machine are of no use elsewhere and are left out."""
    from briefing.sources.feeds.subscriptions import Subscription, write_opml

    return write_opml(
        Subscription(feed.url, feed.title, feed.site or "", feed.tags) for feed in feeds if feed.kind == "feed"
    )


def remove(library: Library, names: Sequence[str]) -> list[Feed]:
    """Forgets feeds by number or a part of title or address; their articles stay. Raises NotFoundError, UsageError."""
    feeds = library.feeds.named(names)
    library.feeds.remove(feeds)
    return feeds


def _folder(source: str, wishes: Wishes) -> Feed:
    path = Path(source).resolve()
    title = wishes.title or path.name
    return Feed(0, str(path), clean_line(title), "folder", tags=wishes.tags, added=clock.now())


def _feed(url: str, wishes: Wishes, title: str = "", site: str | None = None) -> Feed:
    return Feed(
        number=0,
        url=url,
        title=clean_line(wishes.title or title),
        site=site,
        tags=wishes.tags,
        private=wishes.private,
        full_text=wishes.full_text,
        added=clock.now(),
    )


def _stored(library: Library, feed: Feed, source: str, remark: str = "") -> Added:
    known = {one.url for one in library.feeds.all()}
    stored = library.feeds.add(feed)
    return Added(source, stored, "is there already" if feed.url in known else remark)


def _refuse_other_kinds(source: str) -> None:
    """Raises UsageError for what is no address of the web, such as the programs in newsboat's urls."""
    from briefing.sources.http.refusal import RefusalError
    from briefing.sources.http.request import target_of, without_password

    scheme = source.partition(":")[0].lower()
    if scheme in {"exec", "filter", "query"}:
        raise UsageError(
            f"{source}: '{scheme}:' is not taken over.", "Feeds run no programs; add their output as files."
        )
    try:
        target_of(source)
    except RefusalError as refusal:
        raise SourceError(without_password(source), refusal.reason, refusal.hint) from refusal


def _discovered(library: Library, source: str, wishes: Wishes) -> Added:
    """The feed at an address, or the first one that the page there names."""
    from briefing.sources.feeds.finding import find

    found = find(source, allow_private=wishes.private)
    others = f"the page also names {', '.join(found.others)}" if found.others else ""
    feed = _feed(found.url, wishes, found.feed.title, found.feed.site)
    return _stored(library, feed, source, others)
