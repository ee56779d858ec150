"""How this machine reaches the network: proxy, certificates, credentials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing import config
from briefing.errors import DataError
from briefing.sources.http import credentials
from briefing.sources.http.resolver import Resolve, resolve

if TYPE_CHECKING:
    import ssl

NO_PROXY = "none"
"""What the setting says to use none, whatever the environment says."""


@dataclass(frozen=True, slots=True)
class Network:
    """What holds for all fetches of a command."""

    proxy: str = ""
    """Address of an HTTP proxy; empty for what the usual variables say, `none` for none."""
    ca_bundle: str = ""
    """File of certificates to trust; empty for what the usual variables say, else certifi's."""
    credentials: tuple[credentials.Credential, ...] = ()
    resolve: Resolve = resolve

    @classmethod
    def load(cls) -> Network:
        """The network as configuration and environment have it. Raises DataError."""
        settings = config.load()
        return cls(settings.proxy, settings.ca_bundle, credentials.load())

    def proxy_for(self, scheme: str, host: str) -> str | None:
        """Address of the proxy for a host, or None. Raises DataError for one of another kind than HTTP."""
        from urllib.request import getproxies, proxy_bypass

        if self.proxy == NO_PROXY or proxy_bypass(host):
            return None
        known = getproxies()
        found = self.proxy or known.get(scheme) or known.get("all") or ""
        if found and "://" not in found:
            found = f"http://{found}"
        if found and urlsplit(found).scheme not in {"http", "https"}:
            raise DataError(
                "config.toml or environment", "proxy", urlsplit(found).scheme, "only http:// and https:// proxies work"
            )
        return found or None

    def tls(self) -> ssl.SSLContext:
        """Which certificates are trusted. Raises DataError for a bundle that cannot be read."""
        import os
        import ssl

        import httpx

        file = self.ca_bundle or os.environ.get("REQUESTS_CA_BUNDLE", "")
        try:
            # httpx reads SSL_CERT_FILE and SSL_CERT_DIR, else takes certifi's.
            return ssl.create_default_context(cafile=file) if file else httpx.create_ssl_context()
        except (OSError, ssl.SSLError) as error:
            raise DataError(
                "config.toml or environment", "ca_bundle", file, f"cannot be read as certificates: {error}"
            ) from None
