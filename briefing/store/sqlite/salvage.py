"""Getting articles out of a damaged library, row by row, around the pages that cannot be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from briefing.store.sqlite.database import connect, uri_of

LAST_ROW = 2**62
"""No row number is higher."""

_OWN = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def salvage(damaged: Path, target: Path) -> list[str]:
    """Copies every readable row of `damaged` into a new library at `target`; what could not be read, in words.

    The new library still has to be mended: rows may lack those they belong to.
    """
    connection = connect(target)
    connection.execute("PRAGMA foreign_keys = OFF")
    source = sqlite3.connect(f"{uri_of(damaged)}?mode=ro", uri=True)
    source.row_factory = sqlite3.Row
    # Texts that are no UTF-8 any more must not stop the copying.
    source.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        connection.execute("BEGIN IMMEDIATE")
        lost = [line for table in _tables(connection) for line in _copied(source, connection, table)]
        _keep_numbers(source, connection)
        connection.execute("COMMIT")
    finally:
        source.close()
        connection.close()
    return lost


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The library's tables but for those of the full-text index, which is made anew, and SQLite's own."""
    index = ("phrases", "words")
    names = [row[0] for row in connection.execute(_OWN)]
    return [name for name in names if not name.startswith("sqlite_") and name.split("_")[0] not in index]


def _copied(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> Iterator[str]:
    """Copies what can be read of one table; says what cannot."""
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    gaps = 0
    for row in _rows(source, table):
        if row is None:
            gaps += 1
            continue
        present = [name for name in columns if name in row.keys()]  # noqa: SIM118 (a Row holds values, not names)
        marks = ",".join("?" * len(present))
        query = f"INSERT OR IGNORE INTO {table} ({','.join(present)}) VALUES ({marks})"  # noqa: S608
        target.execute(query, [row[name] for name in present])
    if gaps:
        yield f"{gaps} {'stretch' if gaps == 1 else 'stretches'} of {table} could not be read"


def _rows(source: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row | None]:
    """Every readable row of a table, and None for each stretch that is not."""
    if not _has_rowid(source, table):
        yield from _rows_while_readable(source, f"SELECT * FROM {table}")  # noqa: S608
        return
    after: int | None = -1
    while after is not None:
        query = f"SELECT rowid AS row_number, * FROM {table} NOT INDEXED WHERE rowid > {after} ORDER BY rowid"  # noqa: S608
        for row in _rows_while_readable(source, query):
            # Noise read as a page may give any row number; only rising ones lead to an end.
            if row is None or row["row_number"] <= after:
                yield None
                after = _before_next_readable(source, table, after)
                break
            after = row["row_number"]
            yield row
        else:
            return


def _rows_while_readable(source: sqlite3.Connection, query: str) -> Iterator[sqlite3.Row | None]:
    """Rows up to the first that cannot be read; then None."""
    try:
        yield from source.execute(query)
    except sqlite3.DatabaseError:
        yield None


def _before_next_readable(source: sqlite3.Connection, table: str, after: int) -> int | None:
    """Where to go on behind a damaged stretch: leaps of doubling length, then halving back to its end."""
    leap = 1
    while not _is_readable(source, table, after + leap):
        leap *= 2
        if after + leap > LAST_ROW:
            return None
    low, high = after + leap // 2, after + leap
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _is_readable(source, table, middle) else (middle, high)
    return max(high - 1, after + 1)


def _is_readable(source: sqlite3.Connection, table: str, row: int) -> bool:
    """Whether there is a row from this number on, and the first one can be read."""
    query = f"SELECT rowid AS row_number, * FROM {table} NOT INDEXED WHERE rowid >= {row} ORDER BY rowid LIMIT 1"  # noqa: S608
    found = next(_rows_while_readable(source, query), None)
    return found is not None and found["row_number"] >= row


def _has_rowid(source: sqlite3.Connection, table: str) -> bool:
    """Whether the table is ordered by row numbers."""
    try:
        source.execute(f"SELECT rowid FROM {table} LIMIT 0")  # noqa: S608
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True
    return True


def _keep_numbers(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """The next article's number is one that was never given, as far as the damaged library can say."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = 'articles'"
    row = next(_rows_while_readable(source, query), None)
    given = row["seq"] if row else 0
    target.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'articles'", (given,))
