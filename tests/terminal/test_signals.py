"""Leaving in good order: the terminal is given back whatever ends the program."""

from __future__ import annotations

import signal
import time

import pytest

from briefing.config import Settings
from tests.terminal.program import start
from tests.terminal.session import Session
from tests.tui.articles import open_library

ALTERNATE_SCREEN_LEFT, CURSOR_SHOWN = b"\x1b[?1049l", b"\x1b[?25h"


def _is_restored(session: Session, since: int) -> bool:
    written = session.raw[since:]
    return ALTERNATE_SCREEN_LEFT in written and CURSOR_SHOWN in written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_restores_the_terminal_and_sets_the_exit_code(harbour: Settings, number: signal.Signals) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.settle()
        before = len(session.raw)
        session.signal(number)
        assert session.wait_for_exit() == 128 + number
        assert _is_restored(session, before)


def test_quitting_restores_the_terminal_and_notes_the_end_of_the_session(harbour: Settings) -> None:
    with open_library(harbour) as library:
        assert library.last_session() is None
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.send("Q")
        assert session.wait_for_exit() == 0
        assert _is_restored(session, 0)
    with open_library(harbour) as library:
        assert library.last_session() is not None


def test_ctrl_z_suspends_and_the_screen_is_drawn_again_on_return(harbour: Settings) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.settle()
        before = len(session.raw)
        session.send("\x1a")
        session.wait_for(session.is_stopped, "the stop")
        session.settle()
        assert _is_restored(session, before)
        before = len(session.raw)
        session.signal(signal.SIGCONT)
        session.wait_for(lambda: b"Harbour gets ready" in session.raw[before:], "the redrawing")
        session.send("Q")
        assert session.wait_for_exit() == 0


def test_a_command_has_the_terminal_and_its_keys_until_it_ends(harbour: Settings) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.send("|")
        session.wait_for_text("pipe to:")
        session.send("head -1; echo ready; exec sleep 60\r")
        session.wait_for(lambda: b"ready\r\n" in session.raw, "the command")
        assert b"Harbour gets ready" in session.raw
        session.send("\x03")
        session.wait_for_text("Enter goes back")
        before = len(session.raw)
        session.send("\r")
        session.wait_for(lambda: b"exit status 130" in session.raw[before:], "the reader")
        session.send("Q")
        assert session.wait_for_exit() == 0


@pytest.mark.parametrize("pause", [0, 0.05, 0.15])
def test_escape_is_a_key_of_its_own_however_soon_another_follows(harbour: Settings, pause: float) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.send("/")
        session.settle()
        session.send("\x1b")
        time.sleep(pause)
        session.send("S")
        session.wait_for_text("oldest first")
        session.send("Q")
        assert session.wait_for_exit() == 0


def test_the_mouse_is_left_to_the_terminal(harbour: Settings) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.settle()
        assert b"\x1b[?1000h" not in session.raw
        assert b"\x1b[?1003h" not in session.raw


def test_the_program_ends_when_its_terminal_goes_away(harbour: Settings) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.settle()
        session.hang_up()
        session.wait_for_exit()
    with open_library(harbour) as library:
        assert library.last_session() is not None
