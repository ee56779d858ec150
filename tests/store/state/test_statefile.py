"""The state's files: small journals, snapshots by generations, full disks, folders that cannot be written."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from briefing.errors import StoreError
from briefing.store.state import statefile
from briefing.store.state.statefile import ABSENT, StateFile

BESIDE = "state.json.journal"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.json"


def _set(file, key, **fields):
    file.apply([["ab", key, fields]])


def test_without_files_there_is_an_empty_state(path):
    assert StateFile(path).read() == {}
    assert StateFile(path).stamp() == ABSENT
    assert list(path.parent.iterdir()) == []


def test_a_change_is_one_line_behind_the_snapshot(path):
    file = StateFile(path)
    _set(file, "one", n=1)
    before = path.read_bytes(), path.with_name(BESIDE).stat().st_size
    _set(file, "two", n=2)

    assert path.read_bytes() == before[0]
    assert before[1] < path.with_name(BESIDE).stat().st_size < before[1] + 100
    assert StateFile(path).read() == {"ab": {"one": {"n": 1}, "two": {"n": 2}}}


def test_each_document_has_a_line_of_the_snapshot(path):
    file = StateFile(path)
    file.apply([["ab", "one", {"text": "سطر\nثان"}], ["ab", "two", {}], ["cd", "three", {"n": 3}]])

    assert '"one":{"text":"سطر\\nثان"},' in path.read_text(encoding="utf-8").splitlines()
    assert json.loads(path.read_text()) == file.read()


def test_a_long_journal_becomes_a_snapshot_and_the_older_pair_is_kept(path):
    file = StateFile(path)
    for number in range(1000):
        _set(file, f"k{number % 10}", n=number)

    expected = {"ab": {f"k{number % 10}": {"n": number} for number in range(990, 1000)}}
    assert path.with_name(BESIDE).stat().st_size < 2 * statefile.SMALLEST
    assert StateFile(path).read() == file.read() == expected
    older = StateFile(path.with_name("older.json"))
    shutil.copy(f"{path}.bak", path.with_name("older.json"))
    shutil.copy(f"{path}.journal.1", path.with_name("older.json.journal"))
    assert older.read() == json.loads(path.read_text())


def test_a_state_that_was_restored_without_its_journal_is_taken_as_it_is(path):
    file = StateFile(path)
    _set(file, "one", n=1)
    for beside in path.parent.glob("state.json.*"):
        beside.unlink()
    path.write_text('{"ab": {"old": {"n": 0}}}')

    assert StateFile(path).read() == {"ab": {"old": {"n": 0}}}
    _set(file, "one", n=2)
    assert StateFile(path).read() == {"ab": {"old": {"n": 0}, "one": {"n": 2}}}
    assert file.reports() == []


def test_a_bit_that_leaves_the_json_valid_is_noticed_and_turned_back(path):
    file = StateFile(path)
    _set(file, "one", starred=True, at="2026")
    for number in range(1000):
        _set(file, "two", n=number)
    path.write_bytes(path.read_bytes().replace(b"2026", b"2027"))
    again = StateFile(path)

    assert again.document("ab", "one") == {"starred": True, "at": "2026"}
    assert "nothing is lost" in again.reports()[0]
    assert again.reports() == []
    assert StateFile(path).document("ab", "one") == {"starred": True, "at": "2026"}


def test_what_stands_half_written_behind_the_last_line_goes_with_the_next_change(path):
    file = StateFile(path)
    _set(file, "one", n=1)
    with path.with_name(BESIDE).open("ab") as journal:
        journal.write(b'0123abcd [["ab","one",{"n"')
    other = StateFile(path)

    assert other.read() == {"ab": {"one": {"n": 1}}}
    _set(other, "two", n=2)
    assert file.read() == StateFile(path).read() == {"ab": {"one": {"n": 1}, "two": {"n": 2}}}
    assert other.reports() == []


def test_a_line_that_lacks_only_its_break_counts(path):
    file = StateFile(path)
    _set(file, "one", n=1)
    _set(file, "two", n=2)
    journal = path.with_name(BESIDE)
    os.truncate(journal, journal.stat().st_size - 1)
    again = StateFile(path)

    assert again.read() == {"ab": {"one": {"n": 1}, "two": {"n": 2}}}
    _set(again, "three", n=3)
    assert sorted(StateFile(path).table("ab")) == ["one", "three", "two"]


def test_a_newer_program_s_state_is_refused_and_left_alone(path):
    from briefing.store.state.journal import sealed

    _set(StateFile(path), "one", n=1)
    newer = sealed({"format": "briefing.journal/2"})
    path.with_name(BESIDE).write_bytes(newer)

    with pytest.raises(StoreError, match="newer program"):
        StateFile(path).read()
    with pytest.raises(StoreError, match="newer program"):
        _set(StateFile(path), "one", n=2)
    assert path.with_name(BESIDE).read_bytes() == newer


@contextmanager
def _tmpfs(folder, size):
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder]
    if os.name == "nt" or os.geteuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("cannot mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def _fill(path):
    """Makes changes until there is no room: those that were acknowledged, and the words of the refusal."""
    file, done = StateFile(path), {}
    for number in range(20_000):
        key = f"{number % 256:02x}{number}"
        try:
            file.apply([[key[:2], key, {"text": "x" * 100}]])
        except StoreError as error:
            return done, file.read(), str(error)
        done.setdefault(key[:2], {})[key] = {"text": "x" * 100}
    raise AssertionError("the disk was never full")


def test_on_a_full_disk_memory_and_disk_hold_what_was_acknowledged(tmp_path):
    with _tmpfs(tmp_path / "full", "300k") as folder:
        path = folder / "state.json"
        done, remembered, told = _fill(path)

        assert "No space left" in told
        assert remembered == StateFile(path).read() == done
        assert len(done) > 100
        (folder / "state.json.bak").unlink()
        StateFile(path).apply([["ab", "more", {}]])


LIMITED = """
import resource, sys
from pathlib import Path
from tests.store.state.test_statefile import _fill
from briefing.store.state.statefile import StateFile
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
path = Path(sys.argv[1])
done, remembered, told = _fill(path)
assert "File too large" in told, told
assert remembered == StateFile(path).read() == done
print(sum(map(len, done.values())))
"""


@pytest.mark.skipif(os.name == "nt", reason="no limit on the size of files")
def test_at_the_limit_of_file_size_memory_and_disk_hold_what_was_acknowledged(path):
    done = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_read_and_told_of(path):
    _set(StateFile(path), "one", n=1)
    path.parent.chmod(0o500)
    try:
        _reads_but_refuses_to_write(path)
    finally:
        path.parent.chmod(0o700)


def _reads_but_refuses_to_write(path):
    file = StateFile(path)
    assert file.read() == {"ab": {"one": {"n": 1}}}
    for beside in ("one", "two"):
        with pytest.raises(StoreError, match=r"Permission denied|Read-only"):
            _set(file, beside, n=2)
    assert file.read() == {"ab": {"one": {"n": 1}}}


def test_a_read_only_file_system_is_read_even_if_the_state_is_damaged(tmp_path):
    with _tmpfs(tmp_path / "mounted", "1m") as folder:
        path = folder / "state.json"
        _set(StateFile(path), "one", n=1)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        _reads_but_refuses_to_write(path)
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
        path.write_bytes(b"{")
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        file = StateFile(path)

        assert file.read() == {"ab": {"one": {"n": 1}}}
        assert "cannot be mended on disk" in file.reports()[0]
        assert path.read_bytes() == b"{"
