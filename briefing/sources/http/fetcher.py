"""The fetcher: requests under one policy, many at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from types import TracebackType
from typing import NamedTuple, NoReturn, Self

import httpcore

from briefing import __version__
from briefing.errors import HttpStatusError, NetworkError, TooLargeError
from briefing.sources.http import content
from briefing.sources.http.connection import Origin, Signs
from briefing.sources.http.credentials import header_for
from briefing.sources.http.network import Network
from briefing.sources.http.pace import Hosts
from briefing.sources.http.pools import Pools
from briefing.sources.http.refusal import OversizeError, RefusalError
from briefing.sources.http.request import Answer, Request, Target, charset_of, language_of, target_of, without_password
from briefing.sources.http.robots import Robots
from briefing.sources.http.status import status_error

REDIRECTS = 5
"""Redirects followed."""

USER_AGENT = f"briefing/{__version__}"

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PERMANENT = frozenset((301, 308))
_CUT_OFF = (httpcore.ReadError, httpcore.WriteError, httpcore.RemoteProtocolError)
_FAILURES = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, httpcore.UnsupportedProtocol)


class _Head(NamedTuple):
    """Status line and headers, the names in lower case; of repeated headers the first one."""

    status: int
    reason: bytes
    headers: dict[str, str]


class Fetcher:
    """Fetches under the policy of this package; an asynchronous context manager.

    No cookies, no cache, no login but those of credentials.toml; redirects are followed by hand.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self.signs = Signs()
        self._pools = Pools(network, self.signs)
        self._hosts = Hosts()
        self._robots = Robots(self._robots_file)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pools.close()

    async def get(self, request: Request) -> Answer:
        """The answer to a request.

        Raises NetworkError, which says what was tried, what came back and what to do; HttpStatusError for
        a status that is no success.
        """
        shown = without_password(request.url)
        try:
            target = target_of(request.url)
            await self._heed_robots(target, request)
            async with self._hosts.gate(target.origin.host):
                self._leave_alone(target, request)
                async with asyncio.timeout(request.deadline):
                    return await self._followed(target, request)
        except HttpStatusError as error:
            self._hosts.heed(target.origin.host, error.status, error.retry_after)
            raise
        except RefusalError as refusal:
            kind = TooLargeError if isinstance(refusal, OversizeError) else NetworkError
            raise kind(shown, refusal.reason, refusal.hint, offline=refusal.offline) from refusal
        except (TimeoutError, httpcore.TimeoutException):
            _fail_late(shown)
        except _FAILURES as error:
            _fail(shown, error)

    async def _heed_robots(self, target: Target, request: Request) -> None:
        """Raises RefusalError for a page that the site keeps programs away from."""
        if request.crawl and not await self._robots.allow(target, request.private):
            raise RefusalError("the site's robots.txt asks programs to stay away.", "Open it in a browser.")

    def _leave_alone(self, target: Target, request: Request) -> None:
        """Raises RefusalError for a page of a host that has just asked for fewer requests."""
        if request.crawl and self._hosts.rests(target.origin.host):
            raise RefusalError("the site asks for fewer requests.", "Try again later.")

    async def _followed(self, target: Target, request: Request) -> Answer:
        """The answer behind at most `REDIRECTS` redirects."""
        permanent = True
        for hops in range(REDIRECTS + 1):
            async with self._sent(target, request) as (head, answer):
                if head.status not in _REDIRECTS or "location" not in head.headers:
                    found = await self._received(target, head, answer, request)
                    return replace(found, moved=target.url) if hops and permanent else found
                permanent &= head.status in _PERMANENT
                target = target.join(head.headers["location"])
        reason = f"it redirects more than {REDIRECTS} times, last to {target.url}."
        raise RefusalError(reason, "Try that address in a browser.")

    @asynccontextmanager
    async def _sent(self, target: Target, request: Request) -> AsyncIterator[tuple[_Head, httpcore.Response]]:
        """One request on the wire, and the head of its answer."""
        pool = self._pools.pool(target.scheme, target.origin, request.private)
        url = httpcore.URL(scheme=target.scheme, host=target.origin.host, port=target.port, target=target.path)
        answer = await _asked(pool, url, self._headers(target, request))
        try:
            yield _head(answer), answer
        finally:
            await answer.aclose()

    def _headers(self, target: Target, request: Request) -> list[tuple[bytes, bytes]]:
        """Headers of a request; a login goes to the addresses it belongs to, also behind a redirect."""
        named = {
            "Host": target.authority.decode("ascii"),
            "User-Agent": USER_AGENT,
            "Accept": request.accept,
            "Accept-Encoding": content.ACCEPTED,
            "Authorization": header_for(target.url, self._network.credentials),
            "If-None-Match": request.etag,
            "If-Modified-Since": request.last_modified,
        }
        return [(name.encode("ascii"), value.encode("latin-1", "ignore")) for name, value in named.items() if value]

    async def _received(self, target: Target, head: _Head, answer: httpcore.Response, request: Request) -> Answer:
        """The whole answer."""
        headers = head.headers
        if head.status == 304 and (request.etag or request.last_modified):
            return Answer(target.url, b"", unchanged=True)
        if not 200 <= head.status < 300:
            raise status_error(request.url, head.status, head.reason, headers.get("retry-after"))
        content_type = headers.get("content-type", "")
        return Answer(
            url=target.url,
            content=await _body(answer, headers, request.size_limit),
            charset=charset_of(content_type),
            content_type=content_type.partition(";")[0].strip().lower(),
            language=language_of(headers.get("content-language", "")),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
        )

    async def _robots_file(self, target: Target, private: Origin | None) -> Answer:
        return await self.get(Request(target.url, accept="text/plain", private=private, deadline=10))


