"""The syntax tree of a query; `str` of a tree is a query that parses to the same tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from briefing.query.notation import BARE, quoted


@dataclass(frozen=True, slots=True)
class Word:
    """Articles that hold this word, as folded words of `text.words`; a word with a hyphen is several in a row."""

    text: str
    prefix: bool = False
    """Whether the word only has to begin so."""

    def __str__(self) -> str:
        return f"{self.text}*" if self.prefix else self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that hold these words in a row, each just as it is."""

    text: str

    def __str__(self) -> str:
        return quoted(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """Articles of which something fits, such as `lang:ar` (see `fields`)."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}:{self.value if BARE.fullmatch(self.value) else quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Articles by number, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not fit."""

    part: Node

    def __str__(self) -> str:
        return f"-{_inner(self.part)}"


@dataclass(frozen=True, slots=True)
class And:
    """Articles that fit all parts; without parts, every article."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(_inner(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that fit any part, of which there are two or more."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_inner(part) if isinstance(part, Or) else str(part) for part in self.parts)


Node: TypeAlias = Word | Phrase | Field | Numbers | Not | And | Or

EVERYTHING = And(())


def all_of(parts: Iterable[Node]) -> Node:
    """The tree of articles that fit all parts, without needless brackets."""
    flat = _flattened(And, parts)
    return flat[0] if len(flat) == 1 else And(flat)


def any_of(parts: Iterable[Node]) -> Node:
    """The tree of articles that fit any of the parts, at least one, without needless brackets."""
    flat = _flattened(Or, parts)
    return flat[0] if len(flat) == 1 else Or(flat)


def shifted(node: Node, base: int) -> Node:
    """The tree for a library file whose numbers begin behind `base`."""
    match node:
        case Numbers(first, last):
            return Numbers(max(first - base, 0), max(last - base, 0))
        case Not(part):
            return Not(shifted(part, base))
        case And(parts) | Or(parts):
            return type(node)(tuple(shifted(part, base) for part in parts))
    return node


def _flattened(kind: type[And | Or], parts: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,)))


def _inner(node: Node) -> str:
    return f"({node})" if isinstance(node, And | Or) else str(node)
