"""How well pages are read, beside plain trafilatura, on any folder of pages with gold.

    python -m tests.benchmarks.pages FOLDER [--lang ar] [--errors]

The folder holds pairs `NAME.html.gz` and `NAME.json`; a gold file has `lang`, and either `gold.body` (`summary`, a
list, and `sections`, each a `headline` and `paragraphs`) with `gold.title`, or `by_hand` (`title`, `headings`,
`first_paragraph_starts`, `last_paragraph_starts`). Printed are, for both systems: precision, recall and F1 of headings
and body words over all pages (micro), the shares of right titles and ends, and processor time a page with its ratio.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from briefing.errors import BriefingError
from briefing.sources.body import blocks_of
from briefing.sources.page import read_page
from briefing.text.analysis import analyse
from briefing.text.fold import fold

_EDGES = " \"'.,:;،؛*•-–—"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a system makes of a page."""

    title: str
    headings: tuple[str, ...]
    text: str


@dataclass(slots=True)
class Score:
    """Counts over all pages, and the seconds of processor time each took."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def report(self) -> dict[str, Any]:
        shares = {
            key: round(self.counts[f"{key}_ok"] / self.counts[key], 3) for key in ("title", "ends") if self.counts[key]
        }
        return {
            "headings": self._prf("head"),
            "body_words": self._prf("word"),
            **shares,
            "refused": self.counts["refused"],
            "median_ms": round(statistics.median(self.seconds) * 1000, 1),
            "all_s": round(sum(self.seconds), 2),
        }

    def _prf(self, key: str) -> dict[str, float]:
        right, extra, missed = (self.counts[f"{key}_{kind}"] for kind in ("tp", "fp", "fn"))
        precision, recall = right / max(1, right + extra), right / max(1, right + missed)
        both = precision + recall
        return {
            "P": round(precision, 3),
            "R": round(recall, 3),
            "F1": round(2 * precision * recall / both, 3) if both else 0.0,
        }


def ours(content: bytes) -> Reading:
    """The page as this program reads it; the time is that of reading, not of analysis."""
    document = read_page(content)
    article = analyse(document)
    return Reading(article.title, tuple(s.heading for s in article.sections if s.heading), article.text)


def plain_trafilatura(content: bytes) -> Reading:
    """The page as trafilatura's defaults give it: its own title, headings and paragraphs."""
    found = bare_extraction(content, include_comments=False, with_metadata=True)
    body = getattr(found, "body", None)
    blocks = blocks_of(body) if body is not None else ()
    headings = tuple(block.text for block in blocks if block.kind == "heading")
    text = "\n\n".join(block.text for block in blocks if block.kind != "heading")
    return Reading(getattr(found, "title", None) or "", headings, text)


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """The least processor time of three rounds."""
    times = []
    for _ in range(3):
        started = time.process_time()
        try:
            work(content)
        except BriefingError:
            return time.process_time() - started
        times.append(time.process_time() - started)
    return min(times)


def score(reading: Reading | None, gold: dict[str, Any], tally: Score, name: str) -> None:
    """Count one page; a page that was refused has all of its gold missed."""
    tally.counts["refused"] += reading is None
    reading = reading or Reading("", (), "")
    body, hand = (gold.get("gold") or {}).get("body"), gold.get("by_hand") or {}
    title = (gold.get("gold") or {}).get("title") if body else hand.get("title")
    if title:
        _count(tally, "title", _norm(title) == _norm(reading.title), f"{name}: title {reading.title!r} for {title!r}")
    if body:
        _score_headings(reading, _headlines(body), {_norm(t) for t in (title or "", *body["summary"])}, tally, name)
        _score_words(reading.text, "\n".join(_paragraphs(body)), tally)
    elif hand:
        _score_headings(reading, hand.get("headings", []), set(), tally, name)
        text = fold(" ".join(reading.text.split()))
        for key in ("first_paragraph_starts", "last_paragraph_starts"):
            if start := hand.get(key):
                _count(tally, "ends", fold(" ".join(start.split())) in text, f"{name}: {key} {start!r}")


def _count(tally: Score, key: str, right: bool, miss: str) -> None:
    tally.counts[key] += 1
    tally.counts[f"{key}_ok"] += right
    if not right:
        tally.misses.append(miss)


def _score_headings(reading: Reading, gold: list[str], pardoned: set[str], tally: Score, name: str) -> None:
    wanted = Counter(map(_norm, gold))
    pardoned |= {_norm(reading.title)}
    got = Counter(h for h in map(_norm, reading.headings) if h in wanted or h not in pardoned)
    tally.counts["head_tp"] += (wanted & got).total()
    for kind, rest in (("fn", wanted - got), ("fp", got - wanted)):
        tally.counts[f"head_{kind}"] += rest.total()
        tally.misses += [f"{name}: {'missed' if kind == 'fn' else 'no heading'}: {line}" for line in rest]


def _score_words(text: str, gold: str, tally: Score) -> None:
    wanted, got = (Counter(re.findall(r"\w+", fold(one))) for one in (gold, text))
    tally.counts["word_tp"] += (wanted & got).total()
    tally.counts["word_fn"] += (wanted - got).total()
    tally.counts["word_fp"] += (got - wanted).total()


def _headlines(body: dict[str, Any]) -> list[str]:
    lines = (section["headline"] for section in body["sections"])
    return [line for one in lines for line in (one if isinstance(one, list) else [one]) if line]


def _paragraphs(body: dict[str, Any]) -> Iterator[str]:
    yield from body["summary"]
    for section in body["sections"]:
        yield from section["paragraphs"]


def _norm(text: str) -> str:
    return " ".join(fold(text).split()).strip(_EDGES)


def _read(system: Callable[[bytes], Reading], content: bytes) -> Reading | None:
    try:
        return system(content)
    except BriefingError:
        return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    logging.disable()
    systems = {"briefing": (ours, read_page), "trafilatura": (plain_trafilatura, plain_trafilatura)}
    scores = {name: Score() for name in systems}
    for path in sorted(given.folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if given.lang not in (None, gold.get("lang")):
            continue
        content = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
        for name, (system, timed) in systems.items():
            score(_read(system, content), gold, scores[name], path.stem)
            scores[name].seconds.append(seconds(timed, content))
    for name, tally in scores.items():
        print(json.dumps({"system": name, "pages": len(tally.seconds), **tally.report()}))
    ratio = sum(scores["briefing"].seconds) / sum(scores["trafilatura"].seconds)
    print(json.dumps({"cost of briefing / trafilatura": round(ratio, 2)}))
    if given.errors:
        print(*scores["briefing"].misses, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
