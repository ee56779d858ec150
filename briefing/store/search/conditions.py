"""Parts of a query as SQL conditions on an article `a`, and on a quote `q` of it where quotes are asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol

from briefing.query.fields import TIMES
from briefing.query.tree import And, Field, Node, Not, Numbers, Or, Phrase, Word
from briefing.store.search.condition import Condition, joined, timed
from briefing.store.search.expression import Match, heading_match, match_of, table_of
from briefing.store.search.spoken import Spoken
from briefing.text.fold import fold

STUB_BYTES = 100
"""A compressed body up to this length is no body: a consent wall's line or two."""

_PRESENT = {
    "sections": "sections AS r WHERE r.article = a.number AND r.version = a.version",
    "quotes": "quotes AS r WHERE r.article = a.number AND r.version = a.version AND r.kind <> 'indirect'",
}
"""Rows of the article's present version, in each table that has some; a column behind it takes a + lest SQLite
walk through all rows of a name instead."""

_UNREAD = Condition("EXISTS (SELECT 1 FROM state.unread WHERE library = state_library() AND number = a.number)")
"""By the table that `unread.resolve` keeps; `state_library()` is the library's id in it."""

_OF_TAGGED_FEED = (
    "a.number IN (SELECT i.article FROM feeds AS f, json_each(f.tags) AS t JOIN feed_items AS i ON i.feed = f.number "
    "WHERE folded(t.value) = ?)"
)
"""Articles that came from a feed with a tag; the reader has not tagged them himself."""


class Names(Protocol):
    """What the library's columns hold."""

    spoken: Spoken
    """Where speakers stand."""

    def having(self, table: str, column: str, part: str) -> list[str]:
        """Different values of a column that hold a folded part."""

    def speaking(self, name: str) -> list[str]:
        """Speakers whose name holds a part, or who are the same persons by another name."""

    def are_common(self, table: str, column: str, names: Sequence[str]) -> bool:
        """Whether so many rows bear one of the names that looking at articles one by one finds some soon."""


def asks_of_state(node: Node) -> bool:
    """Whether the reading state has to be attached to answer."""
    match node:
        case Field(name, value):
            return name == "tag" or (name, value) in _OF_STATE
        case Not(part):
            return asks_of_state(part)
        case And(parts) | Or(parts):
            return any(map(asks_of_state, parts))
    return False


_OF_STATE = {("is", "unread"), ("is", "read"), ("is", "starred"), ("has", "tag"), ("has", "note")}


