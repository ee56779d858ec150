"""Choosing and copying text in a real terminal, by the mouse and by keys: what is copied is in logical order."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.bidi.layout import Order, line
from briefing.config import Settings
from tests.terminal.program import start
from tests.terminal.session import Session
from tests.tui.articles import Part, article_of, fill

FIRST = (
    "قال الوزير “إن السلام والحوار مع الجيران خيارنا الأول في كل الأحوال” ، ثم غادر العاصمة إلى Vienna برفقة 12 من "
    "مساعديه في رحلة تستمر أسبوعا كاملا."
)
SECOND = "وأضاف المتحدث باسمه أن وفدا من 北京 سيصل (غدا) للقاء وُزَراء المنطقة."
_OSC_52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


@pytest.fixture
def arabic(tmp_path: Path) -> Settings:
    """A library of one Arabic article of two sections."""
    parts = [Part(None, "Lead", [FIRST]), Part("لقاءات مقبلة", "Talks", [SECOND])]
    settings = Settings(tmp_path / "library.db")
    # A date of its own: the time of arrival in the head may hold any digits.
    article = article_of("خبر من العاصمة", parts, language="ar", direction="rtl")
    fill(settings, [replace(article, published="2021-04-07T10:00:00Z")])
    return settings


def open_text(session: Session) -> None:
    """Opens the article."""
    session.wait_for_text("? keys")
    session.send("\r")
    session.wait_for_text("§0 Lead")
    session.settle()


def copied(session: Session) -> str:
    """What was last copied by OSC 52; waits for it."""
    session.wait_for(lambda: _OSC_52.search(session.raw) is not None, "a copy")
    session.settle()
    return base64.b64decode(_OSC_52.findall(session.raw)[-1]).decode()


def drag(session: Session, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Presses the mouse's button on a cell (row and column from 0), moves and lets go, in SGR reports."""
    for code, (row, column), final in ((0, start, "M"), (32, end, "M"), (0, end, "m")):
        session.send(f"\x1b[<{code};{column + 1};{row + 1}{final}")


def place_of(session: Session, words: str, order: Order = "visual") -> tuple[int, int, int]:
    """Row, first and last column of words on the screen, where they stand in their visual form."""
    shown = line(words, 60, "rtl", order=order).text.strip()
    rows = ["".join(session.screen.buffer[row][column].data for column in range(120)) for row in range(40)]
    row = next(row for row, text in enumerate(rows) if shown in text[37:85])
    cells, at = [session.screen.buffer[row][column].data for column in range(37, 85)], None
    for column in range(37, 85):
        if "".join(cells[column - 37 :]).startswith(shown):
            at = column
            break
    assert at is not None
    end = at
    while "".join(cells[at - 37 : end - 37 + 1]) != shown:
        end += 1
    return row, at, end


@pytest.mark.parametrize("words", ["السلام", "إن السلام والحوار", "Vienna برفقة 12", "وفدا من 北京", "(غدا)"])
def test_words_are_copied_as_they_are_written_from_either_end(arabic: Settings, words: str) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        row, left, right = place_of(session, words)
        # Latin letters, digits and ideographs stand from left to right within their word.
        first = place_of(session, words.split()[0])[1] if words[0] == "V" else right
        last = place_of(session, words.split()[-1])[2] if words[-1] in "2京" else left
        drag(session, (row, first), (row, last))
        assert copied(session) == words
        drag(session, (row, last), (row, first))
        assert copied(session) == words


