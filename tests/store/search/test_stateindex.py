"""The state as SQL tables: what a query over articles may ask of it, always up to date."""

import random
import sqlite3

import pytest

from briefing import paths
from briefing.store.search.stateindex import StateIndex
from briefing.store.state.articlestate import tags_of
from briefing.store.state.statefile import StateFile
from briefing.store.state.store import StateStore

AT = "2026-11-23T09:14:00Z"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "state.json"


@pytest.fixture
def connection():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def rows(connection, table):
    return connection.execute(f"SELECT * FROM state.{table} ORDER BY 1, 2").fetchall()


def test_an_untouched_state_gives_empty_tables(path, connection):
    StateIndex(path).attach(connection)

    assert rows(connection, "marks") == rows(connection, "tags") == rows(connection, "notes") == []


def test_marks_tags_and_notes_stand_under_their_keys_with_their_times(path, connection):
    state = StateStore(path)
    state.set_read(["ab12", "cd34"], True, AT)
    state.set_starred(["ab12"], True, AT)
    state.tag(["cd34"], "كشمير", AT)
    state.note("ab12", "check this", AT)
    StateIndex(path).attach(connection)

    assert rows(connection, "marks") == [("ab12", 1, AT, 1, AT), ("cd34", 1, AT, 0, None)]
    assert rows(connection, "tags") == [("cd34", "كشمير", AT)]
    assert [row[1:] for row in rows(connection, "notes")] == [("ab12", "check this", AT)]


def test_attaching_again_brings_it_up_to_date(path, connection):
    index = StateIndex(path)
    index.attach(connection)
    state = StateStore(path)
    state.set_read(["ab12"], True, AT)
    state.note("ab12", "n", AT)
    index.attach(connection)
    assert rows(connection, "marks") == [("ab12", 1, AT, 0, None)]
    assert len(rows(connection, "notes")) == 1

    state.undo(AT)
    state.undo(AT)
    index.attach(connection)
    assert rows(connection, "marks") == rows(connection, "notes") == []


def _expected(path):
    marks, tags = [], []
    for name, table in StateFile(path).read().items():
        for key, document in table.items() if len(name) == 2 else ():
            flags = [int(document.get(field) is True) for field in ("read", "starred")]
            marks.append((key, flags[0], document.get("read_at"), flags[1], document.get("starred_at")))
            tags += [(key, tag, at) for tag, at in tags_of(document).items()]
    return sorted(marks), sorted(tags)


def _change(state, chance):
    keys = [f"{chance.randrange(20):02x}{chance.randrange(4)}" for _ in range(chance.randrange(1, 4))]
    at = f"2026-11-23T09:14:{chance.randrange(60):02}Z"
    kind = chance.randrange(6)
    if kind < 2:
        (state.set_read if kind else state.set_starred)(keys, chance.random() < 0.6, at)
    elif kind < 4:
        (state.tag if kind == 2 else state.untag)(keys, chance.choice("abc"), at)
    elif kind == 4 and any("undone" not in act for _, act in state.acts.history()):
        state.undo(at)
    else:
        state.note(keys[0], "x", at)


@pytest.mark.parametrize("between", [1, 40, 400])
def test_it_follows_any_changes_over_any_number_of_generations(path, connection, between):
    chance, state, index = random.Random(between), StateStore(path), StateIndex(path)
    for _ in range(600 // between + 2):
        for _ in range(between):
            _change(state, chance)
        index.attach(connection)
        assert (rows(connection, "marks"), sorted(rows(connection, "tags"))) == _expected(path)


def test_two_sessions_share_one_copy(path, connection):
    StateStore(path).set_read(["ab12"], True, AT)
    StateIndex(path).attach(connection)
    StateStore(path).set_read(["ab13"], True, AT)
    other = sqlite3.connect(":memory:", isolation_level=None)
    StateIndex(path).attach(other)
    other.close()

    assert len(rows(connection, "marks")) == 2
    assert len(list(paths.cache_directory().glob("state-*.db"))) == 1


def test_without_a_cache_it_is_made_in_memory(path, connection, tmp_path):
    (tmp_path / "file").write_text("no folder")
    state, index = StateStore(path), StateIndex(path, tmp_path / "file")
    state.set_read(["ab12"], True, AT)
    index.attach(connection)
    assert len(rows(connection, "marks")) == 1

    state.set_read(["ab13"], True, AT)
    index.attach(connection)
    assert len(rows(connection, "marks")) == 2


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"x" * 5000, b""])
def test_a_damaged_copy_is_made_anew(path, connection, content):
    state, index = StateStore(path), StateIndex(path)
    state.set_read(["ab12"], True, AT)
    index.attach(connection)
    connection.execute("DETACH state")
    (copy,) = paths.cache_directory().glob("state-*.db")
    copy.write_bytes(content)
    StateIndex(path).attach(connection)

    assert rows(connection, "marks") == [("ab12", 1, AT, 0, None)]


def test_a_copy_that_was_removed_while_attached_is_made_anew(path, connection):
    state, index = StateStore(path), StateIndex(path)
    index.attach(connection)
    for copy in paths.cache_directory().glob("state-*"):
        copy.unlink()
    state.set_read(["ab12"], True, AT)
    index.attach(connection)

    assert rows(connection, "marks") == [("ab12", 1, AT, 0, None)]


def test_a_tinydb_file_of_another_program_is_copied(path, connection):
    path.parent.mkdir()
    path.write_text('{"ab": {"ab12": {"read": true, "read_at": 3, "tag:x": "then"}}}')
    index = StateIndex(path)
    for _ in range(2):
        index.attach(connection)

    assert rows(connection, "marks") == [("ab12", 1, None, 0, None)]
    assert rows(connection, "tags") == [("ab12", "x", "then")]
