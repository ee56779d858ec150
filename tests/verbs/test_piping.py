"""Text for other programs."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from briefing.verbs.piping import feed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="commands of a POSIX shell")


def test_a_command_gets_the_text_and_its_status_comes_back(tmp_path):
    assert feed(f"cat > {tmp_path}/out; exit 3", "حداد\n") == 3
    assert (tmp_path / "out").read_text(encoding="utf-8") == "حداد\n"


def test_a_command_may_leave_the_text_unread():
    assert feed("true", "word " * 1_000_000) == 0


def test_a_signal_that_ended_it_is_told_as_the_shell_does():
    assert feed("kill -TERM $$", "") == 128 + signal.SIGTERM


def test_a_program_given_as_words_is_no_line_for_the_shell(tmp_path):
    script = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"

    assert feed([sys.executable, "-c", script, str(tmp_path / "out"), "$HOME; exit 1"], "") == 0
    assert (tmp_path / "out").read_text() == "$HOME; exit 1"


def test_the_keyboard_is_given_back():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(OSError, match="no-such-command"):
        feed(["no-such-command"], "")

    assert signal.getsignal(signal.SIGINT) is before
