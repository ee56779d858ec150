"""The full-text index of the present versions: two contentless FTS5 tables, kept in step with the articles.

`phrases` holds every word in its place, by title, headings and body; `words` holds each word of an article once,
Arabic ones also without the particles written onto them, and the first letters of all for searches by prefix.
Both see words as `text.words` gives them, parted by blanks, so that no change of SQLite's tokenizers matters.

The functions take a connection inside the caller's transaction. Who changes title, language, version, headings or
text of an article calls `unindex` before and `index` after; who deletes one calls `unindex` before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from briefing.errors import StoreError
from briefing.store.sqlite.connection import Connection, Entry
from briefing.store.sqlite.records import expanded

FOLD_VERSION = 2
"""Rises when `text.words` or `text.fold` give other words; add an empty migration step then, which rebuilds the index.

An article's `fold_version` says how it was indexed; 0 is not at all.
"""


WAITING = 2_000
"""Articles of one transaction that are entered together; more would only take more memory."""


def entry_of(number: int, title: str, language: str, headings: Iterable[str | None], text: str) -> Entry:
    """The very words that stand for an article; the same each time."""
    from briefing.text.words import all_forms, words_of

    titled, headed, written = words_of(title), words_of("\n".join(filter(None, headings))), words_of(text)
    found: Iterable[str] = chain(titled, headed, written)
    found = all_forms(found) if language == "ar" else dict.fromkeys(found)
    return Entry(number, *map(" ".join, (titled, headed, written, found)))


def index_later(connection: Connection, entry: Entry) -> None:
    """Enters an article that is not in the index when the transaction ends: together with others it costs half."""
    connection.waiting[entry.number] = entry
    if len(connection.waiting) >= WAITING:
        settle(connection)


def settle(connection: Connection) -> None:
    """Enters the articles that wait for it."""
    entries = list(connection.waiting.values())
    connection.waiting.clear()
    _enter(connection, entries)


def index(connection: sqlite3.Connection, number: int) -> None:
    """Enters the present version of an article that is not in the index.

    Raises:
        StoreError: its text is damaged.
    """
    _enter(connection, [_stored_entry(connection, number)])


def unindex(connection: sqlite3.Connection, number: int) -> None:
    """Takes an article out of the index; one that is not in it is left alone."""
    if isinstance(connection, Connection):
        connection.waiting.pop(number, None)
    (indexed_by,) = connection.execute("SELECT fold_version FROM articles WHERE number = ?", (number,)).fetchone()
    if indexed_by == 0:
        return
    if indexed_by != FOLD_VERSION:
        # Nobody knows any more what went in.
        rebuild(connection)
    try:
        entry = _stored_entry(connection, number)
    except StoreError:
        rebuild(connection)
        return
    connection.execute(
        "INSERT INTO phrases (phrases, rowid, title, headings, body) VALUES ('delete', ?, ?, ?, ?)",
        entry[:4],
    )
    connection.execute("INSERT INTO words (words, rowid, word) VALUES ('delete', ?, ?)", (number, entry.words))
    connection.execute("UPDATE articles SET fold_version = 0 WHERE number = ?", (number,))


def rebuild(connection: sqlite3.Connection) -> list[int]:
    """Makes the index anew from the articles; numbers of those whose text is damaged, which are left out."""
    if isinstance(connection, Connection):
        connection.waiting.clear()
    for table in ("phrases", "words"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
    connection.execute("UPDATE articles SET fold_version = 0")
    damaged: list[int] = []
    entries = _readable(connection, damaged)
    while some := list(islice(entries, WAITING)):
        _enter(connection, some)
    return damaged


def _readable(connection: sqlite3.Connection, damaged: list[int]) -> Iterator[Entry]:
    """The entries of all articles; numbers of those whose text is damaged go into the list."""
    for (number,) in connection.execute("SELECT number FROM articles ORDER BY number").fetchall():
        try:
            yield _stored_entry(connection, number)
        except StoreError:
            damaged.append(number)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Makes the index anew if any article is in it by other rules than today's, or should be and is not."""
    stale = connection.execute("SELECT 1 FROM articles WHERE fold_version <> ? LIMIT 1", (FOLD_VERSION,)).fetchone()
    if stale:
        rebuild(connection)


def check(connection: sqlite3.Connection) -> None:
    """Looks through the index. Raises sqlite3.DatabaseError when it is damaged, which `rebuild` mends."""
    for table in ("phrases", "words"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608


def _enter(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Enters articles, a table after the other: the words of one are soon out of the processor's caches."""
    connection.executemany(
        "INSERT INTO phrases (rowid, title, headings, body) VALUES (?, ?, ?, ?)", [entry[:4] for entry in entries]
    )
    connection.executemany(
        "INSERT INTO words (rowid, word) VALUES (?, ?)", [(entry.number, entry.words) for entry in entries]
    )
    numbers = [(FOLD_VERSION, entry.number) for entry in entries]
    connection.executemany("UPDATE articles SET fold_version = ? WHERE number = ?", numbers)


def _stored_entry(connection: sqlite3.Connection, number: int) -> Entry:
    """The words of an article's present version, as it is stored."""
    stored = connection.execute(
        "SELECT title, language, text FROM articles JOIN bodies ON article = number AND bodies.version = "
        "articles.version WHERE number = ?",
        (number,),
    ).fetchone()
    if stored is None:
        raise StoreError("library", f"article {number} has no text.")
    title, language, text = stored
    headings = connection.execute(
        "SELECT heading FROM sections JOIN articles ON number = article AND articles.version = sections.version "
        "WHERE article = ? ORDER BY position",
        (number,),
    )
    return entry_of(number, title, language, [row[0] for row in headings], expanded(text))
