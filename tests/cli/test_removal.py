"""Removing by command: what goes, what comes back, and who is asked."""

import contextlib
import json
import os
import sqlite3
import sys

import pytest

from briefing import paths
from tests.terminal.session import Session


def test_a_removed_article_comes_back_with_its_star(run, stored):
    run("star", stored)
    removed = run("remove", stored)

    assert (removed.returncode, removed.stdout) == (0, "")
    assert "1 Dockers accept a pay deal at the port of Harwell (starred)" in removed.stderr
    assert "briefing trash restore 1" in removed.stderr
    assert run("show", "1").returncode == 3
    assert run("trash", "list").stdout.split("\t")[0] == "1"
    assert json.loads(run("trash", "list", "--json").stdout)["reason"] == "asked"

    assert run("trash", "restore", "1").returncode == 0
    assert json.loads(run("list", "--json").stdout)["state"]["starred"]
    assert run("trash", "restore", "1").returncode == 3


def test_an_emptied_trash_gives_nothing_back_and_the_number_goes_with_it(run, stored, article_file):
    run("remove", "latest")
    assert "1 article deleted for good" in run("trash", "empty").stderr

    assert run("trash", "restore", "1").returncode == 3
    assert run("add", article_file).stdout == "2\n"


@pytest.mark.parametrize(("answer", "left"), [("n", 1), ("", 1), ("y", 0)])
def test_on_a_terminal_the_user_is_asked(run, stored, home, answer, left):
    env = {**os.environ, paths.HOME_VARIABLE: str(home), "TERM": "xterm"}
    with Session([sys.executable, "-m", "briefing", "remove", "1"], env=env) as session:
        session.wait_for_text("Remove 1 article? [y/N]")
        session.send(answer + "\r")
        assert session.wait_for_exit() == 0

    assert len(run("list").stdout.splitlines()) == left


def test_retention_is_off_unless_it_is_set_and_spares_what_was_cited(run, stored, home, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another title\n\nThe body of it is here, and it is rather short.")
    run("add", other)
    run("cite", "1q1")
    assert "sets no `keep`" in run("prune").stderr
    with contextlib.closing(sqlite3.connect(home / "library.db")) as library, library:
        library.execute("UPDATE articles SET added = '2020-01-01T00:00:00Z', updated = '2020-01-01T00:00:00Z'")

    (home / "config.toml").write_text('keep = "2y"\n')
    assert (
        "removed 1 articles older than 2y; 1 as old are starred, tagged, noted, corrected or cited"
        in run("prune").stderr
    )
    assert run("list").stdout.split("\t")[0] == str(stored)
    assert run("trash", "list").stdout.split("\t")[2] == "age"


@pytest.mark.parametrize("value", ["2", "y", "two years", "-1y", "99999999y"])
def test_a_length_of_time_that_is_none_is_refused_with_its_key(run, home, value):
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(f'keep = "{value}"\n')
    done = run("prune")

    assert done.returncode == 1
    assert "keep" in done.stderr
    assert "length of time" in done.stderr