async def _asked(
    pool: httpcore.AsyncConnectionPool, url: httpcore.URL, headers: list[tuple[bytes, bytes]]
) -> httpcore.Response:
    """The head of the answer, from a connection of the pool.

    A host may close a kept connection in the very moment it is used again; that says nothing of the host, so the
    request goes out once more (RFC 9112 §9.3.1), until a new connection had to be opened for it.
    """
    events: list[str] = []

    async def note(event: str, _info: dict[str, object]) -> None:
        events.append(event)

    while True:
        try:
            return await pool.handle_async_request(
                httpcore.Request("GET", url, headers=headers, extensions={"trace": note})
            )
        except _CUT_OFF:
            if any(event.endswith("connect_tcp.started") for event in events):
                raise


async def _body(answer: httpcore.Response, headers: dict[str, str], size_limit: int) -> bytes:
    """The body, given up as soon as it is known to be too large."""
    length = headers.get("content-length", "")
    if length.isdigit() and int(length[:15]) > (most := min(content.WIRE_LIMIT, size_limit)):
        raise content.too_large(most)
    body = content.Body(headers.get("content-encoding", ""), size_limit)
    until = asyncio.get_running_loop().time()
    async for chunk in answer.aiter_stream():
        body.take(chunk)
        # Chunks that lie in the buffer already come without a pause, in which a deadline could be seen.
        if (now := asyncio.get_running_loop().time()) - until > 0.05:
            until = now
            await asyncio.sleep(0)
    return body.content()


def _head(answer: httpcore.Response) -> _Head:
    headers: dict[str, str] = {}
    for raw_name, raw_value in answer.headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        if name == "content-encoding" and name in headers:
            # One encoding around another (RFC 9110 §5.3).
            value = f"{headers.pop(name)}, {value}"
        headers.setdefault(name, value)
    return _Head(answer.status, answer.extensions.get("reason_phrase", b""), headers)


def _fail(url: str, error: Exception) -> NoReturn:
    said = str(error)[:200]
    if "CERTIFICATE_VERIFY_FAILED" in said:
        hint = "If your network has certificates of its own, name their file: ca_bundle in config.toml."
        raise NetworkError(url, f"its certificate is not trusted ({said.rpartition(': ')[2]}).", hint) from error
    raise NetworkError(
        url, f"no proper answer ({said or type(error).__name__}).", "See that the address is right, then try again."
    ) from error


def _fail_late(url: str) -> NoReturn:
    raise NetworkError(url, "the answer did not come in time.", "Try again later, or save the page and add the file.")
