"""Removing through the facade: by hand, by age, and what comes in again."""

import pytest

from briefing import config, paths
from briefing.errors import NotFoundError
from briefing.library import Library
from briefing.text.analysis import analyse
from tests.library.test_library import document

FUTURE = "2999-01-01T00:00:00Z"


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as opened:
        yield opened


def test_what_comes_back_has_its_number_its_quotes_and_its_star(library):
    number = library.add(document()).number
    library.star([number])
    before = library.article(number)
    library.removal.remove([number])

    assert library.count() == 0
    with pytest.raises(NotFoundError):
        library.article(number)
    library.removal.bring_back([number])
    assert library.article(number) == before


def test_of_several_articles_all_are_removed_or_none(library):
    number = library.add(document()).number

    with pytest.raises(NotFoundError):
        library.removal.remove([number, 99])
    assert library.count() == 1


def test_what_was_removed_does_not_come_in_by_itself_but_when_it_is_added(library):
    url = "https://example.org/1"
    number = library.add(document(url=url)).number
    library.removal.remove([number])

    (synced,) = library.take_in([analyse(document(url=url))])
    assert (synced.number, synced.outcome) == (number, "removed")
    assert library.count() == 0
    assert library.add(document(url=url)).outcome == "restored"
    assert library.article(number).url == url


def test_what_the_trash_no_longer_holds_is_added_as_new(library):
    number = library.add(document()).number
    library.removal.remove([number])
    assert library.removal.empty() == 1

    again = library.add(document())
    assert (again.outcome, again.number) == ("added", number + 1)
    (once_more,) = library.take_in([analyse(document())])
    assert once_more.outcome == "unchanged"


def test_age_spares_what_somebody_has_use_for(library):
    numbers = [library.add(document(words=word)).number for word in ("won", "lost", "kept")]
    library.star(numbers[:1])
    cited = library.article(numbers[1]).id

    assert library.removal.age_out("2001-01-01T00:00:00Z") == (0, 0)
    assert library.removal.age_out(FUTURE, keep_keys=[cited]) == (1, 2)
    assert sorted(row.number for row in library.select()) == numbers[:2]
    assert [(gone.number, gone.reason) for gone in library.removal.contents()] == [(numbers[2], "age")]
