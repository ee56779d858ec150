"""The date an article names itself by: in words and digits of its language, and in its calendar.

Understood are ISO 8601 and RFC 5322, days with a month's name in several languages (Levantine, Maghrebi and Iraqi names
among the Arabic), solar and lunar Hijri days, and years first in digits alone, in ASCII, Arabic or Persian digits.
Where a text names a Gregorian day beside another, the Gregorian one counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast, get_args

from briefing.clock import to_utc
from briefing.errors import DataError
from briefing.sources.calendars import Calendar, calendar_of, gregorian
from briefing.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

LIMIT = 400
"""Code points of a text that are looked at."""

_FILE = "months.toml"
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?!\d)\s{0,3}(am|pm|ص|م)?(?![^\W\d_])")
_ZONE = re.compile(r"\s?(?:[^\W\d]{1,12}\s){0,3}\(?(?:gmt|utc)?\s?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class _Months:
    patterns: tuple[re.Pattern[str], ...]
    places: dict[str, list[tuple[Calendar, int]]]


def find_date(text: str) -> str | None:
    """The moment a text names, as RFC 3339 in UTC; a day alone is its first moment, and without a zone UTC is taken.

    None for a text that names no day.
    """
    written = text.strip()[:LIMIT]
    found = to_utc(written)
    if found and calendar_of(int(found[:4])) in {"gregorian", None}:
        return found
    folded = fold(written)
    days = [*_named(folded), *_numeric(folded)]
    chosen = next((day for calendar, day in days if calendar == "gregorian"), days[0][1] if days else None)
    return to_utc(f"{chosen.isoformat()}{_time_in(folded)}") if chosen else None


def _named(text: str) -> Iterator[tuple[Calendar, date]]:
    """Days whose month is named."""
    months = _months()
    for found in (found for pattern in months.patterns for found in pattern.finditer(text)):
        year, day = int(found["year"]), int(found["day"])
        for calendar, month in months.places[found["month"]]:
            moment = gregorian(calendar, year, month, day) if _is_of(calendar, year) else None
            if moment:
                yield calendar, moment


def _numeric(text: str) -> Iterator[tuple[Calendar, date]]:
    """Days in digits alone: the year first, or last with the day first."""
    written = [(m[1], m[3], m[4]) for m in _YEAR_FIRST.finditer(text)]
    written += [(m[4], m[3], m[1]) for m in _DAY_FIRST.finditer(text)]
    for year, month, day in written:
        calendar = calendar_of(int(year))
        moment = gregorian(calendar, int(year), int(month), int(day)) if calendar else None
        if calendar and moment:
            yield calendar, moment


def _is_of(calendar: Calendar, year: int) -> bool:
    """Whether a year can be one of a calendar that the month's name speaks for."""
    known = calendar_of(year)
    return known == calendar or (calendar == "hijri" and known == "solar")


def _time_in(text: str) -> str:
    """The time of day in a text and its zone, in ISO 8601; empty when there is none."""
    found = _TIME.search(text)
    if found is None:
        return ""
    hour = int(found[1])
    if found[3] in {"pm", "م"} and hour < 12:
        hour += 12
    if found[3] in {"am", "ص"} and hour == 12:
        hour = 0
    zone = _ZONE.match(text, found.end())
    offset = f"{zone[1]}{int(zone[2]):02}:{zone[3] or '00'}" if zone else "+00:00"
    return f"T{hour:02}:{found[2]}{offset}"


@cache
def _months() -> _Months:
    import tomllib

    tables = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    places: dict[str, list[tuple[Calendar, int]]] = {}
    for name, languages in tables.items():
        if name not in get_args(Calendar):
            raise DataError(_FILE, name, languages, f"wanted one of {', '.join(get_args(Calendar))}")
        for language, months in languages.items():
            if len(months) != 12:
                raise DataError(_FILE, f"{name}.{language}", months, "wanted twelve months")
            for number, names in enumerate(months, 1):
                for month in names:
                    known = places.setdefault(fold(month), [])
                    known.extend({(cast("Calendar", name), number)} - set(known))
    return _Months(_patterns(places), places)


def _patterns(names: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Day, month and year in the orders in use; a second name of the month may stand behind a stroke or in brackets."""
    name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    month = rf"(?<![^\W\d_])ב?(?P<month>{name})(?![^\W\d_])\.?(?:\s?[/(]\s?(?:{name})\s?\)?)?"
    day, year = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?(?!\d)", r"(?<!\d)(?P<year>\d{4})(?!\d)"
    gap = r"(?:\s|[,،/-]|\bde\b|\bמ|من\b|ל|ב|عام|سنه){1,6}"
    orders = (rf"{day}{gap}{month}{gap}{year}", rf"{month}{gap}{day}{gap}{year}", rf"{year}{gap}{month}{gap}{day}")
    return tuple(re.compile(order) for order in (*orders, rf"{year}{gap}{day}{gap}{month}"))
