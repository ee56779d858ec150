"""Rows put in order for a terminal: names and titles one by one, columns untouched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.cells import cell_width
from briefing.bidi.layout import LOGICAL, Row, Run, Setting
from briefing.render.card import card_of
from briefing.render.listing import list_rows
from briefing.render.page import page_of
from briefing.render.setting import isolated, set_row
from briefing.render.sgr import painted
from briefing.render.sheet import sheet_of
from tests.articles import article
from tests.render.test_listing import MOMENT, row

VISUAL = Setting("visual")
FORMAT = re.compile("[\u061c\u200c-\u200f\u2066-\u2069]")


def shown(text, direction=None, setting=VISUAL):
    return set_row(Row((Run(text, "", direction),)), setting).text


def test_letters_stand_from_right_to_left_in_their_joined_forms():
    assert shown("خبر") == "\ufeae\ufe92\ufea7"


def test_blanks_stay_at_their_side_and_a_lam_alef_leaves_the_width():
    assert shown("  خبر") == "  \ufeae\ufe92\ufea7"
    assert shown("خبر  ") == "\ufeae\ufe92\ufea7  "
    assert shown("   سلام", "rtl") == "    \ufee1\ufefc\ufeb3"


def test_a_name_inside_a_line_of_the_interface_does_not_pull_its_neighbours_along():
    assert shown(f"12 09:14 {isolated('خبر')}·ar §4") == "12 09:14 \ufeae\ufe92\ufea7·ar §4"


def test_a_title_that_begins_with_latin_letters_is_still_right_to_left_in_its_article():
    assert shown("Covid-19: خبر", "rtl") == "\ufeae\ufe92\ufea7 :Covid-19"


def test_logical_order_is_left_alone():
    assert shown("خبر (أ)", "rtl", LOGICAL) == "خبر (أ)"


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("لاخبر \u200cA1(")),
    st.sampled_from([None, "rtl", "ltr"]),
)
def test_a_row_stays_as_wide_as_it_was_and_no_format_character_is_left(text, direction):
    before = Row((Run(text, "", direction),))
    after = set_row(before, VISUAL)

    if re.search("[\u0620-\u064a]", text):
        assert not FORMAT.search(after.text)
        assert cell_width(after.text) == cell_width(text)


@pytest.mark.parametrize("order", ["visual", "word"])
@pytest.mark.parametrize("width", [36, 60, 80, 120])
def test_every_view_keeps_its_width_in_every_order(width, order):
    setting = Setting(order)
    stored = article(number=12, added="2026-11-23T09:14:00Z", text=article().text)
    rows = [
        *page_of(stored, width, selected=1, setting=setting).rows,
        *sheet_of(stored, width, setting),
        *card_of(stored.quotes[0], stored, width, setting=setting),
        *list_rows(row(), width, MOMENT),
    ]
    lines = painted(rows, styled=False, coloured=False, setting=setting).splitlines()

    assert max(map(cell_width, lines)) <= width
    assert not any(FORMAT.search(line) for line in lines)
    assert any("\ufee0" <= char <= "\ufefc" for line in lines for char in line)


def test_highlights_stand_on_the_same_words_in_visual_order():
    page = page_of(article(), 80, setting=VISUAL)
    cells = {run.text for r in page.rows for run in r.runs if run.style == "quote"}

    (quoted,) = cells
    assert quoted.endswith("\ufee7")
    assert cell_width(quoted) == len("نرغب في الحوار")


def test_a_terminal_that_moves_rows_itself_gets_them_from_the_left_edge():
    rows = page_of(article(), 60).rows
    lines = painted(rows, styled=False, coloured=False, flush=True).splitlines()

    assert any(line.startswith("وقال حداد") for line in lines)
    assert not any(line.startswith(" ") for line in lines)


def test_styles_do_not_keep_a_row_from_its_edge():
    rows = card_of(article().quotes[0], article(), 30)
    lines = painted(rows, styled=True, coloured=True, flush=True).splitlines()

    assert any(line.startswith("\x1b[32mنرغب") for line in lines)
