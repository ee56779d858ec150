"""FTS5 expressions of the textual parts of a query. Only letters and digits of `text.words` get into one, in marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.query import And, Field, Node, Not, Or, Phrase, Word
from briefing.text.words import words_of, written

Table = Literal["words", "phrases"]


class Match(NamedTuple):
    """An expression and the table of the full-text index that it is for."""

    table: Table
    expression: str


def is_textual(node: Node) -> bool:
    """Whether a part of a query is about the words of an article alone, and says at least one it must hold."""
    match node:
        case Word() | Phrase():
            return True
        case Field(name, _):
            return name == "title"
        case And(parts):
            return all(map(_may_be_joined, parts)) and any(map(is_textual, parts))
        case Or(parts):
            return all(map(is_textual, parts))
    return False


def _may_be_joined(node: Node) -> bool:
    return is_textual(node.part if isinstance(node, Not) else node)


def match_of(node: Node, *, places: bool = False) -> Match:
    """The expression of a textual part, for the smaller table where that will do and `places` do not matter."""
    table: Table = "words" if is_loose(node) and not places else "phrases"
    return Match(table, _expression(node, table))


def heading_match(text: str) -> Match:
    """The expression for words in a row in a heading; the last one may go on."""
    return Match("phrases", f"headings : {_row(words_of(text))} *")


def is_loose(node: Node) -> bool:
    """Whether only single words are asked for, so that their places do not matter."""
    match node:
        case Word(text, _):
            return len(words_of(text)) == 1
        case Not(part):
            return is_loose(part)
        case And(parts) | Or(parts):
            return all(map(is_loose, parts))
    return False


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
