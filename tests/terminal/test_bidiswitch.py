"""The terminal's own bidi is off while the reader runs and on afterwards, however that ends."""

import shutil
import subprocess

import pytest

from briefing.terminal.bidiswitch import BidiSwitch, framed, sequence, wrapped
from briefing.terminal.identity import Identity
from briefing.terminal.strategy import NOT_A_TERMINAL, Decision
from tests.terminal.faketerminal import TERMINALS, FakeTerminal, report

VTE = TERMINALS["xfce4-terminal 1.0.4 (VTE 0.70.6)"]
CHILD_CODES = {"exit": 0, "suspend": 0, "crash": 1}


@pytest.mark.parametrize(
    ("switch", "off", "on"),
    [
        ("mode-8", "\x1b[8l", "\x1b[8h"),
        ("konsole", "\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07"),
        ("mlterm", "\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"),
    ],
)
def test_each_terminal_has_its_own_words(switch, off, on):
    assert sequence(switch, on=False) == off
    assert sequence(switch, on=True) == on
    if switch != "mode-8":
        assert sequence(switch, on=False, rows=40) == off


def test_mode_8_is_kept_with_each_row_so_a_drawn_screen_is_visited_row_by_row():
    assert sequence("mode-8", on=False, rows=2) == "\x1b7\x1b[1H\x1b[8l\x1b[2H\x1b[8l\x1b8"


def test_tmux_passes_on_what_has_its_escapes_doubled():
    assert wrapped("\x1b[8l\x1b[2J", "tmux") == "\x1bPtmux;\x1b\x1b[8l\x1b\x1b[2J\x1b\\"


def test_screen_passes_on_whole_sequences_in_parts_it_can_hold():
    text = sequence("mode-8", on=False, rows=60)
    parts = wrapped(text, "screen").removesuffix("\x1b\\").split("\x1b\\")

    assert "".join(part.removeprefix("\x1bP") for part in parts) == text
    assert all(part.startswith("\x1bP\x1b") and len(part) < 256 for part in parts)


def test_text_written_once_stands_in_its_frame():
    detected = Decision("visual", "logical", "", frame="detected")
    explicit = Decision("visual", "visual", "", frame="explicit")

    assert framed("a\n", detected) == "\x1b[?2501ha\n\x1b[?2501l"
    assert framed("a\n", explicit) == "\x1b[8la\n\x1b[8h"
    assert framed("a\n", NOT_A_TERMINAL) == "a\n"
    assert framed("", detected) == ""


def test_without_a_switch_nothing_is_written():
    written = []
    own = BidiSwitch(NOT_A_TERMINAL, Identity(None))
    own.off(write=written.append)
    own.on()

    assert written == []


@pytest.mark.parametrize("how", CHILD_CODES)
def test_bidi_is_on_again_after_an_exit_a_suspension_and_a_crash(tmp_path, how):
    with FakeTerminal(VTE) as terminal:
        terminal.start("switched", tmp_path / "report.json", how)
        shown = terminal.play()

        assert terminal.process.returncode == CHILD_CODES[how]
        assert terminal.mode_8 == 1
        probed, _, drawn = shown.partition(b"drawing")
        assert probed.endswith(b"\x1b[8l")
        assert drawn.count(b"\x1b[8h") == (2 if how == "suspend" else 1)
        if how == "suspend":
            assert drawn.index(b"\x1b[8h") < drawn.index(b"suspended") < drawn.index(b"\x1b7\x1b[1H\x1b[8l")


tmux_needed = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@tmux_needed
def test_a_real_tmux_passes_the_switch_on_and_gets_its_option_back(tmp_path):
    socket, path = tmp_path / "tmux", tmp_path / "report.json"
    with FakeTerminal(TERMINALS["gnome-console 48 (VTE 0.80.1)"]) as outer:
        outer.start("tmux", socket, path, "exit", VTE_VERSION="8001")
        try:
            shown = outer.play()
        finally:
            subprocess.run(["tmux", "-S", socket, "kill-server"], capture_output=True, check=False)

        assert report(path)["decision"]["switch"] == "mode-8"
        assert report(path)["passthrough"] == ""
        assert b"\x1b[24H\x1b[8l" in shown
        assert shown.rindex(b"\x1b[24H\x1b[8h") > shown.rindex(b"\x1b[8l")
        assert outer.mode_8 == 1
