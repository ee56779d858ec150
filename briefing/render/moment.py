"""The present, as lists of articles need it: what is new, what is today."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Self

from briefing import clock
from briefing.model import ArticleRow


class Moment(NamedTuple):
    """The present as lists need it: what is new, and which day is today."""

    seen_until: str | None
    """End of the reader's last session; what was added later is new. None before the first one."""
    today: datetime

    @classmethod
    def now(cls, seen_until: str | None) -> Self:
        """The present of a reader whose last session ended then."""
        return cls(seen_until, datetime.now().astimezone())

    def flag(self, row: ArticleRow) -> str:
        """`N` new, `M` modified since it was read, `o` older and unread, or a space."""
        if row.version > 1 and row.state.read and (row.state.read_at or "") < row.updated:
            return "M"
        if row.state.read:
            return " "
        return "N" if self.seen_until is None or row.added > self.seen_until else "o"

    def flags(self, row: ArticleRow) -> str:
        """Two cells: the flag, then `*` for a starred article."""
        return self.flag(row) + ("*" if row.state.starred else " ")

    def when(self, row: ArticleRow) -> str:
        """Six cells: the time of arrival today, the day this year, else the year."""
        added = clock.local(row.added)
        if added.date() == self.today.date():
            return f"{added:%H:%M} "
        if added.year == self.today.year:
            return f"{clock.day(row.added).rsplit(' ', 1)[0]:>6}"
        return f"  {added.year}"
