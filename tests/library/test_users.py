"""A server: one library that a group writes and others read, each user's marks and own articles apart."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefing import config, paths
from briefing.errors import DataError
from briefing.library import Library
from tests.library.test_library import document
from tests.library.users import User

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can be other users")

READER, WRITER, OTHER = 54001, 54002, 54003
GROUP = 54100

PIPED = "Cranes move again\n\n“We won what matters,” said Maria Keller, who chairs the union of the dockers."


@pytest.fixture
def server(monkeypatch):
    """A folder that all users can enter, with the machine's configuration in it."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-server-"))
    folder.chmod(0o755)
    (folder / "srv").mkdir()
    (folder / "config.toml").write_text(f'library = "{folder}/srv/library.db"\n')
    monkeypatch.setattr(paths, "SYSTEM_CONFIG", folder / "config.toml")
    yield folder
    shutil.rmtree(folder)


def user(server, uid, *groups):
    home = server / f"home-{uid}"
    home.mkdir(mode=0o700, exist_ok=True)
    os.chown(home, uid, uid)
    return User(uid, home, groups)


@pytest.fixture
def filled(server, home):
    """The administrator's two articles in the shared library."""
    with Library.open(config.load(), paths.state_file()) as library:
        library.add(document())
        library.add(document(words="lost", url="https://example.org/2"))
    return server


def test_a_reader_sees_the_shared_articles_and_leaves_no_trace_in_their_folder(filled):
    reader = user(filled, READER)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in (filled / "srv").iterdir())

    assert [line.split("\t")[0] for line in reader.briefing("list").stdout.splitlines()] == ["2", "1"]
    assert "what matters" in reader.briefing("show", 1).stdout
    assert reader.briefing("star", 1).returncode == 0
    assert reader.briefing("list", "--starred").stdout.startswith("1\t")
    assert sorted((path.name, path.stat().st_mtime_ns) for path in (filled / "srv").iterdir()) == before


def test_what_a_reader_adds_stands_beside_the_shared_articles_under_a_number_of_its_own(filled):
    reader, other = user(filled, READER), user(filled, OTHER)
    added = reader.briefing("add", "-", stdin=PIPED)

    assert (added.returncode, added.stdout) == (0, "p1\n")
    assert [line.split("\t")[0] for line in reader.briefing("list").stdout.splitlines()] == ["p1", "2", "1"]
    assert reader.briefing("show", "p1q1").stdout == "We won what matters,\n"
    assert reader.briefing("show", "1000000001").stdout == reader.briefing("show", "p1").stdout
    assert reader.briefing("star", "p1").returncode == 0
    assert reader.briefing("list", "--starred").stdout.startswith("p1\t")
    assert len(other.briefing("list").stdout.splitlines()) == 2
    assert other.briefing("show", "p1").returncode == 3


def test_a_reader_finds_a_shared_article_again_and_keeps_his_own_version_of_it(filled):
    reader = user(filled, READER)
    url = ("--url", "https://example.org/2")
    changed = PIPED.replace("again", "no more")

    assert reader.briefing("add", "-", *url, stdin=changed).stdout == "p1\n"
    assert reader.briefing("add", "-", *url, stdin=changed).stderr.startswith("unchanged p1")
    assert "matters" in reader.briefing("show", 2).stdout


def test_a_reader_can_remove_his_own_articles_only(filled):
    reader = user(filled, READER)
    reader.briefing("add", "-", stdin=PIPED)
    refused = reader.briefing("remove", 1)

    assert (refused.returncode, "may not write the library" in refused.stderr) == (5, True)
    assert reader.briefing("remove", "p1").returncode == 0
    assert reader.briefing("trash", "list").stdout.startswith("p1\t")
    assert reader.briefing("trash", "restore", "p1").returncode == 0
    assert reader.briefing("list").stdout.startswith("p1\t")


