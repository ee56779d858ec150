"""The name authority: public persons and organisations by one id, however and in whatever language they are written.

`people.tsv` has a line a person: id, short English name, `no` under `alone` where the last name by itself does not
tell whom it means, and the names in each language, the fullest first. Turkish, French, Spanish and German names
are the English ones where a cell is empty. Organisations and the press are the topic lexicon's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import DataError
from briefing.text.data import read
from briefing.text.fold import fold
from briefing.text.knowledge.han import simplified
from briefing.text.knowledge.lexicon import LANGUAGES, built_in, columns
from briefing.text.stems import candidates, keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.text.knowledge.lexicon import Lexicon

_FILE = "people.tsv"
FIXED = ("id", "label", "alone")
"""Columns before the languages."""

_ID = re.compile(r"(?:person|org):[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"\w+")
_SPEAKING = frozenset(("org", "press"))
_LATIN = ("tr", "fr", "es", "de")
"""Languages that write a name as English does unless a cell says otherwise."""

_PARTICLES = frozenset(
    fold(
        "al el bin ben ibn von van der de di da le la abu abou ould zu بن ابن بنت آل أبو أم אל א בן אבו"
        " аль эль бен бин ибн фон дер де"
    ).split()
)
"""Words that belong to the last name behind them: von der Leyen, bin Salman."""

_BOUND_BEHIND = frozenset(fold("اوغلو زاده نژاد الله الدين اللهيان اى پور ای زی oglu zadeh").split())
"""Words that belong to the one before them: Çavuşoğlu as جاويش أوغلو."""

_SHORTEST_ALONE = 3
_APOSTROPHES = re.compile("['’ʼ׳״\"]")
_SLAVE_OF = re.compile(r"\b(عبد|ابو|ابا|امير) (?=\w)")
_RU_FEMININE = re.compile("(?<=[нк])(?:ая|ой|ую)$")
_TURKISH_CASE = re.compile(r"(?<=\w)['’]\w+")
_SCRIPTS = (
    ("\u0600", "\u06ff", ("ar", "fa", "ur")),
    ("\u0590", "\u05ff", ("he",)),
    ("\u0400", "\u04ff", ("ru",)),
    ("\u3400", "\u9fff", ("zh",)),
)
"""Which columns a name of unknown language can stand in; Latin letters are the other columns."""


class Named(NamedTuple):
    """A person or an organisation: `person:sergei-lavrov`, short English name, whether the last name is enough."""

    id: str
    label: str
    alone: bool = True


@dataclass(slots=True)
class _Names:
    """The names of one language: whole, by their last word, and the last names that stand for the whole."""

    whole: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    first: set[str] = field(default_factory=set)
    last: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    ending: defaultdict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: tuple[str, ...], named: Named) -> None:
        """A name that stands for a person, and its last part where that is enough."""
        self.whole[name].add(named.id)
        if len(name) > 1:
            self.first.add(name[0])
            self.ending[name[-1]].append((name, named.id))
            if named.alone:
                for short in _last_names(name):
                    self.last[short].add(named.id)

    def meant(self, name: tuple[str, ...]) -> set[str]:
        """Ids a name can stand for: exactly, as the last name alone, with names between or titles before, or initials.

        A last name that is also somebody's first, such as Abbas, stands for nobody alone.
        """
        if name in self.whole:
            return self.whole[name] | (self.last.get(name, set()) if len(name) == 1 else set())
        if name in self.last:
            return self.last[name] if len(name) > 1 or name[0] not in self.first else set()
        return {found for known, found in self.ending.get(name[-1], ()) if _agrees(known, name)}


class Authority:
    """People of tables, the first before the others, and the organisations of a lexicon."""

    def __init__(self, lexicon: Lexicon, *tables: tuple[tuple[str, ...], tuple[list[str], ...]]) -> None:
        self._lexicon = lexicon
        self._tables = tables
        self._indexes: dict[str, _Names] = {}

    def extended(self, text: str, file: str, lexicon: Lexicon | None = None) -> Authority:
        """This authority with a user's people before it. Raises DataError that names the file, line and value."""
        tables = (parse(text, file),) if text else ()
        return Authority(lexicon or self._lexicon, *tables, *self._tables)

    def person_of(self, name: str, language: str) -> str | None:
        """The id of whom an article means by the fullest name it gives; None for nobody known, or for several.

        Never by likeness: all words of a known name must be there in their order, or its last name alone, which
        must be one person's only.
        """
        for column in dict.fromkeys((*columns(language), "en")):
            words = _words(name, column)
            found = self._names(column).meant(words) if words else set()
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def called(self, name: str) -> frozenset[str]:
        """Every id that a name, written in any of the languages, can stand for; for queries, so several are fine."""
        found: set[str] = set()
        for column in columns_of(name):
            words = _words(name, column)
            if words:
                found |= self._names(column).meant(words)
        return frozenset(found | ({name} if name in self.everyone else set()))

    def agency(self, source: str, language: str) -> str | None:
        """Short English name of the agency or paper that a source names; None for one nobody knows."""
        found = self.person_of(source, language)
        return self.label(found) if found and found.startswith("org:") else None

    def label(self, identifier: str) -> str | None:
        """The short English name of an id."""
        named = self.everyone.get(identifier)
        return named.label if named else None

    @cached_property
    def everyone(self) -> dict[str, Named]:
        """All persons, organisations and press by id; a user's table says last what they are called."""
        found = {c.id: Named(c.id, c.short) for c in self._lexicon.concepts() if c.kind in _SPEAKING}
        for header, rows in reversed(self._tables):
            found.update({row[0]: _named(header, row) for row in rows})
        return found

    def _names(self, column: str) -> _Names:
        if column not in self._indexes:
            names = _Names()
            for named, cell in self._written(column):
                for form in cell.split("|"):
                    words = _words(form, column)
                    if words:
                        names.add(words, named)
            self._indexes[column] = names
        return self._indexes[column]

    def _written(self, column: str) -> Iterator[tuple[Named, str]]:
        for header, rows in self._tables:
            at = [header.index(name) for name in _sources(column) if name in header]
            yield from ((_named(header, row), "|".join(row[i] for i in at if row[i])) for row in rows)
        for name in _sources(column):
            for concept, cell in self._lexicon.rows(name):
                if concept.kind in _SPEAKING:
                    yield Named(concept.id, concept.short, alone=False), cell


