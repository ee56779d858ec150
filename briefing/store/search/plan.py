"""How a query is answered: where the walk through the articles begins, and what has to hold of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.query.tree import And, Field, Node, Not, Or, Word
from briefing.store.search.condition import Condition, joined
from briefing.store.search.conditions import Conditions, Names
from briefing.store.search.expression import Table, match_of, table_of

_UNREAD = Field("is", "unread")


class Plan(NamedTuple):
    """The parts of a SELECT on articles `a`, to be walked by a column backwards: the newest come first."""

    source: str
    """What stands behind FROM."""
    walked: str
    """The column whose order costs nothing."""
    condition: Condition


def plan_of(query: Node, names: Names, *, places: bool = False, quotes: bool = False) -> Plan:
    """Begins with the full-text index if words are asked for, else with what is unread, else with all articles.

    With `places` words are looked for where they stand, which relevance needs. With `quotes` fields of quotes are
    those of a quote `q` of the article.
    """
    parts = query.parts if isinstance(query, And) else (query,)
    conditions = Conditions(names, quotes=quotes)
    table = _walked(parts, places)
    if table:
        return _through_hits(table, parts, places, conditions)
    rest = [part for part in parts if part != _UNREAD]
    condition = joined("AND", [*map(conditions.of, rest), *_of_speakers(rest, names, quotes)])
    if len(rest) < len(parts):
        ours = Condition(f"u.library = state_library() AND {condition.sql}", condition.values)
        return Plan("state.unread AS u CROSS JOIN articles AS a ON a.number = u.number", "u.number", ours)
    return Plan("articles AS a", "a.number", condition)


def _walked(parts: Sequence[Node], places: bool) -> Table | None:
    """The table of the index to walk through, if words are asked for."""
    tables = {table_of(part) for part in parts} - {None}
    if "phrases" in tables or (places and any(table_of(part) and _is_whole(part) for part in parts)):
        return "phrases"
    return "words" if tables else None


def _through_hits(table: Table, parts: Sequence[Node], places: bool, conditions: Conditions) -> Plan:
    """What one expression can hold is walked through, the rest looked at for each hit."""
    inside = [part for part in parts if _is_inside(part, table, places)]
    outside = [part for part in parts if part not in inside]
    # Particles are written onto words in Arabic only; elsewhere the other table has the last word.
    loose = [part for part in inside if table == "phrases" and table_of(part) == "words"]
    exact = [joined("OR", (Condition("a.language = 'ar'"), conditions.of(part))) for part in loose]
    match = match_of(And(tuple(inside)), table)
    condition = joined("AND", [*map(conditions.of, outside), *exact])
    ours = Condition(f"{table} MATCH ? AND {condition.sql}", (match.expression, *condition.values))
    return Plan(f"{table} CROSS JOIN articles AS a ON a.number = {table}.rowid", f"{table}.rowid", ours)


def _is_inside(part: Node, table: Table, places: bool) -> bool:
    """Whether a part belongs into the expression of a table."""
    if isinstance(part, Not):
        return table_of(part.part) == table
    return table_of(part) == table or (
        table_of(part) is not None and _is_whole(part) and (places or isinstance(part, Word))
    )


def _is_whole(part: Node) -> bool:
    """Whether there are only whole words in a part; beginnings of words have an index of their own in `words`."""
    if isinstance(part, And | Or):
        return all(map(_is_whole, part.parts))
    return isinstance(part, Word) and not part.prefix


def _of_speakers(parts: Sequence[Node], names: Names, quotes: bool) -> list[Condition]:
    """What holds of a quote holds of its article, which an index finds."""
    speakers = [part for part in parts if isinstance(part, Field) and part.name == "speaker"]
    return [Conditions(names).of(part) for part in speakers] if quotes else []
