"""Articles in SQLite: kept in versions, found by number or content key, listed newest first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.model import Article, Quote, Section
from briefing.store.sqlite import records
from briefing.store.sqlite.database import connect, failures_of, transaction
from briefing.store.sqlite.rights import is_writable

if TYPE_CHECKING:
    from briefing.store.search.finder import Finder
    from briefing.store.sqlite.feeds import FeedStore
    from briefing.store.sqlite.trash import Trash

ANALYSIS_VERSION = 7
"""Rises when the text core gives other results, so that stored articles can be analysed again."""


class Place(NamedTuple):
    """A library file and a number in it."""

    store: ArticleStore
    number: int


class ArticleStore:
    """The library's file. Methods raise StoreError when it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect(path)

    @property
    def feeds(self) -> FeedStore:
        """The feeds of this file."""
        from briefing.store.sqlite.feeds import FeedStore

        return FeedStore(self._connection, self._path)

    @property
    def trash(self) -> Trash:
        """The articles removed from this file."""
        from briefing.store.sqlite.trash import Trash

        return Trash(self._connection, self._path)

    @property
    def is_writable(self) -> bool:
        """Whether this user may change the file."""
        return is_writable(self._path)

    def file_of(self, number: int) -> Place:
        """The file that holds an article with this number, and its number there."""
        return Place(self, number)

    def files(self) -> Sequence[Place]:
        """All files, each with the number that its numbers begin behind."""
        return [Place(self, 0)]

    def intake_file(self) -> Place:
        """The file that new articles go to, and the number that its numbers begin behind."""
        return Place(self, 0)

    def close(self) -> None:
        """Releases the file."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The block's reads and writes as one change that no other process comes between."""
        with transaction(self._connection, self._path):
            yield

    def find(self, keys: Iterable[str]) -> int | None:
        """Number of the article that any of the content keys names."""
        for key in keys:
            found = self._one("SELECT article FROM keys WHERE key = ?", key)
            if found:
                return int(found["article"])
        return None

    def insert(self, article: Article, keys: Iterable[str], at: str, content: str | None = None) -> int:
        """Stores a new article under all its keys at time `at`; returns its number, which is never given again.

        `content` is the key of what it says, here and below, if the caller knows it: a hash over the whole text.
        """
        from briefing.store.sqlite import fulltext

        with self.writing():
            cursor = self._connection.execute(
                "INSERT INTO articles (id, version, title, language, direction, url, source, agency, author, "
                "published, added, updated, sections, quotes, analysis_version) "
                "VALUES (?,1,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (article.id, *_head(article), at, at, *_counts(article), ANALYSIS_VERSION),
            )
            number = int(cursor.lastrowid or 0)
            self._write_keys(number, keys)
            self._write_content(number, replace(article, version=1), content)
            headings = [section.heading for section in article.sections]
            entry = fulltext.entry_of(number, article.title, article.language, headings, article.text)
            fulltext.index_later(self._connection, entry)
        return number

    def update(self, number: int, article: Article, keys: Iterable[str], at: str, content: str | None = None) -> int:
        """Stores a changed article as the next version; the earlier ones stay. Returns the version."""
        from briefing.store.sqlite import fulltext

        with self.writing():
            version = int(self._required("SELECT version FROM articles WHERE number = ?", number)["version"]) + 1
            fulltext.unindex(self._connection, number)
            self._connection.execute(
                "INSERT OR REPLACE INTO superseded SELECT number, version, title, updated FROM articles WHERE number=?",
                (number,),
            )
            self._connection.execute(
                "UPDATE articles SET version=?, title=?, language=?, direction=?, url=coalesce(?,url), "
                "source=coalesce(?,source), agency=coalesce(?,agency), author=coalesce(?,author), "
                "published=coalesce(?,published), updated=?, "
                "sections=?, quotes=?, analysis_version=? WHERE number=?",
                (version, *_head(article), at, *_counts(article), ANALYSIS_VERSION, number),
            )
            self._learn_keys(number, keys)
            kept = replace(article, version=version, quotes=self._renumbered(number, article.quotes))
            self._write_content(number, kept, content)
            fulltext.index(self._connection, number)
        return version

    def reanalyse(self, number: int, article: Article) -> None:
        """Puts the article's sections and quotes in place of those of its present version.

        Quotes found before keep their numbers. Those no longer found leave theirs behind, in a version 0 that no
        article has, so that no other quote gets them.
        """
        with self.writing():
            quotes = self._renumbered(number, article.quotes)
            place = (number, article.version)
            gone = {quote.number for quote in self.quotes(*place)} - {quote.number for quote in quotes}
            move = "UPDATE OR REPLACE quotes SET version = 0 WHERE article = ? AND version = ? AND number = ?"
            self._connection.executemany(move, [(*place, lost) for lost in gone])
            for table in ("sections", "quotes"):
                self._connection.execute(f"DELETE FROM {table} WHERE article = ? AND version = ?", place)  # noqa: S608
            self._write_parts(number, replace(article, quotes=quotes))
            self._connection.execute(
                "UPDATE articles SET agency=?, sections=?, quotes=?, analysis_version=? WHERE number=?",
                (article.agency, *_counts(article), ANALYSIS_VERSION, number),
            )

    def stale(self) -> list[int]:
        """Numbers of the articles that an older engine has analysed, the newest first."""
        query = "SELECT number FROM articles WHERE analysis_version < ? ORDER BY number DESC"
        return [row["number"] for row in self._all(query, ANALYSIS_VERSION)]

    def superseded(self, number: int) -> list[sqlite3.Row]:
        """Version, title and time of arrival of the earlier versions."""
        return self._all("SELECT version, title, at FROM superseded WHERE article = ? ORDER BY version", number)

    def holds(self, number: int, content: str) -> bool:
        """Whether any version of the article numbered so says the same; an old copy is no news."""
        return self._one("SELECT 1 FROM bodies WHERE article = ? AND content = ?", number, content) is not None

    def complete(self, number: int, article: Article, keys: Iterable[str]) -> None:
        """Fills in what an earlier copy of the same article did not say, and learns its further keys."""
        with self.writing():
            self._connection.execute(
                "UPDATE articles SET url=coalesce(url,?), source=coalesce(source,?), agency=coalesce(agency,?), "
                "author=coalesce(author,?), published=coalesce(published,?) WHERE number=?",
                (article.url, article.source, article.agency, article.author, article.published, number),
            )
            self._learn_keys(number, keys)

    def identify(self, speakers: Sequence[str], person: str) -> int:
        """Gives quotes of speakers by these names, however the letters are written, a person's id; how many."""
        from briefing.text.fold import fold

        wanted = {fold(name) for name in speakers}
        query = "UPDATE quotes SET person = ? WHERE speaker IN (SELECT value FROM json_each(?))"
        with self.writing():
            names = self._all("SELECT DISTINCT speaker FROM quotes WHERE speaker IS NOT NULL")
            same = [row["speaker"] for row in names if fold(row["speaker"]) in wanted]
            return self._connection.execute(query, (person, json.dumps(same))).rowcount

    def count(self) -> int:
        """How many articles there are."""
        return int(self._required("SELECT count(*) AS articles FROM articles")["articles"])

    def page(self, after: tuple[str, int] | None, limit: int) -> list[sqlite3.Row]:
        """List records, the newest arrival first: the next ones `after` a time of arrival and number."""
        where = "" if after is None else "WHERE (added, number) < (?, ?) "
        query = f"SELECT {records.ROW_COLUMNS} FROM articles {where}ORDER BY added DESC, number DESC LIMIT ?"  # noqa: S608
        return self._all(query, *(after or ()), limit)

    def arrivals(self, limit: int | None = None) -> list[tuple[int, str]]:
        """Number and time of arrival of all articles, or so many of them, the newest first."""
        with failures_of(self._path):
            cursor = self._connection.cursor()
            # Plain tuples: of a hundred thousand rows the named ones cost four times as much.
            cursor.row_factory = None
            query = "SELECT number, added FROM articles ORDER BY added DESC, number DESC LIMIT ?"
            # SQLite takes a negative limit for none.
            cursor.execute(query, (-1 if limit is None else limit,))
            return cursor.fetchall()

    def unchanged_since(self, moment: str) -> list[tuple[int, str]]:
        """Number and content key of the articles that came in and last changed before a moment, the oldest first."""
        query = "SELECT number, id FROM articles WHERE added < ?1 AND updated < ?1 ORDER BY added, number"
        return [(row["number"], row["id"]) for row in self._all(query, moment)]

    def arrived(self) -> int:
        """How many articles have ever come in: it rises by one with each."""
        return int(
            self._required("SELECT coalesce(max(seq), 0) AS n FROM sqlite_sequence WHERE name = 'articles'")["n"]
        )

    def aliases(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """For keys of articles the others that these are known under; at most a few hundred keys at a time."""
        query = (
            "SELECT own.key AS own, other.key AS other FROM keys AS own CROSS JOIN keys AS other "  # noqa: S608
            f"ON other.article = own.article AND other.key <> own.key WHERE own.key IN ({','.join('?' * len(keys))})"
        )
        found: dict[str, list[str]] = {}
        for row in self._all(query, *keys):
            found.setdefault(row["own"], []).append(row["other"])
        return found

    def numbers_between(self, first: int, last: int) -> list[int]:
        """Numbers of the articles in a range, both ends included, the lowest first."""
        rows = self._all("SELECT number FROM articles WHERE number BETWEEN ? AND ? ORDER BY number", first, last)
        return [row["number"] for row in rows]

    def heads(self, numbers: Sequence[int]) -> list[sqlite3.Row]:
        """The list records of the articles named, in the order asked for; unknown numbers are left out."""
        marks = ",".join("?" * len(numbers))
        found = self._all(f"SELECT {records.ROW_COLUMNS} FROM articles WHERE number IN ({marks})", *numbers)  # noqa: S608
        by_number = {row["number"]: row for row in found}
        return [by_number[number] for number in numbers if number in by_number]

    def record(self, number: int) -> sqlite3.Row | None:
        """The article's own record, or None."""
        return self._one("SELECT * FROM articles WHERE number = ?", number)

    def body(self, number: int, version: int) -> sqlite3.Row | None:
        """The article's text and removed lines in one version, or None."""
        return self._one("SELECT * FROM bodies WHERE article = ? AND version = ?", number, version)

    def sections(self, number: int, version: int) -> list[Section]:
        """The sections of one version, the lead first."""
        query = f"SELECT {records.SECTION_COLUMNS} FROM sections WHERE article = ? AND version = ? ORDER BY position"  # noqa: S608
        return [records.section_of(row) for row in self._all(query, number, version)]

    def quotes(self, number: int, version: int) -> list[Quote]:
        """The quotes of one version in reading order."""
        query = f"SELECT {records.QUOTE_COLUMNS} FROM quotes WHERE article = ? AND version = ? ORDER BY start, number"  # noqa: S608
        return [records.quote_of(row) for row in self._all(query, number, version)]

    def finder(self, state_file: Path) -> Finder:
        """What finds articles by queries; the reading state it asks is that of the file."""
        from briefing.store.search.finder import Finder
        from briefing.store.search.spoken import SpokenTable
        from briefing.store.search.stateindex import StateIndex

        spoken = SpokenTable(self._connection, state_file)
        return Finder(self._connection, self._path, StateIndex(state_file), spoken)

    def _renumbered(self, number: int, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """Quotes that an earlier version had keep their numbers; new ones get numbers never used before."""
        known = {row["id"]: row["number"] for row in self._all("SELECT id, number FROM quotes WHERE article=?", number)}
        after = max(known.values(), default=0)
        new = iter(range(after + 1, after + len(quotes) + 1))
        numbers = {quote.number: known.get(quote.id) or next(new) for quote in quotes}
        return tuple(
            quote._replace(
                number=numbers[quote.number],
                carried_from=numbers.get(quote.carried_from) if quote.carried_from else None,
            )
            for quote in quotes
        )

    def _write_keys(self, number: int, keys: Iterable[str]) -> bool:
        """Notes the keys an article is known under; says whether any is new."""
        rows = [(key, number) for key in keys]
        return self._connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", rows).rowcount > 0

    def _learn_keys(self, number: int, keys: Iterable[str]) -> None:
        """The same of an article that may have been read already, under a key that is new (see `unread`)."""
        if self._write_keys(number, keys):
            self._connection.execute("INSERT INTO aliased (article) VALUES (?)", (number,))

    def _write_content(self, number: int, article: Article, content: str | None) -> None:
        """Body, sections and quotes of one version."""
        place = (number, article.version)
        texts = records.compressed(article.text), records.compressed_lines(article.removed)
        body = (*place, content or _content(article), *texts)
        self._connection.execute("INSERT INTO bodies VALUES (?, ?, ?, ?, ?)", body)
        self._write_parts(number, article)

    def _write_parts(self, number: int, article: Article) -> None:
        """Sections and quotes of one version."""
        place = (number, article.version)
        self._insert_all("sections", [(*place, *records.section_values(section)) for section in article.sections])
        self._insert_all(
            f"quotes (article, version, {records.QUOTE_COLUMNS})",
            [(*place, *records.quote_values(quote)) for quote in article.quotes],
        )

    def _insert_all(self, table: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def _all(self, query: str, *values: object) -> list[sqlite3.Row]:
        with failures_of(self._path):
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> sqlite3.Row | None:
        rows = self._all(query, *values)
        return rows[0] if rows else None

    def _required(self, query: str, *values: object) -> sqlite3.Row:
        (row,) = self._all(query, *values)
        return row


def _head(article: Article) -> tuple[object, ...]:
    """What is said about an article, in the order of the table's columns."""
    place = (article.url, article.source, article.agency, article.author, article.published)
    return (article.title, article.language, article.direction, *place)


def _content(article: Article) -> str:
    """Key of what an article says."""
    from briefing.text.identity import body_key

    return body_key(article.title, article.text)


def _counts(article: Article) -> tuple[int, int]:
    """Headed sections, and quotes in marks."""
    return len(article.sections) - 1, sum(quote.kind != "indirect" for quote in article.quotes)
