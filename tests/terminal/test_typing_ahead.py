"""Keys that arrive before the screen has followed, as they do over a slow line."""

from __future__ import annotations

import select
import termios

import pytest

from briefing.config import Settings
from tests.terminal.faketerminal import TERMINALS, FakeTerminal
from tests.terminal.program import start


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ("\rJJ", " 6  §0 Lead"),
        ("j\r))", " 7  §0 Lead  q3/12"),
        ("\r\tG\r", "§2 Cranes  q12/12"),
        (":4q2\r", " 4  §0 Lead  q2/12"),
        ("\rhjj\r", " 6  §0 Lead"),
        ("3\r2", " 3  §2 Cranes"),
    ],
)
@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_keys_reach_the_pane_that_the_keys_before_them_lead_to(
    harbour: Settings, keys: str, status: str, columns: int, rows: int
) -> None:
    with start(harbour.library, columns=columns, rows=rows) as session:
        session.wait_for_text("? keys")
        session.send(keys)
        session.wait_for(lambda: status in session.screen.display[-1], status)
        session.settle()
        assert status in session.screen.display[-1]


def test_keys_typed_before_the_reader_has_the_terminal_come_first(harbour: Settings) -> None:
    with start(harbour.library, "ahead:j\r))") as session:
        session.wait_for_text("? keys")
        session.send("(")
        status = " 7  §0 Lead  q2/12"
        session.wait_for(lambda: status in session.screen.display[-1], status)


@pytest.mark.parametrize("name", ["xfce4-terminal 1.0.4 (VTE 0.70.6)", "xterm 379"])
def test_answers_that_come_too_late_are_no_keys_and_what_was_typed_meanwhile_is(run, tmp_path, name: str) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Title {number}\n\nThe words of this article, number {number}, stand here for a while.\n")
        run("add", path)
    with FakeTerminal(TERMINALS[name], delay=1.6, keys=b"j\r") as terminal:
        terminal.start("program")
        terminal.play(until=rb"number 1,")
        assert b"Keys work as well" not in terminal.shown
        terminal.type(b"Q")
        terminal.play()
        assert terminal.process.returncode == 0


@pytest.mark.parametrize("name", ["xfce4-terminal 1.0.4 (VTE 0.70.6)", "xterm 379"])
def test_a_command_leaves_no_late_answer_to_the_shell(run, tmp_path, name: str) -> None:
    path = tmp_path / "arabic.txt"
    path.write_text("خبر من العاصمة\n\nقال الوزير اليوم إن السلام ممكن بين الجيران جميعا.\n", encoding="utf-8")
    run("add", path)
    with FakeTerminal(TERMINALS[name], delay=1.3) as terminal:
        terminal.start("program", "list")
        terminal.play()
        settings = termios.tcgetattr(terminal.slave)
        settings[3] &= ~termios.ICANON
        termios.tcsetattr(terminal.slave, termios.TCSANOW, settings)
        assert select.select([terminal.slave], [], [], 0.3)[0] == []
