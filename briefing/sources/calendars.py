"""Days of the calendars that news is dated in, as days of the Gregorian one."""

from __future__ import annotations

from datetime import date
from typing import Literal

Calendar = Literal["gregorian", "hijri", "solar"]
"""Gregorian, lunar Hijri (Umm al-Qura, as in Saudi Arabia) and solar Hijri (Iran, Afghanistan)."""

SOLAR_YEARS = range(1300, 1420)
"""A year without its calendar's name is solar Hijri in this range (1921 to 2041) …"""

HIJRI_YEARS = range(1420, 1500)
"""… lunar in this one (1999 to 2077) …"""

GREGORIAN_YEARS = range(1800, 2200)
"""… and Gregorian here."""

_SOLAR_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
"""Leap years in the 33-year cycle of the solar Hijri calendar, exact from 1178 to 1633 (Birashk; Heydari 2004)."""

_SOLAR_EPOCH = date(1921, 3, 21)
"""1 Farvardin 1300."""


def gregorian(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day in a calendar; None when the calendar has no such day."""
    try:
        if calendar == "gregorian":
            return date(year, month, day)
        return _of_hijri(year, month, day) if calendar == "hijri" else _of_solar(year, month, day)
    except (ValueError, OverflowError):
        return None


def calendar_of(year: int) -> Calendar | None:
    """The calendar a year belongs to where only its number is written."""
    if year in GREGORIAN_YEARS:
        return "gregorian"
    if year in SOLAR_YEARS:
        return "solar"
    return "hijri" if year in HIJRI_YEARS else None


def _of_hijri(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    return Hijri(year, month, day).to_gregorian()


def _of_solar(year: int, month: int, day: int) -> date | None:
    length = 31 if month <= 6 else 30 if month < 12 or _is_solar_leap(year) else 29
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= length):
        return None
    before = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return date.fromordinal(_new_year(year) + before + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of a solar year's first day."""
    step = 1 if year >= 1300 else -1
    leaps = sum(_is_solar_leap(between) for between in range(min(1300, year), max(1300, year)))
    return _SOLAR_EPOCH.toordinal() + (year - 1300) * 365 + step * leaps


def _is_solar_leap(year: int) -> bool:
    return year % 33 in _SOLAR_LEAPS
