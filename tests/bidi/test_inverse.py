"""Rows for terminals that reorder, and always take left-to-right for the base direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.cells import cell_width
from briefing.bidi.inverse import inverse_unit_row
from briefing.bidi.layout import NOWHERE, Highlight, Insert, Row, Run, lay_out, line
from briefing.bidi.levels import resolve
from briefing.bidi.mirrors import MIRRORS

ARABIC = (
    "قال الوزير: “سنواصل مكافحة الإرهاب من خلال مناورات مشتركة، بما في ذلك بحر العرب ودروزبا (الصداقة)” "
    "في 18 مارس 2021. "
    "وأعلن عن 790 مليون دولار لشراء لقاح Covid-19 من News International؛ وقال إن الدول [كلها] ترحب بذلك: «نعم»."
)


def shown(text: str, base: int) -> str:
    """What a terminal shows that orders a row by UAX#9 with this base level, brackets mirrored."""
    cells = []
    for run in resolve(text, base).line(0, len(text)):
        part = text[run.start : run.end]
        cells.append("".join(MIRRORS.get(char, char) for char in reversed(part)) if run.level & 1 else part)
    return "".join(cells)


@pytest.mark.parametrize("width", [20, 37, 60, 80, 120])
def test_every_row_is_shown_from_the_left_as_it_would_be_from_the_right(width):
    rows = lay_out(ARABIC, width, direction="rtl", order="inverse")
    plain = lay_out(ARABIC, width, direction="rtl")

    assert any(row.text.strip() != other.text.strip() for row, other in zip(rows, plain, strict=False))
    for row in rows:
        source = ARABIC[row.start : row.end].strip()
        assert shown(row.text.lstrip(" "), 0) == shown(source, 1)
        assert cell_width(row.text) == width


def test_the_last_full_stop_stands_at_the_left_and_latin_words_on_their_side():
    (row,) = lay_out("من Vienna إلى هنا.", 40, direction="rtl", order="inverse")

    assert row.text.strip() == ".إلى هنا Vienna من"


def test_no_row_but_a_first_one_begins_with_a_number():
    text = "في عام 2021 أو 2022 أو (2023) أو 2024 أو 2025 أو 2026 أو 2027"
    rows = [
        text[row.start : row.end]
        for width in range(8, 30)
        for row in lay_out(text, width, direction="rtl", order="inverse")
    ]

    assert not any(row[0].isdigit() or row[:2] == "(2" for row in rows)


def test_a_row_that_no_order_gives_stays_in_logical_order():
    (row,) = lay_out("790 مليون", 9, direction="rtl", order="inverse")

    assert row.text == "790 مليون"


def test_styles_and_offsets_go_with_their_characters():
    marks, inserts = [Highlight(3, 9, "quote")], [Insert(9, "[1]", "number")]
    (row,) = lay_out("من Vienna إلى هنا.", 30, direction="rtl", highlights=marks, inserts=inserts, order="inverse")

    assert [run.text for run in row.runs if run.style == "quote"] == ["Vienna"]
    assert [run.text for run in row.runs if run.style == "number"] == ["[1]"]
    text = "من Vienna إلى هنا."
    shown_at = [text[offset] for offset in row.offsets if offset != NOWHERE]
    assert sorted(shown_at) == sorted(text)


def test_brackets_are_written_as_they_are_seen_where_the_terminal_does_not_mirror_them():
    text = "في (مصر) و[1] هنا."
    (row,) = lay_out(text, 30, direction="rtl", order="inverse", mirrors=False)

    assert row.text.strip() == ".في )مصر( و]1[ هنا"


def test_left_to_right_paragraphs_stay_as_they_are():
    text = "The word السلام. stands here (خبر)"

    assert [row.text for row in lay_out(text, 20, order="inverse")] == [row.text for row in lay_out(text, 20)]


def test_units_of_a_row_stay_in_their_columns():
    row = Row((Run("12 "), Run("وكالة (أ)", "", None), Run("   "), Run("خبر أول.", "", "rtl")))
    after = inverse_unit_row(row)

    assert shown(after.text, 0) == f"12 {shown('وكالة (أ)', 1)}   {shown('خبر أول.', 1)}"


@given(st.text(st.sampled_from("ابلا من.،()«»[]12٣abc-“”\u064b\u200c"), max_size=60), st.integers(4, 40))
def test_any_text_keeps_its_characters_and_its_width(text, width):
    rows = lay_out(text, width, direction="rtl", order="inverse")

    def bare(text):
        return sorted("".join(text.split()).translate({ord(a): b for a, b in MIRRORS.items() if a > b}))

    assert bare("".join(row.text for row in rows)) == bare(text)
    assert all(cell_width(row.text) <= width for row in rows)
    assert all(len(row.offsets) == cell_width(row.text) for row in rows)


@given(st.text(st.sampled_from("ابلا من.،()12abc"), max_size=40), st.integers(2, 20))
def test_a_line_is_cut_at_its_logical_end(text, width):
    assert cell_width(line(text, width, "rtl", order="inverse", fill=True).text) == width
