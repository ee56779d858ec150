"""Articles a second that a sync fetches, analyses and stores, and how long it takes when nothing is new.

    python -m tests.benchmarks.sync [--feeds 200] [--items 30] [--pages]

The feeds come from a server of made-up articles in a process of its own on the same machine (`newssite`); with --pages
they give summaries, so that every page is fetched and its body looked for.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing import clock, config, paths
from briefing.feed import Feed
from briefing.library import Library
from briefing.library.sync.engine import sync


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--items", type=int, default=30)
    parser.add_argument("--pages", action="store_true")
    wanted = parser.parse_args()
    kind = "summary" if wanted.pages else "whole"
    command = [sys.executable, "-m", "tests.benchmarks.newssite", str(wanted.feeds), str(wanted.items), kind]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout
            base = f"http://127.0.0.1:{server.stdout.readline().strip()}"
            os.environ[paths.HOME_VARIABLE] = folder
            measure(Path(folder), [f"{base}/feed/{number}" for number in range(wanted.feeds)])
        finally:
            server.kill()
    return 0


def measure(folder: Path, urls: list[str]) -> None:
    """Two syncs of the same feeds."""
    with Library.open(config.load(), folder / "state.json") as library:
        for url in urls:
            library.feeds.add(Feed(0, url, private=True, added=clock.now()))
        for name in ("first sync", "nothing new"):
            started, before = time.perf_counter(), processor_seconds()
            results = sync(library.feeds, library.feeds.all(), lambda _: None)
            took = time.perf_counter() - started
            own, workers = (now - then for now, then in zip(processor_seconds(), before, strict=True))
            added = sum(result.added for result in results)
            failed = sum(result.error is not None for result in results)
            stubs = sum(result.stubs for result in results)
            each = f", {1000 * (own + workers) / added:.1f} ms an article" if added else ""
            print(
                f"{name}: {added} articles ({stubs} stubs), {failed} feeds failed, {took:.2f} s, "
                f"{added / took:.0f} articles/s; processor {own:.1f} s and {workers:.1f} s in workers{each}"
            )


def processor_seconds() -> tuple[float, float]:
    """Of this process, and of those it has ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return used[0].ru_utime + used[0].ru_stime, used[1].ru_utime + used[1].ru_stime


if __name__ == "__main__":
    sys.exit(main())
