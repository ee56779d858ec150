"""Cell widths agree with those the TUI's renderer counts with, for everything that is displayed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.bidi.cells import cell_width, displayed, pad, truncate
from briefing.text.clean import clean_line

BEYOND = {"\u3164", "\uffa0", "\u115f", "\u1160"}


def test_every_assigned_character_is_as_wide_as_the_renderer_says():
    different = [
        hex(code)
        for code in range(0x20, 0x30000)
        if unicodedata.category(char := chr(code)) not in {"Cn", "Co", "Cs", "Cc", "Zl", "Zp"}
        and displayed(clean_line(char)) == char
        and cell_width(char) != cell_len(char)
    ]

    assert different == []


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("سَلَامٌ", 4), ("中文", 4), ("می\u200cروم", 5), ("👍🏽", 2)]
)
def test_cells_count_what_a_terminal_shows(text, cells):
    assert cell_width(displayed(text)) == cells


@given(st.text(), st.integers(0, 40))
def test_a_truncated_text_is_never_wider_than_asked(text, width):
    assert cell_width(truncate(text, width)) <= width


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.integers(1, 40), st.booleans())
def test_a_padded_text_is_exactly_as_wide_as_asked(text, width, right):
    assert cell_width(pad(text, width, right_aligned=right)) == width


def test_an_arabic_title_is_cut_at_its_logical_end():
    assert truncate("لقاح كورونا في باكستان", 12) == "لقاح كورونا…"
