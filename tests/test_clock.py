"""Times: kept in UTC, shown where the reader is."""

import time

import pytest

from briefing import clock


@pytest.fixture
def new_york(monkeypatch):
    """A reader five hours behind UTC."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-11-23T09:14:00+03:00", "2026-11-23T06:14:00Z"),
        ("2026-11-23", "2026-11-23T00:00:00Z"),
        ("2026-11-23 09:14", "2026-11-23T09:14:00Z"),
        ("Mon, 23 Nov 2026 09:14:00 +0300", "2026-11-23T06:14:00Z"),
        ("0001-01-01T00:00:00+14:00", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_and_times_are_kept_in_utc(written, kept):
    assert clock.to_utc(written) == kept


def test_a_moment_is_shown_where_the_reader_is(new_york):
    assert (clock.day("2026-11-23T02:00:00Z"), clock.time_of_day("2026-11-23T02:00:00Z")) == ("22 Nov 2026", "21:00")


def test_a_day_without_a_time_stays_that_day_everywhere(new_york):
    assert clock.day("2026-11-23T00:00:00Z") == "23 Nov 2026"
