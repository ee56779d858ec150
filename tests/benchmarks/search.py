"""What searches cost in a library of any size: `python -m tests.benchmarks.search FILE`.

FILE is a library as `python -m tests.benchmarks.library --articles 100000 --keep FILE` makes it. Marks are made in a
state of its own: all articles but every thousandth are read. Prints median milliseconds by the clock and of the CPU.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from briefing import paths
from briefing.config import Settings
from briefing.library import Library
from briefing.query.parser import parse

TRIALS = 15
QUERIES = (
    *("كشمير", "الارهاب", "امريكا المدرسة الحوار", '"في كشمير"', "كشمير -قال", '"قال في" كشمير', "nothing"),
    *("قال*", "الم*", "المد*", "المدر*", "title:كشمير", "section:كشمير", "topic:kashmir", "speaker:حداد"),
    *("source:isna كشمير", "lang:en", "after:2026-11-01", "newer:2w", "is:unread", "is:unread الارهاب", "is:starred"),
)
"""Single words among them stand in nearly every article, `lang:en` in none."""


def timed(act: Callable[[], object], trials: int = TRIALS) -> str:
    """Median times of an act, and its first one by the clock."""
    wall, cpu = [], []
    for _ in range(trials):
        began = time.perf_counter(), time.process_time()
        act()
        wall.append((time.perf_counter() - began[0]) * 1000)
        cpu.append((time.process_time() - began[1]) * 1000)
    return f"{median(wall):8.2f} ms   {median(cpu):8.2f} ms CPU   (first {wall[0]:.1f})"


def figures(library: Library) -> None:
    """Prints a line for each query, then for what is done with hits."""
    for text in QUERIES:
        query = parse(text)
        print(f"{text:<26} newest 50   {timed(lambda query=query: list(library.select(query, 50)))}", flush=True)  # type: ignore[misc]
    query = parse("كشمير")
    print(f"{'with excerpts':<26} newest 50   {timed(lambda: list(library.search(query, 50)), 3)}")
    print(f"{'by relevance':<26} best 50     {timed(lambda: library.found(query, 50, 'relevance'), 3)}")
    print(f"{'quotes of one speaker':<26} newest 100  {timed(lambda: library.ledger(parse('speaker:حداد'), 100))}")


def main() -> None:
    """Reads the command line."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        import os

        os.environ[paths.HOME_VARIABLE] = folder
        with Library.open(Settings(library=Path(sys.argv[1])), paths.state_file()) as library:
            library.mark_read([number for number, _ in library.arrivals() if number % 1000])
            figures(library)


if __name__ == "__main__":
    main()
