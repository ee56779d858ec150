"""Lists of feeds: OPML, newsboat's urls; and the feeds a page names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.sources.feeds.discovery import NamedFeed, find_feeds
from briefing.sources.feeds.subscriptions import Subscription, read_list, read_opml, read_urls, write_opml
from briefing.text.clean import clean_line

OPML = """<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="Gulf">
<outline text="ISNA" type="rss" xmlUrl="https://isna.invalid/rss?a=1&amp;b=2" htmlUrl="https://isna.invalid"/>
<outline text="Deep"><outline title="K &amp; S" text="x" XMLURL="https://k.invalid/feed" category="/Sea,Gulf"/>
</outline></outline>
<outline text="No feed"/></body></opml>"""

URLS = """# my feeds
https://a.invalid/rss news "two words" "~A title"
"https://b.invalid/feed" !hidden
exec:~/bin/feed.sh
query:Unread:unread = "yes"

---
"""


def test_opml_keeps_names_folders_and_categories():
    assert read_list(OPML.encode(), "x.opml") == (
        Subscription("https://isna.invalid/rss?a=1&b=2", "ISNA", "https://isna.invalid", ("Gulf",)),
        Subscription("https://k.invalid/feed", "K & S", "", ("Gulf", "Deep", "Sea")),
    )


def test_newsboats_urls_are_read_with_tags_and_titles():
    found = read_list(URLS.encode(), "urls")

    assert found[:2] == (
        Subscription("https://a.invalid/rss", "A title", "", ("news", "two words")),
        Subscription("https://b.invalid/feed"),
    )
    assert [feed.url.partition(":")[0] for feed in found[2:]] == ["exec", "query"]


@pytest.mark.parametrize("content", [b"", b"<opml/>", b"<html/>", b"just words", b"\xff\xfe\x00"])
def test_a_file_that_names_no_feed_is_refused(content):
    with pytest.raises(SourceError, match="names no feed"):
        read_list(content, "x")


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=20).filter(
    lambda text: "," not in text and text.strip(" /") == text and clean_line(text) == text
)


@settings(deadline=None, derandomize=True)
@given(
    st.lists(st.builds(Subscription, WORDS.map("https://e.invalid/{}".format), WORDS, st.just(""), st.tuples(WORDS)))
)
def test_what_is_exported_can_be_imported(feeds):
    assert set(read_opml(write_opml(feeds).encode())) == {feed._replace(tags=feed.tags) for feed in feeds}


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_any_list_is_read(text):
    assert read_urls(text) is not None
    assert read_opml(text.encode("utf-8", "replace")) is not None


def test_a_page_names_its_feeds_in_its_head():
    page = b"""<html><head><link rel="alternate stylesheet" href="s.css">
    <link rel='ALTERNATE' type='application/rss+xml'
    title='All &amp; more' href='/rss'><link rel=alternate type=application/atom+xml href=http://x.invalid/atom>
    <link rel=alternate type=application/rss+xml href="javascript:x"></head>
    <body><a href="/feed">Feed</a></body></html>"""

    assert find_feeds(page, "https://e.invalid/news/") == (
        NamedFeed("https://e.invalid/rss", "All & more"),
        NamedFeed("http://x.invalid/atom", ""),
    )


def test_a_page_without_such_a_head_may_link_to_its_feeds():
    page = b"<a href='/about'>About</a><a href='/blog/feed/'>Our feed</a><a href='/feedback'>Say</a>"

    assert find_feeds(page, "https://e.invalid/") == (NamedFeed("https://e.invalid/blog/feed/", "Our feed"),)