@cache
def known() -> Authority:
    """The authority of the package."""
    return Authority(built_in(), parse(read(_FILE), _FILE))


def parse(text: str, file: str) -> tuple[tuple[str, ...], tuple[list[str], ...]]:
    """Header and lines of a table of people. Raises DataError that names the file, line and value."""
    head, _, body = text.partition("\n")
    header = tuple(head.rstrip("\r").split("\t"))
    if header[: len(FIXED)] != FIXED or not header[len(FIXED) :] or not set(header[len(FIXED) :]) <= set(LANGUAGES):
        raise DataError(file, "1", head, f"wanted the columns {', '.join(FIXED)} and of {', '.join(LANGUAGES)}")
    rows = tuple(line.split("\t") for line in body.splitlines())
    for number, row in enumerate(rows, 2):
        _check(file, number, row, len(header))
    return header, rows


def _check(file: str, number: int, row: list[str], size: int) -> None:
    if len(row) != size:
        raise DataError(file, str(number), "\t".join(row), f"wanted {size} cells parted by tabs")
    if not _ID.fullmatch(row[0]):
        raise DataError(
            file, f"{number}.id", row[0], "wanted person:name or org:name in lower-case letters and hyphens"
        )
    if not row[1]:
        raise DataError(file, f"{number}.label", row[1], "wanted a short name")
    if row[2] not in ("", "no"):
        raise DataError(file, f"{number}.alone", row[2], "wanted nothing, or no")


def _named(header: tuple[str, ...], row: list[str]) -> Named:
    return Named(row[0], row[1], row[header.index("alone")] != "no")


def _sources(column: str) -> tuple[str, ...]:
    return (column, "en") if column in _LATIN else (column,)


def columns_of(name: str) -> tuple[str, ...]:
    """The columns a name of unknown language can stand in, by its script."""
    found = tuple(
        column for first, last, named in _SCRIPTS if any(first <= c <= last for c in name) for column in named
    )
    return found or ("en", *_LATIN)


def _words(name: str, column: str) -> tuple[str, ...]:
    """A name's words as they are compared: folded, cases and joined particles made alike."""
    if column == "tr":
        name = _TURKISH_CASE.sub("", name)
    folded = fold(_APOSTROPHES.sub("", name))
    if column in ("ar", "fa", "ur"):
        folded = _SLAVE_OF.sub(r"\1", folded)
    words = tuple(_WORD.findall(folded))
    if column == "zh":
        return tuple(map(simplified, words))
    if column == "ru":
        return tuple(_without_case(word) for word in words)
    return keys(words, column, proper=True)[0] if column == "tr" else words


def _without_case(word: str) -> str:
    """A Russian name without endings; Лавров loses what Лаврова does, so that both are one.

    Not so of adjectives: Навальный and Навальная are two.
    """
    feminine = _RU_FEMININE.search(word)
    if feminine:
        return word[: feminine.start()] + "ая"
    while (bare := candidates(word, "ru")[-1]) != word:
        word = bare
    return word


def _last_names(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The last word of a name, with the particles before it; an article may go."""
    first = len(name) - 1
    while first > 0 and name[first] in _BOUND_BEHIND:
        first -= 1
    while first > 0 and name[first - 1] in _PARTICLES:
        first -= 1
    if first and len("".join(name[first:])) >= _SHORTEST_ALONE:
        yield name[first:]
    if first < len(name) - 1 and name[first] in ("al", "el", "אל", "א", "аль", "эль"):
        yield name[first + 1 :]


def _agrees(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name says all of a known one in its order; a first name may be its first letter."""
    if len(name) < len(known):
        return False
    if len(name) == len(known) and len(name[0]) == 1 and known[0].startswith(name[0]):
        return name[1:] == known[1:]
    at = 0
    for word in name:
        at += at < len(known) and word == known[at]
    return at == len(known)
