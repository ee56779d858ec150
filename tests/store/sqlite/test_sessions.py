"""Sessions share a library; who replaces it waits for them, and says so when they do not end."""

import subprocess
import sys

import pytest

from briefing.errors import StoreError
from briefing.store.sqlite import sessions
from briefing.store.sqlite.sessions import Session, alone

HOLD = """
import sys
from pathlib import Path
from briefing.store.sqlite.sessions import Session
session = Session(Path(sys.argv[1]))
getattr(session, sys.argv[2])()
print("holding", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path, monkeypatch):
    """Starts another process that joins a library, or claims it alone, until its input is closed."""
    monkeypatch.setattr(sessions, "WAIT_SECONDS", 0.2)
    started = []

    def start(how):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, tmp_path / "library.db", how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline() == "holding\n"
        return process

    yield start
    for process in started:
        process.communicate()


def test_several_sessions_have_a_library_open_at_once(holder, tmp_path):
    holder("join")
    session = Session(tmp_path / "library.db")
    session.join()
    session.close()


def test_whoever_needs_the_library_alone_is_told_of_other_sessions(holder, tmp_path):
    other = holder("join")
    with pytest.raises(StoreError, match="other sessions have the library open"), alone(tmp_path / "library.db"):
        pass
    other.communicate()
    with alone(tmp_path / "library.db"):
        pass


def test_nobody_joins_while_the_library_is_being_replaced(holder, tmp_path):
    other = holder("alone")
    session = Session(tmp_path / "library.db")
    with pytest.raises(StoreError, match="brought up to date or restored"):
        session.join()
    other.kill()
    other.wait()
    session.join()
    session.close()


def test_a_session_that_waits_to_be_alone_stops_when_another_has_done_its_work(holder, tmp_path):
    holder("join")
    session = Session(tmp_path / "library.db")
    session.join()
    looks = iter([False, False, True, True])
    session.alone(until=lambda: next(looks))
    session.close()
