"""Dividing documents into title, lead, headed sections and what was cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Block, Document
from briefing.sources.plain import read_plain
from briefing.text.sections.body import LEAD, Body, divide

DATA = Path(__file__).parents[2] / "data" / "sections"
PROSE = "The ferry left the harbour at noon and reached the island before the storm."

WORDS = st.sampled_from(
    [
        "Heading",
        "Related",
        "Comments",
        "•",
        "“",
        "”",
        "?",
        "1.",
        "a b c.",
        "عربي",
        "نهاية الرسالة",
        "المصدر : س",
        "\n",
        "\n\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(WORDS, st.just(PROSE)), max_size=25).map("\n".join))


def plain(*paragraphs: str) -> Body:
    return divide(read_plain("\n\n".join(paragraphs)), "en")


def structured(*blocks: Block, title: str | None = "The ferry is back") -> Body:
    return divide(Document(blocks=blocks, title=title, structured=True), "en")


def headings(body: Body) -> list[str | None]:
    return [section.heading for section in body.sections]


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.txt")))
def test_an_article_divides_as_its_reader_would_divide_it(name: str) -> None:
    body = divide(read_plain((DATA / name).read_text(encoding="utf-8")), name.split(".")[-2])
    expected = json.loads((DATA / name).with_suffix(".expected.json").read_text(encoding="utf-8"))
    assert body.title == expected["title"]
    assert [[s.heading, len(s.paragraphs)] for s in body.sections] == expected["sections"]
    assert list(body.removed) == expected["removed"]
    assert body.source == expected.get("source")
    assert body.author == expected.get("author")


def test_title_and_headings_are_not_in_the_text() -> None:
    body = plain("The ferry is back after the winter", PROSE, "A slow start", PROSE)
    assert body.text == f"{PROSE}\n\n{PROSE}"


def test_the_lead_is_there_even_without_a_paragraph() -> None:
    body = structured(Block("The harbour", "heading", 2), Block(PROSE))
    assert (body.sections[0].heading, body.sections[0].label) == (None, LEAD)
    assert (body.sections[0].start, body.sections[0].end, body.sections[0].paragraphs) == (0, 0, ())


def test_only_the_lead_is_labelled() -> None:
    body = plain("The ferry is back after the winter", PROSE, "A slow start", PROSE)
    assert [section.label for section in body.sections] == [LEAD, None]


def test_a_short_line_below_the_title_is_a_stand_first() -> None:
    body = plain("The ferry is back after the winter", "Islanders are glad", PROSE, "A slow start", PROSE)
    assert headings(body) == [None, "A slow start"]
    assert body.text.startswith("Islanders are glad")


def test_a_list_of_short_lines_has_no_headings() -> None:
    body = plain("The ferry is back after the winter", PROSE, "Bread", "Salt", "Lamp oil", PROSE)
    assert headings(body) == [None]


def test_a_text_without_a_title_is_named_by_its_first_words() -> None:
    long = " ".join([PROSE] * 4)
    body = plain(long, PROSE)
    assert body.title == "The ferry left the harbour at noon and reached the island before the storm. The…"
    assert body.text.startswith(long)


def test_a_single_line_is_title_and_text() -> None:
    body = plain(PROSE)
    assert (body.title, body.text) == (PROSE, PROSE)


def test_an_empty_document_has_an_empty_lead() -> None:
    body = divide(Document(blocks=()), "und")
    assert (body.title, body.text, len(body.sections)) == ("", "", 1)


def test_a_marked_heading_with_nothing_below_is_removed() -> None:
    body = structured(Block(PROSE), Block("Tides", "heading", 2), Block(PROSE), Block("Weather", "heading", 2))
    assert headings(body) == [None, "Tides"]
    assert body.removed == ("Weather",)


def test_a_parent_heading_stays_though_its_child_follows_at_once() -> None:
    body = structured(Block(PROSE), Block("The harbour", "heading", 2), Block("Tides", "heading", 3), Block(PROSE))
    assert headings(body) == [None, "The harbour", "Tides"]
    assert body.sections[1].start == body.sections[1].end == body.sections[2].start


def test_bold_lines_head_sections_where_nothing_else_does() -> None:
    body = structured(Block(PROSE), Block("Tides", bold=True), Block(PROSE), Block("Weather", bold=True), Block(PROSE))
    assert headings(body) == [None, "Tides", "Weather"]


def test_bold_lines_are_paragraphs_beside_marked_headings() -> None:
    marked = [Block("Tides", "heading", 2), Block(PROSE), Block("Weather", "heading", 2), Block(PROSE)]
    body = structured(Block(PROSE), Block("Listen now", bold=True), *marked)
    assert headings(body) == [None, "Tides", "Weather"]


def test_a_heading_that_repeats_the_title_is_dropped() -> None:
    body = structured(Block("The Ferry is Back", "heading", 1), Block(PROSE))
    assert headings(body) == [None]


def test_a_title_that_stands_twice_is_taken_once() -> None:
    body = plain("The ferry is back after the winter", "The ferry is back after the winter", PROSE)
    assert body.text == PROSE


def test_direction_marks_around_lines_change_nothing() -> None:
    marked = divide(read_plain("\n".join(f"\u200f{line}\u200f" for line in ("عنوان الخبر كاملا هنا", "", PROSE))), "ar")
    assert (marked.title, marked.text) == ("عنوان الخبر كاملا هنا", PROSE)


def test_what_the_source_says_goes_before_its_furniture() -> None:
    document = Document(blocks=(Block(PROSE), Block("Source: Harbour Post")), title="T", source="Island Radio")
    assert divide(document, "en").source == "Island Radio"


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_sections_cover_all_paragraphs_of_any_text_in_order(text: str) -> None:
    body = divide(read_plain(text), "und")
    spans = [span for section in body.sections for span in section.paragraphs]
    assert "\n\n".join(body.text[span.start : span.end] for span in spans) == body.text
    assert all(body.text[span.start : span.end].strip() for span in spans)
    assert all("\n" not in body.text[span.start : span.end] for span in spans)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_sections_lie_inside_any_text_and_follow_each_other(text: str) -> None:
    body = divide(read_plain(text), "und")
    at = 0
    for index, section in enumerate(body.sections):
        assert section.index == index
        assert at <= section.start <= section.end <= len(body.text)
        at = section.end


def test_dividing_a_megabyte_of_short_lines_gives_them_all() -> None:
    body = divide(read_plain("ab cd\n\n" * 150_000), "en")
    assert len(body.sections[0].paragraphs) == 149_999
