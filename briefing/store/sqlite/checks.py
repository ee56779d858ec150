"""Whether a library is whole: its pages, what its tables say of each other, its texts and its full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from briefing.errors import StoreError
from briefing.store.sqlite import fulltext, records

MOST = 20
"""Findings of one kind that are told one by one."""

LACKING_BODY = (
    "SELECT number FROM articles WHERE NOT EXISTS "
    "(SELECT 1 FROM bodies WHERE article = number AND bodies.version = articles.version)"
)
"""Articles whose present version has no text."""

MISCOUNTED = (
    "SELECT number FROM articles AS a WHERE sections + 1 <> (SELECT count(*) FROM sections AS s "
    "WHERE s.article = a.number AND s.version = a.version) OR quotes <> (SELECT count(*) FROM quotes AS q "
    "WHERE q.article = a.number AND q.version = a.version AND kind <> 'indirect')"
)
"""Articles whose counts of headed sections and of quotes are wrong."""

LACKING_KEY = "SELECT number FROM articles WHERE id NOT IN (SELECT key FROM keys)"
"""Articles that cannot be found by their own content key."""

UNINDEXED = f"SELECT number FROM articles WHERE fold_version <> {fulltext.FOLD_VERSION}"  # noqa: S608
"""Articles that are not in the full-text index."""

_SAYINGS = (
    (LACKING_BODY, "articles without a text"),
    (MISCOUNTED, "articles whose sections or quotes are not all there"),
    (LACKING_KEY, "articles that their key does not find"),
    (UNINDEXED, "articles that search cannot find"),
)


def problems(connection: sqlite3.Connection, *, texts: bool = True) -> Iterator[str]:
    """What is wrong, in words; nothing if all is well. Texts are read one by one only if asked for: 50 µs each."""
    damage = page_damage(connection)
    yield from damage
    if damage:
        # What the tables say of each other cannot be asked of them now.
        return
    try:
        yield from _contradictions(connection)
        if texts and (unreadable := damaged_texts(connection)):
            yield _told(len(unreadable), "texts cannot be read", {article for _, article, _ in unreadable})
        yield from _index_damage(connection)
    except sqlite3.DatabaseError as error:
        yield f"a table cannot be read: {error}"


def page_damage(connection: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong (https://sqlite.org/pragma.html#pragma_quick_check)."""
    try:
        found = [row[0] for row in connection.execute(f"PRAGMA quick_check({MOST})")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def damaged_texts(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
    """Row, article and version of each body that does not unpack."""
    return [
        (row["rowid"], row["article"], row["version"])
        for row in connection.execute("SELECT rowid, * FROM bodies")
        if not _unpacks(row)
    ]


def _unpacks(row: sqlite3.Row) -> bool:
    try:
        records.expanded(row["text"])
        records.expanded(row["removed"])
    except StoreError:
        return False
    return True


def _contradictions(connection: sqlite3.Connection) -> Iterator[str]:
    """What one table says and another does not."""
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        yield f"{len(orphans)} rows belong to no article"
    for query, words in _SAYINGS:
        if numbers := {row[0] for row in connection.execute(query)}:
            yield _told(len(numbers), words, numbers)


def _index_damage(connection: sqlite3.Connection) -> Iterator[str]:
    """Whether the full-text index holds together; only who may write can have SQLite look."""
    try:
        fulltext.check(connection)
    except sqlite3.OperationalError:
        # Read-only, or somebody writes just now: nothing is known against the index.
        return
    except sqlite3.DatabaseError as error:
        yield f"the full-text index is damaged: {error}"


def _told(count: int, words: str, numbers: set[int]) -> str:
    """`3 articles without a text: 4, 9, 12`."""
    listed = ", ".join(map(str, sorted(numbers)[:MOST]))
    return f"{count} {words}: {listed}{' …' if len(numbers) > MOST else ''}"
