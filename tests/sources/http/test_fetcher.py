"""The policy of a fetch, against real servers on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import threading
import time
import zlib

import pytest

from briefing import config, paths
from briefing.errors import DataError, HttpStatusError, NetworkError
from briefing.sources.fetch import fetch
from briefing.sources.http import resolver
from briefing.sources.http.address import parsed
from briefing.sources.http.connection import Origin
from briefing.sources.http.credentials import Credential
from briefing.sources.http.fetcher import Fetcher
from briefing.sources.http.network import Network
from briefing.sources.http.request import Request, origin_of
from tests.sources.http.server import full_backlog, page, redirect, serving


def get(*requests, network=None):
    """The answers to some requests, made at the same time."""

    async def answers():
        async with Fetcher(network or Network()) as fetcher:
            return await asyncio.gather(*map(fetcher.get, requests))

    return asyncio.run(answers())


def private(server, path="/", **fields):
    return Request(server.url + path, private=origin_of(server.url), **fields)


@pytest.fixture
def dead_line():
    """An address whose backlog is full: a connection is neither taken nor refused."""
    with full_backlog() as url:
        yield url


@pytest.fixture
def server():
    with serving({"/": page(b"here")}) as running:
        yield running


def names(*answers):
    """A resolver that gives one answer after the other, and counts."""
    asked = []

    async def resolve(host):
        asked.append(host)
        return tuple(map(parsed, answers[min(len(asked), len(answers)) - 1]))

    return resolve, asked


def test_a_host_is_looked_up_once_and_that_address_is_connected_to(server):
    """A second look-up, between check and connection, would be a door to rebinding."""
    resolve, asked = names(["127.0.0.1"], ["127.0.0.2"])
    url = f"http://rebinding.invalid:{server.port}/"
    (answer,) = get(Request(url, private=origin_of(url)), network=Network(resolve=resolve))

    assert (answer.content, asked) == (b"here", ["rebinding.invalid"])


def test_a_kept_connection_that_is_closed_in_the_moment_of_its_next_use_costs_nothing():
    def once(connection, _server):
        connection.sendall(page(b"here"))
        connection.recv(65536)  # the next request, which is never answered

    async def answers(server):
        async with Fetcher(Network()) as fetcher:
            return [(await fetcher.get(private(server))).content for _ in range(3)]

    with serving({"/": once}) as server:
        assert asyncio.run(answers(server)) == [b"here"] * 3
        assert len(server.requests) == 3


def test_a_host_that_closes_each_connection_without_an_answer_is_asked_once():
    with serving({"/": lambda connection, _server: None}) as server:
        with pytest.raises(NetworkError, match="no proper answer"):
            get(private(server))
        assert len(server.requests) == 1


def test_a_name_that_comes_to_mean_this_machine_is_refused_at_the_connection(server):
    resolve, asked = names(["127.0.0.1"])
    with pytest.raises(NetworkError, match=r"rebinding.invalid is 127.0.0.1, which lies in a private network"):
        get(Request(f"http://rebinding.invalid:{server.port}/"), network=Network(resolve=resolve))

    assert (asked, server.requests) == (["rebinding.invalid"], [])


def test_a_name_with_one_public_and_one_private_address_is_refused(server):
    resolve, _ = names(["8.8.8.8", "127.0.0.1"])
    with pytest.raises(NetworkError, match="private network"):
        get(Request(f"http://both.invalid:{server.port}/"), network=Network(resolve=resolve))


def test_a_private_source_opens_no_other_private_host_or_port(server):
    with serving({"/": redirect(server.url)}) as other, pytest.raises(NetworkError, match="private network"):
        get(private(other))

    assert server.requests == []


def test_a_connection_of_a_private_source_serves_no_other_source(server):
    async def one_after_the_other():
        async with Fetcher(Network()) as fetcher:
            await fetcher.get(private(server))
            await fetcher.get(Request(server.url))

    with pytest.raises(NetworkError, match="private network"):
        asyncio.run(one_after_the_other())
    assert len(server.requests) == 1


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda body: zlib.compress(body, wbits=-15)])
def test_packed_answers_are_unpacked(server, pack):
    encoding = "gzip" if pack is gzip.compress else "deflate"
    server.answers["/packed"] = page(pack(b"news " * 10_000), Content_Encoding=encoding)

    assert get(private(server, "/packed"))[0].content == b"news " * 10_000


def test_a_gzip_body_in_several_parts_is_read_to_its_end(server):
    server.answers["/parts"] = page(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0", Content_Encoding="gzip")

    assert get(private(server, "/parts"))[0].content == b"one two"


def test_no_cookie_goes_back_and_the_program_says_what_it_takes(server):
    server.answers["/cookie"] = redirect("/")[:-2] + b"Set-Cookie: a=b\r\n\r\n"
    get(private(server, "/cookie"))
    (head,) = server.heads("/")

    assert "cookie" not in head.lower()
    assert "Accept-Encoding: gzip, deflate" in head


def test_a_conditional_request_says_what_was_seen_and_304_is_an_answer(server):
    server.answers["/feed"] = page(b"", "304 Not Modified", Content_Length="")
    (answer,) = get(private(server, "/feed", etag='"v1"', last_modified="Mon, 23 Nov 2026 09:00:00 GMT"))
    (head,) = server.heads("/feed")

    assert answer.unchanged
    assert 'If-None-Match: "v1"' in head
    assert "If-Modified-Since: Mon, 23 Nov 2026 09:00:00 GMT" in head


def test_an_unasked_304_is_no_success(server):
    server.answers["/feed"] = page(b"", "304 Not Modified", Content_Length="")
    with pytest.raises(HttpStatusError):
        get(private(server, "/feed"))


def test_only_permanent_redirects_tell_a_new_address(server):
    server.answers |= {"/for-good": redirect("/", "301 Moved"), "/today": redirect("/for-good", "302 Found")}
    moved, lent = get(private(server, "/for-good"), private(server, "/today"))

    assert (moved.moved, lent.moved, lent.url) == (f"{server.url}/", None, f"{server.url}/")


@pytest.mark.parametrize(
    ("header", "seconds"), [("120", 120), ("999999999999", 86400), ("soon", None), ("-5", None), ("", None)]
)
def test_a_server_may_put_a_source_off_for_a_day_at_most(server, header, seconds):
    server.answers["/busy"] = page(b"", "429 Too Many Requests", Retry_After=header)
    with pytest.raises(HttpStatusError) as caught:
        get(private(server, "/busy"))

    assert (caught.value.status, caught.value.retry_after) == (429, seconds)


@pytest.mark.parametrize("charset", ["zlib_codec", "idna", "no-such", "utf-8; x=y", "\x00", "x" * 5000])
def test_a_lying_charset_is_only_a_name(server, charset):
    server.answers["/lie"] = page(b"<p>x", Content_Type=f"text/html; charset={charset}".replace("\0", ""))
    (answer,) = get(private(server, "/lie"))

    assert answer.content == b"<p>x"
    assert len(answer.charset or "") <= 40


def test_a_host_is_asked_a_few_things_at_a_time(server):
    lock, at_once, most = threading.Lock(), [0], [0]

    def answer(connection, running):
        with lock:
            at_once[0] += 1
            most[0] = max(most[0], at_once[0])
        running.pause(0.05)
        with lock:
            at_once[0] -= 1
        connection.sendall(page(b"here"))

    server.answers["/slow"] = answer
    assert len(get(*[private(server, "/slow")] * 12)) == 12
    assert most[0] <= 4


def test_a_host_that_asks_for_fewer_requests_gets_no_more_for_pages_nobody_asked_for(server):
    server.answers["/busy"] = page(b"", "429 Too Many Requests", Retry_After="600")

    async def one_after_the_other():
        async with Fetcher(Network()) as fetcher:
            for path in ("/busy", "/"):
                with contextlib.suppress(HttpStatusError):
                    await fetcher.get(private(server, path, crawl=path == "/"))

    with pytest.raises(NetworkError, match="fewer requests"):
        asyncio.run(one_after_the_other())
    assert not server.heads("/")


def test_robots_txt_is_heeded_only_where_no_user_asked_for_the_page(server):
    server.answers |= {"/robots.txt": page(b"User-agent: *\nDisallow: /secret"), "/secret": page(b"s")}
    get(private(server, "/secret"), private(server, "/", crawl=True))
    with pytest.raises(NetworkError, match=r"robots\.txt"):
        get(private(server, "/secret", crawl=True))

    assert len(server.heads("/secret")) == 1


def test_a_name_server_that_does_not_answer_is_noticed_in_three_seconds(monkeypatch):
    stuck = threading.Event()
    monkeypatch.setattr(resolver.socket, "getaddrinfo", lambda *_, **__: stuck.wait(30) and [])
    monkeypatch.setattr(resolver, "literal", lambda _: ())
    started = time.monotonic()
    try:
        with pytest.raises(NetworkError, match="no name server answered") as caught:
            get(Request("http://example.invalid/"))
        took = time.monotonic() - started
    finally:
        stuck.set()

    assert caught.value.offline
    assert took < 10


def test_a_dead_line_is_noticed_in_three_seconds_by_a_single_fetch_too(dead_line):
    with pytest.raises(NetworkError, match="within 3 seconds") as caught:
        fetch(dead_line, allow_private=True)

    assert caught.value.offline


def test_a_login_goes_only_to_the_addresses_it_belongs_to(server):
    with serving({"/": page(b"there")}) as other:
        server.answers |= {"/paid/": page(b"in"), "/paid/away": redirect(f"{server.url}/open"), "/open": page(b"")}
        known = (Credential(f"{server.url}/paid/", "Basic secret"), Credential(server.url + "/paid/x", "Basic x"))
        network = Network(credentials=known)
        get(private(server, "/paid/"), private(server, "/paid/away"), private(other), network=network)

    assert all("Authorization: Basic secret" in head for head in (*server.heads("/paid/"), *server.heads("/paid/away")))
    assert not any("Authorization" in head for head in (*server.heads("/open"), *other.requests))


def test_a_password_in_an_address_is_refused_and_not_shown():
    with pytest.raises(NetworkError, match=r"credentials\.toml") as caught:
        get(Request("https://reader:geheim@example.invalid/feed"))

    assert "geheim" not in str(caught.value)


def test_a_proxy_is_asked_instead_of_the_host_and_addresses_are_still_checked(server, monkeypatch):
    server.answers["http://news.invalid/"] = page(b"through the proxy")
    monkeypatch.setenv("http_proxy", server.url)
    (answer,) = get(Request("http://news.invalid/"))

    assert answer.content == b"through the proxy"
    for refused in ("http://10.0.0.1/", "http://localhost/", "http://2130706433/"):
        with pytest.raises(NetworkError, match="private network"):
            get(Request(refused))
    assert len(server.requests) == 1


def test_a_proxy_can_be_left_out(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    assert get(private(server), network=Network(proxy="none"))[0].content == b"here"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert get(private(server))[0].content == b"here"


def test_a_proxy_of_another_kind_is_an_error_with_words():
    with pytest.raises(DataError, match="only http:// and https:// proxies"):
        get(Request("http://news.invalid/"), network=Network(proxy="socks5://127.0.0.1:1080"))


def test_proxy_and_certificates_come_from_the_configuration(home, tmp_path):
    home.mkdir()
    (home / "config.toml").write_text('proxy = "http://proxy:3128"\nca_bundle = "/no/such/file"\n')
    network = Network.load()

    assert (config.load().proxy, network.proxy_for("https", "example.org")) == ("http://proxy:3128",) * 2
    with pytest.raises(DataError, match="ca_bundle"):
        network.tls()


def test_an_origin_is_a_host_and_its_port():
    assert origin_of("HTTPS://Example.org/x") == Origin("example.org", 443)
    assert origin_of("nonsense") is None


def test_credentials_are_read_from_a_file_of_the_users_own_and_from_the_environment(home, monkeypatch):
    home.mkdir()
    file = paths.credentials_file()
    file.write_text('["https://a.invalid/paid/"]\nuser = "u"\npassword = "p"\n["https://b.invalid"]\ntoken = "t"\n')
    file.chmod(0o600)
    monkeypatch.setenv("BRIEFING_CREDENTIALS", "https://c.invalid/ u:p:q\n")

    assert Network.load().credentials == (
        Credential("https://c.invalid/", "Basic dTpwOnE="),
        Credential("https://a.invalid/paid/", "Basic dTpw"),
        Credential("https://b.invalid", "Bearer t"),
    )


def test_credentials_that_others_can_read_are_refused(home):
    home.mkdir()
    paths.credentials_file().write_text("")
    paths.credentials_file().chmod(0o644)
    with pytest.raises(DataError, match="chmod 600"):
        Network.load()


@pytest.mark.parametrize("line", ["https://a.invalid/ nothing", "ftp://a.invalid u:geheim", "u:geheim"])
def test_a_wrong_credential_is_named_without_its_secret(monkeypatch, line):
    monkeypatch.setenv("BRIEFING_CREDENTIALS", line)
    with pytest.raises(DataError, match="BRIEFING_CREDENTIALS") as caught:
        Network.load()

    assert "geheim" not in str(caught.value)
