"""How much of what was fetched is held in memory at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from briefing.errors import TooLargeError
from briefing.sources.http.fetcher import Fetcher
from briefing.sources.http.request import Answer, Request

SMALL = 1024 * 1024
"""Bytes of an answer, unpacked, as nearly all are."""

LARGE = 2
"""Larger answers held at once."""


class Room:
    """Room for so many small answers at once, and for few large ones.

    An answer shows only while it comes that it is large. It is given up then and asked for once more when there is
    room: that costs less than a connection which is kept waiting.
    """

    def __init__(self, fetcher: Fetcher, small: int) -> None:
        self._fetcher = fetcher
        self._small = asyncio.Semaphore(small)
        self._large = asyncio.Semaphore(LARGE)

    @asynccontextmanager
    async def answer(self, request: Request) -> AsyncIterator[Answer]:
        """The answer to a request, for which room is kept within the block. Raises what `Fetcher.get` does."""
        async with self._small:
            small = await self._get_small(request)
            if small is not None:
                yield small
                return
        async with self._large:
            yield await self._fetcher.get(request)

    async def _get_small(self, request: Request) -> Answer | None:
        """The answer; None if it is large."""
        try:
            return await self._fetcher.get(replace(request, size_limit=SMALL))
        except TooLargeError:
            return None
