"""Asking feeds from the reading room, against a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.config import Settings
from briefing.feed import Feed
from tests.newsroom import feed, item, newsroom, prose
from tests.sources.http.server import Server, page
from tests.tui.articles import open_library
from tests.tui.driver import Face, drive


@pytest.fixture
def site(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Two feeds of a site that the library knows."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with newsroom() as server:
        for name in ("one", "two"):
            server.answers[f"/{name}"] = page(feed(item(name, server.url, prose(name)), title=name))
            with open_library(settings) as library:
                library.feeds.add(Feed(0, f"{server.url}/{name}", private=True, added="2026-11-23T09:00:00Z"))
        yield server


def test_capital_r_asks_all_feeds_and_shows_what_came(harbour: Settings, site: Server) -> None:
    async def scenario(face: Face) -> None:
        await face.press("R")
        await face.until(lambda: "2 new articles from 2 feeds" in face.status)
        assert "Title of one" in face.text
        assert "Title of two" in face.text

    drive(harbour, scenario)


def test_r_asks_the_feed_of_the_article(harbour: Settings, site: Server) -> None:
    async def scenario(face: Face) -> None:
        await face.press("r")
        assert "added by hand" in face.status
        await face.press("R")
        await face.until(lambda: "2 new articles" in face.status)
        site.requests.clear()
        await face.press("g", "r")
        await face.until(lambda: "0 new articles from 1 feed" in face.status)
        assert len(site.requests) == 1

    drive(harbour, scenario)


def test_without_feeds_the_reader_says_how_to_add_one(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("R")
        await face.until(lambda: "briefing feeds add" in face.status)

    drive(harbour, scenario)


def test_leaving_does_not_wait_for_a_slow_feed(harbour: Settings, site: Server) -> None:
    site.answers["/one"] = lambda connection, server: server.pause(30)

    async def scenario(face: Face) -> None:
        await face.press("R")
        await face.until(lambda: bool(site.heads("/one")))

    drive(harbour, scenario)


def test_the_feeds_are_shown_with_what_went_wrong(harbour: Settings, site: Server) -> None:
    site.answers["/two"] = page(b"", "404 Not Found")

    async def scenario(face: Face) -> None:
        await face.press("R")
        await face.until(lambda: "1 of them failed" in face.status)
        await face.press(":", *"feeds", "enter")
        await face.until(lambda: "2 feeds" in face.text)
        assert "the server answered 404" in face.text
        await face.press("q")
        await face.until(lambda: "2 feeds   q closes" not in face.text)

    drive(harbour, scenario)
