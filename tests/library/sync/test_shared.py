"""Feeds beside a shared library: they are the reader's own, and so are their articles."""

from __future__ import annotations

import dataclasses

import pytest

from briefing import clock, config, paths
from briefing.feed import Feed
from briefing.library import Library
from briefing.library.sync.engine import sync
from briefing.model import PERSONAL, Block, Document
from briefing.store.articles import ArticleStore
from briefing.store.shared import SharedArticles
from briefing.store.state.store import StateStore
from tests.newsroom import feed, item, newsroom, prose
from tests.sources.http.server import page


@pytest.fixture
def library(home, tmp_path, monkeypatch):
    """A library of two files, article 1 in the shared one."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    settings = dataclasses.replace(config.load(), library=tmp_path / "shared.db")
    with Library.open(settings, paths.state_file()) as admin:
        admin.add(Document((Block("A shared title"), Block("A shared sentence that nobody else has written."))))
    articles = SharedArticles(ArticleStore(settings.library), tmp_path / "own.db")
    with Library(articles, StateStore(paths.state_file())) as opened:
        yield opened


def test_articles_and_stubs_of_the_readers_feeds_go_to_the_own_file(library):
    with newsroom() as site:
        site.answers["/feed"] = page(feed(item("a", site.url, prose("a")), item("b", site.url)))
        library.feeds.add(Feed(0, f"{site.url}/feed", private=True, added=clock.now()))
        (result,) = sync(library.feeds, library.feeds.all(), lambda _: None)

    assert (result.added, result.stubs, result.error) == (2, 1, None)
    assert sorted(row.number for row in library.select()) == [1, PERSONAL + 1, PERSONAL + 2]
    assert library.feeds.of_article(PERSONAL + 1) == 1
    assert library.feeds.of_article(1) is None
    assert library.feeds.article_counts() == {1: 2}
    assert [note.version for note in library.versions(PERSONAL + 1)] == [1]
