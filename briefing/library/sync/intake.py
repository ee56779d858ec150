"""Entries of a feed, files of a folder and pages to articles in the library."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from briefing.errors import SourceError
from briefing.feed import Feed
from briefing.library.feeds import Arrival, Feeds
from briefing.library.knowledge import own_tables
from briefing.library.sync.crew import Crew
from briefing.library.sync.result import Result
from briefing.library.sync.room import Room
from briefing.library.sync.writer import Writer
from briefing.model import Article
from briefing.sources.feeds.articles import analyse_entries, analyse_entry, analyse_files, analyse_page
from briefing.sources.feeds.parsed import Entry, ParsedFeed
from briefing.sources.file import files_in
from briefing.sources.http.fetcher import Fetcher
from briefing.sources.http.request import Request, origin_of
from briefing.sources.source import suffix_of
from briefing.store.sqlite.feeds import Stub

ENTRIES = 30
"""Entries analysed and stored at once."""

CHARACTERS = 400_000
"""Code points of HTML above which fewer are."""

PAGES = 32
"""Pages held at once, from the fetch to the analysis."""


class Taking:
    """Takes in what feeds give: fetches, has it analysed, has it stored."""

    def __init__(self, feeds: Feeds, fetcher: Fetcher, crew: Crew, writer: Writer) -> None:
        self._feeds = feeds
        self._room = Room(fetcher, PAGES)
        self._crew = crew
        self._writer = writer
        self._own = own_tables()

    async def take_entries(self, feed: Feed, parsed: ParsedFeed, result: Result) -> None:
        """Stores the entries that are new or changed, in batches; counts them in the result."""
        said = [entry for entry in parsed.entries if entry.url or entry.title or entry.html.strip()]
        digests = {entry.key: digest_of(entry.title, entry.html) for entry in said}
        fresh = await self._writer.kept(self._feeds.fresh, feed, digests)
        entries = list({entry.key: entry for entry in said if entry.key in fresh}.values())
        source = feed.title or parsed.title
        for batch in batches(entries):
            arrivals = await self._arrivals(feed, batch, source, digests)
            await self._keep(feed, arrivals, result)

    async def retry_stubs(self, feed: Feed, result: Result) -> None:
        """Tries the pages again that gave no text before."""
        for stub in await self._writer.kept(self._feeds.stubs_due, feed):
            arrival = await self._second_try(feed, stub)
            if arrival:
                await self._keep(feed, [arrival], result)
            else:
                await self._writer.kept(self._feeds.put_off, feed, stub)

    async def take_folder(self, feed: Feed, result: Result) -> None:
        """Stores the files of a folder that are new or changed; one that holds no article is told once."""
        paths = {str(path): path for path in await asyncio.to_thread(files_in, Path(feed.url))}
        digests = await asyncio.to_thread(_stamps, paths)
        changed = await self._writer.kept(self._feeds.fresh, feed, digests)
        fresh = [key for key in paths if key in changed]
        for start in range(0, len(fresh), ENTRIES):
            keys = fresh[start : start + ENTRIES]
            found = await self._files(feed, [paths[key] for key in keys])
            came = list(zip(keys, found, strict=True))
            errors = {key: SourceError(key, reason) for key, reason in came if isinstance(reason, str)}
            result.error = result.error or next(iter(errors.values()), None)
            await self._writer.kept(self._feeds.note_unreadable, feed, {key: digests[key] for key in errors})
            arrivals = [Arrival(key, digests[key], article) for key, article in came if isinstance(article, Article)]
            await self._keep(feed, arrivals, result)

    async def _files(self, feed: Feed, paths: Sequence[Path]) -> list[Article | str]:
        """The articles of files; one that breaks its worker costs only itself."""
        try:
            return await self._crew.call(feed.url, analyse_files, paths, self._own)
        except SourceError as error:
            if len(paths) == 1:
                return [error.reason]
            return [article for path in paths for article in await self._files(feed, [path])]

    async def _keep(self, feed: Feed, arrivals: list[Arrival], result: Result) -> None:
        for intake in await self._writer.kept(self._feeds.take_in, feed, arrivals):
            result.added += intake.outcome == "added"
            result.updated += intake.outcome == "updated"
        result.stubs += sum(arrival.is_stub for arrival in arrivals)

    async def _arrivals(
        self, feed: Feed, batch: Sequence[Entry], source: str, digests: dict[str, str]
    ) -> list[Arrival]:
        """The articles of some entries, from the feed or from their pages."""
        articles = await self._analysed(feed, batch, source)
        pages = [self._page(feed, entry, source) for entry, article in zip(batch, articles, strict=True) if not article]
        fetched = iter(await asyncio.gather(*pages))
        found = []
        for entry, article in zip(batch, articles, strict=True):
            whole, is_stub = (article, False) if article else next(fetched)
            if whole:
                found.append(Arrival(entry.key, digests[entry.key], whole, is_stub))
        return found

    async def _analysed(self, feed: Feed, batch: Sequence[Entry], source: str) -> list[Article | None]:
        """What the feed itself gives; an entry that breaks its worker costs only itself, and its page is tried."""
        try:
            return await self._crew.call(feed.url, analyse_entries, batch, source, feed.full_text, self._own)
        except SourceError:
            if len(batch) == 1:
                return [None]
            return [article for entry in batch for article in await self._analysed(feed, [entry], source)]

    async def _page(self, feed: Feed, entry: Entry, source: str) -> tuple[Article | None, bool]:
        """The article of an entry's page; of what the feed says, marked as a stub, if the page gives none."""
        try:
            return await self._fetched(feed, entry, source), False
        except SourceError:
            pass
        try:
            article = await self._crew.call(entry.url or feed.url, analyse_entry, entry, source, self._own)
        except SourceError:
            return None, False
        return article, entry.url is not None

    async def _fetched(self, feed: Feed, entry: Entry, source: str) -> Article:
        """The article of an entry's page. Raises SourceError."""
        if entry.url is None:
            raise SourceError(feed.url, "an entry without an address cannot be read.")
        private = origin_of(feed.url) if feed.private else None
        async with self._room.answer(Request(entry.url, private=private, crawl=True)) as answer:
            page = (answer.content, answer.charset, suffix_of(answer.content_type))
            return await self._crew.call(entry.url, analyse_page, *page, entry, source, self._own)

    async def _second_try(self, feed: Feed, stub: Stub) -> Arrival | None:
        """The article whose page gave no text before, if it does now; its item has long been noted."""
        entry = Entry(f"stub:{stub.article}", stub.url, stub.title)
        try:
            article = await self._fetched(feed, entry, feed.title)
        except SourceError:
            return None
        return Arrival(entry.key, "", article)


def batches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries in portions that are neither many nor large."""
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        if batch and (len(batch) == ENTRIES or size + len(entry.html) > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(entry)
        size += len(entry.html)
    if batch:
        yield batch


def digest_of(*texts: str) -> str:
    """Ten bytes in hex digits that change when a text does."""
    return blake2b("\0".join(texts).encode(errors="replace"), digest_size=10).hexdigest()


def _stamps(paths: dict[str, Path]) -> dict[str, str]:
    """Size and time of each file; of one that has gone meanwhile nothing."""
    found = {}
    for key, path in paths.items():
        try:
            status = path.stat()
        except OSError:
            continue
        found[key] = digest_of(str(status.st_size), str(status.st_mtime_ns))
    return found
