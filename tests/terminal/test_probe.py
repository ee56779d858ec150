"""Asking a terminal, which may be slow, silent or garbled, while somebody types."""

import fcntl
import os
import signal
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.terminal.line import Line
from briefing.terminal.probe import QUESTION, SWITCH_QUESTION, Answers, ask, parse, refusal, typed_in
from tests.terminal.faketerminal import TERMINALS, FakeTerminal, report

VTE = TERMINALS["xfce4-terminal 1.0.4 (VTE 0.70.6)"]
XTERM = TERMINALS["xterm 379"]


def surveyed(tmp_path, terminal, **environment):
    """What a process finds out on this terminal; the terminal's settings are checked on the way."""
    path = tmp_path / "report.json"
    with terminal:
        terminal.start("survey", path, **environment).play()
        assert terminal.settings() == terminal.before
    return report(path)


def test_one_write_asks_everything_and_a_mode_that_is_set_is_tried(tmp_path):
    found = surveyed(tmp_path, FakeTerminal(VTE))["answers"]

    assert found["asked"].encode("latin-1") == QUESTION + SWITCH_QUESTION
    assert (found["complete"], found["mode_8"], found["mode_8_switched"]) == (True, 1, 2)


def test_a_mode_that_is_not_set_is_not_touched(tmp_path):
    terminal = FakeTerminal(XTERM)
    found = surveyed(tmp_path, terminal)["answers"]

    assert found["asked"].encode("latin-1") == QUESTION
    assert b"\x1b[8l" not in terminal.shown


def test_a_terminal_is_asked_once_in_a_process(tmp_path):
    terminal = FakeTerminal(XTERM)
    surveyed(tmp_path, terminal)

    assert terminal.shown.count(QUESTION) == 1


def test_slow_answers_are_waited_for(tmp_path):
    found = surveyed(tmp_path, FakeTerminal(XTERM, delay=0.4))

    assert found["answers"]["complete"]
    assert found["title"] == "xterm 379"


def test_a_silent_terminal_is_given_up_after_the_time_limit(tmp_path):
    begun = time.monotonic()
    found = surveyed(tmp_path, FakeTerminal(XTERM, raw=b""), TERM="xterm-kitty")

    assert time.monotonic() - begun > 1
    assert not found["answers"]["complete"]
    assert found["decision"]["reader"] == "word"


def test_answers_that_stop_half_way_count_as_far_as_they_came_and_leave_no_keys(tmp_path):
    found = surveyed(tmp_path, FakeTerminal(XTERM, raw=b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;37"))

    assert (found["answers"]["xtversion"], found["answers"]["da2"]) == ("XTerm(379)", None)
    assert (found["answers"]["typed"], found["input"]) == ("", "")


def test_keys_typed_between_the_answers_are_given_back_or_reported(tmp_path):
    found = surveyed(tmp_path, FakeTerminal(XTERM, keys="jjض\x1b[A\r".encode()))

    assert found["title"] == "xterm 379"
    kept = found["input"].replace("\n", "\r")
    assert kept + found["answers"]["lost"] == "jjض\x1b[A\r".encode().decode("latin-1")
    assert bool(found["told"]) == bool(found["answers"]["lost"])


def test_keys_that_the_system_does_not_take_back_are_kept_as_lost(monkeypatch):
    def refuse(descriptor, request, argument):
        if argument == b"k":
            raise PermissionError

    monkeypatch.setattr(fcntl, "ioctl", refuse)
    line = Line(0)
    line.keep(b"jk")
    line.keep(b"l")
    line.give_back()

    assert line.lost == b"kl"


def test_garbage_decides_nothing_and_stops_at_the_time_limit(tmp_path):
    found = surveyed(tmp_path, FakeTerminal(XTERM, raw=b"\x1b[8;9$y\x1b[>;;c\x1bP>|\x1b\\\xff\xfe"))

    assert found["decision"]["reader"] == "visual"
    assert not found["answers"]["complete"]


def test_a_signal_that_ends_the_process_leaves_the_settings_as_they_were(tmp_path):
    with FakeTerminal(XTERM, raw=b"") as terminal:
        terminal.start("survey", tmp_path / "report.json")
        terminal.play(until=rb"\x1b\[c")
        assert terminal.settings() != terminal.before
        os.kill(terminal.process.pid, signal.SIGTERM)
        terminal.play()

        assert terminal.process.returncode == -signal.SIGTERM
        assert terminal.settings() == terminal.before


@pytest.mark.parametrize(
    ("is_terminal", "environ", "word"),
    [
        (False, {"TERM": "xterm"}, "not a terminal"),
        (True, {}, "TERM"),
        (True, {"TERM": "dumb"}, "TERM"),
        (True, {"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}, "Apple"),
    ],
)
def test_some_terminals_are_not_asked(is_terminal, environ, word):
    assert word in refusal(is_terminal, environ)
    answers = ask(is_terminal, environ)
    assert (answers.asked, answers.received) == (b"", b"")
    assert word in answers.not_asked


def test_a_process_without_a_terminal_asks_nothing(run):
    done = run("doctor")

    assert "nothing: the output is not a terminal" in done.stdout


REPLIES = [b"\x1b[8;1$y", b"\x1bP>|VTE(8001)\x1b\\", b"\x1b[>61;8001;1c", b"\x1b[?61;1;21c", b"\x1b[?2501;2$y"]
KEYS = st.lists(st.sampled_from([b"j", b"\r", b"\x1b[A", b"\x1b[15~", b"\x1bOP", "ض".encode(), b"\t", b"\x1b[1;5C"]))


@given(st.lists(st.tuples(KEYS, st.sampled_from(REPLIES))), KEYS)
def test_what_is_left_without_the_replies_is_what_was_typed(pairs, rest):
    received = b"".join(b"".join(keys) + reply for keys, reply in pairs) + b"".join(rest)

    assert typed_in(received) == b"".join(b"".join(keys) for keys, _ in pairs) + b"".join(rest)


@given(st.binary(max_size=300) | st.lists(st.sampled_from([*REPLIES, b"\x1bP", b"\x1b[8", b";"])).map(b"".join))
def test_no_bytes_whatsoever_break_the_parser(received):
    assert isinstance(parse(QUESTION, received), Answers)


def test_hostile_answers_are_parsed_in_linear_time():
    for piece in (b"\x1bP>|", b"\x1b[>", b"\x1b[8;1", b"\x1b[?1;", b"1;"):
        parse(QUESTION, piece * 20_000)
