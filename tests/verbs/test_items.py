"""ITEMS: addresses and ranges as numbers of articles."""

import pytest

from briefing import config, paths
from briefing.errors import NotFoundError, UsageError
from briefing.library import Library
from briefing.model import Block, Document
from briefing.verbs.items import numbers_of


@pytest.fixture
def library():
    with Library.open(config.load(), paths.state_file()) as library:
        for word in ("one", "two", "three", "four"):
            library.add(Document((Block(f"The {word} article says something of its own."),), title=word))
        yield library


def test_addresses_and_ranges_give_each_article_once_in_the_order_named(library):
    assert numbers_of(library, ["3", "2-3", "latest", "1-9"]) == [3, 2, 4, 1]


@pytest.mark.parametrize("item", ["3-2", "1q1", "1.0", "x y"])
def test_what_is_no_whole_article_is_an_error_of_use(library, item):
    with pytest.raises(UsageError):
        numbers_of(library, [item])


def test_a_range_without_articles_is_not_found(library):
    with pytest.raises(NotFoundError):
        numbers_of(library, ["7-9"])
