"""Megabytes a second that analysis reads on one core, and what a megabyte of hostile text costs.

    python -m tests.benchmarks.analysis

An article is made of the paragraphs of those in `tests/data`, in another order each time, so that no two are alike;
in two of three the marks are taken out, since the originals are denser with quotes than news is.
Time is that of the process, the median of some rounds; the import is measured in a process of its own.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing.model import Block, Document
from briefing.text.analysis import analyse
from briefing.text.packs.files import languages

DATA = Path(__file__).parent.parent / "data"
ARTICLE, ARTICLES, HOSTILE_SIZE = 6_000, 40, 1_000_000
"""Bytes of UTF-8 of one article, how many there are, bytes of a hostile one."""

UNMARKED = str.maketrans("", "", '“”„«»"‘')

LIMITS = {"en": 5.0, "ar": 3.0, "hostile": 2.0, "import": 0.060}

HOSTILE = {
    "marks": ("“ ” ", '" ', "« » ", "' ", "’ ‘ ", "„ “ "),
    "verbs": {"en": "said ", "ar": "قال ", "tr": "dedi ", "zh": "说", "fr": "a déclaré ", "de": "sagte "},
    "names": {"en": "Jane Pike ", "ar": "سامي الخطيب ", "tr": "Ayşe Kaya ", "zh": "高文博", "ru": "Пётр Лосев "},
}  # fmt: skip


def articles(language: str) -> list[Document]:
    """Distinct articles of a language."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DATA.rglob(f"quotes/**/*.{language}.txt"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    chosen = random.Random(language)
    found = []
    for number in range(ARTICLES):
        blocks, size = [Block(f"{number} {paragraphs[number % len(paragraphs)][:60]}")], 0
        while size < ARTICLE:
            paragraph = " ".join(chosen.sample(paragraphs, 2)).replace("\n", " ")
            blocks.append(Block(paragraph if len(blocks) % 3 == 1 else paragraph.translate(UNMARKED)))
            size += len(paragraph.encode())
        found.append(Document(tuple(blocks), language=language))
    return found


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The median process time of some rounds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return statistics.median(times)


def speed(language: str) -> float:
    """MB a second over distinct articles, the first reading of the pack left out."""
    documents = articles(language)
    size = sum(len(block.text.encode()) for document in documents for block in document.blocks)
    analyse(documents[0])
    return size / seconds(lambda: [analyse(document) for document in documents], 3) / 1e6


def hostile(piece: str, language: str) -> float:
    """Seconds for a megabyte that repeats one piece, in one paragraph and in many."""
    whole = piece * (HOSTILE_SIZE // len(piece.encode()))
    lines = [whole[at : at + 500] for at in range(0, len(whole), 500)]
    forms = ((Block(whole),), tuple(Block(line) for line in lines if line.strip()))
    return max(seconds(lambda form=form: analyse(Document(form, language=language)), 1) for form in forms)  # type: ignore[misc]


def many_speakers() -> float:
    """Seconds for a megabyte of short quotations, each by somebody else."""
    chosen = random.Random(1)
    names = (" ".join("".join(chosen.choices("abcdeilmnorstu", k=6)).title() for _ in range(2)) for _ in range(16_000))
    blocks = tuple(Block(f"“We will go there tomorrow and see,” said {name}.") for name in names)
    return seconds(lambda: analyse(Document(blocks, language="en")), 1)


def importing() -> float:
    """Seconds that importing the analysis takes in a new process, its modules compiled as an installer leaves them."""
    timed = "import time; s = time.process_time(); import briefing.text.analysis; print(time.process_time() - s)"
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", timed]
        runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(8)]
    return statistics.median(float(run.stdout) for run in runs[1:])


def main() -> None:
    """Print the figures beside their limits."""
    for language in sorted(languages()):
        limit = f"   at least {LIMITS[language]}" if language in LIMITS else ""
        print(f"{language}  {speed(language):6.2f} MB/s{limit}")
    print(f"import {importing() * 1000:.0f} ms   at most {LIMITS['import'] * 1000:.0f}")
    for piece in HOSTILE["marks"]:
        print(f"only marks {piece!r:12} {hostile(piece, 'en'):.2f} s   at most {LIMITS['hostile']}")
    print(f"a speaker a line  {many_speakers():.2f} s")
    for kind in ("verbs", "names"):
        for language, piece in HOSTILE[kind].items():  # type: ignore[attr-defined]
            print(f"only {kind} {language} {hostile(piece, language):.2f} s   at most {LIMITS['hostile']}")


if __name__ == "__main__":
    main()
