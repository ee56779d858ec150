"""Rows: wrapped by cells, styled by code points, mapped back to the text."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.cells import cell_width, displayed
from briefing.bidi.layout import NOWHERE, Highlight, Insert, lay_out

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(" \u0644\u0627\u064b،\u4e2d\u200c"))


@given(TEXT, st.integers(2, 60), st.sampled_from(["ltr", "rtl"]))
def test_rows_fit_the_width_and_count_their_cells(text, width, direction):
    for row in lay_out(text, width, direction=direction):
        assert cell_width(row.text) == len(row.offsets) <= width


@given(TEXT, st.integers(2, 60))
def test_every_visible_character_is_on_a_row_once_and_in_order(text, width):
    rows = lay_out(text, width)

    shown = "".join(row.text for row in rows).replace(" ", "")
    assert shown == displayed(text).replace(" ", "").replace("\n", "") or any(
        char.isspace() and char != " " for char in text
    )


@given(TEXT, st.integers(2, 60), st.integers(0, 50), st.integers(0, 50))
def test_styles_follow_their_characters(text, width, start, length):
    rows = lay_out(text, width, highlights=[Highlight(start, start + length, "quote")])

    for row in rows:
        column = 0
        for run in row.runs:
            cells = cell_width(run.text)
            for offset in row.offsets[column : column + cells]:
                assert (start <= offset < start + length) == (run.style == "quote")
            column += cells


def test_right_to_left_rows_end_at_the_right_edge():
    rows = lay_out("وصل سيرجي لافروف إلى باكستان يوم الثلاثاء", 22, direction="rtl")

    assert [len(row.offsets) for row in rows] == [22, 22]
    assert rows[0].offsets[0] == NOWHERE
    assert rows[-1].text.endswith("الثلاثاء")


def test_punctuation_after_a_space_stays_with_its_word():
    rows = lay_out("شمال ، جنوب", 6, direction="rtl")

    assert [row.text for row in rows] == ["شمال ،", "  جنوب"]


def test_an_insert_takes_cells_but_no_offsets():
    (row,) = lay_out("said it.", 20, inserts=[Insert(7, "[1]", "number")])

    assert row.text == "said it[1]."
    assert row.offsets == (0, 1, 2, 3, 4, 5, 6, NOWHERE, NOWHERE, NOWHERE, 7)


def test_offsets_count_from_the_origin():
    rows = lay_out("one two three", 7, origin=100)

    assert [(row.start, row.end) for row in rows] == [(100, 107), (108, 113)]


def test_an_overlong_word_is_cut_and_no_mark_loses_its_base():
    rows = lay_out("e\u0301" * 10, 4)

    assert [row.text for row in rows] == ["e\u0301" * 4, "e\u0301" * 4, "e\u0301" * 2]


def test_a_mark_is_not_parted_from_a_wide_character():
    rows = lay_out("abc\u4e00\u0300def", 3)

    assert [row.text for row in rows] == ["abc", "\u4e00\u0300", "def"]
