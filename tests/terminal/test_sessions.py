"""Two readers at once, and commands beside them: each sees what the others do, and nobody is locked out."""

from __future__ import annotations

import os
import subprocess
import sys

from briefing import paths
from briefing.config import LIBRARY_VARIABLE, Settings
from tests.terminal.program import ROOT, start
from tests.terminal.session import Session
from tests.tui.articles import open_library


def _briefing(settings: Settings, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A one-shot command on the readers' library and state."""
    environment = {
        **os.environ,
        LIBRARY_VARIABLE: str(settings.library),
        paths.HOME_VARIABLE: str(settings.library.parent),
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


def _marks(settings: Settings) -> dict[int, tuple[bool, bool]]:
    with open_library(settings) as library:
        return {row.number: (row.state.read, row.state.starred) for row in library.select()}


def _ready(session: Session) -> None:
    session.wait_for_text("? keys")
    session.settle()


def test_commands_work_while_a_reader_is_open_and_it_shows_what_they_did(harbour: Settings) -> None:
    with start(harbour.library) as session:
        _ready(session)
        before = len(_briefing(harbour, "list").stdout.splitlines())
        added = _briefing(harbour, "add", "-", stdin="Ferries sail again\n\nThe first one left at dawn, half empty.")
        assert added.returncode == 0, added.stderr
        assert len(_briefing(harbour, "list").stdout.splitlines()) == before + 1
        session.wait_for_text("1 came in")
        removed = _briefing(harbour, "remove", added.stdout.strip(), "--yes")
        assert removed.returncode == 0, removed.stderr
        session.send("Q")
        assert session.wait_for_exit() == 0


def test_two_readers_keep_each_other_s_marks(harbour: Settings) -> None:
    newest = max(_marks(harbour))
    with start(harbour.library) as first, start(harbour.library) as second:
        _ready(first)
        _ready(second)
        first.send("s")
        first.wait_for(lambda: _marks(harbour)[newest] == (False, True), "the star on disk")
        second.send("m")
        second.wait_for(lambda: _marks(harbour)[newest] == (True, True), "both marks on disk")
        for session in (first, second):
            session.send("Q")
            assert session.wait_for_exit() == 0
    assert _marks(harbour)[newest] == (True, True)


def test_a_backup_is_made_and_a_restore_refused_while_a_reader_is_open(harbour: Settings) -> None:
    archive = harbour.library.with_name("backup.tar")
    with start(harbour.library) as session:
        _ready(session)
        assert _briefing(harbour, "backup", str(archive)).returncode == 0
        refused = _briefing(harbour, "restore", str(archive))
        assert refused.returncode == 5
        assert "other sessions have the library open" in refused.stderr
        session.send("Q")
        assert session.wait_for_exit() == 0
    assert _briefing(harbour, "restore", str(archive)).returncode == 0
