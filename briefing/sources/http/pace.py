"""How much is asked of one host at once."""

from __future__ import annotations

import asyncio
from collections import defaultdict

PER_HOST = 4
"""Requests to one host at the same time."""


class Hosts:
    """A gate for each host."""

    def __init__(self, most: int = PER_HOST) -> None:
        self._gates: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(most))

    def gate(self, host: str) -> asyncio.Semaphore:
        """To be held while the host is asked."""
        return self._gates[host]
