"""What a library of any size costs: `python -m tests.benchmarks.library --articles 100000`.

Builds a made-up library with the facade's batch call, as a sync does without its analysis, and prints rates,
sizes and times. CPU time is the process's own; times of single acts are medians over many. With `--keep FILE` the
library is built there, or used if it is there already.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from briefing.config import Settings
from briefing.library import Library
from briefing.query.parser import parse
from briefing.store.articles import ArticleStore
from briefing.text.analysis import content_keys
from tests.benchmarks.synthetic import Arrival, arrivals

BATCH = 2000
"""Articles in one transaction, if `--batch` says nothing else."""
TRIALS = 200
"""How often a short act is timed."""


def build(path: Path, count: int, size: int = BATCH) -> tuple[float, float]:
    """Fills a new library; seconds by the clock and of the CPU, without making up the articles."""
    wall = cpu = 0.0
    made, articles = arrivals(count), ArticleStore(path)
    while batch := list(islice(made, size)):
        began = time.perf_counter(), time.process_time()
        store(articles, batch)
        wall += time.perf_counter() - began[0]
        cpu += time.process_time() - began[1]
    articles.close()
    return wall, cpu


def store(articles: ArticleStore, batch: list[Arrival]) -> None:
    """One batch as the facade stores it, but each article at its own time of arrival."""
    with articles.writing():
        for article, added in ((arrival.article, arrival.added) for arrival in batch):
            keys = content_keys(article)
            if articles.find(keys) is None:
                articles.insert(article, keys, added, keys[-1])


def timed(act: Callable[[], object], trials: int = TRIALS) -> str:
    """Median and worst milliseconds of an act."""
    spent = []
    for _ in range(trials):
        began = time.perf_counter()
        act()
        spent.append((time.perf_counter() - began) * 1000)
    return f"{median(spent):8.2f} ms   (worst {max(spent):.1f})"


def figures(path: Path, count: int) -> Iterator[tuple[str, str]]:
    """What is measured, and its figure."""
    choose = random.Random(0)
    with Library.open(Settings(library=path), path.with_name("state.json")) as library:
        yield (
            "open the library and close it",
            timed(lambda: Library.open(Settings(library=path), path.with_name("state.json")).close()),
        )
        yield "list the newest 100", timed(lambda: list(islice(library.select(), 100)))
        yield "open one", timed(lambda: library.article(choose.randint(1, count)))
        yield "rows of 64 in the middle", timed(lambda: library.rows(range(count // 2, min(count // 2 + 64, count))))
        yield "all numbers and times of arrival", timed(library.arrivals, 5)
        yield "the whole list, page by page", timed(lambda: sum(1 for _ in library.select()), 1)
        yield "quotes of one speaker, newest 100", timed(lambda: library.ledger(parse("speaker:حداد"), 100), 5)
        yield "count", timed(library.count)
    articles = ArticleStore(path)
    for depth in (0, count // 2, count - 200):
        start = articles.arrivals(depth + 1)[-1][::-1]
        yield f"page of 100 behind {depth:,}", timed(lambda start=start: articles.page(start, 100))  # type: ignore[misc]
    articles.close()


def measure(path: Path, count: int, size: int) -> None:
    """Builds the library if it is not there, and prints the table."""
    if not path.exists():
        wall, cpu = build(path, count, size)
        print(f"{'ingest without analysis':<36} {count / wall:8.0f} articles/s   ({count / cpu:.0f} per CPU second)")
    stored = path.stat().st_size
    print(f"{'size on disk':<36} {stored / 1e6:8.0f} MB   ({stored / count:.0f} bytes an article)")
    for what, figure in figures(path, count):
        print(f"{what:<36} {figure}", flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--keep", type=Path, metavar="FILE")
    asked = parser.parse_args()
    if asked.keep:
        measure(asked.keep, asked.articles, asked.batch)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "library.db", asked.articles, asked.batch)


if __name__ == "__main__":
    main()
