"""Parts of a query as SQL conditions on an article `a` (and a quote `q` of it, where quotes are asked for).

Nothing a user wrote becomes part of the SQL: it is all handed over as values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from briefing import clock
from briefing.query import And, Field, Node, Not, Numbers, Or, Phrase, Word
from briefing.query.period import Period, period
from briefing.store.expression import Match, heading_match, is_textual, match_of
from briefing.text.fold import fold


class Condition(NamedTuple):
    """An SQL expression and its values, in their order."""

    sql: str
    values: tuple[object, ...] = ()

    def negated(self) -> Condition:
        """The opposite; what is unknown counts as not so."""
        return Condition(f"NOT coalesce({self.sql}, 0)", self.values)


def condition_of(node: Node, *, quotes: bool = False) -> Condition:
    """The condition of a part; with `quotes`, speakers and topics are those of the quote `q` itself."""
    if is_textual(node):
        return _matched(match_of(node))
    match node:
        case Not(part):
            return condition_of(part, quotes=quotes).negated()
        case And(parts):
            return joined("AND", (condition_of(part, quotes=quotes) for part in parts))
        case Or(parts):
            return joined("OR", (condition_of(part, quotes=quotes) for part in parts))
        case Numbers(first, last):
            return Condition("a.number BETWEEN ? AND ?", (first, last))
        case Field(name, value):
            own = _OF_QUOTES.get(name) if quotes else None
            return (own or _OF_ARTICLES[name])(value)
        case Word() | Phrase():
            raise AssertionError(node)


def joined(operator: str, parts: Iterable[Condition]) -> Condition:
    """The conditions with an operator between them; without any, what is always so."""
    parts = tuple(parts)
    if not parts:
        return Condition("1")
    return Condition(
        f"({f' {operator} '.join(part.sql for part in parts)})", tuple(value for part in parts for value in part.values)
    )


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

STUB_BYTES = 100
"""A compressed body up to this length is no body: a consent wall's line or two."""

UNREAD = Condition("EXISTS (SELECT 1 FROM state.unread WHERE library = state_library() AND number = a.number)")
"""By the table that `unread.resolve` keeps; `state_library()` is the library's id in it."""


