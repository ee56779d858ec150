"""Milliseconds that the reading state takes when a hundred thousand articles have been marked.

    python -m tests.benchmarks.state [STATES]

Prints medians of wall-clock and processor time; half of the states came in one import, half singly. A row update in
SQLite with its safest settings stands beside them as a yardstick.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from briefing.store.search.stateindex import StateIndex
from briefing.store.state.store import StateStore

AT = "2026-11-23T09:14:00Z"
LIMITS = {"one change": 5, "open and read one": 15, "first is:unread after 1,000 changes": 50}


def keys(count: int) -> list[str]:
    """Content keys of articles that there are not."""
    return [blake2b(str(number).encode(), digest_size=10).hexdigest() for number in range(count)]


def show(name: str, work: Callable[[], object], rounds: int, before: Callable[[], object] = bool) -> None:
    """Prints the median and the worst of some rounds; what is done `before` each is not counted."""
    wall, processor = [], []
    for _ in range(rounds):
        before()
        started, used = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - started) * 1e3)
        processor.append((time.process_time() - used) * 1e3)
    limit = f"   asked {LIMITS[name]}" if name in LIMITS else ""
    figures = f"{statistics.median(wall):9.2f} {max(wall):9.2f} {statistics.median(processor):9.2f}"
    print(f"{name:<38}{figures}{limit}")


def yardstick(folder: Path, known: list[str], rounds: int) -> None:
    """The same mark in a table of SQLite's."""
    with closing(sqlite3.connect(folder / "yardstick.db", isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE marks (key TEXT PRIMARY KEY, starred_at TEXT) WITHOUT ROWID")
        database.execute("BEGIN")
        database.executemany("INSERT INTO marks VALUES (?, ?)", [(key, AT) for key in known])
        database.execute("COMMIT")
        update = "UPDATE marks SET starred_at = ? WHERE key = ?"
        show("a row of SQLite", lambda: database.execute(update, (str(random.random()), random.choice(known))), rounds)


def main() -> None:
    """Prints the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    random.seed(1)
    known = keys(count)
    print(f"{'':<38}{'median':>9} {'worst':>9} {'CPU':>9}  ms, {count} states")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, state = folder / "state.json", StateStore(folder / "state.json")
        show("import of all as one act", lambda: state.set_read(known, True, AT), 1)

        def change() -> None:
            state.set_starred([random.choice(known)], random.random() < 0.7, f"2026-11-{random.random()}")

        show("one change", change, 1500)
        show("open and read one", lambda: StateStore(path).get(random.choice(known)), 50)
        show("read a hundred", lambda: StateStore(path).get_many(random.sample(known, 100)), 20)
        index = StateIndex(path, folder / "cache")
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            unread = "SELECT count(*) FROM state.marks WHERE NOT read"

            def ask() -> None:
                index.attach(connection)
                connection.execute(unread).fetchone()

            show("first is:unread without a copy", ask, 1)
            many = [change] * 1000
            show("first is:unread after 1,000 changes", ask, 5, lambda: [each() for each in many])
            show("is:unread once more", ask, 50)
        show("undo", lambda: state.undo(AT), 20)
        show("mark all unread as one act", lambda: state.set_read(known, False, AT), 1)
        show("undo that", lambda: state.undo(AT), 1)
        yardstick(folder, known, 200)
        print(f"{path.stat().st_size / 1e6:.1f} MB snapshot")


if __name__ == "__main__":
    main()
