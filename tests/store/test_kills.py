"""Writers of one library are killed at any moment: it stays whole, and nothing that was acknowledged is lost."""

import random
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest

from briefing.store.articles import ArticleStore
from briefing.store.sqlite import checks, fulltext
from briefing.store.sqlite.database import connect

WRITERS = 3


def start(path, seed, said):
    """A writer that acknowledges into a file."""
    with said.open("w") as file:
        return subprocess.Popen([sys.executable, "-m", "tests.store.writers", path, seed], stdout=file)


def acknowledged(said):
    """What a writer has said in whole lines."""
    whole, _, _ = said.read_text().rpartition("\n")
    return [line.split() for line in whole.splitlines()]


def kill_round(path, seed, choose):
    """Lets three writers run until each has done something, and a moment more, and kills them; what they had said."""
    files = [path.with_name(f"said-{place}") for place in range(WRITERS)]
    writers = [start(path, f"{seed}{place}", said) for place, said in enumerate(files)]
    deadline = time.monotonic() + 60
    while not all(map(acknowledged, files)):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    for writer in writers:
        time.sleep(choose.uniform(0, 0.05))
        writer.kill()
        assert writer.wait() == -signal.SIGKILL
    return [act for said in files for act in acknowledged(said)]


def check_round(path, said):
    """Integrity, and every article that was added is there, or in the trash if it was removed."""
    store = ArticleStore(path)
    with closing(connect(path)) as connection:
        assert list(checks.problems(connection)) == []
        assert connection.execute("PRAGMA integrity_check").fetchall()[0][0] == "ok"
        fulltext.check(connection)
    removed = {what for act, what in said if act == "remove"}
    for act, what in said:
        if act == "add":
            assert store.find([what]) is not None or store.trash.number_of(what) is not None, what
        if act == "update" and (record := store.record(int(what))):
            assert record["version"] == 2
    assert all(store.find([key]) is None for key in removed)
    store.close()


@pytest.mark.parametrize("rounds", [3, pytest.param(100, marks=pytest.mark.slow)])
def test_nothing_acknowledged_is_lost_when_writers_are_killed(tmp_path, rounds):
    path, choose, said = tmp_path / "library.db", random.Random(rounds), []
    ArticleStore(path).close()
    for number in range(rounds):
        now = kill_round(path, number + 1, choose)
        check_round(path, now)
        said += now

    assert len(said) >= rounds * WRITERS
    check_round(path, said)
