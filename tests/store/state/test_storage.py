"""TinyDB on journaled files: its own interface, field by field between processes, copies in every hand."""

import multiprocessing

import pytest
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.table import Document

from briefing.store.state.statefile import StateFile
from briefing.store.state.storage import JournalStorage, KeyedTinyDB


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.json"


def test_tinydb_s_own_operations_are_kept_across_openings(path):
    with TinyDB(path, storage=JournalStorage) as database:
        database.insert({"name": "a", "n": 1})
        database.table("other").insert_multiple([{"x": 1}, {"x": 2}])
        database.update({"n": 2}, where("name") == "a")
        database.table("other").remove(where("x") == 1)
    with TinyDB(path, storage=JournalStorage) as database:
        assert [dict(document) for document in database.all()] == [{"name": "a", "n": 2}]
        assert [dict(document) for document in database.table("other").all()] == [{"x": 2}]
        assert database.tables() == {"_default", "other"}


def test_dropped_tables_are_gone(path):
    with TinyDB(path, storage=JournalStorage) as database:
        database.table("one").insert({"x": 1})
        database.table("two").insert({"x": 1})
        database.drop_table("one")
        assert database.tables() == {"two"}
        database.drop_tables()
        assert database.tables() == set()


def test_another_session_s_changes_are_seen_at_the_next_read(path):
    with TinyDB(path, storage=JournalStorage) as one, TinyDB(path, storage=JournalStorage) as other:
        one.table("t").insert({"x": 1})
        assert len(other.table("t")) == 1
        other.table("t").insert({"x": 2})
        assert len(one.table("t")) == 2


def test_two_sessions_that_read_before_either_writes_are_merged_field_by_field(path):
    with KeyedTinyDB(path, storage=JournalStorage) as database:
        database.table("ab").insert(Document({"a": 1, "b": 1}, doc_id="k"))
    one, other = JournalStorage(path), JournalStorage(path)
    mine, theirs = one.read(), other.read()
    mine["ab"]["k"]["a"] = 2
    theirs["ab"]["k"]["b"] = 2
    theirs["ab"]["new"] = {"c": 1}
    one.write(mine)
    other.write(theirs)

    assert StateFile(path).read() == {"ab": {"k": {"a": 2, "b": 2}, "new": {"c": 1}}}


def test_a_change_that_fails_half_way_leaves_no_trace(path):
    with KeyedTinyDB(path, storage=JournalStorage) as database:
        table = database.table("ab")
        table.insert_multiple([Document({"n": 1, "deep": {"x": [1]}}, doc_id=key) for key in "ab"])

        def spoil(document):
            document["deep"]["x"].append(2)
            document["n"] = 1 / (document["n"] - 1)

        with pytest.raises(ZeroDivisionError):
            table.update(spoil)
        assert [dict(document) for document in table] == [{"n": 1, "deep": {"x": [1]}}] * 2


def test_a_caching_middleware_works_over_it(path):
    with TinyDB(path, storage=CachingMiddleware(JournalStorage)) as database:
        database.insert({"x": 1})
    with TinyDB(path) as stock:
        assert [dict(document) for document in stock] == [{"x": 1}]


def test_stock_tinydb_finds_everything_in_a_small_state_that_was_closed(path):
    with TinyDB(path, storage=JournalStorage) as database:
        for number in range(20):
            database.insert({"x": number})
    with TinyDB(path) as stock:
        assert len(stock) == 20


def _count(path, worker, times):
    with KeyedTinyDB(path, storage=JournalStorage) as database:
        for number in range(times):
            database.table(f"{number % 4:02x}").insert(Document({"by": worker}, doc_id=f"{worker}-{number}"))


def _count_in_eight(path, times):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_count, args=(path, worker, times)) for worker in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    return sum(len(table) for table in StateFile(path).read().values())


def test_eight_processes_lose_nothing(path):
    assert _count_in_eight(path, 20) == 160


@pytest.mark.slow
def test_eight_processes_with_three_hundred_changes_each_lose_nothing(path):
    assert _count_in_eight(path, 300) == 2400
