"""Times as somebody writes them in a query or behind --since: one notation for all of them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from briefing import clock

NOTATION = "2021-03-01, 2021-03, 12h, 3d, 2w, today, yesterday or monday"
"""What may be written, for messages and help."""

_WEEKDAY = re.compile("mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?")


class Period(NamedTuple):
    """A stretch of time in the reader's zone, the end exclusive."""

    start: datetime
    end: datetime


def period(text: str, at: datetime | None = None) -> Period | None:
    """The time that somebody writes as a day, a month or a year, as a word, or as how long ago; None if it is none.

    `2021-03-01`, `2021-03`, `2021`; `today`, `yesterday`, `monday` (the last one, today at the latest); `12h`, `3d`,
    `2w`, `6m`, `1y` ago, which lasts until now. Digits of any script count. `at` is the present moment.
    """
    present = at or datetime.now().astimezone()
    written = text.strip().lower()
    try:
        return _ago(written, present) or _named_day(written, present) or _calendar(written)
    except (ValueError, OverflowError):
        return None


def _ago(written: str, present: datetime) -> Period | None:
    """So long ago, until now; months have 30 days and years 365."""
    match = re.fullmatch(r"(\d{1,6})(h|d|w|m|y)", written)
    if match is None:
        return None
    return Period(present - timedelta(hours=clock.HOURS[match[2]] * int(match[1])), present)


def _named_day(written: str, present: datetime) -> Period | None:
    """Today, yesterday, or a weekday, whole or in three letters."""
    weekdays = [name.lower() for name in clock.WEEKDAYS]
    if written in ("today", "yesterday"):
        return _days(present, -(written == "yesterday"))
    if written[:3] not in weekdays or not _WEEKDAY.fullmatch(written):
        return None
    return _days(present, -((present.weekday() - weekdays.index(written[:3])) % 7))


def _days(present: datetime, offset: int) -> Period:
    """The whole local day that lies so many days from today."""
    day = present.date() + timedelta(days=offset)
    return Period(_midnight(day.year, day.month, day.day), _after_day(day.year, day.month, day.day))


def _calendar(written: str) -> Period | None:
    """A year, a month of it or a day of that."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", written)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    start = _midnight(year, month or 1, day or 1)
    if day:
        return Period(start, _after_day(year, month, day))
    end = (year, month + 1) if month and month < 12 else (year + 1, 1)
    return Period(start, _midnight(*end, 1))


def _midnight(year: int, month: int, day: int) -> datetime:
    """Where a local day begins."""
    return datetime(year, month, day).astimezone()


def _after_day(year: int, month: int, day: int) -> datetime:
    """Where the next local day begins, which need not be 24 hours later."""
    following = datetime(year, month, day) + timedelta(days=1)
    return _midnight(following.year, following.month, following.day)
