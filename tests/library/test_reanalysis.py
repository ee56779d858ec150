"""Analysing stored articles anew: quotes keep their numbers, and what was interrupted goes on."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from briefing import config, paths
from briefing.errors import NotFoundError
from briefing.library import Library
from briefing.library import reanalysis as module
from briefing.model import Block, Document
from briefing.store.articles import ArticleStore

TEXT = (
    '"We won what matters for all of us," said Maria Keller, who chairs the union. '
    '"The cranes will move again on Tuesday," said John Porter, who runs the port of Harwell.'
)


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as opened:
        opened.add(Document((Block("Dockers accept a deal"), Block(TEXT)), url="https://example.org/1"))
        yield opened


def spoil(home, *statements):
    """What an older engine would have left."""
    with closing(sqlite3.connect(home / "library.db")) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_what_an_older_engine_missed_is_found_and_nothing_else_changes(library, home):
    before = library.article(1)
    spoil(home, "UPDATE quotes SET speaker = NULL", "UPDATE articles SET analysis_version = 0")

    assert library.stale() == [1]
    assert list(library.reanalyse(library.stale())) == [1]
    assert library.article(1) == before
    assert library.stale() == []


def test_a_number_that_a_quote_had_is_given_to_no_other(library, home):
    first, second = library.article(1).quotes
    store = ArticleStore(home / "library.db")
    article = library.article(1)
    store.reanalyse(1, replace(article, quotes=(first,)))
    store.reanalyse(1, replace(article, quotes=(first, second._replace(id="another"))))
    assert [quote.number for quote in store.quotes(1, 1)] == [1, 3]
    store.reanalyse(1, article)
    assert [quote.number for quote in store.quotes(1, 1)] == [1, 2]
    store.close()


def test_stopped_in_the_middle_it_goes_on_with_the_rest(library, home, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 2)
    for number in range(2, 6):
        library.add(Document((Block(f"Title {number} of it"), Block(TEXT)), url=f"https://example.org/{number}"))
    spoil(home, "UPDATE articles SET analysis_version = 0")
    going = library.reanalyse(library.stale())
    assert [next(going), next(going)] == [5, 4]
    going.close()

    assert library.stale() == [3, 2, 1]


def test_an_article_that_is_not_there_is_named(library):
    with pytest.raises(NotFoundError, match="99"):
        list(library.reanalyse([99]))
