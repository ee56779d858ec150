"""The topic lexicon: places, organisations, peoples, themes and relations, and how each is written.

A table has a line for each concept and a second one, of kind demonym, for a place's adjective; of kind press
are papers and agencies, which are sources and speakers but no topics. Ids are part of the public contract and
the same in every language; `code` is the CLDR territory, UN M.49 region or IPTC Media Topic (release of
2019-04-06, CC BY 4.0) where there is one. Homographs are words that would pass for a form of something else;
they are found so that it is not. `territories.tsv` is made from the Unicode CLDR, `lexicon.tsv` by hand; a user's
table of the same form adds to both and goes before them.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from briefing.errors import DataError
from briefing.text.data import read
from briefing.text.knowledge.forms import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.text.knowledge.forms import Entry, Reading

Kind = Literal["place", "demonym", "people", "org", "press", "theme", "relation", "homograph"]
"""What a concept is; a demonym is the adjective of the place with the same id."""

LANGUAGES = ("en", "ar", "fa", "he", "ur", "tr", "ru", "fr", "es", "de", "zh")
"""The languages a table may have a column for."""

_FILES = ("lexicon.tsv", "territories.tsv")
_FIXED = ("id", "kind", "code", "label", "short")
_ID = re.compile(r"(?:place|people|org|theme|relation|homograph):[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2}|\d{3}|medtop:\d{8}|")
_UNTIDY = re.compile(r"\|\||\t\||\|\t|\|$|[\t|] | [\t|]")
_FALLBACK = "en"
_PROPER = frozenset(("place", "org"))
_OF_KIND: dict[str, str] = {"demonym": "place", "press": "org"}
"""What the id of a kind begins with, where that is not the kind's own name."""

_READ_AS = {
    "ps": ("fa", "ar"),
    "ckb": ("fa", "ar"),
    "tg": ("ru",),
    "uk": ("ru",),
    "be": ("ru",),
    "bg": ("ru",),
    "kk": ("ru",),
    "ky": ("ru",),
    "az": ("tr",),
    "pt": ("es",),
    "gl": ("es",),
    "ca": ("es",),
    "yue": ("zh",),
}
"""Columns tried for a language that has none of its own; the others share most names with English."""


class Concept(NamedTuple):
    """A thing an article can be about; `label` is English, `short` what stands beside another word."""

    id: str
    kind: Kind
    code: str | None
    label: str
    short: str


class Table(NamedTuple):
    """One file's lines below its header; line numbers count from 1, the header's line."""

    file: str
    header: tuple[str, ...]
    rows: tuple[list[str], ...]

    def concepts(self) -> tuple[Concept, ...]:
        """The concept of each line. Raises DataError for a line that holds none."""
        found = tuple(_concept(self.file, number, row) for number, row in enumerate(self.rows, 2))
        seen: set[tuple[str, Kind]] = set()
        for number, concept in enumerate(found, 2):
            if (concept.id, concept.kind) in seen:
                raise DataError(self.file, str(number), concept.id, "wanted each concept once")
            seen.add((concept.id, concept.kind))
        return found


