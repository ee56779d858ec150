"""Articles in SQLite: what goes in comes out, numbers are never given again, versions stay."""

import sqlite3
from dataclasses import replace

import pytest

from briefing.errors import StoreError
from briefing.model import ArticleState
from briefing.store.articles import ArticleStore
from briefing.store.sqlite import records
from briefing.store.sqlite.schema import SCHEMA_VERSION
from tests.articles import article, quote

AT = "2026-11-23T09:14:00Z"
LATER = "2026-11-24T10:00:00Z"


@pytest.fixture
def store(tmp_path):
    store = ArticleStore(tmp_path / "library.db")
    yield store
    store.close()


def stored(store, number, version):
    return records.article_of(
        store.record(number),
        store.body(number, version),
        store.sections(number, version),
        store.quotes(number, version),
        ArticleState(),
    )


def test_an_article_comes_out_as_it_went_in(store):
    number = store.insert(article(), ["k1"], AT)

    assert stored(store, number, 1) == replace(article(), number=number, added=AT, state=ArticleState())


def test_any_of_its_keys_finds_an_article(store):
    number = store.insert(article(), ["k1", "k2"], AT)

    assert store.find(["unknown", "k2"]) == number
    assert store.find(["unknown"]) is None


def test_a_new_version_leaves_the_earlier_one_and_the_numbers_of_its_quotes(store):
    number = store.insert(article(), ["k1"], AT)
    first, second = article().quotes
    changed = article(quotes=(quote(1, "نرغب", id="new"), second._replace(number=2), first._replace(number=3)))

    assert store.update(number, changed, ["k2"], LATER) == 2
    assert [q.number for q in store.quotes(number, 1)] == [1, 2]
    assert {q.id: q.number for q in store.quotes(number, 2)} == {"id-1": 1, "id-2": 2, "new": 3}
    assert store.record(number)["added"] == AT


def test_a_number_is_never_given_again(store, tmp_path):
    first = store.insert(article(), ["k1"], AT)
    with sqlite3.connect(tmp_path / "library.db") as other:
        other.execute("DELETE FROM articles")
    other.close()

    assert store.insert(article(), ["k1"], AT) == first + 1


def test_lists_begin_with_the_newest_arrival(store):
    old = store.insert(article(id="01"), ["k1"], AT)
    new = store.insert(article(id="02"), ["k2"], LATER)
    same = store.insert(article(id="03"), ["k3"], LATER)

    assert [head["number"] for head in store.page(None, 9)] == [same, new, old]
    assert [head["number"] for head in store.page((LATER, new), 9)] == [old]
    assert [head["number"] for head in store.heads([old, 99, new])] == [old, new]


def test_a_failed_insert_leaves_nothing_behind(store):
    broken = article(quotes=(article().quotes[0], article().quotes[0]))

    with pytest.raises(StoreError):
        store.insert(broken, ["k1"], AT)
    assert store.count() == 0
    assert store.find(["k1"]) is None


def test_another_program_s_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="another program"):
        ArticleStore(path)
    assert path.read_bytes() == before


def test_a_library_of_a_newer_program_is_refused(tmp_path, store):
    with sqlite3.connect(tmp_path / "library.db") as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    other.close()

    with pytest.raises(StoreError, match="schema version"):
        ArticleStore(tmp_path / "library.db")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("my notes, longer than one SQLite header, " * 50)

    with pytest.raises(StoreError, match="not a library"):
        ArticleStore(path)
    assert path.read_text().startswith("my notes")


def test_a_damaged_body_is_said_in_words(store, tmp_path):
    number = store.insert(article(), ["k1"], AT)
    with sqlite3.connect(tmp_path / "library.db") as other:
        other.execute("UPDATE bodies SET text = x'00'")
    other.close()

    with pytest.raises(StoreError, match="damaged"):
        stored(store, number, 1)
