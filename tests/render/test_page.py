"""An article's body as rows: where its sections and quotes stand, what is highlighted."""

from dataclasses import replace

import pytest

from briefing.bidi.cells import cell_width
from briefing.render import styles
from briefing.render.page import page_of, section_head
from tests.articles import TEXT, article


def styled(page, style):
    return "".join(run.text for row in page.rows for run in row.runs if run.style == style)


@pytest.mark.parametrize("width", [20, 34, 46, 80])
def test_no_row_is_wider_than_asked(width):
    assert all(cell_width(row.text) <= width for row in page_of(article(), width).rows)


def test_quotes_tails_and_numbers_are_marked():
    page = page_of(article(), 80)

    assert styled(page, styles.QUOTE) == "نرغب في الحوار"
    assert styled(page, styles.PARTIAL) == "لا تنحاز إلى أي طرف"
    assert styled(page, styles.NUMBER) == "[1][2]"
    assert styled(page, styles.TAIL) == "نعمل الآن على ثلاثة مشاريع."


def test_the_number_stands_behind_the_closing_mark():
    text = "\n".join(row.text for row in page_of(article(), 80).rows)

    assert "”[1]." in text


def test_the_selected_quote_stands_out():
    assert styled(page_of(article(), 80, selected=2), styles.SELECTED) == "لا تنحاز إلى أي طرف"


def test_rows_know_their_place_in_the_text():
    page = page_of(article(), 30)
    first, last = page.quotes[2]

    shown = [TEXT[row.start : row.end] for row in page.rows[first:last]]
    assert "لا تنحاز" in " ".join(shown)
    assert page.section_at(first) == 1
    assert page.quote_at(0) == 1
    assert page.quote_at(last) is None


def test_a_section_head_holds_label_and_heading_in_one_row():
    (row,) = section_head(article().sections[1], "rtl", 48)

    assert row.text.startswith("1 Kashmir ──")
    assert row.text.endswith("── المساعي في كشمير")
    assert cell_width(row.text) == 48


def test_a_heading_too_long_for_the_row_stands_below_it():
    head, *below = section_head(replace(article().sections[1], heading="المساعي " * 12), "rtl", 48)

    assert head.text == "1 Kashmir " + "─" * 38
    assert len(below) == 2


def test_a_section_without_a_label_shows_its_heading():
    (row,) = section_head(replace(article().sections[1], label=None, heading="Moves"), "ltr", 30)

    assert row.text == "1 ─ Moves ────────────────────"
