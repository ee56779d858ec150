"""Fetching, against a real server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing import __version__
from briefing.errors import ExitCode, NetworkError, SourceError
from briefing.sources.fetch import fetch
from briefing.sources.http.content import SIZE_LIMIT
from briefing.sources.source import read

PROSE = "The ferry left the harbour at noon and reached the island before the storm came in."


class Handler(BaseHTTPRequestHandler):
    """Answers each path with what its test needs."""

    def do_GET(self) -> None:
        name, _, rest = self.path[1:].partition("/")
        getattr(self, f"answer_{name}")(rest)

    def log_message(self, *args: object) -> None:
        pass

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self, _: str) -> None:
        self.send(f"<html><h1>Back</h1><p>{PROSE}</p></html>".encode())

    def answer_text(self, _: str) -> None:
        self.send(f"Title\n\n{PROSE}".encode(), Content_Type="text/plain")

    def answer_feed(self, _: str) -> None:
        self.send(b"<?xml version='1.0'?><rss><channel/></rss>", Content_Type="text/xml")

    def answer_agent(self, _: str) -> None:
        self.send(self.headers["User-Agent"].encode())

    def answer_status(self, rest: str) -> None:
        self.send(b"", int(rest))

    def answer_hops(self, rest: str) -> None:
        left = int(rest)
        self.send(b"", 302, Location=f"/hops/{left - 1}" if left else "/page")

    def answer_away(self, _: str) -> None:
        self.send(b"", 302, Location="file:///etc/hostname")

    def answer_bomb(self, _: str) -> None:
        self.send(gzip.compress(bytes(SIZE_LIMIT + 1)), Content_Encoding="gzip")

    def answer_drip(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _second in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a running server."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_a_page_comes_with_its_address_and_content_type(server: str) -> None:
    page = fetch(f"{server}/page", allow_private=True)
    assert (page.url, page.charset, page.content_type) == (f"{server}/page", "utf-8", "text/html")
    assert PROSE.encode() in page.content


def test_the_program_says_who_it_is(server: str) -> None:
    assert fetch(f"{server}/agent", allow_private=True).content == f"briefing/{__version__}".encode()


def test_redirects_are_followed_to_a_limit(server: str) -> None:
    assert fetch(f"{server}/hops/4", allow_private=True).url == f"{server}/page"
    with pytest.raises(NetworkError, match="redirects more than 5 times"):
        fetch(f"{server}/hops/5", allow_private=True)


def test_a_redirect_to_a_file_is_not_followed(server: str) -> None:
    with pytest.raises(NetworkError):
        fetch(f"{server}/away", allow_private=True)


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500])
def test_a_refusal_says_what_came_back_and_what_to_do(server: str, status: int) -> None:
    with pytest.raises(NetworkError, match=f"answered {status}") as caught:
        fetch(f"{server}/status/{status}", allow_private=True)
    assert caught.value.hint
    assert caught.value.exit_code == ExitCode.NETWORK


def test_a_body_that_grows_beyond_the_limit_is_cut_off(server: str) -> None:
    with pytest.raises(NetworkError, match="larger than 15 MiB"):
        fetch(f"{server}/bomb", allow_private=True)


def test_a_body_that_drips_is_given_up_at_the_deadline(server: str) -> None:
    with pytest.raises(NetworkError, match="did not come in time"):
        fetch(f"{server}/drip", deadline=0.3, allow_private=True)


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/hostname", "http://", "http://[", "https://a b/"])
def test_other_addresses_are_refused_with_words(url: str) -> None:
    with pytest.raises(NetworkError):
        fetch(url)


def test_a_server_that_is_not_there_is_an_error_with_words() -> None:
    with pytest.raises(NetworkError, match="takes no connection"):
        fetch("http://127.0.0.1:9/", allow_private=True)


def test_a_page_and_a_text_on_the_web_are_documents(server: str) -> None:
    page, text = (read(f"{server}/{name}", allow_private=True) for name in ("page", "text"))
    assert (page.title, page.url, page.structured) == ("Back", f"{server}/page", True)
    assert ([block.text for block in text.blocks], text.url) == (["Title", PROSE], f"{server}/text")


def test_a_feed_is_no_article_and_the_way_to_add_it_is_told(server: str) -> None:
    with pytest.raises(SourceError, match="briefing feeds add"):
        read(f"{server}/feed", allow_private=True)
