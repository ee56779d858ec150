"""Feeds and what has been seen of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, cast

from briefing.feed import Feed, FeedKind, FullText
from briefing.store.sqlite.database import failures_of, transaction

_COLUMNS = (
    "number, url, title, kind, site, tags, private, full_text, added, etag, last_modified, checked, succeeded, due, "
    "failures, problem"
)


class Stub(NamedTuple):
    """An article whose page gave no text yet."""

    article: int
    url: str
    title: str
    tries: int


class FeedStore:
    """The feeds of one library file. Methods raise StoreError when it cannot be read or written."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The block's reads and writes as one change."""
        with transaction(self._connection, self._path):
            yield

    def all(self) -> list[Feed]:
        """Every feed, in the order they were added."""
        return [_feed_of(row) for row in self._rows(f"SELECT {_COLUMNS} FROM feeds ORDER BY number")]  # noqa: S608

    def find(self, url: str) -> Feed | None:
        """The feed with this address."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM feeds WHERE url = ?", url)  # noqa: S608
        return _feed_of(rows[0]) if rows else None

    def insert(self, feed: Feed) -> int:
        """Stores a new feed; returns its number."""
        with self.writing():
            cursor = self._connection.execute(
                "INSERT INTO feeds (url, kind, title, site, tags, private, full_text, added) VALUES (?,?,?,?,?,?,?,?)",
                (
                    *(feed.url, feed.kind, feed.title, feed.site, json.dumps(feed.tags, ensure_ascii=False)),
                    *(feed.private, feed.full_text, feed.added),
                ),
            )
            return int(cursor.lastrowid or 0)

    def delete(self, numbers: Iterable[int]) -> None:
        """Forgets feeds; their articles stay."""
        self._change("DELETE FROM feeds WHERE number = ?", [(number,) for number in numbers])

    def describe(self, number: int, title: str, site: str | None) -> None:
        """Keeps what a feed says of itself; a title the user gave stays."""
        query = (
            "UPDATE feeds SET title = CASE title WHEN '' THEN ? ELSE title END, site = coalesce(?, site) "
            "WHERE number = ?"
        )
        self._change(query, [(title, site, number)])

    def move(self, number: int, url: str) -> None:
        """Notes a feed's new address, unless it is another feed's."""
        self._change("UPDATE OR IGNORE feeds SET url = ? WHERE number = ?", [(url, number)])

    def succeed(self, number: int, at: str, etag: str | None, last_modified: str | None) -> None:
        """Notes that all of a feed has been taken in, and by what the next answer is compared."""
        query = (
            "UPDATE feeds SET checked = ?, succeeded = ?, etag = ?, last_modified = ?, due = NULL, failures = 0, "
            "problem = NULL WHERE number = ?"
        )
        self._change(query, [(at, at, etag, last_modified, number)])

    def confirm(self, numbers: Iterable[int], at: str) -> None:
        """Notes that feeds were asked and had nothing new."""
        query = "UPDATE feeds SET checked = ?, succeeded = ?, due = NULL, failures = 0, problem = NULL WHERE number = ?"
        self._change(query, [(at, at, number) for number in numbers])

    def fail(self, number: int, at: str, problem: str, due: str) -> None:
        """Notes that a feed could not be taken in, and when to ask again."""
        query = "UPDATE feeds SET checked = ?, problem = ?, due = ?, failures = failures + 1 WHERE number = ?"
        self._change(query, [(at, problem, due, number)])

    def known(self, feed: int, keys: Sequence[str]) -> dict[str, str]:
        """What was seen of these items of a feed: the digest of their content by key."""
        found: dict[str, str] = {}
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, content FROM feed_items WHERE feed = ? AND key IN ({marks})"  # noqa: S608
            found.update((row["key"], row["content"]) for row in self._rows(query, feed, *some))
        return found

    def note_items(self, items: Iterable[tuple[int, str, str, int | None]]) -> None:
        """Notes items as seen: feed, key, digest of the content, number of the article."""
        self._change("INSERT OR REPLACE INTO feed_items VALUES (?, ?, ?, ?)", list(items))

    def feed_of(self, article: int) -> int | None:
        """Number of the first feed that an article came from."""
        rows = self._rows("SELECT min(feed) AS feed FROM feed_items WHERE article = ?", article)
        return cast("int | None", rows[0]["feed"])

    def article_counts(self) -> Mapping[int, int]:
        """How many articles came from each feed."""
        query = "SELECT feed, count(DISTINCT article) AS articles FROM feed_items GROUP BY feed"
        return {row["feed"]: row["articles"] for row in self._rows(query)}

    def stubs_due(self, feed: int, at: str) -> list[Stub]:
        """The feed's articles without a body whose page is to be tried again."""
        query = (
            "SELECT article, articles.url AS url, title, tries FROM stubs JOIN articles ON number = article "
            "WHERE feed = ? AND due <= ? AND articles.url IS NOT NULL ORDER BY article"
        )
        return [Stub(row["article"], row["url"], row["title"], row["tries"]) for row in self._rows(query, feed, at)]

    def feeds_with_stubs(self, at: str) -> set[int]:
        """The feeds that have such articles."""
        return {row["feed"] for row in self._rows("SELECT DISTINCT feed FROM stubs WHERE due <= ?", at)}

    def note_stub(self, article: int, feed: int, tries: int, due: str) -> None:
        """Notes that an article has no body yet."""
        self._change("INSERT OR REPLACE INTO stubs VALUES (?, ?, ?, ?)", [(article, feed, tries, due)])

    def complete_stubs(self, articles: Iterable[int]) -> None:
        """Notes that articles have their bodies now."""
        self._change("DELETE FROM stubs WHERE article = ?", [(article,) for article in articles])

    def _change(self, query: str, values: Sequence[tuple[object, ...]]) -> None:
        if values:
            with self.writing():
                self._connection.executemany(query, values)

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with failures_of(self._path):
            return self._connection.execute(query, values).fetchall()


def _feed_of(row: sqlite3.Row) -> Feed:
    return Feed(
        **{key: row[key] for key in row.keys() if key not in {"tags", "private", "kind", "full_text"}},  # noqa: SIM118
        tags=tuple(json.loads(row["tags"])),
        private=bool(row["private"]),
        kind=cast("FeedKind", row["kind"]),
        full_text=cast("FullText", row["full_text"]),
    )
