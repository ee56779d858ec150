"""The line one types on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.cells import cell_width
from briefing.bidi.layout import Setting
from briefing.config import Settings
from briefing.tui.widgets.prompt import prompt_row
from tests.tui.driver import Face, drive

VISUAL = Setting("visual")
LETTERS = st.text(st.sampled_from("abc 12لا إهدف،(«»)中é\u064b\u200c"), max_size=60)


def test_arabic_stands_from_right_to_left_with_the_caret_at_its_end() -> None:
    row, caret = prompt_row("قال 12", 6, 40, VISUAL)

    assert row.text.strip() == "12 \ufedd\ufe8e\ufed7"
    assert caret == 0


def test_a_latin_line_has_its_caret_behind_it() -> None:
    assert prompt_row("12q4", 4, 40, VISUAL)[1] == 4


def test_the_caret_stands_on_the_cell_of_a_lam_alef_for_both_of_its_letters() -> None:
    assert prompt_row("سلام", 1, 40, VISUAL)[1] == prompt_row("سلام", 2, 40, VISUAL)[1] == 2


@given(LETTERS, st.data(), st.integers(1, 30), st.sampled_from([Setting(), VISUAL, Setting("word")]))
def test_a_line_of_any_length_fits_and_shows_its_caret(
    value: str, data: st.DataObject, width: int, setting: Setting
) -> None:
    row, caret = prompt_row(value, data.draw(st.integers(0, len(value))), width, setting)

    assert cell_width(row.text) <= width + 1
    assert 0 <= caret <= width


def test_an_arabic_address_is_typed_and_obeyed(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("colon", "6", "slash", "أ", "ر", "ص", "ف", "ة")
        assert "6/أرصفة" in face.text.splitlines()[-1]
        await face.press("enter")
        assert "§1 Berths" in face.status

    drive(harbour, scenario)
