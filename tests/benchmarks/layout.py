"""Seconds that visual layout takes, and how hostile text scales.

    python -m tests.benchmarks.layout

Articles are made of the bundled word list with numbers, Latin names, brackets and quotes among the words.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefing.bidi.layout import Highlight, Insert, lay_out, paragraphs

WORDS = Path(__file__).parent.parent / "data" / "bidi" / "words.tsv"
WIDTH = 60
ARTICLE, LIBRARY = 6_000, 1_000_000
"""Bytes of UTF-8."""

LIMITS = {"article": 0.015, "megabyte": 2.0}

HOSTILE = {
    "open isolates": "\u2067",
    "nested isolates": "\u2068\u0628",
    "opening brackets": "(",
    "bracket pairs": "(a)",
    "currency signs": "$",
    "marks": "\u064b",
    "joining controls": "\u0628\u200c",
    "letters of both directions": "a\u0628",
    "blanks": " ",
}


def article(size: int, seed: int) -> list[str]:
    """Paragraphs of about 600 bytes, `size` bytes in all."""
    chosen = random.Random(seed)
    words = [line.split("\t")[0] for line in WORDS.read_text(encoding="utf-8").splitlines()[1:]]
    found: list[str] = []
    while sum(len(part.encode()) + 1 for part in found) < size:
        part = chosen.choices(
            [*words, "790", "2021", "Covid-19", "(Reuters)", "،", "«كذلك»"], [*[1] * len(words), *[20] * 6], k=60
        )
        found.append(" ".join(part))
    return found


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The median time of a few rounds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def first_time() -> float:
    """One article in a process of its own, imports and tables included."""
    program = (
        "import time; from tests.benchmarks.layout import article, ARTICLE, show; text = article(ARTICLE, 1)\n"
        "started = time.perf_counter(); show(text); print(time.perf_counter() - started)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(done.stdout)


def show(parts: list[str]) -> None:
    """An article with a quote marked and numbered in each paragraph."""
    for part in parts:
        lay_out(
            part,
            WIDTH,
            direction="rtl",
            highlights=[Highlight(40, 120, "quote")],
            inserts=[Insert(120, "[4]", "number")],
            order="visual",
        )


def main() -> int:
    """Print the figures; 1 if one is above its limit."""
    small, large = article(ARTICLE, 1), article(ARTICLE, 1) * (LIBRARY // ARTICLE)
    figures = {"article": seconds(lambda: show(small)), "megabyte": seconds(lambda: show(large), 3)}
    print(f"{ARTICLE} bytes: {figures['article'] * 1000:.1f} ms; in a new process {first_time() * 1000:.1f} ms")
    print(f"{LIBRARY} bytes: {figures['megabyte']:.2f} s")
    plain = "\n".join(large)
    print(f"{LIBRARY} bytes, nothing marked: {seconds(lambda: paragraphs(plain, WIDTH, order='visual'), 3):.2f} s")
    for name, unit in HOSTILE.items():
        once, twice = (seconds(lambda n=n: lay_out(unit * n, WIDTH, order="visual"), 1) for n in (30_000, 60_000))  # noqa: B023
        print(f"{name}: {once:.2f} s, twice as long {twice:.2f} s")
    return int(any(figures[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
