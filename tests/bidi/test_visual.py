"""Visual and word order: what stands in which cell, and what each cell says of the text."""

import subprocess
import sys
import tomllib
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.cells import cell_width, char_width
from briefing.bidi.layout import NOWHERE, Highlight, Insert, lay_out, line, paragraphs
from tests.bidi.conformance import SAMPLES

FORMAT = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
LETTERS = "بتلاإآدروى\u064b\u0651 ،«»()[]a1٣-.\u05d0\u4e2d\u200c\u200d\u200f\u2067\u2069\u0301"
ANY = st.text(st.characters(exclude_categories=["Cc", "Cs"])) | st.text(st.sampled_from(LETTERS), max_size=60)
WIDTHS = st.integers(2, 60)
DIRECTIONS = st.sampled_from(["ltr", "rtl"])
ORDERS = st.sampled_from(["visual", "word"])
ALL_ORDERS = st.sampled_from(["logical", "visual", "word"])

LINES = tomllib.loads((SAMPLES / "lines.toml").read_text(encoding="utf-8"))["line"]


def letters(text):
    """The text with presentation forms as the letters they stand for."""
    return "".join(
        unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefe" else char
        for char in text
    )


@pytest.mark.parametrize("order", ["visual", "word"])
@pytest.mark.parametrize("sample", LINES, ids=[sample["name"] for sample in LINES])
def test_a_line_reads_as_it_should(sample, order):
    rows = lay_out(sample["text"], sample["width"], direction=sample["direction"], order=order)

    assert [letters(row.text.strip()) for row in rows] == sample[order]


@given(ANY, WIDTHS, DIRECTIONS, ORDERS)
def test_rows_fit_the_width_and_count_their_cells(text, width, direction, order):
    for row in lay_out(text, width, direction=direction, order=order):
        assert cell_width(row.text) == len(row.offsets) <= width


@given(ANY, WIDTHS, DIRECTIONS, ORDERS)
def test_no_format_character_is_in_a_run(text, width, direction, order):
    for row in lay_out(text, width, direction=direction, order=order):
        assert not set(row.text) & set(FORMAT)


@given(ANY, WIDTHS, DIRECTIONS, ORDERS)
def test_every_cell_shows_one_cluster_and_the_clusters_cover_the_line(text, width, direction, order):
    for row in lay_out(text, width, direction=direction, order=order):
        cells = [offset for offset in row.offsets if offset != NOWHERE]
        firsts = sorted(set(cells))
        assert (not firsts) or firsts[0] == row.start
        for first, end in pairwise([*firsts, row.end]):
            followers = text[first + 1 : end]
            ligature = text[first] == "\u0644"
            assert all(not char_width(char) or char in FORMAT or is_hidden(char) or ligature for char in followers)
            assert cells.count(first) == char_width(text[first])


def is_hidden(char):
    """Format characters, skin tones, and what is unassigned among the tags."""
    return unicodedata.category(char) == "Cf" or 0x1F3FB <= ord(char) <= 0x1F3FF or 0xE0000 <= ord(char) < 0xE1000


@given(ANY, WIDTHS, DIRECTIONS, ORDERS)
def test_every_letter_of_the_text_is_on_one_row(text, width, direction, order):
    rows = lay_out(text, width, direction=direction, order=order)
    shown = [index for row in rows for index in range(row.start, row.end)]

    assert shown == sorted(set(shown))
    assert all(
        not char_width(char) or char.isspace() or is_hidden(char) or index in shown for index, char in enumerate(text)
    )


@given(ANY, WIDTHS, ORDERS, st.integers(0, 50), st.integers(0, 20))
def test_a_highlight_covers_the_cells_of_its_characters(text, width, order, start, length):
    rows = lay_out(text, width, order=order, highlights=[Highlight(start, start + length, "quote")])
    marked = {index for index in range(start, min(start + length, len(text))) if not is_hidden(text[index])}

    for row in rows:
        firsts = sorted({*row.offsets} - {NOWHERE})
        ends = dict(pairwise([*firsts, row.end]))
        for offset, style in zip(row.offsets, styles_of(row), strict=True):
            if offset != NOWHERE and not selectors_in(text[offset : ends[offset]]):
                assert (style == "quote") == bool(marked & {*range(offset, ends[offset])})


def selectors_in(text):
    """Variation selectors are marks that are not shown."""
    return any("\ufe00" <= char <= "\ufe0f" or char >= "\U000e0000" for char in text)


def styles_of(row):
    """The style of each cell."""
    return [run.style for run in row.runs for _ in range(cell_width(run.text))]


@given(ANY, ANY, WIDTHS, DIRECTIONS, ALL_ORDERS)
def test_two_paragraphs_are_laid_out_like_each_by_itself(first, second, width, direction, order):
    first, second = first.replace("\n", ""), second.replace("\n", "")
    both = paragraphs(f"{first}\n{second}", width, direction=direction, order=order)

    assert both == [
        *lay_out(first, width, direction=direction, order=order),
        *lay_out(second, width, direction=direction, order=order, origin=len(first) + 1),
    ]


@given(ANY, st.integers(0, 30), DIRECTIONS, ALL_ORDERS)
def test_a_filled_line_is_exactly_as_wide_as_asked(text, width, direction, order):
    row = line(text, width, direction, order=order, fill=True)

    assert cell_width(row.text) == len(row.offsets) == width


