"""The state as SQL tables: what a query over articles may ask of it."""

import sqlite3

import pytest

from briefing.store.state import StateStore
from briefing.store.stateindex import StateIndex

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


def test_marks_stand_under_their_keys_with_their_times(path, connection):
    state = StateStore(path)
    state.set_read(["ab12", "cd34"], True, AT)
    state.set_starred(["ab12"], True, AT)
    StateIndex(path).attach(connection)

    assert rows(connection, "marks") == [("ab12", 1, AT, 1, AT), ("cd34", 1, AT, 0, None)]


def test_attaching_again_brings_it_up_to_date(path, connection):
    index = StateIndex(path)
    index.attach(connection)
    StateStore(path).set_read(["ab12"], True, AT)
    index.attach(connection)

    assert rows(connection, "marks") == [("ab12", 1, AT, 0, None)]
