"""Finding labels and quotes of stored articles anew, as today's rules find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from briefing.library.knowledge import own_knowledge
from briefing.model import Article
from briefing.store.shared import Articles
from briefing.text.analysis import reanalyse

BATCH = 50
"""Articles analysed anew in one transaction."""


def reanalysed(articles: Articles, article_of: Callable[[int], Article], numbers: Iterable[int]) -> Iterator[int]:
    """Analyses articles anew, by number, as the analysis had them before; gives the numbers as batches are on disk.

    Raises:
        NotFoundError: a number names no article.
    """
    waiting, knowledge = iter(numbers), own_knowledge()
    while batch := [(number, reanalyse(article_of(number), knowledge)) for number in islice(waiting, BATCH)]:
        for store in {articles.file_of(number).store for number, _ in batch}:
            with store.writing():
                for own, article in ((articles.file_of(number), article) for number, article in batch):
                    if own.store is store:
                        store.reanalyse(own.number, article)
        yield from (number for number, _ in batch)
