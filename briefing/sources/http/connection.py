"""Connections to checked addresses: a host is looked up once, and that very address is connected to.

A check before the request, by another look-up, would be open to DNS rebinding.
"""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Iterable
from typing import Any, NamedTuple

import httpcore

from briefing.errors import NetworkError
from briefing.sources.http.address import Address, reach
from briefing.sources.http.refusal import RefusalError
from briefing.sources.http.resolver import Resolve

CONNECT_SECONDS = 8.0
"""For one address of a host."""

ADDRESSES = 4
"""Addresses of one host that are tried."""

OFFLINE_SECONDS = 3.0
"""After which a network that has shown no sign of life counts as away."""

_AWAY = frozenset((errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL))


class Origin(NamedTuple):
    """A host and port, the host in lower case."""

    host: str
    port: int


class Signs:
    """Whether the network has shown itself alive: anything was connected to, or refused a connection."""

    def __init__(self) -> None:
        self.alive = False
        self.away = False
        """Nothing came in time, so that waiting was given up."""

    async def watch(self, tasks: Iterable[asyncio.Task[Any]]) -> None:
        """Cancels the tasks if there is no sign of life after a while: one wait for all, not one for each."""
        await asyncio.sleep(OFFLINE_SECONDS)
        self.away = not self.alive
        for task in tasks if self.away else ():
            task.cancel()


def offline_error(url: str) -> NetworkError:
    """The error of a fetch that was given up because the network is away."""
    reason = f"no host answered within {OFFLINE_SECONDS:.0f} seconds."
    return NetworkError(url, reason, "See that the network is up, then try again.", offline=True)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to public addresses, and for one origin the user has marked to private ones, too.

    `connect_tcp` raises RefusalError for every address it does not connect to or that does not answer.
    """

    def __init__(self, private: Origin | None, resolve: Resolve, signs: Signs) -> None:
        self._private = private
        self._resolve = resolve
        self._signs = signs
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first of the host's addresses that answers."""
        within = min(timeout or CONNECT_SECONDS, CONNECT_SECONDS)
        addresses = await self._resolve(host)
        check_addresses(host, addresses, private=self._private == Origin(host.lower(), port))
        failure: Exception = httpcore.ConnectError("no address")
        for address in addresses[:ADDRESSES]:
            try:
                stream = await self._network.connect_tcp(str(address), port, within, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                self._signs.alive |= _cause(error) == errno.ECONNREFUSED
            else:
                self._signs.alive = True
                return stream
        raise _no_answer(host, port, failure)

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await self._network.sleep(seconds)


def check_addresses(host: str, addresses: Iterable[Address], *, private: bool) -> None:
    """Raises RefusalError unless all addresses of a host may be connected to.

    All, not one: a public name that also leads into the own network is an attack or a mistake.
    """
    for address in addresses:
        distance = reach(address)
        if distance == "public" or (private and distance == "private"):
            continue
        place = str(address) if str(address) == host.strip("[]") else f"{host} is {address}, which"
        if distance == "private":
            reason = f"{place} lies in a private network."
            raise RefusalError(reason, "If that is what you want, say --allow-private.")
        raise RefusalError(f"{place} is no address of a news source.", "See that the address is right.")


def _cause(error: BaseException) -> int | None:
    """The number of the system's error behind one of the network's, or None."""
    below: BaseException | None = error
    while below is not None:
        if isinstance(below, OSError) and below.errno:
            return below.errno
        if isinstance(below, BaseExceptionGroup) and below.exceptions:
            below = below.exceptions[0]
        else:
            below = below.__cause__ or below.__context__
    return None


def _no_answer(host: str, port: int, error: Exception) -> RefusalError:
    number = _cause(error)
    if number == errno.ECONNREFUSED:
        return RefusalError(f"{host} takes no connection on port {port}.", "See that the address is right.")
    if number in _AWAY:
        return RefusalError("there is no way to the network.", "See that it is up, then try again.", offline=True)
    return RefusalError(f"no answer from {host}.", "See that the address is right and the network is up.")
