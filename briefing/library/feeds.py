"""The feeds of a library: which there are, and what has come of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing import clock
from briefing.errors import NotFoundError, UsageError
from briefing.feed import Feed
from briefing.model import Article
from briefing.store.sqlite.feeds import FeedStore, Stub
from briefing.text.fold import fold

if TYPE_CHECKING:
    from briefing.library.library import Intake, Library

FIRST_WAIT = timedelta(minutes=10)
"""After one failure; after each further one twice as long."""

LONGEST_WAIT = timedelta(hours=24)

TRIES = 8
"""Times that a page without text is fetched."""

NEVER = "9999-12-31T00:00:00Z"


class Arrival(NamedTuple):
    """An item of a feed with the article it became, not yet stored."""

    key: str
    digest: str
    """Of what the feed says of it: while that stays, it is not read again; empty for one that is noted already."""
    article: Article
    is_stub: bool = False
    """Its page gave no text, and is to be tried again."""


class Feeds:
    """Adding, listing and removing feeds, and the account that `sync` keeps. Methods raise StoreError.

    All of it stands in the file that new articles go to, whose numbers begin behind `base`.
    """

    def __init__(self, library: Library, store: FeedStore, base: int = 0) -> None:
        self._library = library
        self._store = store
        self._base = base

    def all(self) -> list[Feed]:
        """Every feed, in the order they were added."""
        return self._store.all()

    def writing(self) -> AbstractContextManager[None]:
        """The block's reads and writes, also those of `take_in`, as one change."""
        return self._store.writing()

    def article_counts(self) -> Mapping[int, int]:
        """How many articles came from each feed."""
        return self._store.article_counts()

    def add(self, feed: Feed) -> Feed:
        """Stores a feed (its number does not count); the one there is already if the address is known."""
        with self._store.writing():
            known = self._store.find(feed.url)
            if known is None:
                self._store.insert(feed)
                known = self._store.find(feed.url)
        assert known is not None
        return known

    def named(self, names: Sequence[str]) -> list[Feed]:
        """The feeds these words name, by number or by a part of title or address; all if there are no words.

        Raises NotFoundError for a name of none, UsageError for one of several.
        """
        feeds = self.all()
        return [_named(feeds, name) for name in names] if names else feeds

    def of_article(self, number: int) -> int | None:
        """Number of the feed that an article came from, the first one if it was in several."""
        return self._store.feed_of(number - self._base)

    def remove(self, feeds: Iterable[Feed]) -> None:
        """Forgets feeds; their articles stay."""
        self._store.delete([feed.number for feed in feeds])

    def fresh(self, feed: Feed, items: Mapping[str, str]) -> set[str]:
        """Which items, digests by key, are new or say something else than before."""
        known = self._store.known(feed.number, list(items))
        return {key for key, digest in items.items() if known.get(key) != digest}

    def take_in(self, feed: Feed, arrivals: Sequence[Arrival]) -> list[Intake]:
        """Stores articles with the note that their items have been seen; all of that or nothing."""
        with self._store.writing():
            # A page that failed must not take the place of a text that is there from elsewhere.
            needless = {
                it.key: number for it in arrivals if it.is_stub and (number := self._library.number_of(it.article))
            }
            wanted = [arrival for arrival in arrivals if arrival.key not in needless]
            intakes = self._library.take_in([arrival.article for arrival in wanted])
            came = list(zip(wanted, intakes, strict=True))
            numbers = {**needless, **{arrival.key: intake.number for arrival, intake in came}}
            here = {key: number - self._base for key, number in numbers.items() if number > self._base}
            self._store.note_items((feed.number, it.key, it.digest, here.get(it.key)) for it in arrivals if it.digest)
            self._store.complete_stubs(here[it.key] for it in wanted if not it.is_stub and it.key in here)
            for arrival, intake in came:
                if arrival.is_stub and intake.outcome != "removed":
                    self._store.note_stub(here[arrival.key], feed.number, 1, later(waiting(1)))
        return intakes

    def note_unreadable(self, feed: Feed, items: Mapping[str, str]) -> None:
        """Notes items, digests by key, that hold no article: while they stay as they are they are not read again."""
        self._store.note_items((feed.number, key, digest, None) for key, digest in items.items())

    def stubs_due(self, feed: Feed) -> list[Stub]:
        """Articles of the feed whose page is to be tried again."""
        return self._store.stubs_due(feed.number, clock.now())

    def with_stubs(self) -> set[int]:
        """Numbers of the feeds that have such articles."""
        return self._store.feeds_with_stubs(clock.now())

    def put_off(self, feed: Feed, stub: Stub) -> None:
        """Notes that an article's page gave nothing once more; after some tries it is left alone."""
        tries = stub.tries + 1
        due = later(waiting(tries)) if tries < TRIES else NEVER
        self._store.note_stub(stub.article, feed.number, tries, due)

    def confirm(self, feeds: Iterable[Feed]) -> None:
        """Notes that feeds had nothing new."""
        self._store.confirm([feed.number for feed in feeds], clock.now())

    def succeed(self, feed: Feed, etag: str | None, last_modified: str | None, moved: str | None = None) -> None:
        """Notes that all there is of a feed has been stored."""
        with self._store.writing():
            self._store.succeed(feed.number, clock.now(), etag, last_modified)
            if moved:
                self._store.move(feed.number, moved)

    def describe(self, feed: Feed, title: str, site: str | None) -> None:
        """Keeps what a feed says of itself, where the user has not named it."""
        self._store.describe(feed.number, title, site)

    def fail(self, feed: Feed, problem: str, retry_after: float | None = None) -> None:
        """Notes that a feed could not be taken in; it is asked again after a while that grows."""
        wait = max(timedelta(seconds=retry_after or 0), waiting(feed.failures + 1))
        self._store.fail(feed.number, clock.now(), problem, later(min(wait, LONGEST_WAIT)))


def waiting(failures: int) -> timedelta:
    """How long to leave a source alone after so many failures."""
    return min(FIRST_WAIT * int(2 ** min(failures - 1, 10)), LONGEST_WAIT)


def later(wait: timedelta) -> str:
    """The moment after a while, RFC 3339 in UTC."""
    return (datetime.now(UTC) + wait).strftime("%Y-%m-%dT%H:%M:%SZ")


def _named(feeds: Sequence[Feed], name: str) -> Feed:
    """The one feed that a number, or a part of title or address, names."""
    if name.isdecimal():
        found = [feed for feed in feeds if feed.number == int(name)]
    else:
        wanted = fold(name)
        found = [feed for feed in feeds if wanted in fold(feed.title) or wanted in fold(feed.url)]
        exact = [feed for feed in found if wanted in (fold(feed.title), fold(feed.url))]
        found = exact or found
    if not found:
        raise NotFoundError("feed", f"'{name}'", "briefing feeds list shows them.")
    if len(found) > 1:
        some = ", ".join(f"{feed.number} {feed.name}" for feed in found[:4])
        raise UsageError(f"'{name}' names {len(found)} feeds: {some}.", "Name it by its number.")
    return found[0]
