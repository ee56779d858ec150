"""HTML pages as documents."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.model import Document
from briefing.sources.page import read_page
from briefing.sources.published import timestamp

PROSE = "The ferry left the harbour at noon and reached the island before the storm came in from the west."


def page(body: str, head: str = "", attributes: str = "") -> Document:
    return read_page(f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode())


def json_ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_article_element_is_read_and_the_rest_is_not() -> None:
    teaser = "<div><p>Another article about a bridge, long enough to be a paragraph of its own.</p></div>"
    document = page(f"<nav>Menu</nav>{teaser}<article><h1>Back</h1><p>{PROSE}</p><p>{PROSE}</p></article>{teaser}")
    assert texts(document) == [PROSE, PROSE]
    assert document.structured


def test_without_marks_the_element_with_most_text_is_read() -> None:
    side = "<div><p>A short remark on the weather, just long enough to count here.</p></div>"
    document = page(f"<div>{side}<div>{f'<p>{PROSE}</p>' * 5}</div></div>")
    assert texts(document) == [PROSE] * 5


def test_a_small_article_element_among_much_text_is_a_teaser() -> None:
    document = page(f"<article><p>{PROSE}</p></article><div>{f'<p>{PROSE}</p>' * 6}</div>")
    assert len(document.blocks) >= 6


def test_text_parted_by_line_breaks_alone_is_read() -> None:
    document = page(f"<table><tr><td>{PROSE}<br><br>{PROSE}</td><td>Menu</td></tr></table>")
    assert texts(document) == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (json_ld(headline="From data") + '<meta property="og:title" content="From graph">', "From data"),
        ('<meta property="og:title" content="From graph &amp;quot;x&amp;quot;"><title>T</title>', 'From graph "x"'),
        ("<title>From title | Island Radio</title><meta property='og:site_name' content='Island Radio'>", "From title"),
        ("<title>From title - with a dash</title>", "From title - with a dash"),
        ('<script type="application/ld+json">{broken</script><title>From title</title>', "From title"),
        ('<script type="application/ld+json">{"@type":"Person","headline":"No"}</script><title>Yes</title>', "Yes"),
    ],
)
def test_the_title_comes_from_the_best_place_that_has_one(head: str, title: str) -> None:
    assert page(f"<p>{PROSE}</p>", head).title == title


def test_a_single_first_heading_is_the_title_and_no_block() -> None:
    document = page(f"<h1>The ferry is back</h1><p>{PROSE}</p>", "<title>Site name</title>")
    assert document.title == "The ferry is back"
    assert texts(document) == [PROSE]


def test_author_date_source_language_and_address_are_taken_from_the_page() -> None:
    head = json_ld(
        headline="Back",
        author=[{"@type": "Person", "name": "Helen Ashdown"}, {"name": "Omar Said"}],
        datePublished="2024-03-05T10:00:00+03:00",
        publisher={"name": "Island Radio"},
    )
    document = page(f"<p>{PROSE}</p>", head + '<link rel=canonical href="https://example.org/a">', "lang='en-GB'")
    assert document.author == "Helen Ashdown, Omar Said"
    assert document.published == "2024-03-05T07:00:00Z"
    assert (document.source, document.language, document.url) == ("Island Radio", "en-GB", "https://example.org/a")


def test_meta_tags_serve_where_there_is_no_data() -> None:
    head = (
        '<meta name="author" content="Helen Ashdown"><meta property="article:published_time" content="2024-03-05">'
        '<meta property="og:site_name" content="Island Radio">'
    )
    document = page(f"<p>{PROSE}</p>", head)
    assert (document.author, document.published) == ("Helen Ashdown", "2024-03-05T00:00:00Z")


def test_what_a_page_does_not_say_is_none() -> None:
    document = page(f"<p>{PROSE}</p>")
    assert (document.author, document.published, document.source, document.language) == (None,) * 4


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00Z"),
        ("Tue, 05 Mar 2024 10:00:00 +0200", "2024-03-05T08:00:00Z"),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
        (20240305, None),
    ],
)
def test_dates_become_utc(value: object, moment: str | None) -> None:
    assert timestamp(value) == moment


def test_the_pages_own_encoding_is_read() -> None:
    html = "<meta charset=windows-1256><p>السفينة وصلت إلى الميناء بعد ثلاثة أيام من العاصفة ورست هناك.</p>"
    assert texts(read_page(html.encode("windows-1256")))[0].startswith("السفينة وصلت")


@pytest.mark.parametrize("html", [b"", b"<html></html>", b"<script>x</script>", b"<!-- -->", b"<img src=x>"])
def test_a_page_without_text_is_an_error_that_names_it(html: bytes) -> None:
    with pytest.raises(SourceError, match=r"https://example.org/x: no article is on this page"):
        read_page(html, url="https://example.org/x")


def test_a_tag_with_a_hundred_thousand_attributes_is_cut() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(100_000))
    assert texts(page(f"<p {attributes}>lost</p><p>{PROSE}</p>"))[-1] == PROSE


def test_external_entities_are_not_read(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    html = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>{PROSE} &x;</p></body></html>'
    assert "the secret" not in "".join(texts(read_page(html.encode())))


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<br>", "<h2>", "<li>", "<a>", "text ", "<", ">", "&#0;"])
    )
)
@settings(max_examples=150, deadline=None)
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    try:
        document = read_page("".join(parts).encode())
    except SourceError:
        return
    assert all(block.text for block in document.blocks)
