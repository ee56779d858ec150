"""What a hostile server answers: for each path the answer, and a word of the refusal it must meet."""

from __future__ import annotations

import gzip
import socket
import zlib
from functools import cache

from tests.sources.http.server import Answer, Server, page, redirect

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PRIVATE = (
    *("http://127.0.0.2/", "http://localhost/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/"),
    *("http://127.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://10.0.0.1/"),
    *("http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://[fd00::1]/"),
    *("http://[64:ff9b::7f00:1]/", "http://[64:ff9b::10.0.0.1]/", "http://127。0。0。1/", "http://①②⑦.⓪.⓪.①/"),
)
NEVER = (
    *("http://0/", "http://0.0.0.0/", "http://[::]/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/"),
    *("http://192.0.2.1/", "http://198.51.100.7/", "http://203.0.113.9/", "http://198.18.0.1/", "http://224.0.0.1/"),
    *("http://255.255.255.255/", "http://240.0.0.1/", "http://[2002:7f00:1::]/", "http://[2001:db8::1]/"),
    *("http://[ff02::1]/", "http://[2001:0:7f00:1::]/", "http://[64:ff9b::a9fe:a9fe]/", "http://2852039166/"),
)


@cache
def bomb(kind: str) -> bytes:
    """64 MiB of zeros, packed."""
    pack = zlib.compressobj(9, zlib.DEFLATED, {"gzip": 31, "deflate": 15, "bare": -15}[kind])
    return b"".join([pack.compress(bytes(1 << 20)) for _ in range(64)]) + pack.flush()


def _endless_chunks(connection: socket.socket, server: Server) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while server.is_open:
        connection.sendall(b"8000\r\n" + b"x" * 0x8000 + b"\r\n")


def _tiny_chunks(connection: socket.socket, server: Server) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while server.is_open:
        connection.sendall(b"1\r\nx\r\n" * 5000)


def _chunk_extensions(connection: socket.socket, server: Server) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;")
    while server.is_open:
        connection.sendall(b"x" * 0x8000)


def _slow_body(connection: socket.socket, server: Server) -> None:
    connection.sendall(HEAD + b"\r\n")
    while server.is_open:
        connection.sendall(b"x")
        server.pause(0.05)


def _slow_head(connection: socket.socket, server: Server) -> None:
    while server.is_open:
        connection.sendall(b"H" if not server.pause(0.05) else b"")


def _silence(_connection: socket.socket, server: Server) -> None:
    server.pause(60)


def _continue_for_ever(connection: socket.socket, server: Server) -> None:
    while server.is_open:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def _headers(count: int) -> bytes:
    return HEAD + b"".join(b"X-%d: y\r\n" % number for number in range(count)) + b"\r\nbody"


def _packed(body: bytes, encoding: str) -> bytes:
    return page(body, Content_Encoding=encoding)


ANSWERS: dict[str, tuple[Answer | bytes, str]] = {
    "/slow-body": (_slow_body, "in time"),
    "/slow-head": (_slow_head, "proper answer|in time"),
    "/silence": (_silence, "in time"),
    "/endless-chunks": (_endless_chunks, "larger than 8 MiB"),
    "/tiny-chunks": (_tiny_chunks, "in time|larger than"),
    "/chunk-extensions": (_chunk_extensions, "proper answer"),
    "/continue-for-ever": (_continue_for_ever, "in time"),
    "/gzip-bomb": (_packed(bomb("gzip"), "gzip"), "larger than 15 MiB"),
    "/deflate-bomb": (_packed(bomb("deflate"), "deflate"), "larger than 15 MiB"),
    "/bare-deflate-bomb": (_packed(bomb("bare"), "deflate"), "larger than 15 MiB"),
    "/nested-bomb": (_packed(gzip.compress(bomb("gzip")), "gzip, gzip"), "packed as 'gzip, gzip'"),
    "/nested-bomb-of-two-headers": (
        HEAD + b"Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(bomb("gzip")),
        "packed as 'gzip, gzip'",
    ),
    "/brotli": (_packed(b"\x0b\x02\x80", "br"), "packed as 'br'"),
    "/zstd": (_packed(b"\x28\xb5\x2f\xfd", "zstd"), "packed as 'zstd'"),
    "/many-members": (_packed(gzip.compress(b"") * 200_000, "gzip"), ""),
    "/no-gzip": (_packed(b"<p>plain</p>", "gzip"), "not the gzip it says"),
    "/half-gzip": (_packed(gzip.compress(b"x" * 100_000)[:-40], "gzip"), "broke off"),
    "/half-body": (page(b"short", Content_Length="5000"), "proper answer"),
    "/huge-length": (page(b"short", Content_Length="99999999999999"), "larger than"),
    "/negative-length": (page(b"short", Content_Length="-5"), "proper answer"),
    "/two-lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort!", "proper answer"),
    "/words-for-length": (page(b"short", Content_Length="many"), "proper answer"),
    "/one-long-header": (HEAD + b"X: " + b"y" * 5_000_000 + b"\r\n\r\n", "proper answer"),
    "/hundred-thousand-headers": (_headers(100_000), "proper answer"),
    "/no-http": (b"SSH-2.0-OpenSSH_9.2\r\n", "proper answer"),
    "/old-http": (b"<html>HTTP 0.9</html>", "proper answer"),
    "/header-of-two-lines": (HEAD + b"X: a\rSet-Cookie: b\r\n\r\n", "proper answer"),
    "/nothing": (b"", "proper answer"),
    "/round-and-round": (redirect("/round-and-round"), "redirects more than 5 times"),
    "/to-a-file": (redirect("file:///etc/passwd"), "'file:' is not fetched"),
    "/to-ftp": (redirect("ftp://127.0.0.1/"), "'ftp:' is not fetched"),
    "/to-data": (redirect("data:text/html,x"), "'data:' is not fetched"),
    "/to-a-password": (redirect("http://u:p@127.0.0.1/"), "password"),
    "/to-no-address": (redirect("http://[/"), "no address|no host"),
    "/to-a-long-address": (redirect("http://127.0.0.1/" + "x" * 50_000), "too long|no address"),
    "/to-nowhere": (redirect(""), "answered 302|redirects more than"),
    **{
        f"/to-private-{index}": (redirect(url), "private network|no address|no host")
        for index, url in enumerate(PRIVATE)
    },
    **{f"/to-never-{index}": (redirect(url), "no address|no host") for index, url in enumerate(NEVER)},
}
