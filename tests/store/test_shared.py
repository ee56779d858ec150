"""A shared library and the reader's own beside it answer as one, with numbers that cannot be mistaken."""

import json

import pytest

from briefing.model import PERSONAL, PersonalNumber
from briefing.store import shared
from briefing.store.articles import ArticleStore
from briefing.store.shared import SharedArticles
from tests.articles import article

TIMES = [f"2026-11-{day:02d}T09:14:00Z" for day in range(1, 9)]


@pytest.fixture
def both(tmp_path):
    """Eight articles, those of odd days shared, those of even days the reader's own."""
    stores = [ArticleStore(tmp_path / name) for name in ("shared.db", "own.db")]
    for day, time in enumerate(TIMES, start=1):
        stores[day % 2 == 0].insert(article(id=f"{day:02x}"), [f"k{day}"], time)
    both = SharedArticles(stores[0], tmp_path / "own.db")
    yield both
    both.close()
    stores[1].close()


ORDER = [PERSONAL + 4, 4, PERSONAL + 3, 3, PERSONAL + 2, 2, PERSONAL + 1, 1]


def test_a_personal_number_is_written_with_a_letter_and_is_an_integer_in_json():
    number = PersonalNumber(PERSONAL + 12)

    assert (f"{number}q4", f"{number:>5}", str(number)) == ("p12q4", "  p12", "p12")
    assert json.dumps({"number": number}) == '{"number": 1000000012}'


@pytest.mark.parametrize("size", [1, 2, 3, 8])
def test_pages_follow_the_times_of_arrival_over_both_files(both, size):
    pages, after = [], None
    while page := both.page(after, size):
        pages += [head["number"] for head in page]
        after = page[-1]["added"], page[-1]["number"]

    assert pages == ORDER
    assert [number for number, _ in both.arrivals()] == ORDER
    assert [number for number, _ in both.arrivals(3)] == ORDER[:3]


def test_articles_of_the_same_second_are_neither_left_out_nor_given_twice(tmp_path):
    stores = [ArticleStore(tmp_path / name) for name in ("shared.db", "own.db")]
    for number in range(6):
        stores[number % 2].insert(article(id=f"{number:02x}"), [f"k{number}"], TIMES[0])
    both = SharedArticles(stores[0], tmp_path / "own.db")
    seen, after = [], None
    while page := both.page(after, 1):
        seen.append(page[0]["number"])
        after = page[0]["added"], page[0]["number"]
    both.close()
    stores[1].close()

    assert sorted(seen) == [1, 2, 3, PERSONAL + 1, PERSONAL + 2, PERSONAL + 3]


def test_each_number_leads_to_its_own_file(both):
    assert [both.record(number)["id"] for number in (1, PERSONAL + 1)] == ["01", "02"]
    assert [head["number"] for head in both.heads([PERSONAL + 2, 1, 99, PERSONAL + 99])] == [PERSONAL + 2, 1]
    assert both.numbers_between(2, 3) == [2, 3]
    assert both.numbers_between(PERSONAL + 3, PERSONAL + 9) == [PERSONAL + 3, PERSONAL + 4]
    assert both.find(["k1"]) == 1
    assert both.find(["k2"]) == PERSONAL + 1
    assert both.record(PERSONAL + 99) is None
    assert (both.count(), both.arrived()) == (8, 8)


def test_new_articles_go_to_the_own_file_which_is_made_only_then(tmp_path):
    store = ArticleStore(tmp_path / "shared.db")
    store.insert(article(), ["k1"], TIMES[0])
    both = SharedArticles(store, tmp_path / "home" / "own.db")

    assert [number for number, _ in both.arrivals()] == [1]
    assert not (tmp_path / "home").exists()
    assert str(both.insert(article(), ["k1"], TIMES[1])) == "p1"
    assert store.count() == 1
    both.close()


def test_a_library_that_can_be_written_stands_alone(tmp_path):
    store = shared.opened(tmp_path / "library.db", tmp_path / "own.db")

    assert isinstance(store, ArticleStore)
    store.close()