@given(ANY, st.integers(0, 30), DIRECTIONS, ALL_ORDERS)
def test_a_line_is_cut_at_its_logical_end(text, width, direction, order):
    whole = line(text, 1000, direction, order=order)
    row = line(text, width, direction, order=order)

    assert len(row.offsets) <= width
    if len(whole.offsets) <= width:
        assert row == whole
    elif width:
        assert "…" in row.text
        assert row.end <= whole.end


def test_a_title_is_cut_and_then_reordered():
    row = line("وصل اللقاح إلى المدينة", 12, "rtl", "title", "visual", fill=True)

    assert letters(row.text) == " …حاقللا لصو"
    assert row.offsets == (NOWHERE, NOWHERE, *range(9, -1, -1))


def test_a_cut_word_is_shaped_as_it_stands():
    row = line("مستشفيات", 4, "rtl", order="visual")

    assert row.text == "…\ufe96\ufeb4\ufee3"


def test_a_highlight_on_the_alef_of_a_ligature_covers_the_ligature():
    (row,) = lay_out("سلام", 10, direction="rtl", order="visual", highlights=[Highlight(2, 4, "quote")])

    assert [run.text for run in row.runs if run.style == "quote"] == ["\ufee1\ufefc"]
    assert row.columns(2, 3) == row.columns(1, 2) == [8]


def test_a_highlight_across_two_lines_covers_the_right_cells():
    text = "وصل الوزير إلى المدينة"
    rows = lay_out(text, 12, direction="rtl", order="visual", highlights=[Highlight(4, 14, "quote")])

    assert [letters("".join(run.text for run in row.runs if run.style == "quote")) for row in rows] == ["ريزولا", "ىلإ"]


def test_a_colour_stays_in_its_cells_when_the_terminal_turns_the_word():
    (row,) = lay_out("«نعم»", 10, direction="rtl", order="word", highlights=[Highlight(0, 2, "quote")])

    assert [(letters(run.text), run.style) for run in row.runs[1:]] == [("«نع", ""), ("م»", "quote")]
    assert row.offsets[-5:] == (4, 3, 2, 1, 0)


@pytest.mark.parametrize("order", ["visual", "word"])
def test_vowel_points_are_left_out_on_request(order):
    (row,) = lay_out("كتبَ المديرُ", 11, direction="rtl", order=order, marks=False)
    (bare,) = lay_out("كتب المدير", 11, direction="rtl", order=order)

    assert row.text == bare.text
    assert row.offsets == (NOWHERE, 10, 9, 8, 7, 6, 5, 4, 2, 1, 0)


def test_an_insert_stands_by_itself():
    text = "قال «نعم» اليوم"
    (row,) = lay_out(text, 20, direction="rtl", order="visual", inserts=[Insert(9, "[12]", "number")])

    assert letters(row.text) == " مويلا [12]«معن» لاق"
    assert [run.text for run in row.runs if run.style == "number"] == ["[12]"]
    assert row.offsets[7:11] == (NOWHERE,) * 4


def test_an_insert_beside_a_number_does_not_join_it():
    (row,) = lay_out("بلغ 790 مليون", 30, direction="rtl", order="visual", inserts=[Insert(7, "3", "number")])

    assert letters(row.text.strip()) == "نويلم 3790 غلب"
    assert [run.text for run in row.runs if run.style == "number"] == ["3"]
    assert letters(row.text).index("3") == row.offsets.index(4) - 1


def test_a_direction_mark_between_numbers_parts_them_though_it_is_not_shown():
    (row,) = lay_out("من 12\u200f34 إلى", 30, direction="rtl", order="visual")

    assert letters(row.text.strip()) == "ىلإ 3412 نم"


def test_left_to_right_paragraphs_of_a_right_to_left_article_start_at_the_left():
    (row,) = lay_out("Reuters", 20, direction="rtl", order="visual")

    assert row.text == "Reuters"


def test_right_to_left_rows_end_at_the_right_edge():
    rows = lay_out("وصل سيرجي لافروف إلى باكستان يوم الثلاثاء", 22, direction="rtl", order="visual")

    assert [len(row.offsets) for row in rows] == [22, 22]
    assert rows[0].offsets[-1] == 0
    assert letters(rows[0].text) == "   ىلإ فورفلا يجريس لصو"


def test_offsets_count_from_the_origin():
    rows = lay_out("سلام سلام", 5, direction="rtl", order="visual", origin=100)

    assert [(row.start, row.end) for row in rows] == [(100, 104), (105, 109)]
    assert rows[1].offsets == (NOWHERE, NOWHERE, 108, 106, 105)


def test_logical_text_is_parted_by_forms_on_request():
    (plain,) = lay_out("می\u200cروم", 10, direction="rtl")
    (parted,) = lay_out("می\u200cروم", 10, direction="rtl", parted=True)

    assert plain.text.strip() == "می\u200cروم"
    assert parted.text.strip() == "\ufee3\ufbfdروم"
    assert parted.offsets == plain.offsets


@pytest.mark.parametrize(("order", "loaded"), [("logical", False), ("visual", True), ("word", True)])
def test_the_algorithm_is_loaded_only_when_it_is_needed(order, loaded):
    program = (
        "import sys; from briefing.bidi.layout import lay_out, line\n"
        f"lay_out('سلام', 20, order={order!r}); line('سلام', 20, order={order!r})\n"
        "print('briefing.bidi.levels' in sys.modules, 'briefing.bidi.shaping' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [str(loaded)] * 2
