"""The reading state: merged field by field, safe for several processes, readable by stock TinyDB."""

import json
import multiprocessing
import os
import stat

import pytest
from tinydb import TinyDB

from briefing.errors import StoreError
from briefing.model import ArticleState
from briefing.store.state.store import StateStore

KEY = "ab12cd"
AT = "2026-11-23T09:14:00Z"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "state.json"


def test_an_untouched_article_has_the_default_state_and_no_file(path):
    assert StateStore(path).get(KEY) == ArticleState()
    assert not path.exists()


def test_marks_are_on_disk_at_once_with_their_times(path):
    StateStore(path).set_read([KEY], True, AT)
    StateStore(path).set_starred([KEY], True, AT)

    assert StateStore(path).get(KEY) == ArticleState(read=True, read_at=AT, starred=True, starred_at=AT)


def test_taking_a_mark_away_leaves_the_other(path):
    state = StateStore(path)
    state.set_read([KEY], True, AT)
    state.set_starred([KEY], True, AT)
    state.set_read([KEY], False, AT)

    assert state.get(KEY) == ArticleState(starred=True, starred_at=AT)


def test_stock_tinydb_reads_the_file(path):
    StateStore(path).set_starred([KEY], True, AT)

    with TinyDB(path) as database:
        assert "ab" in database.tables()
    assert json.loads(path.read_text())["ab"][KEY]["starred"] is True


def test_only_the_user_may_read_the_state(path):
    StateStore(path).set_read([KEY], True, AT)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_second_store_sees_the_change_by_its_stamp(path):
    one, other = StateStore(path), StateStore(path)
    before = other.stamp()
    one.set_read([KEY], True, AT)

    assert other.stamp() != before
    assert other.get(KEY).read


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"ab": 3}', b"\xff\xfe", b"", b"[" * 100_000])
def test_a_file_that_cannot_be_read_is_kept_and_told_of(path, damage):
    path.parent.mkdir()
    path.write_bytes(damage)
    state = StateStore(path)

    assert state.get(KEY) == ArticleState()
    assert "cannot be read" in "".join(state.reports())
    (kept,) = path.parent.glob("state.json.damaged-*")
    assert kept.read_bytes() == damage
    state.set_read([KEY], True, AT)
    assert StateStore(path).get(KEY).read


def test_a_failed_write_leaves_the_old_state(path, monkeypatch):
    state = StateStore(path)
    state.set_read([KEY], True, AT)

    def no_space(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdatasync", no_space)
    with pytest.raises(StoreError, match="No space left"):
        state.set_starred([KEY], True, AT)
    assert state.get(KEY) == StateStore(path).get(KEY) == ArticleState(read=True, read_at=AT)


def test_fields_of_a_newer_program_survive(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"ab": {KEY: {"mood": "calm", "read": True}}}))
    StateStore(path).set_starred([KEY], True, AT)

    assert json.loads(path.read_text())["ab"][KEY] == {"mood": "calm", "read": True, "starred": True, "starred_at": AT}


def _toggle(path, field, times):
    state = StateStore(path)
    for count in range(times):
        getattr(state, f"set_{field}")([KEY, f"{count:02x}{field}"], True, AT)


def test_two_processes_that_mark_the_same_article_lose_nothing(path):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_toggle, args=(path, field, 60)) for field in ("read", "starred")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0

    state = StateStore(path)
    assert state.get(KEY) == ArticleState(read=True, read_at=AT, starred=True, starred_at=AT)
    assert all(state.get(f"{count:02x}read").read and state.get(f"{count:02x}starred").starred for count in range(60))


def test_the_end_of_a_session_is_kept(path):
    state = StateStore(path)

    assert state.last_session() is None
    state.end_session(AT)
    assert StateStore(path).last_session() == AT


@pytest.mark.parametrize("value", [3, "x", [], {}, None, True])
def test_values_of_a_wrong_kind_are_taken_for_none(path, value):
    path.parent.mkdir()
    fields = dict.fromkeys(("read", "read_at", "starred", "starred_at", "tag:a", "tags", "notes"), value)
    notes = {"1": {"key": KEY, "text": value, "at": value}, "2": {"key": value}}
    path.write_text(json.dumps({"ab": {KEY: fields}, "notes-ab": notes, "session": {"last": {"ended": value}}}))
    state = StateStore(path).get(KEY)

    assert (state.read, state.starred) == (value is True, value is True)
    assert state.read_at is state.starred_at is None or value in ("x", True)
    assert state.tags == (("a",) if value == "x" else ())
    assert len(state.notes) == (value == "x")
    assert StateStore(path).last_session() == ("x" if value == "x" else None)
