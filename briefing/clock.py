"""Times: RFC 3339 in UTC wherever they are kept, local where they are shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}
"""Hours in each unit of a length of time; months have 30 days and years 365."""


def now() -> str:
    """The present moment, to the second: `2026-11-23T09:14:00Z`."""
    return kept(datetime.now(UTC))


def to_utc(text: str | None) -> str | None:
    """A date or time in ISO 8601 or RFC 5322 as RFC 3339 in UTC; a date alone is its first moment; None if neither."""
    written = (text or "").strip()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        from email.utils import parsedate_to_datetime

        try:
            moment = parsedate_to_datetime(written)
        except (ValueError, TypeError):
            return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return kept(aware)
    except OverflowError:
        return None


def ago(length: str) -> str:
    """The moment that lies a length of time before now: `12h`, `30d`, `2w`, `6m` of 30 days, `2y` of 365.

    Raises:
        ValueError: the text is no length of time, or a longer one than there are years.
    """
    unit = HOURS.get(length[-1:])
    if unit is None or not length[:-1].isdecimal():
        raise ValueError(length)
    try:
        return kept(datetime.now(UTC) - timedelta(hours=int(length[:-1]) * unit))
    except OverflowError:
        raise ValueError(length) from None


def is_day(timestamp: str) -> bool:
    """Whether a kept time stands for a whole day: its first moment in UTC, which sources give that know no time."""
    return timestamp.endswith("T00:00:00Z")


def local(timestamp: str) -> datetime:
    """A kept time in the reader's zone."""
    return datetime.fromisoformat(timestamp).astimezone()


def day(timestamp: str) -> str:
    """The local day in words that every reader parts the same way: `23 Nov 2026`."""
    moment = datetime.fromisoformat(timestamp) if is_day(timestamp) else local(timestamp)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def day_this_year(timestamp: str) -> str:
    """The local day, its year only if it is not the present one: `23 Nov`."""
    return day(timestamp).removesuffix(f" {datetime.now().astimezone().year}")


def briefly(timestamp: str) -> str:
    """The local time if it is today, else the day: `09:14`, `22 Nov`."""
    today = local(timestamp).date() == datetime.now().astimezone().date()
    return time_of_day(timestamp) if today else day_this_year(timestamp)


def time_of_day(timestamp: str) -> str:
    """The local time: `09:14`."""
    return f"{local(timestamp):%H:%M}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""English abbreviations; strftime's would follow the locale."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def kept(moment: datetime) -> str:
    """A moment as it is kept, to the second."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"