def test_a_home_that_cannot_be_written_does_not_keep_from_reading(filled):
    reader = user(filled, READER)
    reader.home.chmod(0o555)
    os.chown(reader.home, 0, 0)

    assert len(reader.briefing("list").stdout.splitlines()) == 2
    assert reader.briefing("show", 1).returncode == 0
    refused = reader.briefing("star", 1)
    assert refused.returncode == 5
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("umask", [0o002, 0o022, 0o077])
def test_all_of_a_group_write_a_library_in_their_setgid_folder(server, umask):
    folder = server / "srv"
    os.chown(folder, 0, GROUP)
    folder.chmod(0o2775)
    writers = [user(server, uid, GROUP) for uid in (WRITER, OTHER)]

    for number, writer in enumerate(writers * 2, start=1):
        done = writer.briefing("add", "-", stdin=PIPED.replace("again", f"time {number}"), umask=umask)
        assert (done.returncode, done.stdout) == (0, f"{number}\n"), done.stderr
    assert {(path.stat().st_gid, path.stat().st_mode & 0o060) for path in folder.iterdir()} == {(GROUP, 0o060)}
    reader = user(server, READER)
    assert len(reader.briefing("list").stdout.splitlines()) == 4
    assert reader.briefing("add", "-", stdin=PIPED).stdout == "p1\n"


DIE_WRITING = """
import os, signal, sqlite3, sys
library = sqlite3.connect(sys.argv[1], isolation_level=None)
library.execute("PRAGMA cache_size = 5")
library.execute("BEGIN IMMEDIATE")
library.executemany("INSERT INTO keys VALUES (?, 1)", ((f"{n:040}",) for n in range(5000)))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_killed_writer_a_reader_is_told_who_has_to_open_the_library(filled):
    path, reader = filled / "srv" / "library.db", user(filled, READER)
    died = subprocess.run([sys.executable, "-c", DIE_WRITING, path], check=False)
    assert died.returncode == -signal.SIGKILL
    assert (filled / "srv" / "library.db-journal").stat().st_size

    told = reader.briefing("list")
    assert (told.returncode, "stopped in the middle" in told.stderr) == (5, True)
    with Library.open(config.load(), paths.state_file()) as library:
        assert library.count() == 2
    assert len(reader.briefing("list").stdout.splitlines()) == 2


def test_a_reader_of_an_older_library_is_told_who_has_to_bring_it_up_to_date(filled):
    path, reader = filled / "srv" / "library.db", user(filled, READER)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    told = reader.briefing("list")

    assert (told.returncode, "Whoever may write it" in told.stderr) == (5, True)


def test_a_shared_library_that_is_not_there_yet_is_said_in_words(server):
    told = user(server, READER).briefing("list")

    assert told.returncode == 5
    assert "there is no library" in told.stderr


@pytest.mark.parametrize(
    ("mode", "owner", "group", "trusted"),
    [
        (0o644, 0, 0, True),
        (0o664, 0, 0, True),
        (0o600, READER, READER, False),
        (0o666, 0, 0, False),
        (0o664, 0, GROUP, False),
    ],
)
def test_a_configuration_that_others_can_write_may_not_say_where_the_library_is(server, mode, owner, group, trusted):
    file = server / "config.toml"
    os.chown(file, owner, group)
    file.chmod(mode)

    if trusted:
        assert config.load().library == server / "srv" / "library.db"
    else:
        with pytest.raises(DataError, match="library"):
            config.load()
    file.write_text('theme = "ansi-light"\n')
    assert config.load().theme == "ansi-light"


def test_a_backup_cannot_be_put_where_a_reader_may_not_write(filled, tmp_path):
    path, reader = filled / "srv" / "library.db", user(filled, READER)
    backup = reader.home / "news.tar"
    assert reader.briefing("--library", path, "backup", backup).returncode == 0
    refused = reader.briefing("--library", path, "restore", backup, "--yes")
    assert refused.returncode == 5
    assert "cannot be made" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_doctor_finds_nothing_wrong_with_a_library_that_is_only_to_be_read(filled):
    examined = user(filled, READER).briefing("doctor")
    assert (examined.returncode, "problem" in examined.stdout) == (0, False)


def test_of_a_folder_with_a_closed_one_in_it_the_rest_is_taken(filled):
    reader = user(filled, READER)
    pages, closed = filled / "pages", filled / "pages" / "closed"
    closed.mkdir(parents=True)
    (pages / "a.txt").write_text(PIPED)
    closed.chmod(0o700)
    added = reader.briefing("add", pages)
    assert (added.returncode, added.stdout) == (6, "p1\n")
    assert f"{closed}: it cannot be read" in added.stderr
