"""Dates in the words, digits and calendars of articles."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.calendars import gregorian
from briefing.sources.dates import find_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("March 5th, 2024", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("5 марта 2024 г.", "2024-03-05"),
        ("4 de julio de 2023", "2023-07-04"),
        ("5 במרץ 2024", "2024-03-05"),
        ("23 Kasım 2026", "2026-11-23"),
        ("٢٣ نوفمبر ٢٠٢٦", "2026-11-23"),
        ("الاثنين 23 تشرين الثاني 2026", "2026-11-23"),
        ("5 كانون الثاني/يناير 2024", "2024-01-05"),
        ("3 جويلية 2022", "2022-07-03"),
        ("15 غشت 2023", "2023-08-15"),
        ("1 محرم 1446 هـ", "2024-07-07"),
        ("١ رمضان ١٤٤٥", "2024-03-11"),
        ("12 محرم 1446 هـ الموافق 18 يوليو 2024 م", "2024-07-18"),
        ("۱۲ مرداد ۱۴۰۳", "2024-08-02"),
        ("سه‌شنبه ۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("1403/05/12", "2024-08-02"),
        ("1403-05-12", "2024-08-02"),
        ("1446/01/12", "2024-07-18"),
        ("12 سنبله 1402", "2023-09-03"),
    ],
)
def test_a_day_is_read_in_its_calendar(text: str, day: str) -> None:
    assert find_date(text) == f"{day}T00:00:00Z"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Tue, 05 Mar 2024 10:00:00 +0200", "2024-03-05T08:00:00Z"),
        ("۱۲ مرداد ۱۴۰۳ ساعت ۱۴:۳۰", "2024-08-02T14:30:00Z"),
        ("5 مايو 2023 07:15 م", "2023-05-05T19:15:00Z"),
        ("5 May 2023 12:05 am", "2023-05-05T00:05:00Z"),
        ("05 آذار 2023 10:20 بتوقيت غرينتش (GMT+3)", "2023-03-05T07:20:00Z"),
    ],
)
def test_the_time_beside_a_day_is_read_with_its_zone(text: str, moment: str) -> None:
    assert find_date(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "30 فبراير 2024", "30 اسفند 1404", "mai 2024", "99.99.2024", "0001-01-01T00:00:00+14:00"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert find_date(text) is None


@given(st.dates(date(1925, 1, 1), date(2070, 1, 1)))
def test_every_gregorian_day_is_one_day_of_the_solar_calendar(day: date) -> None:
    year = day.year - 621
    found = [
        (y, month, number)
        for y in (year - 1, year)
        for month in range(1, 13)
        for number in range(1, 32)
        if gregorian("solar", y, month, number) == day
    ]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("year", "day"),
    [(1300, date(1921, 3, 21)), (1358, date(1979, 3, 21)), (1404, date(2025, 3, 21)), (1250, date(1871, 3, 21))],
)
def test_solar_years_begin_on_known_days(year: int, day: date) -> None:
    assert gregorian("solar", year, 1, 1) == day


@given(st.text(max_size=200))
def test_any_text_has_a_day_or_none(text: str) -> None:
    found = find_date(text)
    assert found is None or found.endswith("Z")