def _matched(match: Match) -> Condition:
    table = match.table
    return Condition(f"a.number IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (match.expression,))  # noqa: S608


def _is(value: str) -> Condition:
    return _FLAGS[value]


def _has(value: str) -> Condition:
    return _POSSESSIONS[value]


def _lang(value: str) -> Condition:
    return Condition("? IN (a.language, substr(a.language, 1, instr(a.language || '-', '-') - 1))", (value,))


def _tag(value: str) -> Condition:
    names, values = _names("tag", "state.tags", "folded(name) = ?", value)
    return _of_keys(f"SELECT key FROM state.tags WHERE tag IN ({names})", values)  # noqa: S608


def _topic(value: str) -> Condition:
    sections = "SELECT article FROM sections JOIN articles AS p ON p.number = article AND p.version = sections.version"
    return _in_any(sections, _topical(value))


def _topical(value: str) -> list[Condition]:
    """What makes a row of `sections` fit a topic: a part of its label or of one of its topics' names."""
    return [_part_of(column, "sections", value) for column in ("label", "topics")]


def _section(value: str) -> Condition:
    """A heading that holds the words, or a label of which they are a part."""
    match = heading_match(value)
    labelled = "SELECT article FROM sections JOIN articles AS p ON p.number = article AND p.version = sections.version"
    return joined("OR", (_matched(match), _in_any(labelled, [_part_of("label", "sections", value)])))


def _speaker(value: str) -> Condition:
    spoken = (
        "SELECT article FROM quotes JOIN articles AS p ON p.number = article AND p.version = quotes.version "
        "AND kind <> 'indirect'"
    )
    return _in_any(spoken, [_part_of("speaker", "quotes", value), *_persons("person", value)])


def _persons(column: str, value: str) -> list[Condition]:
    """Quotes by whom a name means in any language: Lavrov finds لافروف."""
    from briefing.text.authority import known

    called = sorted(known().called(value))
    return [Condition(f"{column} IN ({','.join('?' * len(called))})", tuple(called))] if called else []


def _in_any(query: str, conditions: Sequence[Condition]) -> Condition:
    """Articles that the query names by rows which fit any of the conditions."""
    either = joined("OR", conditions)
    return Condition(f"a.number IN ({query} WHERE {either.sql})", either.values)


def _part_of(column: str, table: str, value: str) -> Condition:
    """Rows whose column holds the value as a part, however the letters are written.

    Each different name is looked at once: a walk along the index of the column from one name to the next.
    """
    names, values = _names(column, table, "instr(folded(name), ?)", value)
    return Condition(f"{column} IN ({names})", values)


def _names(column: str, table: str, fits: str, value: str) -> tuple[str, tuple[object, ...]]:
    walk = (
        f"WITH RECURSIVE names (name) AS (SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL UNION ALL "  # noqa: S608
        f"SELECT (SELECT min({column}) FROM {table} WHERE {column} > name) FROM names WHERE name IS NOT NULL) "
        f"SELECT name FROM names WHERE {fits}"
    )
    return walk, (fold(value),)


def _of_keys(query: str, values: tuple[object, ...] = ()) -> Condition:
    """Articles that are known under one of the keys the query gives."""
    return Condition(f"a.number IN (SELECT article FROM keys WHERE key IN ({query}))", values)  # noqa: S608


def _url(value: str) -> Condition:
    return Condition("instr(lower(a.url), lower(?))", (value,))


def _of_article(column: str) -> Callable[[str], Condition]:
    """Articles whose own column holds the value as a part."""
    return lambda value: _part_of(f"a.{column}", "articles", value)


_DATE = "coalesce(a.published, a.added)"


def _dated(comparison: str, limit: datetime) -> Condition:
    """The article's own date, else that of its arrival, beside a moment; a date without time is a day everywhere."""
    day = f"{limit:%Y-%m-%d}T00:00:00Z"
    either = "CASE WHEN a.published LIKE '%T00:00:00Z' THEN ? ELSE ? END"
    return Condition(f"{_DATE} {comparison} {either}", (day, clock.kept(limit)))


def _after(value: str) -> Condition:
    return _dated(">=", _time(value).start)


def _before(value: str) -> Condition:
    return _dated("<", _time(value).start)


def _on(value: str) -> Condition:
    return joined("AND", (_after(value), _dated("<", _time(value).end)))


def _newer(value: str) -> Condition:
    return Condition("a.added >= ?", (clock.kept(_time(value).start),))


def _older(value: str) -> Condition:
    return Condition("a.added < ?", (clock.kept(_time(value).start),))


def _time(value: str) -> Period:
    found = period(value)
    assert found, value
    return found


_FLAGS = {
    "unread": UNREAD,
    "read": UNREAD.negated(),
    "starred": _of_keys("SELECT key FROM state.marks WHERE starred"),
    "stub": Condition(
        "(SELECT length(text) <= ? FROM bodies WHERE article = a.number AND bodies.version = a.version)", (STUB_BYTES,)
    ),
}
_POSSESSIONS = {
    "quotes": Condition("a.quotes > 0"),
    "note": _of_keys("SELECT key FROM state.notes"),
    "tag": _of_keys("SELECT key FROM state.tags"),
}
_OF_ARTICLES: dict[str, Callable[[str], Condition]] = {
    "is": _is,
    "has": _has,
    "tag": _tag,
    "lang": _lang,
    "topic": _topic,
    "speaker": _speaker,
    "section": _section,
    "source": lambda value: joined("OR", [_of_article("source")(value), _of_article("agency")(value)]),
    "author": _of_article("author"),
    "url": _url,
    "after": _after,
    "before": _before,
    "on": _on,
    "newer": _newer,
    "older": _older,
}
_OF_QUOTES: dict[str, Callable[[str], Condition]] = {
    "speaker": lambda value: joined("OR", [_part_of("q.speaker", "quotes", value), *_persons("q.person", value)]),
    "topic": lambda value: _of_section(_topical(value)),
    "section": lambda value: _of_section(
        [_part_of("label", "sections", value), _part_of("heading", "sections", value)]
    ),
}


def _of_section(conditions: Sequence[Condition]) -> Condition:
    """Quotes whose own section fits any of the conditions."""
    either = joined("OR", conditions)
    return Condition(
        "EXISTS (SELECT 1 FROM sections WHERE article = q.article AND version = q.version AND position = q.section "  # noqa: S608
        f"AND {either.sql})",
        either.values,
    )
