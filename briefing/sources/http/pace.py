"""How much is asked of one host at once, and which hosts have asked to be left alone."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict

PER_HOST = 4
"""Requests to one host at the same time."""

REST_SECONDS = 60.0
"""How long a host that asks for fewer requests is left alone if it names no time."""

_BUSY = frozenset((429, 503))


class Hosts:
    """A gate for each host."""

    def __init__(self, most: int = PER_HOST) -> None:
        self._gates: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(most))
        self._resting: dict[str, float] = {}

    def gate(self, host: str) -> asyncio.Semaphore:
        """To be held while the host is asked."""
        return self._gates[host]

    def heed(self, host: str, status: int, retry_after: float | None) -> None:
        """Notes what a host answered: it may want to be left alone."""
        if status in _BUSY:
            self._resting[host] = time.monotonic() + (REST_SECONDS if retry_after is None else retry_after)

    def rests(self, host: str) -> bool:
        """Whether a host wants to be left alone."""
        return time.monotonic() < self._resting.get(host, 0.0)
