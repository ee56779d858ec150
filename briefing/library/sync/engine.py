"""The run of a sync: many feeds at once, the network watched, every feed's end told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from briefing import clock
from briefing.errors import BriefingError, HttpStatusError, NetworkError, StoreError
from briefing.feed import Feed
from briefing.library import log
from briefing.library.feeds import Feeds
from briefing.library.sync.crew import Crew
from briefing.library.sync.intake import Taking
from briefing.library.sync.result import Result, account_of, reason_of
from briefing.library.sync.room import Room
from briefing.library.sync.writer import Writer
from briefing.sources.feeds.articles import parse
from briefing.sources.http.connection import offline_error
from briefing.sources.http.fetcher import Fetcher
from briefing.sources.http.network import Network
from briefing.sources.http.request import FEEDS, Answer, Request, origin_of

PARALLEL = 32
"""Feeds asked at once."""

STOP_SECONDS = 0.2
"""How often it is looked whether to stop."""

Told = Callable[[Result], object]


def sync(
    feeds: Feeds,
    chosen: Sequence[Feed],
    told: Told,
    *,
    anyway: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Result]:
    """Asks feeds for what is new and stores it; the results in the order of the feeds, each also told as it comes.

    Feeds that were put off after a failure are left out, unless they are to be asked `anyway`. Stopped or killed at
    any moment it leaves whole articles, and the next run takes up the rest. Raises StoreError.
    """
    return asyncio.run(_Run(feeds, told, stopped).all(chosen, anyway=anyway))


class _Run:
    """One sync."""

    def __init__(self, feeds: Feeds, told: Told, stopped: Callable[[], bool]) -> None:
        self._feeds = feeds
        self._told = told
        self._stopped = stopped
        self._unchanged: list[Feed] = []
        self._network = Network.load()

    async def all(self, chosen: Sequence[Feed], *, anyway: bool) -> list[Result]:
        now = clock.now()
        crew, writer = Crew(), Writer(self._feeds.writing)
        try:
            async with Fetcher(self._network) as fetcher:
                self._fetcher, self._crew, self._writer = fetcher, crew, writer
                self._room = Room(fetcher, PARALLEL)
                self._taking = Taking(self._feeds, fetcher, crew, writer)
                self._with_stubs = await self._writer.kept(self._feeds.with_stubs)
                results = await self._asked([(feed, anyway or (feed.due or "") <= now) for feed in chosen])
                await self._writer.kept(self._feeds.confirm, self._unchanged)
                return results
        finally:
            crew.close()
            writer.close()

    async def _asked(self, feeds: Sequence[tuple[Feed, bool]]) -> list[Result]:
        """Asks all feeds that are due; a network that is away ends the wait for all that need it."""
        gate = asyncio.Semaphore(PARALLEL)
        tasks = [asyncio.create_task(self._one(feed, gate, due=due)) for feed, due in feeds]
        remote = [task for task, (feed, due) in zip(tasks, feeds, strict=True) if due and feed.kind == "feed"]
        watches = [asyncio.create_task(self._fetcher.signs.watch(remote)), asyncio.create_task(self._watch_stop(tasks))]
        try:
            return await asyncio.gather(*tasks)
        finally:
            for task in (*watches, *tasks):
                task.cancel()
            await asyncio.gather(*watches, *tasks, return_exceptions=True)

    async def _watch_stop(self, tasks: Sequence[asyncio.Task[Result]]) -> None:
        while not self._stopped():
            await asyncio.sleep(STOP_SECONDS)
        for task in tasks:
            task.cancel()

    async def _one(self, feed: Feed, gate: asyncio.Semaphore, *, due: bool) -> Result:
        """What became of one feed; only a library that cannot be written stops the others."""
        result, began = Result(feed), time.monotonic()
        try:
            if not due:
                result.put_off = feed.due
            else:
                async with gate:
                    await self._taken(feed, result)
        except StoreError:
            raise
        except BriefingError as error:
            result.error = error
            await self._fail(feed, error)
        except asyncio.CancelledError:
            if self._stopped():
                return result
            if not self._fetcher.signs.away:
                raise
            result.error = offline_error(feed.url)
        if result.put_off is None:
            log.note(f"sync {account_of(result)}, {time.monotonic() - began:.1f} s")
        self._told(result)
        return result

    async def _fail(self, feed: Feed, error: BriefingError) -> None:
        """Puts a feed off that failed; being offline is not the feed's fault."""
        if isinstance(error, NetworkError) and error.offline:
            return
        retry_after = error.retry_after if isinstance(error, HttpStatusError) else None
        await self._writer.kept(self._feeds.fail, feed, reason_of(error), retry_after)

    async def _taken(self, feed: Feed, result: Result) -> None:
        if feed.kind == "folder":
            await self._taking.take_folder(feed, result)
            await self._writer.kept(self._feeds.succeed, feed, None, None)
            return
        private = origin_of(feed.url) if feed.private else None
        request = Request(feed.url, FEEDS, etag=feed.etag, last_modified=feed.last_modified, private=private)
        async with self._room.answer(request) as answer:
            if answer.unchanged:
                self._unchanged.append(feed)
            else:
                await self._take_answer(feed, answer, result)
        if feed.number in self._with_stubs:
            await self._taking.retry_stubs(feed, result)

    async def _take_answer(self, feed: Feed, answer: Answer, result: Result) -> None:
        """Stores what is new in a feed that has come."""
        said = (answer.content, answer.url, answer.charset, answer.language)
        parsed = await self._crew.call(feed.url, parse, *said)
        await self._writer.kept(self._feeds.describe, feed, parsed.title, parsed.site)
        await self._taking.take_entries(feed, parsed, result)
        # Only now: what was cut off before its end is asked for again.
        await self._writer.kept(self._feeds.succeed, feed, answer.etag, answer.last_modified, answer.moved)
