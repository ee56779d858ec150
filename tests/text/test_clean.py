"""The sanitiser: nothing that acts on a terminal passes, spelling does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import clean as clean_module
from briefing.text.clean import clean, clean_line, clean_lines

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)


@given(st.text(st.characters(exclude_categories=[])))
def test_no_forbidden_character_passes_and_a_second_pass_changes_nothing(text):
    cleaned = clean(text)

    assert not FORBIDDEN.search(cleaned)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("code", [*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])
def test_a_control_becomes_visible(code):
    assert clean(f"a{chr(code)}b") == "a\ufffdb"


@pytest.mark.parametrize(
    "text", ["می\u200cروم", "سَلَامٌ", "ক্\u200dষ", "a\u200fb", "a\nb", "e\u0301", "👍", "\u0627" + "\u064b" * 8]
)
def test_spelling_survives(text):
    assert clean(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_newline(end):
    assert clean(f"a{end}b") == "a\nb"


def test_a_heap_of_marks_is_cut_to_eight():
    assert clean("e" + "\u0301" * 50) == "e" + "\u0301" * 8
    assert clean("e" + "\U0001da01" * 50) == "e" + "\U0001da01" * 8


def test_an_osc_52_sequence_is_only_text():
    assert clean("\x1b]52;c;QQ==\x1b\\") == "\ufffd]52;c;QQ==\ufffd\\"


def test_one_line_has_no_line_ends():
    assert clean_line(" a\r\n\tb\u2029 c ") == "a b c"


def test_the_first_look_for_heaps_of_marks_misses_none():
    mark = re.compile(f"[{clean_module.NONSPACING}{clean_module._ASTRAL_NONSPACING}]")
    marks = filter(mark.match, map(chr, range(0x110000)))

    assert [char for char in marks if clean("e" + char * 9) == "e" + char * 9] == []


@given(st.lists(st.text(st.characters(exclude_categories=[])) | st.text("a’ل\u064b \n\t\xa0\u200c\u200b", max_size=30)))
def test_several_lines_are_cleaned_as_each_is(texts):
    assert clean_lines(texts) == [clean_line(text) for text in texts]
