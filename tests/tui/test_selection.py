"""Stretches of an article's text, by the cells that show them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.bidi.cells import char_width
from briefing.bidi.layout import NOWHERE, Row, Setting
from briefing.bidi.mirrors import MIRRORS
from briefing.model import Article, Direction, Section, Span
from briefing.render.linear import linear_page
from briefing.render.page import page_of
from briefing.tui.selection import Selection, beside, cell_at, next_word, paragraph_at, place_of, text_between, word_at

WORDS = st.text(st.sampled_from("ابلأإسمهة تو،.()«»abc 12é中文é\u064b\u0651\u200cـ"), min_size=1, max_size=30)
PARAGRAPHS = st.lists(WORDS.map(str.strip).filter(bool), min_size=1, max_size=4)
SETTINGS = st.sampled_from([Setting(), Setting("visual"), Setting("visual", marks=False), Setting("word")])


def article_with(paragraphs: list[str], direction: Direction = "rtl", *, heading_before: int = 0) -> Article:
    """An article of these paragraphs; from `heading_before` on, if not 0, they stand in a section of their own."""
    text, spans = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    first, second = spans[: heading_before or None], spans[heading_before:] if heading_before else []
    sections = [Section(0, None, "Lead", (), first[0].start, first[-1].end, tuple(first))]
    if second:
        sections.append(Section(1, "العنوان", None, (), second[0].start, second[-1].end, tuple(second)))
    return Article("x" * 20, "t", "ar", direction, text, tuple(sections), ())


def rows_of(article: Article, width: int, setting: Setting) -> tuple[Row, ...]:
    return page_of(article, width, setting=setting).rows


def cells(rows: tuple[Row, ...]) -> list[tuple[int, int]]:
    """Row and column of every cell that shows text."""
    return [
        (index, column)
        for index, row in enumerate(rows)
        if row.end > row.start
        for column, offset in enumerate(row.offsets)
        if offset != NOWHERE
    ]


@settings(max_examples=150)
@given(PARAGRAPHS, st.integers(5, 40), SETTINGS, st.sampled_from(["ltr", "rtl"]))
def test_from_the_first_cell_to_the_last_everything_is_chosen(
    paragraphs: list[str], width: int, setting: Setting, direction: Direction
) -> None:
    article = article_with(paragraphs, direction)
    rows = rows_of(article, width, setting)
    places = cells(rows)
    spans = [cell_at(rows, *place) for place in places]
    if not spans:
        return
    first, last = min(spans, key=lambda span: span.start), max(spans, key=lambda span: span.end)
    chosen = Selection(first, first).to(last)
    text = text_between(article, chosen.start, chosen.end)

    def seen(text: str) -> str:
        return "".join(char for char in text if char_width(char) and char != " ")

    assert seen(text) == seen(article.text)
    assert text in article.text


@settings(max_examples=150)
@given(PARAGRAPHS, st.integers(5, 40), st.data())
def test_a_cell_chooses_the_very_letters_it_shows(paragraphs: list[str], width: int, data: st.DataObject) -> None:
    article = article_with(paragraphs)
    rows = rows_of(article, width, Setting("visual"))
    places = cells(rows)
    if not places:
        return
    index, column = data.draw(st.sampled_from(places))
    span = cell_at(rows, index, column)
    shown = shown_in(rows[index], column)
    letters = unicodedata.normalize("NFKD", article.text[span.start : span.end].replace("\u200c", ""))
    plain = unicodedata.normalize("NFKD", shown)

    def bare(text: str) -> str:
        return "".join(char for char in text if not unicodedata.combining(char)).strip()

    assert bare(letters) in (bare(plain), MIRRORS.get(bare(plain), ""))


def shown_in(row: Row, column: int) -> str:
    """The characters in a cell."""
    at, found, own = 0, "", False
    for char in row.text:
        width = char_width(char)
        own = at <= column < at + width if width else own
        found += char if own else ""
        at += width
    return found


@settings(max_examples=100)
@given(PARAGRAPHS, st.integers(5, 40), SETTINGS, st.data())
def test_what_is_marked_is_what_is_copied(
    paragraphs: list[str], width: int, setting: Setting, data: st.DataObject
) -> None:
    article = article_with(paragraphs)
    rows = rows_of(article, width, setting)
    places = cells(rows)
    if not places:
        return
    chosen = Selection(*(cell_at(rows, *data.draw(st.sampled_from(places))) for _ in range(2)))
    marked = {(index, column) for index, row in enumerate(rows) for column in row.columns(chosen.start, chosen.end)}

    inside = {place for place in places if chosen.start <= rows[place[0]].offsets[place[1]] < chosen.end}
    assert marked == inside


@given(PARAGRAPHS, st.integers(5, 40), SETTINGS, st.data())
def test_letter_by_letter_the_caret_reaches_every_cell(
    paragraphs: list[str], width: int, setting: Setting, data: st.DataObject
) -> None:
    rows = rows_of(article_with(paragraphs), width, setting)
    places = cells(rows)
    if not places:
        return
    here = data.draw(st.sampled_from(places))
    there = beside(rows, *here, data.draw(st.sampled_from([1, -1])))

    assert there in places
    assert place_of(rows, rows[there[0]].offsets[there[1]])[0] == there[0]


@given(PARAGRAPHS, st.integers(5, 40))
def test_linear_rows_are_chosen_as_well(paragraphs: list[str], width: int) -> None:
    article = article_with(paragraphs)
    rows = linear_page(article, width).rows

    assert all(article.text[span.start : span.end] for span in (cell_at(rows, *place) for place in cells(rows)))


def test_a_selection_holds_both_ends_whichever_comes_first() -> None:
    assert (Selection(Span(8, 9), Span(2, 4)).start, Selection(Span(8, 9), Span(2, 4)).end) == (2, 9)


def test_soft_wraps_are_joined_paragraphs_parted_and_headings_kept() -> None:
    article = article_with(["قال حداد إن السلام ممكن", "والحوار هو الطريق", "وغادر"], heading_before=1)

    assert text_between(article, 4, len(article.text)) == (
        "حداد إن السلام ممكن\n\nالعنوان\n\nوالحوار هو الطريق\n\nوغادر"
    )
    assert text_between(article, 4, 12) == "حداد إن "


def test_a_lam_alef_is_chosen_whole() -> None:
    article = article_with(["سلام"])
    rows = rows_of(article, 10, Setting("visual"))
    row = next(index for index, row in enumerate(rows) if row.end > row.start)
    column = rows[row].columns(1, 2)[0]

    assert article.text[slice(*rows[row].span_at(column))] == "لا"


def test_beside_the_text_the_nearest_cell_counts() -> None:
    rows = rows_of(article_with(["قال حداد"]), 20, Setting("visual"))
    row = next(index for index, row in enumerate(rows) if row.end > row.start)

    assert cell_at(rows, row, 0) == Span(7, 8)
    assert cell_at(rows, row, 19) == Span(0, 1)
    assert cell_at(rows, -3, 5) == Span(0, 0)
    assert cell_at(rows, 99, 5) == Span(8, 8)


@pytest.mark.parametrize(("offset", "word"), [(0, "قال"), (2, "قال"), (3, " "), (4, "حداد،")])
def test_a_word_ends_at_blanks(offset: int, word: str) -> None:
    span = word_at("قال حداد،", offset)
    assert "قال حداد،"[span.start : span.end] == word


def test_words_and_paragraphs_are_stepped_through() -> None:
    article = article_with(["one two", "three"])

    assert next_word(article.text, 0, 1) == 4
    assert next_word(article.text, 4, -1) == 0
    assert next_word(article.text, 9, 1) == len(article.text) - 1
    assert paragraph_at(article, 8) == Span(0, 7)
    assert paragraph_at(article, 9) == Span(9, 14)


def test_the_caret_passes_over_a_row_that_has_no_cell() -> None:
    rows = rows_of(article_with(["\u064b", "1"]), 5, Setting())
    (place,) = cells(rows)

    assert beside(rows, *place, -1) == place
