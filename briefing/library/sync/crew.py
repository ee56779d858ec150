"""Worker processes of a sync: they parse and analyse, and may be killed over what they read."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from briefing.sources.worker import Worker

P = ParamSpec("P")
T = TypeVar("T")

MOST = 8
"""Processes, however many processors there are."""


class Crew:
    """As many workers as processors; each starts with its first job. To be closed."""

    def __init__(self, size: int | None = None) -> None:
        count = size or min(os.cpu_count() or 1, MOST)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="crew")
        self._all = [Worker() for _ in range(count)]
        # The one that worked last is taken first, so that little work starts few processes.
        self._free: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        for worker in self._all:
            self._free.put_nowait(worker)

    async def call(self, name: str, function: Callable[P, T], /, *arguments: P.args, **keywords: P.kwargs) -> T:
        """What a function gives, computed by the next free worker. Raises what `Worker.call` does."""
        worker = await self._free.get()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(
                self._threads, lambda: worker.call(name, function, *arguments, **keywords)
            )
        finally:
            self._free.put_nowait(worker)

    def close(self) -> None:
        """Ends the processes, after the jobs they have."""
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.close()
