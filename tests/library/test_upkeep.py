"""Backups come back whole, damage is found, and what can be read of a damaged library is saved."""

import json
import random
import sqlite3
import tarfile
from contextlib import closing
from itertools import islice

import pytest
from tinydb import TinyDB

from briefing import config, paths
from briefing.errors import StoreError
from briefing.library import Library, upkeep
from briefing.store.articles import ArticleStore
from briefing.store.sqlite import sessions
from briefing.store.sqlite.sessions import Session
from tests.benchmarks.synthetic import arrivals
from tests.library.test_library import document

PAGE = 4096


def fill(path, count):
    """A library of made-up articles, and a star on each seventh."""
    with Library.open(config.Settings(library=path), paths.state_file()) as library:
        library.take_in([arrival.article for arrival in arrivals(count, seed=3)])
        library.star(range(7, count + 1, 7))


def everything(path):
    """All articles with their state, by number."""
    with Library.open(config.Settings(library=path), paths.state_file()) as library:
        return {row.number: library.article(row.number) for row in library.select()}


def hits(path, word):
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (f'"{word}"',))}


@pytest.fixture
def path(home):
    """A library of forty articles."""
    path = home / "library.db"
    fill(path, 40)
    return path


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(sessions, "WAIT_SECONDS", 0.2)


def test_a_backup_brings_back_articles_and_marks_and_keeps_what_it_replaces(path, tmp_path):
    before = everything(path)
    saved = upkeep.back_up(path, paths.state_file(), tmp_path)
    assert saved.articles == 40
    assert saved.path.stat().st_mode & 0o777 == 0o600

    with Library.open(config.load(), paths.state_file()) as library:
        library.removal.remove(range(1, 30))
        library.star(range(30, 41))
    changed = everything(path)
    restored = upkeep.restore(saved.path, path, paths.state_file())

    assert everything(path) == before
    assert (restored.articles, restored.state, len(restored.kept)) == (40, True, 2)
    old_library, old_state = restored.kept
    with Library.open(config.Settings(library=old_library), old_state / "state.json") as library:
        assert {row.number: library.article(row.number) for row in library.select()} == changed


def test_the_files_in_a_backup_are_plain_ones(path, tmp_path):
    saved = upkeep.back_up(path, paths.state_file(), tmp_path / "a.tar")
    with tarfile.open(saved.path) as archive:
        archive.extractall(tmp_path / "out", filter="data")

    assert json.loads((tmp_path / "out" / "backup.json").read_text())["articles"] == 40
    with TinyDB(tmp_path / "out" / "state.json", access_mode="r") as state:
        assert sum(len(state.table(name)) for name in state.tables() if len(name) == 2) == 5
    store = ArticleStore(tmp_path / "out" / "library.db")
    assert store.count() == 40
    store.close()


def test_a_backup_is_never_written_over_and_leaves_nothing_behind_when_it_fails(path, tmp_path):
    target = tmp_path / "a.tar"
    target.write_text("mine")
    with pytest.raises(StoreError, match="there already"):
        upkeep.back_up(path, paths.state_file(), target)

    assert target.read_text() == "mine"
    assert sorted(file.name for file in tmp_path.iterdir() if file.name.startswith("a.tar")) == ["a.tar"]