class Lexicon:
    """Tables of concepts, the first before the others, with an index for each language that is asked for."""

    def __init__(self, *tables: Table) -> None:
        self._tables = tables
        self._indexes: dict[str, Index[Concept]] = {}

    def extended(self, text: str, file: str) -> Lexicon:
        """This lexicon with a user's table before it. Raises DataError that names the file, line and value."""
        own = parse(text, file)
        extended = Lexicon(own, *self._tables)
        for number, concept in enumerate(own.concepts(), 2):
            if concept.kind == "demonym" and (concept.id, "place") not in extended._by_id:
                raise DataError(file, f"{number}.id", concept.id, "wanted the id of a place for its demonym")
        return extended

    def read(self, text: str, language: str) -> Reading[Concept]:
        """A text's words, and the concepts they name in their order, not overlapping, at one word the longest."""
        reading = None
        for column in columns(language):
            reading = self.index(column).read(text)
            told = tuple(mention for mention in reading.mentions if mention.concept.kind != "homograph")
            reading = reading._replace(mentions=told)
            if told:
                return reading
        assert reading is not None, "every language has a column"
        return reading

    def named(self, text: str, language: str) -> list[Concept]:
        """The concepts a text names, in their order, each as often as `read` finds it, and homographs."""
        found = (self.index(column).named(text) for column in columns(language))
        return next(filter(None, found), [])

    def index(self, column: str) -> Index[Concept]:
        """The forms of the topics of one column."""
        if column not in self._indexes:
            self._indexes[column] = Index(column, self._entries(column))
        return self._indexes[column]

    def place(self, identifier: str) -> Concept:
        """The place of an id; KeyError for an id that is no place's."""
        return self._by_id[identifier, "place"]

    def concepts(self) -> tuple[Concept, ...]:
        """Every concept once, as the first table that has it says."""
        return tuple(concept for concept in self._by_id.values() if concept.kind != "homograph")

    def rows(self, column: str) -> Iterator[tuple[Concept, str]]:
        """Each line's concept and its forms in a column, parted by bars."""
        for table, concepts in zip(self._tables, self._concepts, strict=True):
            if column in table.header:
                at = table.header.index(column)
                for concept, row in zip(concepts, table.rows, strict=True):
                    yield self._by_id[concept.id, concept.kind], row[at]

    def _entries(self, column: str) -> Iterator[Entry[Concept]]:
        rows = self.rows(column)
        return ((named, forms, named.kind in _PROPER) for named, forms in rows if forms and named.kind != "press")

    @cached_property
    def _concepts(self) -> tuple[tuple[Concept, ...], ...]:
        return tuple(table.concepts() for table in self._tables)

    @cached_property
    def _by_id(self) -> dict[tuple[str, Kind], Concept]:
        merged: dict[tuple[str, Kind], Concept] = {}
        for concepts in self._concepts:
            for concept in concepts:
                merged.setdefault((concept.id, concept.kind), concept)
        return merged


@cache
def built_in() -> Lexicon:
    """The lexicon of the package."""
    return Lexicon(*(parse(read(file), file) for file in _FILES))


def columns(language: str) -> tuple[str, ...]:
    """The columns that a language is looked up in, the likeliest first."""
    return (language,) if language in LANGUAGES else _READ_AS.get(language, (_FALLBACK,))


def parse(text: str, file: str) -> Table:
    """A table from its lines. Raises DataError that names the file, line and value."""
    head, _, body = text.partition("\n")
    header = tuple(head.rstrip("\r").split("\t"))
    named = header[len(_FIXED) :]
    if header[: len(_FIXED)] != _FIXED or not named or not set(named) <= set(LANGUAGES):
        wanted = f"wanted the columns {', '.join(_FIXED)} and of {', '.join(LANGUAGES)}"
        raise DataError(file, "1", head, wanted)
    lines = body.splitlines()
    for number, line in enumerate(lines, 2):
        if _UNTIDY.search(line) or line.count("\t") != len(header) - 1:
            raise DataError(
                file, str(number), line, f"wanted {len(header)} cells, forms between single bars, no blanks"
            )
    return Table(file, header, tuple(line.split("\t") for line in lines))


def _concept(file: str, number: int, row: list[str]) -> Concept:
    identifier, kind, code, label, short = row[: len(_FIXED)]
    if not _ID.fullmatch(identifier):
        raise DataError(file, f"{number}.id", identifier, "wanted kind:name in lower-case letters, digits and hyphens")
    if kind not in get_args(Kind) or identifier.partition(":")[0] != _OF_KIND.get(kind, kind):
        raise DataError(file, f"{number}.kind", kind, f"wanted the id's kind, one of {', '.join(get_args(Kind))}")
    if not _CODE.fullmatch(code):
        raise DataError(file, f"{number}.code", code, "wanted a CLDR territory, an M.49 region or a Media Topic")
    if not label:
        raise DataError(file, f"{number}.label", label, "wanted a label")
    return Concept(identifier, cast("Kind", kind), code or None, label, short or label)
