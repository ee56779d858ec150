"""Feeds of every format, whole and broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.sources.feeds.reader import read_feed

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour &amp; Sea</title><link>https://example.org/</link><language>en-GB</language>
<image><title>Logo</title><link>https://example.org/logo</link></image>
<item><title>Dockers &lt;b&gt;accept&lt;/b&gt; a deal</title><link>/news/1</link><guid isPermaLink="false">a1</guid>
<pubDate>Mon, 23 Nov 2026 09:14:00 +0300</pubDate><dc:creator>Jane Rowe</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<h2>Food</h2><p>Long & whole.</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://example.org/news/2</guid><author>m@example.org (Ali Hassan)</author></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://example.org/a/"><title>خبر</title>
<link rel="self" href="feed.xml"/><link href="."/>
<entry><id>urn:1</id><title type="html">&lt;em&gt;عنوان&lt;/em&gt;</title><link rel="enclosure" href="x.mp3"/>
<link rel="alternate" type="text/html" href="one"/><author><name>سارة</name><email>s@x.org</email></author>
<updated>2026-11-23T09:14:00Z</updated><published>2026-11-22T09:14:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>رأس</h2><p>نص</p></div></content></entry>
<entry xml:lang="fa"><id>urn:2</id><title>1 &lt; 2</title><content type="text">a &lt; b</content></entry></feed>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wire",
    "home_page_url": "https://example.org",
    "language": "ru",
    "items": [
        {
            "id": 7,
            "url": "/7",
            "title": "Порт",
            "content_text": "Один.\n\nДва < три.",
            "authors": [{"name": "Иван"}],
            "date_published": "2026-11-23T09:14:00+03:00",
        },
        "no item",
    ],
}


def test_rss_is_read_with_its_modules():
    feed = read_feed(RSS.encode(), "https://example.org/feed")
    first, second = feed.entries

    assert (feed.format, feed.title, feed.site, feed.language) == (
        "rss",
        "Harbour & Sea",
        "https://example.org/",
        "en-GB",
    )
    assert (first.key, first.url, first.title) == ("a1", "https://example.org/news/1", "Dockers accept a deal")
    assert (first.author, first.published) == ("Jane Rowe", "2026-11-23T06:14:00Z")
    assert (first.content, first.summary) == ("<h2>Food</h2><p>Long & whole.</p>", "Short.")
    assert (second.key, second.url, second.author) == ("https://example.org/news/2", second.key, "Ali Hassan")


def test_atom_is_read_with_its_languages_bases_and_kinds_of_text():
    feed = read_feed(ATOM.encode(), "https://elsewhere.org/feed")
    first, second = feed.entries

    assert (feed.format, feed.title, feed.site, feed.language) == ("atom", "خبر", "https://example.org/a/", "ar")
    assert (first.title, first.url, first.author) == ("عنوان", "https://example.org/a/one", "سارة")
    assert (first.published, first.updated) == ("2026-11-22T09:14:00Z", "2026-11-23T09:14:00Z")
    assert "<h2>رأس</h2><p>نص</p>" in first.content
    assert (second.title, second.content, second.language) == ("1 < 2", "a &lt; b", "fa")


def test_json_feed_is_read():
    feed = read_feed(json.dumps(JSON).encode(), "https://example.org/feed.json")
    (item,) = feed.entries

    assert (feed.format, feed.title, feed.site) == ("json", "Wire", "https://example.org")
    assert (item.key, item.url, item.title, item.author) == ("7", "https://example.org/7", "Порт", "Иван")
    assert item.content == "<p>Один.</p><p>Два &lt; три.</p>"
    assert item.published == "2026-11-23T06:14:00Z"


@pytest.mark.parametrize(
    "broken",
    [
        RSS[:-60],
        RSS.replace("</item>", "", 1),
        RSS.replace("xmlns:content", "xmlns:other"),
        RSS.replace("Harbour &amp; Sea", "Harbour & Sea"),
        RSS.replace("Harbour &amp; Sea", "Harbour &amp; Sea\x0b"),
        "\n\n " + RSS,
        "junk before" + RSS[RSS.index("<rss") :],
        RSS.replace("</channel>", "&nbsp;&copy;&unknown;</channel>"),
        RSS.replace('encoding="UTF-8"', 'encoding="no-such-encoding"'),
    ],
)
def test_a_broken_feed_is_read_as_far_as_it_goes(broken):
    feed = read_feed(broken.encode(), "https://example.org/feed")

    assert feed.title == "Harbour & Sea"
    assert feed.entries[0].title == "Dockers accept a deal"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-8-sig", "utf-8"),
        ("cp1256", "windows-1256"),
    ],
)
def test_a_feed_is_read_in_its_encoding(encoding, declared):
    text = f"<?xml version='1.0' encoding='{declared}'?><rss><channel><title>مرحبا</title></channel></rss>"

    assert read_feed(text.encode(encoding)).title == "مرحبا"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b"<html><p>x</p></html>", b"{}", b"plain", b"<a" * 50, b"{" * 90_000]
)
def test_what_is_no_feed_is_said_to_be_none(content):
    with pytest.raises(SourceError, match="this is no feed"):
        read_feed(content, "https://example.org/")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "", "mailto:x@y.z"])
def test_an_entry_leads_only_to_the_web(link):
    text = f"<rss><channel><item><title>t</title><link>{link}</link></item></channel></rss>"
    (entry,) = read_feed(text.encode()).entries

    assert entry.url is None
    assert entry.key


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from([b"<rss><channel><item>", b"<feed><entry>", b'{"items":[', b""]))
def test_any_bytes_give_a_feed_or_an_error_in_words(content, start):
    try:
        feed = read_feed(start + content, "https://example.org/")
    except SourceError:
        return
    assert all(entry.key for entry in feed.entries)


@settings(deadline=None, derandomize=True)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    ["items", "id", "url", "title", "authors", "author", "name", "content_text", "version"]
                ),
                inner,
            )
        ),
    )
)
def test_any_json_gives_a_feed_or_an_error_in_words(value):
    try:
        read_feed(json.dumps(value).encode(), "https://example.org/")
    except SourceError:
        return


def test_the_language_is_the_feed_s_own_else_what_the_server_says():
    bare = RSS.replace("<language>en-GB</language>", "")

    assert read_feed(RSS.encode(), language="fr").language == "en-GB"
    assert read_feed(bare.encode(), language="fr").language == "fr"
    assert read_feed(bare.encode(), language="fr").entries[0].language == "fr"
    assert read_feed(json.dumps({"items": []}).encode(), language="fr").language == "fr"


def test_text_that_was_encoded_twice_is_mended():
    feed = read_feed(RSS.replace("Short.", "&#226;&#128;&brvbar; short").encode())

    assert feed.entries[0].summary == "… short"


def test_a_title_that_is_never_ended_keeps_no_markup():
    feed = read_feed(b"<rss><channel><title>Broken <odd>Har</odd> <item><title>First")

    assert "<" not in feed.title
    assert feed.title.startswith("Broken Har")
