"""Answers under a bound of memory, from a real server."""

from __future__ import annotations

import asyncio

import pytest

from briefing.errors import TooLargeError
from briefing.library.sync.room import LARGE, SMALL, Room
from briefing.sources.http.fetcher import Fetcher
from briefing.sources.http.network import NO_PROXY, Network
from briefing.sources.http.request import Request, origin_of
from tests.newsroom import newsroom
from tests.sources.http.server import page


@pytest.fixture
def site():
    with newsroom() as server:
        yield server


def run(job):
    """What a coroutine over a room gives."""

    async def inside():
        async with Fetcher(Network(proxy=NO_PROXY)) as fetcher:
            return await job(Room(fetcher, 8))

    return asyncio.run(inside())


def request(site, path="/"):
    return Request(f"{site.url}{path}", private=origin_of(site.url))


@pytest.mark.parametrize(("size", "times"), [(10, 1), (SMALL, 1), (SMALL + 1, 2)])
def test_only_what_is_large_is_asked_for_once_more(site, size, times):
    site.answers["/"] = page(b"x" * size)

    async def job(room):
        async with room.answer(request(site)) as answer:
            return len(answer.content)

    assert run(job) == size
    assert len(site.requests) == times


def test_what_is_too_large_is_refused_as_ever(site):
    site.answers["/"] = page(b"x" * 9_000_000)

    async def job(room):
        async with room.answer(request(site)):
            pass

    with pytest.raises(TooLargeError, match="larger than 8 MiB"):
        run(job)


def test_few_large_answers_are_held_at_once(site):
    site.answers["/"] = page(b"x" * (SMALL + 1))
    held, most = set(), []

    async def one(room, number):
        async with room.answer(request(site)):
            held.add(number)
            most.append(len(held))
            await asyncio.sleep(0.05)
            held.remove(number)

    async def job(room):
        await asyncio.gather(*(one(room, number) for number in range(5)))

    run(job)

    assert max(most) == LARGE
