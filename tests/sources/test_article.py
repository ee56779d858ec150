"""Which of a page's pieces are its article."""

from __future__ import annotations

import pytest

from briefing.model import Block, Document
from briefing.sources.page import read_page

SENTENCES = (
    "The ferry left the harbour at noon and reached the island before the storm came in from the west.",
    "Its captain said that he had never seen the sea rise so fast in thirty years of service on this line.",
    "On the pier the harbour master counted the passengers and sent those without a room to the school.",
    "Nobody was hurt, and the first boat back is expected to leave as soon as the wind has turned to north.",
    "The island's council will meet in the morning to speak about a second breakwater and what it would cost.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
NAVIGATION = "<ul><li><a href=/w>World</a></li><li><a href=/s>Sport</a></li></ul>"


def page(body: str, head: str = "<title>The ferry is back</title>") -> Document:
    return read_page(f"<!doctype html><html><head>{head}</head><body>{NAVIGATION}{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind == "heading"]


def in_parts(*parts: str) -> str:
    """The body with these elements between its paragraphs."""
    rest = [*parts, *[""] * len(SENTENCES)]
    return "".join(f"<p>{sentence}</p>{part}" for sentence, part in zip(SENTENCES, rest, strict=False))


def test_headings_between_paragraphs_are_kept_with_their_level() -> None:
    document = page(f"<h1>The ferry is back</h1><div>{in_parts('<h2>The storm</h2>', '', '<h3>The school</h3>')}</div>")
    assert texts(document) == [*SENTENCES[:1], "The storm", *SENTENCES[1:3], "The school", *SENTENCES[3:]]
    assert [block.level for block in document.blocks if block.kind == "heading"] == [2, 3]


def test_a_heading_above_the_first_paragraph_is_kept_where_there_is_no_lead() -> None:
    document = page(f"<h1>The ferry is back</h1><div><h2>The storm</h2>{in_parts('', '<h2>The school</h2>')}</div>")
    assert headings(document) == ["The storm", "The school"]


def test_a_lead_in_the_pages_head_belongs_to_the_article_though_it_is_marked_as_a_heading() -> None:
    lead = "Four hundred passengers are back on the mainland after two nights."
    document = page(f"<header><h1>The ferry is back</h1><h2>{lead}</h2></header><div>{BODY}</div>")
    assert document.blocks[0] == Block(lead)
    assert texts(document)[1:] == list(SENTENCES)


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='share-bar'>Tell your friends about this page.</div>",
        "<div class='related-articles'><h3>More boats</h3><p>A bridge to the island is planned.</p></div>",
        "<figure><img src=x><figcaption>The ferry in the harbour. Photo: A. Sailor</figcaption></figure>",
        "<div class='video-player'><h3>Watch the storm</h3></div>",
        "<div class='newsletter'><p>Get our news by mail, every day.</p></div>",
        "<aside><h2>Facts</h2><p>The ferry was built in 1990.</p></aside>",
    ],
)
def test_furniture_inside_the_article_is_cut_and_listed(furniture: str) -> None:
    document = page(f"<h1>The ferry is back</h1><div>{in_parts('', furniture)}</div>")
    assert texts(document) == list(SENTENCES)
    assert document.removed


def test_what_stands_outside_the_article_is_neither_kept_nor_listed() -> None:
    document = page(f"<article><h1>The ferry is back</h1>{BODY}</article><footer>Imprint and contact</footer>")
    assert texts(document) == list(SENTENCES)
    assert document.removed == ()


def test_of_several_articles_that_of_the_title_is_read() -> None:
    other = "".join(f"<p>{sentence.replace('ferry', 'train')} And more of that.</p>" for sentence in SENTENCES)
    document = page(
        f"<main><article><h1>The ferry is back</h1>{BODY}</article>"
        f"<article><h1>The train is late</h1><h2>Rails</h2>{other}</article></main>"
    )
    assert texts(document) == list(SENTENCES)


def test_items_between_paragraphs_are_kept_and_links_among_them_are_not() -> None:
    items = "<ul><li>The first boat leaves at six in the morning, if all is well.</li><li><a href=x>Boats</a></li></ul>"
    document = page(f"<h1>The ferry is back</h1><div>{in_parts('', items)}</div>")
    assert [block.text for block in document.blocks if block.kind == "item"] == [
        "The first boat leaves at six in the morning, if all is well."
    ]


@pytest.mark.parametrize("name", ["subheading", "crosshead", "article__zwischentitel", "ladillo"])
def test_a_paragraph_named_as_a_heading_is_one(name: str) -> None:
    document = page(f"<h1>The ferry is back</h1><div>{in_parts(f'<p class={name}>The storm</p>')}</div>")
    assert headings(document) == ["The storm"]


def test_short_lines_between_line_breaks_are_loose() -> None:
    document = page(
        f"<h1>The ferry is back</h1><div>{'<br><br>'.join([SENTENCES[0], 'The storm', *SENTENCES[1:]])}</div>"
    )
    assert document.blocks[1] == Block("The storm", loose=True)


def test_an_empty_element_named_so_is_a_line_break_and_a_class_sets_bold() -> None:
    lines = f"{SENTENCES[0]}<span class='r br'></span><span class=strong>The storm</span><span class=br></span>"
    document = page(f"<h1>The ferry is back</h1><div>{lines}{'<br>'.join(SENTENCES[1:])}</div>")
    assert document.blocks[1] == Block("The storm", bold=True, loose=True)


def test_a_body_that_a_script_reveals_is_read() -> None:
    document = page(f"<h1>The ferry is back</h1><div id=a></div><div hidden id='S:0'><div>{BODY * 3}</div></div>")
    assert set(SENTENCES) <= set(texts(document))


def test_joiners_and_harakat_survive_the_search() -> None:
    words = "می‌خواهیم که كَتَبَ رسالة به این شهر برود و پس از آن باز‌گردد و دیگران را نیز با خود بیاورد."
    document = page(
        f"<h1>عنوان</h1><div><p>{words}</p><p>{words} دوم</p><p>{words} سوم</p></div>", "<title>عنوان</title>"
    )
    assert texts(document)[0] == words


def test_a_page_that_shows_a_teaser_of_the_text_in_its_data_gives_that_text() -> None:
    text = "\\n".join(SENTENCES * 2)
    stated = f'{{"@type":"NewsArticle","headline":"H","articleBody":"{text}"}}'
    data = f'<script type="application/ld+json">{stated}</script>'
    document = page(f"<div><h1>H</h1><p>{SENTENCES[0]}</p></div>", data)
    assert texts(document) == list(SENTENCES * 2)


def test_a_page_of_very_many_elements_is_read_without_a_search() -> None:
    document = page(f"<div>{'<span>.</span>' * 20_001}</div><div>{BODY}</div><nav>Menu</nav>")
    assert texts(document)[-len(SENTENCES) :] == list(SENTENCES)
