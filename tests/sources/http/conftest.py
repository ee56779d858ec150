"""Servers on this machine; no proxy of the machine's own comes between."""

from __future__ import annotations

import pytest

from tests.sources.http import hostile
from tests.sources.http.server import serving

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in (*PROXIES, *map(str.upper, PROXIES), "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def hostile_server():
    """Every hostile answer there is."""
    with serving({path: answer for path, (answer, _) in hostile.ANSWERS.items()}) as server:
        yield server
