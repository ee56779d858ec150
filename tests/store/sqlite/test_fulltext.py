"""The full-text index: it holds the present versions and nothing else."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import Article, Section, Span
from briefing.store.articles import ArticleStore
from briefing.store.sqlite import fulltext
from tests.articles import article

AT = "2026-11-23T09:14:00Z"
_WORDS = ["وقال", "للارهاب", "والحوار", "في", "كشمير", "إلى", "مدرسةٍ", "باكستان", "cafés", "talks", "2021", "٢٠٢١"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ArticleStore]:
    store = ArticleStore(tmp_path / "library.db")
    yield store
    store.close()


def hits(store: ArticleStore, table: str, expression: str) -> list[int]:
    query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid"
    return [row[0] for row in store._connection.execute(query, (expression,))]


def content(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """Every entry of the index: table, term, article, column, offset."""
    entries: set[tuple[object, ...]] = set()
    for table in ("phrases", "words"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}, instance)")
        entries.update((table, *row) for row in connection.execute(f"SELECT * FROM {table}_terms"))
        connection.execute(f"DROP TABLE temp.{table}_terms")
    return entries


def random_article(chance: random.Random, key: str) -> Article:
    """An article of a few random words in a lead and a section."""
    lead, second = (" ".join(chance.choices(_WORDS, k=chance.randint(1, 12))) for _ in range(2))
    text = f"{lead}\n\n{second}"
    spans = Span(0, len(lead)), Span(len(lead) + 2, len(text))
    sections = (
        Section(0, None, "Lead", (), 0, len(lead), spans[:1]),
        Section(1, chance.choice(_WORDS), None, (), spans[1].start, spans[1].end, spans[1:]),
    )
    title = " ".join(chance.choices(_WORDS, k=3))
    return article(
        id=key, title=title, text=text, sections=sections, quotes=(), language=chance.choice(("ar", "fa", "en"))
    )


def test_title_headings_and_body_are_found_in_their_columns(store: ArticleStore) -> None:
    number = store.insert(article(), ["k"], AT)

    assert hits(store, "phrases", 'title : "الحوار هو الطريق"') == [number]
    assert hits(store, "phrases", 'headings : "المساعي في كشمير"') == [number]
    assert hits(store, "phrases", 'body : "المساعي"') == []
    assert hits(store, "phrases", '"نرغب في الحوار"') == [number]


def test_arabic_words_are_found_without_particles_and_others_as_they_are(store: ArticleStore) -> None:
    arabic = store.insert(article(), ["k"], AT)
    store.insert(article(id="02", language="fa"), ["k2"], AT)

    assert hits(store, "words", '"اضاف"') == [arabic]
    assert hits(store, "words", '"حوا" *') == [arabic]


def test_an_updated_article_is_found_by_its_new_words_only(store: ArticleStore) -> None:
    number = store.insert(article(), ["k"], AT)
    store.update(number, article(title="باكستان", text=article().text.replace("حداد", "قريشي")), ["k"], AT)

    assert hits(store, "words", '"قريشي"') == [number]
    assert hits(store, "words", '"الطريق"') == hits(store, "phrases", '"الطريق"') == []


def test_an_article_taken_out_leaves_nothing(store: ArticleStore) -> None:
    number = store.insert(article(), ["k"], AT)
    for _ in range(2):
        fulltext.unindex(store._connection, number)

    assert content(store._connection) == set()


def test_what_comes_and_goes_within_one_change_leaves_no_trace_but_its_last_form(
    store: ArticleStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As few as make some articles wait and some be entered already.
    monkeypatch.setattr(fulltext, "WAITING", 3)
    with store.writing():
        numbers = [store.insert(article(id=f"{key}"), [f"k{key}"], AT) for key in range(5)]
        for number in numbers[::2]:
            store.update(number, article(title="باكستان"), [], AT)
        for number in numbers[3:]:
            fulltext.unindex(store._connection, number)
            store._connection.execute("DELETE FROM articles WHERE number = ?", (number,))

    grown = content(store._connection)
    assert hits(store, "phrases", "title : الطريق") == numbers[1:2]
    assert hits(store, "words", "باكستان") == [numbers[0], numbers[2]]
    fulltext.rebuild(store._connection)
    assert grown == content(store._connection)


def test_a_change_that_fails_leaves_nothing_to_be_indexed(store: ArticleStore) -> None:
    with pytest.raises(KeyError):
        _insert_and_fail(store)
    number = store.insert(article(id="02", title="باكستان"), ["k2"], AT)

    assert {entry[2] for entry in content(store._connection)} == {number}
    assert hits(store, "phrases", "title : الطريق") == []


def _insert_and_fail(store: ArticleStore) -> None:
    with store.writing():
        store.insert(article(), ["k"], AT)
        raise KeyError


def test_an_article_stored_within_a_change_of_the_feeds_is_found(store: ArticleStore) -> None:
    with store.feeds.writing():
        number = store.insert(article(), ["k"], AT)

    assert hits(store, "words", '"اضاف"') == [number]


@pytest.mark.parametrize("beginning", ["الح", "الحو", "الحوا", "حوار", "وال", "tal", "talk"])
def test_a_beginning_finds_what_a_walk_through_all_words_finds(store: ArticleStore, beginning: str) -> None:
    store.insert(article(), ["k"], AT)
    store.insert(random_article(random.Random(1), "02"), ["k2"], AT)
    held = {entry[2] for entry in content(store._connection) if entry[0] == "words" and entry[1].startswith(beginning)}

    assert set(hits(store, "words", f'"{beginning}" *')) == held


def test_an_index_made_by_other_rules_is_made_anew_before_it_is_changed(store: ArticleStore) -> None:
    numbers = [store.insert(article(id=f"{key}"), [f"k{key}"], AT) for key in range(3)]
    expected = content(store._connection)
    store._connection.execute("INSERT INTO words (words, rowid, word) VALUES ('delete', 1, 'حداد')")
    store._connection.execute("UPDATE articles SET fold_version = 999")
    fulltext.unindex(store._connection, numbers[0])

    assert content(store._connection) == {entry for entry in expected if entry[2] != numbers[0]}


def test_a_damaged_text_is_left_out_and_told(store: ArticleStore) -> None:
    numbers = [store.insert(article(id=f"{key}"), [f"k{key}"], AT) for key in range(2)]
    store._connection.execute("UPDATE bodies SET text = x'00' WHERE article = ?", numbers[:1])

    assert fulltext.rebuild(store._connection) == numbers[:1]
    assert hits(store, "words", '"حداد"') == numbers[1:]
    fulltext.unindex(store._connection, numbers[0])


def test_a_library_without_index_gets_one_when_it_is_opened(tmp_path: Path, store: ArticleStore) -> None:
    from briefing.store.sqlite.schema import MIGRATIONS

    path = tmp_path / "old.db"
    with sqlite3.connect(path) as old:
        for statement in filter(str.strip, MIGRATIONS[0].split(";\n")):
            old.execute(statement)
        old.execute("PRAGMA application_id = 0x62726965")
        old.execute("PRAGMA user_version = 1")
        values = "(1,'01',1,'عنوان','ar','rtl',NULL,NULL,NULL,NULL,'2026-11-23T09:14:00Z','2026-11-23T09:14:00Z',0,0,1)"
        old.execute(f"INSERT INTO articles VALUES {values}")
        old.execute("INSERT INTO bodies VALUES (1, 1, 'x', ?, ?)", (_compressed("وقال حداد"), _compressed("[]")))
    old.close()
    opened = ArticleStore(path)
    try:
        assert hits(opened, "words", '"قال"') == hits(opened, "phrases", 'title : "عنوان"') == [1]
    finally:
        opened.close()


def _compressed(text: str) -> bytes:
    from briefing.store.sqlite.records import compressed

    return compressed(text)


@pytest.mark.parametrize("changes", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_after_random_changes_the_index_is_that_of_a_rebuilt_one(store: ArticleStore, changes: int) -> None:
    chance = random.Random(changes)
    numbers: list[int] = []
    with store.writing():
        for step in range(changes):
            _change(store, chance, numbers, step)
    with store.writing():
        grown = content(store._connection)
        fulltext.check(store._connection)
        fulltext.rebuild(store._connection)

        assert len(numbers) > 10
        assert grown == content(store._connection)


def _change(store: ArticleStore, chance: random.Random, numbers: list[int], step: int) -> None:
    """Adds, updates or removes an article, updates most often."""
    act = chance.random()
    if len(numbers) < 20 or act < 0.1:
        key = f"{step:020}"
        numbers.append(store.insert(random_article(chance, key), [key], AT))
    elif act < 0.2:
        number = numbers.pop(chance.randrange(len(numbers)))
        fulltext.unindex(store._connection, number)
        store._connection.execute("DELETE FROM articles WHERE number = ?", (number,))
    else:
        number = chance.choice(numbers)
        store.update(number, replace(random_article(chance, ""), version=1), [], AT)
