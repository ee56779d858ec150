"""What topics, body topics and names cost of an analysis: `python -m tests.benchmarks.knowledge FOLDER`, in CPU time.

FOLDER holds articles as `*.txt`; each is analysed once. Prints a line a language.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

from briefing.sources.plain import read_plain
from briefing.text import analysis
from briefing.text.knowledge.lexicon import columns
from briefing.text.knowledge.world import packaged
from briefing.text.topics.labels import label

REPEATS = 5


def main(folder: Path) -> None:
    """Prints megabytes a second of the whole and the share of labels, body topics and names."""
    figures: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for path in sorted(folder.glob("*.txt")):
        document = read_plain(path.read_text(encoding="utf-8"))
        article = analysis.analyse(document)
        figure = figures[article.language]
        figure[0] += len(article.text.encode())
        figure[1] += _timed(lambda document=document: analysis.analyse(document))
        figure[2] += _timed(lambda article=article: _knowledge(article))
    for language, (size, whole, part) in sorted(figures.items()):
        print(f"{language}  {size / 1e3:8.0f} kB  {size / whole / 1e6:5.2f} MB/s  topics and names {part / whole:5.1%}")
    for language in ("ar", "en", "zh"):
        print(f"index {language}: {_first(language) * 1000:.1f} ms")


def _knowledge(article: analysis.Article) -> None:
    known = packaged()
    for section in article.sections:
        label(section.heading or article.title, article.language, known.lexicon)
        text = article.text[section.start : section.end]
        analysis.body_topics(text, article.language, known.lexicon)
    for quote in article.quotes:
        known.authority.person_of(quote.speaker or "", article.language)


def _timed(work: object) -> float:
    """The least CPU time of several runs, in seconds."""
    return min(_once(work) for _ in range(REPEATS))


def _once(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def _first(language: str) -> float:
    """Seconds to read the tables and build one language's index."""
    from briefing.text.data import read
    from briefing.text.knowledge.lexicon import _FILES, Lexicon, parse

    start = time.process_time()
    Lexicon(*(parse(read(file), file) for file in _FILES)).index(columns(language)[0])
    return time.process_time() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
