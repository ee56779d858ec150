"""Processes that change a library until they are killed: `python -m tests.store.writers LIBRARY SEED`.

Each line on standard output acknowledges a change that was committed: `add KEY`, `remove NUMBER` or `update NUMBER`.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from briefing.model import Article
from briefing.store.articles import ArticleStore
from tests.benchmarks.synthetic import arrivals

AT = "2026-11-23T09:14:00Z"


def articles(seed: int) -> list[Article]:
    """Short articles that no other seed gives."""
    made = []
    for place, arrival in enumerate(arrivals(40, seed)):
        article = arrival.article
        made.append(replace(article, id=f"{seed:04}-{place:04}", text=article.text[:600], sections=(), quotes=()))
    return made


def main(library: str, seed: str) -> None:
    """Adds, in single changes and in batches, updates and removes, for ever."""
    choose, store, turn = random.Random(int(seed)), ArticleStore(Path(library)), 0
    stock = articles(int(seed))
    while True:
        turn += 1
        batch = [replace(one, id=f"{one.id}-{turn}") for one in choose.sample(stock, choose.choice((1, 1, 1, 7)))]
        with store.writing():
            numbers = [store.insert(one, (one.id,), AT) for one in batch]
        print(*(f"add {one.id}" for one in batch), sep="\n", flush=True)
        if turn % 3 == 0:
            store.update(numbers[0], replace(batch[0], text=f"{batch[0].text} {turn}"), (batch[0].id,), AT)
            print(f"update {numbers[0]}", flush=True)
        if turn % 4 == 0:
            store.trash.discard(numbers[-1], AT, "asked")
            print(f"remove {batch[-1].id}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
