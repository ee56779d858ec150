"""SQL conditions with their values. Nothing a user wrote becomes part of the SQL: it is all handed over as values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from briefing import clock
from briefing.query.period import Period, period


class Condition(NamedTuple):
    """An SQL expression and its values, in their order."""

    sql: str
    values: tuple[object, ...] = ()

    def negated(self) -> Condition:
        """The opposite; what is unknown counts as not so."""
        return Condition(f"NOT coalesce({self.sql}, 0)", self.values)


def joined(operator: str, parts: Iterable[Condition]) -> Condition:
    """The conditions with an operator between them; without any, what is always so."""
    parts = tuple(parts)
    if not parts:
        return Condition("1")
    sql = f" {operator} ".join(part.sql for part in parts)
    return Condition(f"({sql})", tuple(value for part in parts for value in part.values))


def timed(name: str, value: str) -> Condition:
    """What a field of time says of an article `a`.

    `after`, `before` and `on` speak of the article's own date, else of its arrival; `newer` and `older` of its arrival.
    """
    stretch = period(value)
    assert stretch, value
    match name:
        case "after":
            return _dated(">=", stretch.start)
        case "before":
            return _dated("<", stretch.start)
        case "on":
            return joined("AND", (_dated(">=", stretch.start), _dated("<", stretch.end)))
    return _arrived(">=" if name == "newer" else "<", stretch)


def _dated(comparison: str, limit: datetime) -> Condition:
    """The article's date beside a moment; one without a time is that day in every zone."""
    moment = "CASE WHEN a.published LIKE '%T00:00:00Z' THEN ? ELSE ? END"
    day = f"{limit.year:04}-{limit.month:02}-{limit.day:02}T00:00:00Z"
    return Condition(f"coalesce(a.published, a.added) {comparison} {moment}", (day, clock.kept(limit)))


def _arrived(comparison: str, stretch: Period) -> Condition:
    return Condition(f"a.added {comparison} ?", (clock.kept(stretch.start),))
