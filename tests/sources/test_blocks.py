"""HTML trees as blocks."""

from __future__ import annotations

import pytest
from lxml import etree

from briefing.model import Block
from briefing.sources.blocks import read_blocks


def blocks(html: str) -> tuple[Block, ...]:
    tree = etree.fromstring(f"<html><body>{html}</body></html>".encode(), etree.HTMLParser(encoding="utf-8"))
    return read_blocks(tree.find("body"))


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


def test_headings_paragraphs_and_items_keep_their_kind() -> None:
    assert blocks("<h2>Tides</h2><p>High at noon.</p><ul><li>one<ul><li>two</li></ul></li></ul>") == (
        Block("Tides", "heading", 2),
        Block("High at noon."),
        Block("one", "item", 1),
        Block("two", "item", 2),
    )


def test_inline_elements_do_not_part_a_paragraph() -> None:
    assert texts("<p>High <em>at</em> <a href=x>noon</a><span>, they say.</span></p>") == ["High at noon, they say."]


def test_text_between_elements_is_a_paragraph() -> None:
    assert texts("<div>before<p>inside</p>after</div>") == ["before", "inside", "after"]


def test_a_line_break_parts_paragraphs() -> None:
    assert texts("<p>First sentence.<br>Heading<br><br>Second sentence.</p>") == [
        "First sentence.",
        "Heading",
        "Second sentence.",
    ]


def test_a_line_break_inside_a_sentence_does_not() -> None:
    assert texts("<p>The ferry left<br>at noon.</p>") == ["The ferry left at noon."]


def test_a_line_break_inside_a_heading_is_a_space() -> None:
    assert blocks("<h3>The<br>ferry</h3>") == (Block("The ferry", "heading", 3),)


@pytest.mark.parametrize(
    "html", ["<b>Tides</b>", "<strong> Tides </strong>", '<span style="font-weight:700">Tides</span>']
)
def test_a_paragraph_wholly_in_bold_says_so(html: str) -> None:
    assert blocks(f"<p>{html}</p>") == (Block("Tides", bold=True),)


def test_a_paragraph_partly_in_bold_does_not() -> None:
    assert blocks("<p><b>Tides</b> are high</p>") == (Block("Tides are high"),)


@pytest.mark.parametrize(
    "html",
    [
        "<nav>Menu</nav>",
        "<footer>Foot</footer>",
        "<aside>Beside</aside>",
        "<script>var a = 1</script>",
        "<style>p {}</style>",
        "<form>Search</form>",
        "<figure><img><figcaption>A boat</figcaption></figure>",
        "<!-- remark -->",
        "<div class='share-bar'>Share</div>",
        "<div id='comments'>First!</div>",
        "<div hidden>Secret</div>",
        "<div style='display: none'>Secret</div>",
        "<ul><li><a href=x>Another article</a></li></ul>",
        "<p><a href=x>Read more about boats</a></p>",
    ],
)
def test_what_is_no_article_is_left_out_and_what_follows_it_stays(html: str) -> None:
    assert texts(f"<p>The ferry left at noon.</p>{html}and came back.") == ["The ferry left at noon.", "and came back."]


def test_most_of_the_text_is_the_article_whatever_its_class_says() -> None:
    assert texts("<div class='related'><p>The ferry left at noon.</p></div><p>End.</p>")[0] == "The ferry left at noon."


def test_a_form_around_the_whole_page_is_read() -> None:
    assert texts("<form><p>The ferry left at noon.</p></form>") == ["The ferry left at noon."]


def test_joiners_and_harakat_survive() -> None:
    assert texts("<p>می‌رود و كَتَبَ</p>") == ["می‌رود و كَتَبَ"]


def test_control_characters_do_not() -> None:
    assert texts("<p>a&#8238;b&#27;c</p>")[0].startswith("ab")


def test_ten_thousand_open_elements_are_read() -> None:
    assert texts("<b>x" * 10_000)
