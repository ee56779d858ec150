"""What is removed comes back as it was, with its versions; what is emptied is gone for good."""

from dataclasses import replace

import pytest

from briefing.model import ArticleState
from briefing.store.articles import ArticleStore
from briefing.store.sqlite import fulltext, records
from tests.articles import article

AT = "2026-11-23T09:14:00Z"
LATER = "2026-11-24T10:00:00Z"


@pytest.fixture
def store(tmp_path):
    store = ArticleStore(tmp_path / "library.db")
    yield store
    store.close()


def rows_of(store):
    """Every row of the articles' tables."""
    tables = ("articles", "keys", "bodies", "sections", "quotes")
    return {table: sorted(map(tuple, store._all(f"SELECT * FROM {table}")), key=repr) for table in tables}


def found(store, word):
    return [row[0] for row in store._all("SELECT rowid FROM words WHERE words MATCH ?", f'"{word}"')]


def test_a_removed_article_is_nowhere_and_comes_back_as_it_was(store):
    number = store.insert(article(), ["k1", "k2"], AT)
    store.update(number, replace(article(), text=article().text + "!"), ["k3"], LATER)
    before = rows_of(store)

    assert store.trash.discard(number, LATER, "asked")
    assert not any(rows_of(store).values())
    assert found(store, "حداد") == []
    assert [(gone.number, gone.title) for gone in store.trash.contents()] == [(number, article().title)]
    assert store.trash.number_of("k3") == number

    assert store.trash.bring_back(number)
    assert rows_of(store) == before
    assert found(store, "حداد") == [number]
    assert store.trash.contents() == []
    assert store.trash.number_of("k3") is None
    fulltext.check(store._connection)


def test_a_number_from_the_trash_is_not_given_to_another(store):
    store.insert(article(), ["k1"], AT)
    store.trash.discard(1, LATER, "asked")
    store.trash.empty()

    assert store.insert(article(), ["k1"], AT) == 2


def test_only_what_was_removed_before_a_moment_is_emptied_and_its_keys_stay(store):
    for number, at in ((1, AT), (2, LATER)):
        store.insert(article(id=str(number)), [f"k{number}"], AT)
        store.trash.discard(number, at, "age")

    assert store.trash.empty(before=LATER) == 1
    assert [gone.number for gone in store.trash.contents()] == [2]
    assert not store.trash.bring_back(1)
    assert store.trash.number_of("k1") == 1
    store.trash.forget(1)
    assert store.trash.number_of("k1") is None


def test_what_is_not_there_is_neither_removed_nor_brought_back(store):
    assert not store.trash.discard(9, AT, "asked")
    assert not store.trash.bring_back(9)


def test_rows_of_tables_made_since_then_do_not_keep_an_article_from_coming_back(store):
    number = store.insert(article(), ["k1"], AT)
    store.trash.discard(number, LATER, "asked")
    store._connection.execute("ALTER TABLE articles ADD COLUMN later TEXT NOT NULL DEFAULT 'x'")

    assert store.trash.bring_back(number)
    record = store.record(number)
    assert record["later"] == "x"
    body = store.body(number, 1)
    back = records.article_of(record, body, store.sections(number, 1), store.quotes(number, 1), ArticleState())
    assert back.text == article().text
