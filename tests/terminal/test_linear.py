"""The reader for the ear: words, one pane at a time, the terminal's own cursor on the line in focus."""

from __future__ import annotations

import pytest

from briefing.config import Settings
from tests.terminal.faketerminal import TERMINALS, FakeTerminal
from tests.terminal.program import start
from tests.terminal.session import Session


def line_in_focus(session: Session) -> str:
    """The line the terminal's own cursor is on."""
    assert not session.screen.cursor.hidden
    return session.screen.display[session.screen.cursor.y].strip()


def after(session: Session, keys: str) -> str:
    """The line in focus when keys have taken effect."""
    session.send(keys)
    session.settle()
    return line_in_focus(session)


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (60, 16), (40, 12)])
def test_the_cursor_stands_on_the_line_in_focus_in_every_pane(harbour: Settings, columns: int, rows: int) -> None:
    with start(harbour.library, "linear", columns=columns, rows=rows) as session:
        session.wait_for_text("? keys")
        session.settle()
        assert line_in_focus(session).startswith("8, new: ")
        assert after(session, "j").startswith("7, new: Harbour")
        assert after(session, "\r") == "Section 0: Lead"
        assert after(session, "j").startswith("The harbour master said “berth number 1")
        assert after(session, "}") == "Section 1: Berths"
        assert after(session, "j") == "The new berths"
        assert "number 7" in after(session, "/number 7\r")
        assert after(session, "\t").startswith("Quote 7, The harbour")
        assert after(session, "j").startswith("Quote 8, The harbour")
        assert after(session, "?") == "Keys"
        session.send("q")
        assert after(session, ":12").startswith(":12")
        assert session.screen.cursor.x == 3


def test_the_last_line_of_an_article_is_reached_line_by_line(harbour: Settings) -> None:
    with start(harbour.library, "linear", columns=60, rows=16) as session:
        session.wait_for_text("? keys")
        session.send("j\r")
        last = after(session, "Gk")
        assert last == "season."
        assert "quote 12 of 12" in session.screen.display[-1]


def test_no_line_and_no_box_is_drawn_anywhere(harbour: Settings) -> None:
    with start(harbour.library, "linear", columns=120, rows=40) as session:
        session.wait_for_text("? keys")
        for keys in ("", "\r", "\t", "B", "q?", "q:", "\x1b/berth\r"):
            session.send(keys)
            session.settle()
            assert not any("\u2500" <= char <= "\u259f" for char in session.text)


def test_the_terminal_is_neither_asked_nor_switched_and_gets_logical_text(run, tmp_path) -> None:
    path = tmp_path / "arabic.txt"
    path.write_text("خبر من العاصمة\n\nقال الوزير اليوم إن السلام ممكن بين الجيران جميعا.\n", encoding="utf-8")
    run("add", path)
    with FakeTerminal(TERMINALS["xfce4-terminal 1.0.4 (VTE 0.70.6)"]) as terminal:
        terminal.start("program", "--linear")
        terminal.play(until="خبر من العاصمة".encode())
        terminal.type(b"\r")
        terminal.play(until="السلام ممكن".encode())
        terminal.type(b"Q")
        terminal.play()
        assert b"\x1b[8" not in terminal.shown.replace(b"\x1b[8;", b"")
        assert b"\x1b[>0q" not in terminal.shown
