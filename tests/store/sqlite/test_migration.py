"""An older library is brought up to date once, alone, and never by who may only read it."""

import multiprocessing
import sqlite3

import pytest

from briefing.errors import StoreError
from briefing.store.articles import ArticleStore
from briefing.store.sqlite import sessions
from briefing.store.sqlite.records import compressed
from briefing.store.sqlite.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from briefing.store.sqlite.sessions import Session
from tests.articles import article

AT = "2026-11-23T09:14:00Z"


@pytest.fixture
def old_library(tmp_path):
    """A library of schema version 1 with an article in it."""
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path)
    connection.executescript(MIGRATIONS[0])
    connection.execute("PRAGMA user_version = 1")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(
        "INSERT INTO articles VALUES (7, 'ab', 1, 'T', 'en', 'ltr', NULL, NULL, NULL, NULL, ?, ?, 0, 0, 1)", (AT, AT)
    )
    blob = compressed("Words of it.")
    connection.execute("INSERT INTO bodies VALUES (7, 1, 'k', ?, ?)", (blob, compressed("[]")))
    connection.commit()
    connection.close()
    return path


def version_of(path):
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return version


def _open(path):
    ArticleStore(path).close()


def test_processes_that_open_an_old_library_at_once_migrate_it_once(old_library):
    context = multiprocessing.get_context("spawn")
    openers = [context.Process(target=_open, args=(old_library,)) for _ in range(4)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(60)
        assert opener.exitcode == 0

    assert version_of(old_library) == SCHEMA_VERSION
    store = ArticleStore(old_library)
    assert store.insert(article(), ["k1"], AT) == 8
    store.close()


@pytest.mark.skipif(SCHEMA_VERSION == 1, reason="there is nothing to migrate yet")
def test_a_migration_waits_for_other_sessions_and_then_refuses_in_words(old_library, monkeypatch):
    monkeypatch.setattr(sessions, "WAIT_SECONDS", 0.2)
    other = Session(old_library)
    other.join()
    with pytest.raises(StoreError, match="other sessions"):
        ArticleStore(old_library)
    assert version_of(old_library) == 1
    other.close()
    ArticleStore(old_library).close()
    assert version_of(old_library) == SCHEMA_VERSION
