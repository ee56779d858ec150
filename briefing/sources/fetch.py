"""One page over HTTP, for who can wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.sources.http.fetcher import Fetcher
    from briefing.sources.http.request import Answer, Request


def fetch(url: str, *, deadline: float | None = None, allow_private: bool = False) -> Answer:
    """The resource at an http or https address; of a private network only if that is allowed.

    `deadline` is in seconds for the whole fetch, 30 unless told. Raises NetworkError, which says what was tried, what
    came back and what to do.
    """
    import asyncio

    from briefing.sources.http.fetcher import Fetcher
    from briefing.sources.http.network import Network
    from briefing.sources.http.request import DEADLINE, Request, origin_of

    async def answer() -> Answer:
        async with Fetcher(Network.load()) as fetcher:
            return await _watched(fetcher, request)

    request = Request(url, private=origin_of(url) if allow_private else None, deadline=deadline or DEADLINE)
    return asyncio.run(answer())


async def _watched(fetcher: Fetcher, request: Request) -> Answer:
    """The answer; when the network is away it is not waited for. Raises NetworkError."""
    import asyncio

    from briefing.sources.http.connection import offline_error
    from briefing.sources.http.request import without_password

    task = asyncio.create_task(fetcher.get(request))
    watch = asyncio.create_task(fetcher.signs.watch([task]))
    try:
        return await task
    except asyncio.CancelledError:
        if not fetcher.signs.away:
            raise
        raise offline_error(without_password(request.url)) from None
    finally:
        watch.cancel()
