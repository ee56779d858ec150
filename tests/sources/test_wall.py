"""Pages that show no article."""

from __future__ import annotations

import pytest

from briefing.errors import NoBodyError
from briefing.model import Block
from briefing.sources.page import read_page
from briefing.sources.wall import shows_article

SENTENCE = "The ferry left the harbour at noon and reached the island before the storm came in from the west."


@pytest.mark.parametrize(
    "body",
    [
        "<div id=root></div><script>start()</script>",
        "<p>Please enable JavaScript to view this page, then load it again.</p>",
        "<h1>Before you continue</h1><p>We use cookies and other data to deliver and maintain our services to you.</p>",
        "<p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع، يرجى الموافقة عليها.</p>",
        "<p>Checking your browser before you reach the page. This takes a few seconds.</p>",
        "<p>Home</p><p>World</p>" + "<script>" + "x" * 3000 + "</script>",
    ],
)
def test_a_page_without_an_article_is_refused_with_its_size_and_words(body: str) -> None:
    html = f"<html><head><title>News</title></head><body>{body}</body></html>".encode()
    with pytest.raises(NoBodyError, match=rf"no article is on this page \({len(html):,} bytes, \d+ words? of text\)"):
        read_page(html, name="page.html")


def test_a_long_consent_text_is_a_wall_and_an_article_about_one_is_not() -> None:
    consent = Block("We and our partners store cookies on your device, and ask for your consent to that. " * 3)
    story = Block(f"{SENTENCE} " * 5)
    assert not shows_article([consent] * 10, 10_000)
    assert shows_article([story] * 10 + [consent], 10_000)


def test_a_short_page_that_is_nothing_but_text_is_an_article() -> None:
    assert shows_article([Block("Une phrase.")], 24)
    assert not shows_article([Block("Une phrase.")], 2400)
