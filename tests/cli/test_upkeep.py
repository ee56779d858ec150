"""Backup, restore and repair by command, with the real program."""

import contextlib
import sqlite3
import stat

import pytest


def test_a_backup_brings_back_what_was_removed_and_unmarked(run, stored, tmp_path):
    run("star", stored)
    backup = run("backup", tmp_path / "news.tar")
    assert (backup.returncode, backup.stdout) == (0, "")
    assert "1 articles and the reading state" in backup.stderr
    run("unstar", stored)
    run("remove", stored)

    restored = run("restore", tmp_path / "news.tar")
    assert restored.returncode == 0
    assert restored.stderr.count("is kept: ") == 2
    assert run("list", "--starred").stdout.startswith("1\t")
    again = run("backup", tmp_path / "news.tar")
    assert (again.returncode, "there already" in again.stderr) == (5, True)


def test_only_one_of_library_and_state_can_be_restored(run, stored, tmp_path):
    run("mark", "read", stored)
    run("backup", tmp_path / "news.tar")
    run("star", stored)
    run("remove", stored)
    run("restore", tmp_path / "news.tar", "--only", "library")

    assert run("list", "--starred").stdout.startswith("1\t")
    run("restore", tmp_path / "news.tar", "--only", "state")
    assert run("list", "--starred").stdout == ""


@pytest.mark.parametrize("target", ["/proc/x.tar", "/nowhere/at/all.tar"])
def test_a_backup_that_cannot_be_written_is_said_in_words(run, stored, target):
    done = run("backup", target)

    assert done.returncode == 5
    assert "Traceback" not in done.stderr


def test_there_is_nothing_to_back_up_at_first(run, home, tmp_path):
    done = run("backup", tmp_path / "news.tar")

    assert (done.returncode, "nothing to back up" in done.stderr) == (5, True)


def test_the_doctor_finds_damage_and_mends_it(run, stored, home):
    assert "problem" not in run("doctor").stdout
    with contextlib.closing(sqlite3.connect(home / "library.db")) as library, library:
        library.execute("DELETE FROM quotes")
    found = run("doctor")
    assert found.returncode == 1
    assert "briefing doctor --repair" in found.stdout

    repaired = run("doctor", "--repair")
    assert repaired.returncode == 0
    assert "is whole again" in repaired.stderr
    assert "problem" not in run("doctor").stdout
    assert "nothing is wrong" in run("doctor", "--repair").stderr


def test_a_library_with_a_torn_page_is_read_again_after_repair(run, stored, home):
    path = home / "library.db"
    content = bytearray(path.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as library:
        (page,) = library.execute("SELECT rootpage FROM sqlite_master WHERE name = 'keys'").fetchone()
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)

    assert run("add", "-", stdin="A title\n\nA body of some words.").returncode == 5
    assert run("doctor", "--repair").returncode == 0
    assert "Cranes moved" in run("show", stored).stdout
    assert run("add", "-", stdin="A title\n\nA body of some words.").stdout == "2\n"
    assert len(list(home.glob("library.db.damaged-*"))) == 1
    assert stat.S_ISREG(path.stat().st_mode)
