"""The articles a list shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import clock
from briefing.config import Settings
from briefing.tui.shelf import PAGE, Shelf, _days, _newer
from briefing.verbs import marks
from tests.tui.articles import fill, harbour_article, open_library
from tests.tui.driver import Face, drive


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)), max_size=60))
def test_days_part_the_list_at_local_midnights(moments: list[datetime]) -> None:
    times = [f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in sorted(moments, reverse=True)]
    days = _days(times)
    assert [position for day in days for position in range(day.first, day.end)] == list(range(len(times)))
    for day in days:
        assert {clock.local(times[position]).date() for position in range(day.first, day.end)} == {day.date}
    assert len({day.date for day in days}) == len(days)


def test_only_what_came_in_later_is_new() -> None:
    times = ["2026-01-03T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"]
    assert _newer(times, "2026-01-02T00:00:00Z") == 1
    assert _newer(times, "2025-01-01T00:00:00Z") == 3
    assert _newer(times, "2027-01-01T00:00:00Z") == 0


def test_rows_come_page_by_page_and_know_their_marks(settings: Settings) -> None:
    fill(settings, (harbour_article(key, paragraphs=3) for key in range(PAGE + 10)))
    with open_library(settings) as library:
        shelf = Shelf(library)
        assert [shelf.row(place).number for place in (0, PAGE, PAGE + 9)] == [PAGE + 10, 10, 1]  # type: ignore[union-attr]
        marks.mark_read(library, [PAGE + 10, 10], True)
        assert shelf.poll() == [0, PAGE]
        assert shelf.poll() == []
        assert shelf.unread(0, 1) == 1
        assert shelf.unread(PAGE + 1, -1) == PAGE - 1
        assert shelf.unread(0, -1) is None


def test_articles_since_the_last_session_are_counted(settings: Settings) -> None:
    fill(settings, (harbour_article(key, paragraphs=3) for key in range(4)))
    with open_library(settings) as library:
        assert Shelf(library).fresh == 0
        ended = datetime.now(UTC) - timedelta(hours=1, minutes=30)
        library._state.end_session(f"{ended:%Y-%m-%dT%H:%M:%SZ}")
        assert Shelf(library).fresh == 2


@pytest.mark.parametrize("number", [0, 99])
def test_an_unknown_number_has_no_position(harbour: Settings, number: int) -> None:
    with open_library(harbour) as library:
        assert Shelf(library).position(number) is None


def test_a_long_list_begins_with_its_newest_articles(harbour: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.shelf.FIRST", 4)
    with open_library(harbour) as library:
        shelf = Shelf(library)
        assert shelf.is_partial
        assert shelf.numbers == [6, 5, 4, 3]
        shelf.reload()
        assert not shelf.is_partial
        assert shelf.numbers == [6, 5, 4, 3, 2, 1]


def test_the_rest_of_a_long_list_comes_after_the_first_paint(
    harbour: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.shelf.FIRST", 4)

    async def scenario(face: Face) -> None:
        await face.until(lambda: "6 articles" in face.text)
        await face.press("1", "G", "enter")
        assert face.main.article
        assert face.main.article.number == 1

    drive(harbour, scenario)
