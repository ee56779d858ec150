"""Open connections, kept apart by who may use them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import httpcore

from briefing.sources.http.address import Address, literal
from briefing.sources.http.connection import GuardedBackend, Origin, Signs, check_addresses
from briefing.sources.http.network import Network

if TYPE_CHECKING:
    import ssl

CONNECTIONS = 64
"""Open at once in one pool."""

KEPT_SECONDS = 5.0
"""An unused connection is kept open."""


class Pools:
    """Pools of connections by proxy and private origin.

    A connection that one source may have to a private address is never used for another source.
    """

    def __init__(self, network: Network, signs: Signs) -> None:
        self._network = network
        self._signs = signs
        self._pools: dict[tuple[str | None, Origin | None, bool], httpcore.AsyncConnectionPool] = {}
        self._proxies: dict[tuple[str, str], str | None] = {}
        self._tls: ssl.SSLContext | None = None

    async def close(self) -> None:
        """Closes all connections."""
        for pool in self._pools.values():
            await pool.aclose()
        self._pools.clear()

    def pool(self, scheme: str, origin: Origin, private: Origin | None) -> httpcore.AsyncConnectionPool:
        """The pool for an origin. Raises RefusalError for an address that no proxy may be asked for."""
        proxy = self._proxy_for(scheme, origin.host)
        granted = private if private == origin else None
        if proxy:
            # The proxy looks names up by itself; only what is an address already can be checked here.
            check_addresses(origin.host, _known(origin.host), private=granted is not None)
        key = (proxy, None if proxy else granted, scheme == "https")
        if key not in self._pools:
            self._pools[key] = self._opened(proxy, granted, scheme)
        return self._pools[key]

    def _proxy_for(self, scheme: str, host: str) -> str | None:
        """The same for all requests of a fetcher; the system is asked only once."""
        if (scheme, host) not in self._proxies:
            self._proxies[scheme, host] = self._network.proxy_for(scheme, host)
        return self._proxies[scheme, host]

    def _opened(self, proxy: str | None, private: Origin | None, scheme: str) -> httpcore.AsyncConnectionPool:
        tls = self._certificates() if scheme == "https" or (proxy or "").startswith("https:") else None
        if proxy is None:
            backend = GuardedBackend(private, self._network.resolve, self._signs)
            return httpcore.AsyncConnectionPool(
                ssl_context=tls,
                max_connections=CONNECTIONS,
                keepalive_expiry=KEPT_SECONDS,
                network_backend=backend,
            )
        parts = urlsplit(proxy)
        # The proxy is the user's own choice, and mostly stands in the own network.
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
        backend = GuardedBackend(Origin(parts.hostname or "", port), self._network.resolve, self._signs)
        return httpcore.AsyncHTTPProxy(
            f"{parts.scheme}://{_host(parts.hostname or '')}:{port}",
            proxy_auth=(unquote(parts.username), unquote(parts.password or "")) if parts.username else None,
            ssl_context=tls,
            proxy_ssl_context=tls if parts.scheme == "https" else None,
            max_connections=CONNECTIONS,
            keepalive_expiry=KEPT_SECONDS,
            network_backend=backend,
        )

    def _certificates(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = self._network.tls()
        return self._tls


def _host(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _known(host: str) -> tuple[Address, ...]:
    """The addresses of a host that are known without asking."""
    return literal("127.0.0.1") if host == "localhost" or host.endswith(".localhost") else literal(host)
