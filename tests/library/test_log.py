"""The log as a file, written by several processes."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys

from briefing import paths
from briefing.library import log

MANY = "from briefing.library import log\nfor n in range(200): log.note(f'{n} ' + 'x' * 100)"


def test_a_line_has_its_time_and_process_and_nothing_that_acts_on_a_terminal(home):
    log.note("feed 3: \x1b]52;c;eA==\x07failed\nat once")

    text = paths.log_file().read_text(encoding="utf-8")
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ {os.getpid()} feed 3: [^\x00-\x1f]*failed at once\n", text)
    assert stat.S_IMODE(paths.log_file().stat().st_mode) == 0o600


def test_lines_of_several_processes_stay_whole(home):
    writers = [subprocess.Popen([sys.executable, "-c", MANY]) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]

    lines = paths.log_file().read_text(encoding="utf-8").splitlines()
    assert len(lines) == 600
    assert all(re.fullmatch(r"\S+Z \d+ \d+ x{100}", line) for line in lines)


def test_a_full_file_makes_room_and_the_one_before_is_kept(home, monkeypatch):
    monkeypatch.setattr(log, "LIMIT", 1000)
    for number in range(60):
        log.note(f"number {number}")

    older = paths.log_file().with_name("log.1")
    assert paths.log_file().stat().st_size < 1100 > older.stat().st_size
    assert "number 59" in paths.log_file().read_text()


def test_what_it_tells_of_goes_on_where_it_cannot_be_written(home):
    paths.log_file().mkdir(parents=True)

    log.note("feed 3 failed")
