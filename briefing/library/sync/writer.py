"""The one thread of a sync that reads and writes the library."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

HOLD_SECONDS = 0.5
"""How long what comes is added to one transaction before it is put on disk and other processes get their turn."""


class _Job(NamedTuple):
    """What is to be done, and who waits for it."""

    function: Callable[[], Any]
    future: Future[Any]


class Writer:
    """Does what is asked in the order it is asked, as much of it as has come in one transaction; to be closed.

    Putting a change on disk takes about as long for many articles as for one. `writing` opens the transaction.
    """

    def __init__(self, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._writing = writing
        self._waiting: deque[_Job] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")

    async def kept(self, function: Callable[P, T], /, *arguments: P.args, **keywords: P.kwargs) -> T:
        """What a function that reads or writes the library gives, when that is on disk.

        When one function of a transaction raises an error, all of it is taken back, and all who wait for it get
        the error.
        """
        job = _Job(partial(function, *arguments, **keywords), Future())
        self._waiting.append(job)
        self._thread.submit(self._write)
        return await asyncio.wrap_future(job.future)

    def close(self) -> None:
        """Ends the thread after the transaction it has; what is still waiting is not done."""
        self._thread.shutdown(cancel_futures=True)

    def _write(self) -> None:
        """One transaction, if anything is waiting."""
        coming = self._coming()
        first = next(coming, None)
        if first is None:
            return
        taken, values = [first], []
        try:
            with self._writing():
                values.append(first.function())
                for job in coming:
                    taken.append(job)
                    values.append(job.function())
        except BaseException as error:  # noqa: BLE001 (it is raised where the job was asked for)
            for job in taken:
                job.future.set_exception(error)
        else:
            for job, value in zip(taken, values, strict=True):
                job.future.set_result(value)

    def _coming(self) -> Iterator[_Job]:
        """The jobs that wait, until it is time to end the transaction; without those that nobody waits for now."""
        until = time.monotonic() + HOLD_SECONDS
        while self._waiting and time.monotonic() < until:
            job = self._waiting.popleft()
            if job.future.set_running_or_notify_cancel():
                yield job
