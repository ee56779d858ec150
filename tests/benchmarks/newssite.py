"""A news site of made-up articles on this machine, for measuring: feeds with whole texts or summaries, and pages.

python -m tests.benchmarks.newssite FEEDS ITEMS whole|summary      prints its port, serves until it is killed
"""

from __future__ import annotations

import asyncio
import html
import sys

from briefing.model import Article
from tests.benchmarks.synthetic import arrivals

HOST = "127.0.0.1"


def body(article: Article) -> str:
    """An article's headed sections as HTML."""
    parts = []
    for section in article.sections:
        if section.heading:
            parts.append(f"<h2>{html.escape(section.heading)}</h2>")
        parts += [f"<p>{html.escape(article.text[span.start : span.end])}</p>" for span in section.paragraphs]
    return "".join(parts)


def page(article: Article) -> str:
    """The article as a page with what stands around articles."""
    links = "".join(f"<li><a href='/{n}'>قسم {n}</a></li>" for n in range(30))
    return (
        f"<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8><title>{article.title} | موقع</title></head>"
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>{article.title}</h1>{body(article)}</article></main>"
        f"<aside><h3>اقرأ أيضاً</h3><ul>{links}</ul></aside>"
        "<footer>© 2026 <a href=/about>من نحن</a></footer></body></html>"
    )


def feed(name: str, articles: list[Article], base: str, *, whole: bool) -> str:
    """An RSS feed."""
    items = []
    for article in articles:
        path = (article.url or "").rpartition("/")[2]
        text = f"<content:encoded><![CDATA[{body(article)}]]></content:encoded>" if whole else ""
        items.append(
            f"<item><title>{html.escape(article.title)}</title><link>{base}/page/{path}</link><guid>{path}</guid>"
            f"<pubDate>{article.published}</pubDate><description>{html.escape(article.text[:200])}…</description>{text}</item>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{name}</title><link>{base}/</link><language>ar</language>{''.join(items)}</channel></rss>"
    )


def contents(feeds: int, items: int, base: str, *, whole: bool) -> dict[str, bytes]:
    """Every path and what is there."""
    found: dict[str, bytes] = {}
    articles = [arrival.article for arrival in arrivals(feeds * items)]
    for number in range(feeds):
        some = articles[number * items : (number + 1) * items]
        found[f"/feed/{number}"] = feed(f"وكالة {number}", some, base, whole=whole).encode()
        if not whole:
            found.update((f"/page/{(it.url or '').rpartition('/')[2]}", page(it).encode()) for it in some)
    return found


async def serve(feeds: int, items: int, *, whole: bool) -> None:
    """Answers, with 304 to whoever has seen it."""
    known: dict[str, bytes] = {}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                content = known.get(path)
                tag = b'"%d"' % len(content or b"")
                if content is None:
                    writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                elif b"If-None-Match: " + tag in head:
                    writer.write(b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n")
                else:
                    kind = b"application/rss+xml" if path.startswith("/feed") else b"text/html; charset=utf-8"
                    writer.write(
                        b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nETag: %b\r\nContent-Length: %d\r\n\r\n"
                        % (kind, tag, len(content))
                    )
                    writer.write(content)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, HOST, 0)
    port = server.sockets[0].getsockname()[1]
    known.update(contents(feeds, items, f"http://{HOST}:{port}", whole=whole))
    print(port, flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), whole=sys.argv[3] == "whole"))