def test_a_drag_over_rows_joins_soft_wraps_and_keeps_paragraphs_and_headings(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        top, _, right = place_of(session, "قال الوزير")
        bottom, _, _ = place_of(session, "المنطقة.")
        drag(session, (top, right), (bottom, 38))
        assert copied(session) == f"{FIRST}\n\nلقاءات مقبلة\n\n{SECOND}"
        assert "41 words" in session.screen.display[-1]


def test_words_parted_by_a_soft_wrap_have_a_blank_between_them(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        row, _, right = place_of(session, "إلى")
        below, left, _ = place_of(session, "Vienna")
        assert below == row + 1
        drag(session, (row, right), (below, left + 5))
        assert copied(session) == "إلى Vienna"
        drag(session, (below, left), (row, right))
        assert copied(session) == "إلى V"


def test_one_cell_of_a_lam_alef_holds_both_letters(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        row, left, right = place_of(session, "السلام")
        assert right - left + 1 == 5
        drag(session, (row, left + 1), (row, left))
        assert copied(session) == "لام"


def test_a_double_click_copies_a_word_and_vowel_points_with_it(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        row, left, _ = place_of(session, "وُزَراء")
        for final in "MmMm":
            session.send(f"\x1b[<0;{left + 2};{row + 1}{final}")
        assert copied(session) == "وُزَراء"


def test_logical_rows_are_chosen_as_well(arabic: Settings) -> None:
    with start(arabic.library, "mouse") as session:
        open_text(session)
        row, left, right = place_of(session, "السلام والحوار", "logical")
        drag(session, (row, left), (row, right))
        assert copied(session) == "السلام والحوار"


def test_keys_choose_words_and_paragraphs(arabic: Settings) -> None:
    with start(arabic.library, order="visual") as session:
        open_text(session)
        session.send("vgvwwhy")
        assert copied(session) == "قال الوزير “إ"
        session.send("Vjjjjjjjjy")
        session.wait_for(lambda: "41 words" in session.screen.display[-1], "both paragraphs")
        assert copied(session) == f"{FIRST}\n\nلقاءات مقبلة\n\n{SECOND}"


def test_escape_ends_choosing_and_y_copies_the_quote_again(arabic: Settings) -> None:
    with start(arabic.library, order="visual") as session:
        open_text(session)
        session.send("vwww\x1b")
        session.settle()
        session.send("y")
        assert copied(session).startswith("“إن السلام والحوار مع الجيران")


def test_without_the_switch_the_mouse_is_the_terminals_own_until_a_key_takes_it(arabic: Settings) -> None:
    with start(arabic.library, order="visual") as session:
        open_text(session)
        assert b"\x1b[?100" not in session.raw.replace(b"\x1b[?1004h", b"")
        session.send("M")
        session.wait_for(lambda: b"\x1b[?1002h\x1b[?1006h" in session.raw, "the mouse")
        session.wait_for_text("the mouse clicks")
        row, left, right = place_of(session, "السلام")
        drag(session, (row, right), (row, left))
        assert copied(session) == "السلام"
        session.send("M")
        session.wait_for(lambda: b"\x1b[?1006l\x1b[?1002l" in session.raw, "the mouse let go")


def test_the_mouse_is_let_go_at_the_end(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        session.send("Q")
        assert session.wait_for_exit() == 0
        assert session.raw.rindex(b"\x1b[?1002l") > session.raw.rindex(b"\x1b[?1002h")


def test_a_click_chooses_pane_article_and_quote(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        session.wait_for_text("? keys")
        for final in "MmMm":
            session.send(f"\x1b[<0;5;3{final}")
        session.wait_for_text("§0 Lead")
        session.settle()
        session.send("\x1b[<0;5;3M\x1b[<0;5;3m")
        session.settle()
        session.send("q")
        assert session.wait_for_exit() == 0


def test_the_mouse_sends_few_bytes(arabic: Settings) -> None:
    with start(arabic.library, "mouse", order="visual") as session:
        open_text(session)
        row, left, right = place_of(session, "السلام")
        drag(session, (row, right), (row, left))
        copied(session)
        before = len(session.raw)
        session.send(f"\x1b[<0;{right + 1};{row + 1}M\x1b[<32;{right};{row + 1}M")
        session.settle()
        assert len(session.raw) - before < 1500
