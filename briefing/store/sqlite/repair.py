"""Setting right what a library's tables say of each other, after damage or on a salvaged copy."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from briefing.model import Section, Span
from briefing.store.sqlite import checks, fulltext, records
from briefing.store.sqlite.trash import referring_tables

REANALYSE = 0
"""The `analysis_version` of an article whose sections or quotes have to be found anew."""


def mend(connection: sqlite3.Connection) -> list[str]:
    """Mends a library whose pages are sound; what was done, in words. All of it, or after an error nothing.

    An article whose present text is lost goes back to its newest readable version; one without any is dropped, and
    said. Sections and quotes that are missing are left for `briefing reanalyse`.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = [line for step in (_texts, _articles, _orphans, _keys, _counts, _index) for line in step(connection)]
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return done


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    """Drops versions whose text cannot be read."""
    for row, article, version in checks.damaged_texts(connection):
        connection.execute("DELETE FROM bodies WHERE rowid = ?", (row,))
        yield f"the text of {article}@{version} could not be read"


def _articles(connection: sqlite3.Connection) -> Iterator[str]:
    """Takes articles back to their newest version with a text; drops those without any."""
    for (number,) in connection.execute(checks.LACKING_BODY).fetchall():
        (newest,) = connection.execute("SELECT max(version) FROM bodies WHERE article = ?", (number,)).fetchone()
        if newest is None:
            (title,) = connection.execute("SELECT title FROM articles WHERE number = ?", (number,)).fetchone()
            connection.execute("DELETE FROM articles WHERE number = ?", (number,))
            yield f"article {number} is lost: {title}"
        else:
            connection.execute("UPDATE articles SET version = ? WHERE number = ?", (newest, number))
            yield f"article {number} went back to version {newest}"


def _orphans(connection: sqlite3.Connection) -> Iterator[str]:
    """Deletes rows that belong to no article."""
    for table, column in referring_tables(connection):
        query = f"DELETE FROM {table} WHERE {column} NOT IN (SELECT number FROM articles)"  # noqa: S608
        if gone := connection.execute(query).rowcount:
            yield f"{gone} rows of {table} belonged to no article"


def _keys(connection: sqlite3.Connection) -> Iterator[str]:
    """Gives articles back the keys that can be had again: their own, and those of their words."""
    before = connection.total_changes
    connection.execute("INSERT OR IGNORE INTO keys SELECT id, number FROM articles")
    connection.execute("INSERT OR IGNORE INTO keys SELECT content, article FROM bodies")
    if made := connection.total_changes - before:
        yield f"{made} keys were made anew"


def _counts(connection: sqlite3.Connection) -> Iterator[str]:
    """Counts sections and quotes anew; articles that lack any are to be analysed again."""
    wrong = [row[0] for row in connection.execute(checks.MISCOUNTED)]
    for number in wrong:
        _supply_lead(connection, number)
        connection.execute(
            "UPDATE articles AS a SET analysis_version = ?1, sections = (SELECT count(*) - 1 FROM sections AS s WHERE "
            "s.article = a.number AND s.version = a.version), quotes = (SELECT count(*) FROM quotes AS q "
            "WHERE q.article = a.number AND q.version = a.version AND kind <> 'indirect') WHERE number = ?2",
            (REANALYSE, number),
        )
    if wrong:
        yield f"{len(wrong)} articles had lost sections or quotes: briefing reanalyse finds their quotes again"


def _supply_lead(connection: sqlite3.Connection, number: int) -> None:
    """Every article has a lead: one that has lost all its sections gets one that holds the whole text."""
    version, packed = connection.execute(
        "SELECT bodies.version, text FROM bodies JOIN articles ON number = article AND articles.version = "
        "bodies.version WHERE number = ?",
        (number,),
    ).fetchone()
    query = "SELECT 1 FROM sections WHERE article = ? AND version = ?"
    if connection.execute(query, (number, version)).fetchone():
        return
    text = records.expanded(packed)
    spans = tuple(Span(*match.span()) for match in re.finditer(r"(?s)[^\n].*?(?=\n\n|\Z)", text))
    lead = Section(0, None, "Lead", (), 0, len(text), spans)
    values = (number, version, *records.section_values(lead))
    columns = f"article, version, {records.SECTION_COLUMNS}"
    connection.execute(f"INSERT INTO sections ({columns}) VALUES ({','.join('?' * len(values))})", values)  # noqa: S608


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    """Makes the full-text index anew."""
    for number in fulltext.rebuild(connection):
        yield f"article {number} could not be indexed"