class Conditions:
    """Makes conditions; with `quotes`, speakers, topics and sections are those of the quote `q` itself."""

    def __init__(self, names: Names, *, quotes: bool = False) -> None:
        self._names = names
        self._quotes = quotes

    def of(self, node: Node) -> Condition:
        """The condition of a part of a query."""
        if table := table_of(node):
            return matched(match_of(node, table))
        match node:
            case Not(part):
                return self.of(part).negated()
            case And(parts):
                return joined("AND", map(self.of, parts))
            case Or(parts):
                return joined("OR", map(self.of, parts))
            case Numbers(first, last):
                return Condition("a.number BETWEEN ? AND ?", (first, last))
            case Field():
                return self._field(node)
            case Word() | Phrase():
                raise AssertionError(node)

    def _field(self, field: Field) -> Condition:
        name, value = field.name, field.value
        match name:
            case "is":
                return _FLAGS[value]
            case "has":
                return _POSSESSIONS[value]
            case "lang":
                return Condition(
                    "? IN (a.language, substr(a.language, 1, instr(a.language || '-', '-') - 1))", (value,)
                )
            case "tag":
                own = _of_keys("SELECT key FROM state.tags WHERE folded(tag) = ?", (fold(value),))
                return joined("OR", (own, Condition(_OF_TAGGED_FEED, (fold(value),))))
            case "url":
                return Condition("instr(lower(a.url), lower(?))", (value,))
            case "source":
                return joined("OR", (self._of_article(column, value) for column in ("source", "agency")))
            case "author":
                return self._of_article(name, value)
            case _ if name in TIMES:
                return timed(name, value)
        return self._of_quote(name, value) if self._quotes else self._of_rows(name, value)

    def _of_rows(self, name: str, value: str) -> Condition:
        """What is said of speakers, topics or sections of the article."""
        match name:
            case "speaker":
                return self._of_speakers(self._names.speaking(value))
            case "topic":
                return joined("OR", (*self._labelled("label", value), *self._labelled("topics", value)))
            case "section":
                return joined("OR", (matched(heading_match(value)), *self._labelled("label", value)))
        raise AssertionError(name)

    def _of_quote(self, name: str, value: str) -> Condition:
        """The same of one quote: its own speaker, its own section."""
        if name == "speaker":
            return Condition(f"{self._names.spoken.speaker} IN {_LISTED}", (json.dumps(self._names.speaking(value)),))
        own = "EXISTS (SELECT 1 FROM sections AS r WHERE r.article = q.article AND r.version = q.version"
        columns = ("label", "topics") if name == "topic" else ("label", "heading")
        either = joined("OR", (Condition(f"instr(folded(r.{column}), ?)", (fold(value),)) for column in columns))
        unless = self._names.spoken.unlabelled
        by_analysis = Condition(f"{own} AND r.position = q.section AND {either.sql}{unless})", either.values)
        if not unless:
            return by_analysis
        said = "l.article = q.article AND l.position = q.section AND instr(folded(l.label), ?)"
        by_reader = Condition(f"EXISTS (SELECT 1 FROM temp.relabelled AS l WHERE {said})", (fold(value),))  # noqa: S608
        return joined("OR", (by_analysis, by_reader))

    def _labelled(self, column: str, value: str) -> list[Condition]:
        """Articles with a section labelled so by the analysis, or by the reader."""
        unless = self._names.spoken.unlabelled
        found = [self._any("sections", column, value, unless)]
        if unless and column == "label":
            rows = "SELECT article FROM temp.relabelled WHERE instr(folded(label), ?)"
            found.append(Condition(f"a.number IN ({rows})", (fold(value),)))
        return found

    def _any(self, table: str, column: str, value: str, unless: str = "") -> Condition:
        """Articles with a row in a table whose column holds the value as a part, however the letters are written."""
        return self._among(table, column, self._names.having(table, column, fold(value)), unless)

    def _of_speakers(self, found: Sequence[str]) -> Condition:
        """Articles with a quote of one of the speakers, or with one that the reader says is theirs."""
        spoken = self._names.spoken
        by_analysis = self._among("quotes", "speaker", found, spoken.unless)
        if spoken.apart is None:
            return by_analysis
        apart = Condition(f"a.number IN ({spoken.apart} IN {_LISTED})", (json.dumps(found),))
        return joined("OR", (by_analysis, apart))

    def _among(self, table: str, column: str, found: Sequence[str], unless: str = "") -> Condition:
        """The same for a column that is one of the values found."""
        listed = (json.dumps(found),)
        present = f"EXISTS (SELECT 1 FROM {_PRESENT[table]} AND +r.{column} IN {_LISTED}{unless})"  # noqa: S608
        if self._names.are_common(table, column, found):
            return Condition(present, listed)
        rows = f"SELECT article FROM {table} WHERE {column} IN {_LISTED}"  # noqa: S608
        return Condition(f"(a.number IN ({rows}) AND {present})", listed * 2)

    def _of_article(self, column: str, value: str) -> Condition:
        """Articles whose own column holds the value as a part."""
        return Condition(f"a.{column} IN {_LISTED}", (json.dumps(self._names.having("articles", column, fold(value))),))


_LISTED = "(SELECT value FROM json_each(?))"


def matched(match: Match) -> Condition:
    """Articles the full-text index names."""
    table = match.table
    return Condition(f"a.number IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (match.expression,))  # noqa: S608


def _of_keys(query: str, values: tuple[object, ...] = ()) -> Condition:
    """Articles that are known under one of the keys the query gives."""
    return Condition(f"a.number IN (SELECT article FROM keys WHERE key IN ({query}))", values)  # noqa: S608


_FLAGS = {
    "unread": _UNREAD,
    "read": _UNREAD.negated(),
    "starred": _of_keys("SELECT key FROM state.marks WHERE starred"),
    "stub": Condition(
        "(a.number IN (SELECT article FROM stubs) OR "
        "(SELECT length(text) <= ? FROM bodies WHERE article = a.number AND bodies.version = a.version))",
        (STUB_BYTES,),
    ),
}
_POSSESSIONS = {
    "quotes": Condition("a.quotes > 0"),
    "note": _of_keys("SELECT key FROM state.notes"),
    "tag": _of_keys("SELECT key FROM state.tags"),
}
