"""A small news site on this machine whose feeds and pages a test can change."""

from __future__ import annotations

import contextlib
import html
from collections.abc import Iterator

from tests.sources.http.server import Answer, Server, page, serving

SENTENCES = (
    "Cranes moved again on {} after dockers accepted a pay deal that had been reached before dawn in the town hall.",
    "“We did not win everything at pier {}, but we won what matters,” said Maria Keller, who chairs the union.",
    "Supermarkets in district {} had begun to ration fresh fruit, and the price of bread had doubled in three days.",
    "The mayor promised number {} an inquiry, and the port's owners said they would open their books to it at last.",
)


def prose(seed: str, paragraphs: int = 12) -> str:
    """Paragraphs that differ with the seed."""
    return "".join(f"<p>{SENTENCES[n % 4].format(f'{seed}-{n}')}</p>" for n in range(paragraphs))


def item(name: str, base: str, content: str = "", summary: str = "In short.") -> str:
    """An item of a feed."""
    encoded = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>Title of {name.partition('?')[0]}</title><link>{base}/{name}</link><guid>{name}</guid>"
        f"<description>{html.escape(summary)}</description>{encoded}</item>"
    )


def feed(*items: str, title: str = "The Harbour") -> bytes:
    """An RSS feed."""
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return f"{head}<title>{title}</title>{''.join(items)}</channel></rss>".encode()


def article_page(name: str) -> bytes:
    """A page with an article."""
    head = f"<html><head><title>Title of {name}</title></head>"
    return f"{head}<body><article><h1>Title of {name}</h1>{prose(name)}".encode()


def conditional(content: bytes, tag: str = '"1"') -> Answer:
    """An answer that is 304 for who has seen it."""

    def answer(connection, server: Server) -> None:
        seen = f"If-None-Match: {tag}" in server.requests[-1]
        empty = f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n".encode()
        connection.sendall(empty if seen else page(content, ETag=tag))

    return answer


@contextlib.contextmanager
def newsroom() -> Iterator[Server]:
    """A running site."""
    with serving({}) as server:
        yield server
