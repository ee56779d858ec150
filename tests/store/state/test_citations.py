"""What was cited is remembered once, by several sessions at a time."""

from multiprocessing import get_context

import pytest

from briefing.errors import StoreError
from briefing.store.state.citations import cited, note


def test_a_key_is_noted_once(tmp_path):
    file = tmp_path / "home" / "cited"
    assert cited(file) == set()
    for key in ("ab", "cd", "ab"):
        note(file, key)

    assert cited(file) == {"ab", "cd"}
    assert file.read_text() == "ab\ncd\n"


def _note_many(file, name):
    for number in range(50):
        note(file, f"{name}{number:03}")


def test_sessions_that_cite_at_once_do_not_mix_their_lines(tmp_path):
    file = tmp_path / "cited"
    sessions = [get_context("spawn").Process(target=_note_many, args=(file, name)) for name in "abc"]
    for session in sessions:
        session.start()
    for session in sessions:
        session.join(60)

    assert cited(file) == {f"{name}{number:03}" for name in "abc" for number in range(50)}


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError):
        note(tmp_path / "file" / "cited", "ab")
