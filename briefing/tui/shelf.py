"""The articles a list shows: all numbers, and rows that are read page by page as they are looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

from briefing import clock
from briefing.errors import BriefingError
from briefing.library import Library
from briefing.model import ArticleRow
from briefing.query.tree import EVERYTHING, Node
from briefing.render.moment import Moment

if TYPE_CHECKING:
    from briefing.library.catalogue import Order

PAGE = 64
"""Rows read at once."""

FIRST = 2000
"""Articles looked for before the first paint; reading a hundred thousand takes a noticeable time."""

KEPT_PAGES = 64
"""Pages kept in memory; the oldest one goes."""


@dataclass(frozen=True, slots=True)
class Day:
    """The articles that came in on one local day: positions in the list, end exclusive."""

    date: date
    first: int
    end: int


ORDERS: Final[dict[Order, str]] = {
    "arrival": "by arrival, newest first",
    "oldest": "by arrival, oldest first",
    "date": "by date, newest first",
    "relevance": "by relevance",
}
"""The orders of a list, and what they are called."""


@dataclass(frozen=True, slots=True)
class View:
    """Which articles a list shows, and in which order."""

    query: Node | None = None
    """None stands for all."""
    order: Order = "arrival"

    @property
    def words(self) -> str:
        """The order in words."""
        return ORDERS[self.order]


class Shelf:
    """Articles by position, at first all, the newest at 0. Methods that read raise StoreError, but for `row`."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._seen_until = library.last_session()
        self.numbers: list[int] = []
        self.days: list[Day] = []
        self.fresh = 0
        """Articles that came in since the last session; 0 in the first one, when all are new."""
        self.waiting = 0
        """Articles that have come in since the list was read."""
        self.failure: BriefingError | None = None
        """Why a row could not be read, until somebody has told the reader."""
        self.view = View()
        self._pages: dict[int, dict[int, ArticleRow]] = {}
        self.reload(FIRST)

    @property
    def is_partial(self) -> bool:
        """Whether only the newest articles have been read so far; `reload` reads all."""
        return self._partial

    def reload(self, limit: int | None = None) -> None:
        """Reads anew which articles there are, or so many of the newest."""
        # Before the list: what comes in between the two is told of once too often rather than never.
        self._arrived = self._library.arrived()
        arrivals = self._arrivals(limit)
        self._partial = len(arrivals) == limit
        self._take(arrivals)
        self.waiting = 0
        self._pages.clear()
        self._stamp = self._library.state_stamp()

    def show(self, view: View) -> bool:
        """Shows what a view asks for; if nothing fits it, everything stays, and the answer is False."""
        before, self.view = self.view, view
        arrived = self._library.arrived()
        try:
            arrivals = self._arrivals(None)
        except BriefingError:
            self.view = before
            raise
        if not arrivals:
            self.view = before
            return False
        self._partial = False
        self._take(arrivals)
        self._arrived, self.waiting = arrived, 0
        self._pages.clear()
        return True

    def _arrivals(self, limit: int | None) -> list[tuple[int, str]]:
        """Numbers and times of the articles in view."""
        view = self.view
        if view == View():
            return self._library.arrivals(limit)
        return self._library.found(view.query or EVERYTHING, None, view.order)

    def _take(self, arrivals: list[tuple[int, str]]) -> None:
        self.numbers, times = map(list, zip(*arrivals, strict=True)) if arrivals else ([], [])
        # Days part a list only where they come one after the other.
        self.days = _days(times) if self.view.order in ("arrival", "date") else []
        newest_first = self.view.order == "arrival"
        self.fresh = _newer(times, self._seen_until) if self._seen_until and newest_first else 0

    @property
    def moment(self) -> Moment:
        """The present, for flags and times of rows."""
        return Moment.now(self._seen_until)

    def __len__(self) -> int:
        return len(self.numbers)

    def row(self, position: int) -> ArticleRow | None:
        """The row at a position; None if the article has been removed meanwhile, or cannot be read: see `failure`."""
        try:
            return self._read(position)
        except BriefingError as error:
            self.failure = error
            return None

    def position(self, number: int) -> int | None:
        """Where an article stands."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return None

    def unread(self, position: int, step: int) -> int | None:
        """Position of the nearest unread article behind (1) or before (-1) a position."""
        end = len(self.numbers) if step > 0 else -1
        for place in range(position + step, end, step):
            row = self._read(place)
            if row and not row.state.read:
                return place
        return None

    def poll(self) -> list[int]:
        """Positions whose reading state another session, or this one, has changed since the last call.

        Also finds out how many articles are `waiting`.
        """
        self.waiting = self._library.arrived() - self._arrived
        stamp = self._library.state_stamp()
        if stamp == self._stamp:
            return []
        before, self._pages = self._pages, {}
        changed = [
            index * PAGE + offset
            for index, page in before.items()
            for offset, number in enumerate(self._numbers_of(index))
            if self._page(index).get(number) != page.get(number)
        ]
        self._stamp = stamp
        return changed

    def _read(self, position: int) -> ArticleRow | None:
        return self._page(position // PAGE).get(self.numbers[position])

    def _numbers_of(self, index: int) -> list[int]:
        return self.numbers[index * PAGE : (index + 1) * PAGE]

    def _page(self, index: int) -> dict[int, ArticleRow]:
        """Rows of one page by number."""
        if index not in self._pages:
            if len(self._pages) >= KEPT_PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[index] = {row.number: row for row in self._library.rows(self._numbers_of(index))}
        return self._pages[index]


def _newer(times: list[str], moment: str) -> int:
    """How many of the times, newest first, lie after a moment."""
    return bisect_left(times, True, key=lambda added: added <= moment)


def _days(times: list[str]) -> list[Day]:
    """The local days of arrivals, newest first; only one look a day into the list, however long it is."""
    days, first = [], 0
    while first < len(times):
        day = clock.local(times[first]).date()
        start = datetime.combine(day, time.min).astimezone().astimezone(UTC)
        begins = start.strftime("%Y-%m-%dT%H:%M:%SZ")
        end = max(bisect_right(times, False, first, key=lambda added: added < begins), first + 1)
        days.append(Day(day, first, end))
        first = end
    return days
