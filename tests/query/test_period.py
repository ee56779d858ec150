"""Times as somebody writes them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import clock
from briefing.query.period import period


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader in a zone with summer time."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2021-03-01", "2021-02-28T23:00:00Z", "2021-03-01T23:00:00Z"),
        ("2021-3-1", "2021-02-28T23:00:00Z", "2021-03-01T23:00:00Z"),
        ("٢٠٢١-٠٣-٠١", "2021-02-28T23:00:00Z", "2021-03-01T23:00:00Z"),
        ("2021-03-28", "2021-03-27T23:00:00Z", "2021-03-28T22:00:00Z"),
        ("2021-12", "2021-11-30T23:00:00Z", "2021-12-31T23:00:00Z"),
        ("2021", "2020-12-31T23:00:00Z", "2021-12-31T23:00:00Z"),
        ("today", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"),
        ("Yesterday", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z"),
        ("monday", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"),
        ("tue", "2026-11-16T23:00:00Z", "2026-11-17T23:00:00Z"),
        ("12h", "2026-11-22T21:14:00Z", "2026-11-23T09:14:00Z"),
        ("3d", "2026-11-20T09:14:00Z", "2026-11-23T09:14:00Z"),
        ("2w", "2026-11-09T09:14:00Z", "2026-11-23T09:14:00Z"),
    ],
)
def test_a_time_is_a_stretch_in_the_readers_zone(berlin: None, written: str, start: str, end: str) -> None:
    found = period(written, clock.local("2026-11-23T09:14:00Z"))

    assert found
    assert (clock.kept(found.start), clock.kept(found.end)) == (start, end)


@pytest.mark.parametrize(
    "written", ["", "soon", "2021-13", "2021-02-30", "3x", "monda", "0000", "999999y", "9999-12-31"]
)
def test_what_is_no_time_is_none(written: str) -> None:
    assert period(written) is None


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = period(text)
    assert found is None or found.start < found.end or text.strip().startswith("0")


def test_the_present_is_now_unless_told() -> None:
    found = period("1h")
    assert found
    assert abs((datetime.now().astimezone() - found.end).total_seconds()) < 60
