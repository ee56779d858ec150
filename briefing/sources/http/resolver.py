"""Names to addresses, without waiting for a name server that does not answer."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable

from briefing.sources.http.address import Address, literal, parsed
from briefing.sources.http.refusal import RefusalError

LOOKUP_SECONDS = 3.0
"""After which a name server counts as out of reach."""

Resolve = Callable[[str], Awaitable[tuple[Address, ...]]]
"""Gives the addresses of a host, or raises RefusalError."""

_AWAY = frozenset((socket.EAI_AGAIN, getattr(socket, "EAI_SYSTEM", socket.EAI_AGAIN)))


async def resolve(host: str) -> tuple[Address, ...]:
    """The addresses of a host, in the order the system prefers. Raises RefusalError when there are none in time."""
    known = literal(host)
    if known:
        return known
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[Address, ...]] = loop.create_future()
    # A thread of its own: those of a pool are waited for at the end, and the system's resolver cannot be stopped.
    threading.Thread(target=_look_up, args=(host, loop, answer), daemon=True).start()
    try:
        async with asyncio.timeout(LOOKUP_SECONDS):
            return await answer
    except TimeoutError:
        reason = f"no name server answered within {LOOKUP_SECONDS:.0f} seconds."
        raise RefusalError(reason, "See that the network is up, then try again.", offline=True) from None


def _look_up(host: str, loop: asyncio.AbstractEventLoop, answer: asyncio.Future[tuple[Address, ...]]) -> None:
    """Asks the system; the loop may be gone when it answers."""
    addresses: tuple[Address, ...] = ()
    failure: Exception | None = None
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        addresses = tuple(dict.fromkeys(parsed(str(entry[4][0])) for entry in found))
    except (OSError, UnicodeError, ValueError) as error:
        failure = _unknown(host, error)

    def settle() -> None:
        if answer.done():
            return
        if failure:
            answer.set_exception(failure)
        else:
            answer.set_result(addresses)

    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(settle)


def _unknown(host: str, error: Exception) -> RefusalError:
    if isinstance(error, socket.gaierror) and error.errno in _AWAY:
        return RefusalError(
            "the name servers are out of reach.", "See that the network is up, then try again.", offline=True
        )
    return RefusalError(f"there is no host {host}.", "See that the address is spelled right.")
