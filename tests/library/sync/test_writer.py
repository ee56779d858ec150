"""The writer of a sync, on a real library."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager

import pytest

from briefing import clock, config, paths
from briefing.errors import StoreError
from briefing.feed import Feed
from briefing.library import Library
from briefing.library.sync.writer import Writer


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as opened:
        yield opened


class Counted:
    """Opens the library's transactions and counts them."""

    def __init__(self, library):
        self.count = 0
        self._feeds = library.feeds

    @contextmanager
    def writing(self):
        self.count += 1
        with self._feeds.writing():
            yield


def feed(number):
    return Feed(0, f"https://example.org/{number}", added=clock.now())


def fail():
    raise StoreError("library.db", "the disk is full.")


@asynccontextmanager
async def busy(writer):
    """Within the block the writer's thread is occupied, so that jobs wait."""
    loop, release = asyncio.get_running_loop(), asyncio.Event()
    job = asyncio.create_task(writer.kept(lambda: asyncio.run_coroutine_threadsafe(release.wait(), loop).result()))
    await asyncio.sleep(0)
    yield
    release.set()
    await asyncio.wait([job])
    job.exception()


def addresses(library):
    """What another session sees."""
    with Library.open(config.load(), paths.state_file()) as other:
        return {feed.url for feed in other.feeds.all()}


def run(library, coroutine):
    """What a coroutine over a writer gives, and how many transactions there were."""
    counted = Counted(library)
    writer = Writer(counted.writing)
    try:
        return asyncio.run(coroutine(writer)), counted.count
    finally:
        writer.close()


def test_what_comes_at_once_is_put_on_disk_at_once_and_each_gets_its_answer(library):
    async def many(writer):
        return await asyncio.gather(*(writer.kept(library.feeds.add, feed(number)) for number in range(40)))

    stored, transactions = run(library, many)

    assert [feed.number for feed in stored] == list(range(1, 41))
    assert transactions < 40
    assert len(addresses(library)) == 40


def test_an_answer_means_that_the_change_is_on_disk(library):
    async def one(writer):
        await writer.kept(library.feeds.add, feed(1))
        return addresses(library)

    assert run(library, one) == ({"https://example.org/1"}, 1)


def test_an_error_takes_back_all_of_its_transaction_and_reaches_all_who_wait_for_it(library):
    async def three(writer):
        async with busy(writer):
            jobs = [
                asyncio.create_task(writer.kept(library.feeds.add, feed(1))),
                asyncio.create_task(writer.kept(fail)),
            ]
            await asyncio.sleep(0)
        return await asyncio.gather(*jobs, return_exceptions=True)

    answers, _ = run(library, three)

    assert [type(answer) for answer in answers] == [StoreError, StoreError]
    assert addresses(library) == set()


def test_a_later_job_is_done_after_one_has_failed(library):
    async def two(writer):
        with pytest.raises(StoreError):
            await writer.kept(fail)
        return await writer.kept(library.feeds.add, feed(1))

    stored, _ = run(library, two)

    assert stored.url == "https://example.org/1"


def test_what_nobody_waits_for_any_more_is_not_done(library):
    async def cancelled(writer):
        async with busy(writer):
            late = asyncio.create_task(writer.kept(library.feeds.add, feed(1)))
            await asyncio.sleep(0)
            late.cancel()
            await asyncio.wait([late])
        return await writer.kept(library.feeds.all)

    assert run(library, cancelled)[0] == []