def test_nothing_is_restored_from_a_damaged_backup_or_from_none(path, tmp_path):
    saved = upkeep.back_up(path, paths.state_file(), tmp_path / "a.tar")
    before = everything(path)
    content = bytearray(saved.path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    (tmp_path / "b.tar").write_bytes(content)
    (tmp_path / "c.tar").write_text("no tar at all")
    (tmp_path / "d.tar").write_bytes(saved.path.read_bytes()[:70_000])

    for name in ("b.tar", "c.tar", "d.tar", "missing.tar"):
        with pytest.raises(StoreError):
            upkeep.restore(tmp_path / name, path, paths.state_file())
    assert everything(path) == before
    assert sorted(file.name for file in path.parent.glob("library.db*")) == ["library.db", "library.db.sessions"]


def test_a_library_that_is_open_elsewhere_is_not_replaced(path, tmp_path, impatient):
    saved = upkeep.back_up(path, paths.state_file(), tmp_path)
    reader = Session(path)
    reader.join()
    with pytest.raises(StoreError, match="other sessions"):
        upkeep.restore(saved.path, path, paths.state_file())
    reader.close()
    assert upkeep.restore(saved.path, path, None).articles == 40


def test_a_sound_library_has_no_problems(path):
    assert upkeep.problems(path) == []


def spoil(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement, values)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM bodies WHERE article = 4", "without a text: 4"),
        ("UPDATE bodies SET text = x'0102' WHERE article = 4", "cannot be read: 4"),
        ("DELETE FROM quotes WHERE article = 4", "not all there: 4"),
        ("DELETE FROM sections WHERE article = 4", "not all there: 4"),
        ("DELETE FROM keys WHERE article = 4", "key does not find: 4"),
        ("UPDATE articles SET fold_version = 0 WHERE number = 4", "search cannot find: 4"),
        ("DELETE FROM articles WHERE number = 4", "belong to no article"),
        ("UPDATE phrases_data SET block = x'00' WHERE id > 10", "index is damaged"),
    ],
)
def test_each_contradiction_is_found_and_mended_and_touches_no_other_article(path, statement, words):
    before = everything(path)
    spoil(path, statement)
    assert words in "; ".join(upkeep.problems(path))

    repaired = upkeep.mend(path, lambda _: None)
    assert upkeep.problems(path) == []
    assert repaired.kept.exists()
    after = everything(path)
    assert {number: after[number] for number in before if number != 4} == {
        number: article for number, article in before.items() if number != 4
    }
    assert hits(path, "الحوار") == {
        number for number, article in after.items() if "الحوار" in f"{article.title} {article.text}"
    } | (hits(path, "الحوار") - set(after))


def test_an_article_whose_newest_text_is_lost_goes_back_to_the_one_before(home):
    with Library.open(config.load(), paths.state_file()) as library:
        for words in ("won", "lost"):
            library.add(document(words=words, url="https://example.org/1"))
    spoil(home / "library.db", "UPDATE bodies SET text = x'00' WHERE version = 2")
    upkeep.mend(home / "library.db", lambda _: None)

    assert upkeep.problems(home / "library.db") == []
    (article,) = everything(home / "library.db").values()
    assert (article.version, "won" in article.text) == (1, True)


def test_numbers_are_not_given_again_after_a_repair(path):
    with Library.open(config.load(), paths.state_file()) as library:
        library.removal.remove([40])
    upkeep.mend(path, lambda _: None)

    with Library.open(config.load(), paths.state_file()) as library:
        assert library.add(document()).number == 41


@pytest.mark.parametrize("seed", range(6))
def test_what_can_be_read_of_a_library_with_damaged_pages_is_saved(path, seed):
    before = everything(path)
    damage_pages(path, seed, share=0.03)
    if not upkeep_finds_damage(path):
        pytest.skip("the pages hit were empty ones")
    repaired = upkeep.mend(path, lambda _: None)

    assert repaired.kept.read_bytes() != path.read_bytes()
    assert upkeep.problems(path) == []
    after = everything(path)
    assert len(after) >= 0.6 * len(before)
    kept = [number for number in after if after[number].text == before[number].text]
    assert kept == list(after)


def damage_pages(path, seed, share):
    """Fills a share of the pages, but not the first, with noise."""
    choose = random.Random(seed)
    content = bytearray(path.read_bytes())
    pages = range(1, len(content) // PAGE)
    for page in choose.sample(pages, max(int(len(pages) * share), 1)):
        content[page * PAGE : (page + 1) * PAGE] = choose.randbytes(PAGE)
    path.write_bytes(content)


def upkeep_finds_damage(path):
    try:
        return bool(upkeep.problems(path))
    except StoreError:
        return True


def test_a_file_that_is_no_library_any_more_is_left_alone(path):
    noise = random.Random(0).randbytes(50_000)
    path.write_bytes(noise)
    with pytest.raises(StoreError):
        upkeep.mend(path, lambda _: None)
    assert path.read_bytes() == noise
    assert [file.name for file in islice(path.parent.glob("library.db*"), 5) if ".new" in file.name] == []
