"""Looking for names in one text."""

from __future__ import annotations

import pytest

from briefing.text.people import name_search
from briefing.text.people.name_search import NameSearch

TEXT = "pike met lee, and lee met pike"


def test_places_and_their_number_are_those_of_the_text() -> None:
    search = NameSearch(TEXT)
    assert (search.find("lee"), search.find("lee", 10), search.find("lee", 19), search.find("wu")) == (9, 18, -1, -1)
    assert (search.count("pike"), search.count("wu")) == (2, 0)
    assert (search.rfind("lee", 30), search.rfind("lee", 18), search.rfind("lee", 9)) == (18, 9, -1)


def test_no_more_is_searched_than_a_share_for_each_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_search, "MOST", 2 * len(TEXT))
    search = NameSearch(TEXT)
    assert [search.find("wu") for _ in range(3)] == [-1, -1, -1]
    assert (search.find("pike"), search.count("pike"), search.rfind("pike", 30)) == (-1, 0, -1)
    assert NameSearch(TEXT).find("pike") == 0
