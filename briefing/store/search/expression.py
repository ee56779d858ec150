"""FTS5 expressions of the textual parts of a query. Only letters and digits of `text.words` get into one, in marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.query.tree import And, Field, Node, Not, Or, Phrase, Word
from briefing.text.words import words_of, written

Table = Literal["words", "phrases"]


class Match(NamedTuple):
    """An expression and the table of the full-text index that it is for."""

    table: Table
    expression: str


def table_of(node: Node) -> Table | None:
    """The table that can answer a part of a query by itself; None if the part is not about words alone, or mixes both.

    Single words are looked up in `words`, which knows of particles, rows of words and titles in `phrases`.
    """
    match node:
        case Word(text, _):
            return "words" if len(words_of(text)) == 1 else "phrases"
        case Phrase():
            return "phrases"
        case Field(name, _):
            return "phrases" if name == "title" else None
        case And(parts):
            return _shared(parts) if not all(isinstance(part, Not) for part in parts) else None
        case Or(parts):
            return _shared(parts) if not any(isinstance(part, Not) for part in parts) else None
    return None


def _shared(parts: Sequence[Node]) -> Table | None:
    """The one table for all parts, also for those that must not be there."""
    tables = {table_of(part.part if isinstance(part, Not) else part) for part in parts}
    return tables.pop() if len(tables) == 1 else None


def match_of(node: Node, table: Table) -> Match:
    """The expression of a part for a table; in `phrases` a single word is asked for in every way Arabic writes it."""
    return Match(table, _expression(node, table))


def heading_match(text: str) -> Match:
    """The expression for words in a row in a heading; the last one may go on."""
    return Match("phrases", f"headings : {_row(words_of(text))} *")


def _expression(node: Node, table: Table) -> str:
    match node:
        case Word(text, prefix):
            return _word(words_of(text), prefix, table)
        case Phrase(text):
            return _row(words_of(text))
        case Field(_, text):
            return f"title : {_word(words_of(text), False, 'phrases')}"
        case Or(parts):
            return f"({' OR '.join(_expression(part, table) for part in parts)})"
        case And(parts):
            return _all(parts, table)
    raise AssertionError(node)


def _all(parts: Sequence[Node], table: Table) -> str:
    """What must be there, without what must not."""
    wanted = " AND ".join(_expression(part, table) for part in parts if not isinstance(part, Not))
    unwanted = " OR ".join(_expression(part.part, table) for part in parts if isinstance(part, Not))
    return f"(({wanted}) NOT ({unwanted}))" if unwanted else f"({wanted})"


def _word(words: Sequence[str], prefix: bool, table: Table) -> str:
    """One word in every way it is written, or several in a row."""
    if prefix:
        return f"{_row(words)} *"
    if table == "words" or len(words) > 1:
        return _row(words)
    return f"({' OR '.join(map(_row, ([form] for form in written(words[0]))))})"


def _row(words: Sequence[str]) -> str:
    return f'"{" ".join(words)}"'
