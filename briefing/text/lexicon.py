"""The topic lexicon: places, organisations, peoples, themes and relations, and how each is written.

`data/lexicon.tsv` has a line for each concept and a second one, of kind demonym, for a place's
adjective. Ids are part of the public contract and the same in every language; `code` is the
CLDR territory, UN M.49 region or IPTC Media Topic (release of 2019-04-06, CC BY 4.0) where there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from briefing.errors import DataError
from briefing.text.data import read
from briefing.text.fold import fold
from briefing.text.stems import candidates, keys

Kind = Literal["place", "demonym", "people", "org", "theme", "relation"]
"""What a concept is; a demonym is the adjective of the place with the same id."""

_FILE = "lexicon.tsv"
_FIXED = ("id", "kind", "code", "label", "short")
_ID = re.compile(r"(?:place|people|org|theme|relation):[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2}|\d{3}|medtop:\d{8}|")
_WORD = re.compile(r"\w+")
_UNTIDY = re.compile(r"\|\||\t\||\|\t|\|$|[\t|] | [\t|]")
_LONGEST_ACRONYM = 5
_FALLBACK = "en"
_PROPER = frozenset(("place", "org"))
_READ_AS = {
    "ur": ("fa", "ar"),
    "ps": ("fa", "ar"),
    "ckb": ("fa", "ar"),
    "tg": ("ru",),
    "uk": ("ru",),
    "be": ("ru",),
    "bg": ("ru",),
    "kk": ("ru",),
    "ky": ("ru",),
}
"""Columns tried for a language that has none of its own; the others share most names with English."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing an article can be about; `label` is English, `short` what stands beside another word."""

    id: str
    kind: Kind
    code: str | None
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in a text: the words `start` to `end`, counted from 0, the end exclusive."""

    concept: Concept
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a concept: the keys of its words, and the words as they must be written if it is an acronym."""

    keys: tuple[str, ...]
    exact: tuple[str, ...] | None
    concept: Concept


def words(text: str) -> tuple[str, ...]:
    """The words that mentions are counted in, folded."""
    return tuple(_WORD.findall(fold(text)))


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The concepts a text names, in its order and not overlapping; of several at one word the longest."""
    for column in columns(language):
        found = _mentions(text, column)
        if found:
            return found
    return ()


def place(identifier: str) -> Concept:
    """The place of an id; KeyError for an id that is no place's."""
    return _places()[identifier]


def columns(language: str) -> tuple[str, ...]:
    """The lexicon's columns that a language is looked up in."""
    if language in _header()[len(_FIXED) :]:
        return (language,)
    return _READ_AS.get(language, (_FALLBACK,))


def _mentions(text: str, column: str) -> tuple[Mention, ...]:
    index = _index(column)
    folded = words(text)
    tokens = [candidates(word, column) for word in folded]
    written = tuple(_WORD.findall(text))
    # Folding never moves a word's boundary in a script that has acronyms; where it did, none is taken.
    acronyms = written if len(written) == len(folded) and not text.isupper() else None
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        form = _longest(tokens, at, index, acronyms)
        if form is not None:
            found.append(Mention(form.concept, at, at + len(form.keys)))
        at += len(form.keys) if form else 1
    return tuple(found)


def _longest(
    tokens: list[tuple[str, ...]], at: int, index: dict[str, list[_Form]], written: tuple[str, ...] | None
) -> _Form | None:
    """The longest form at a word; of equally long ones that of the most faithful candidate."""
    best: _Form | None = None
    for candidate in tokens[at]:
        for form in index.get(candidate, ()):
            end = at + len(form.keys)
            if (best is None or len(form.keys) > len(best.keys)) and _stands(form, tokens[at:end], written, at):
                best = form
    return best


def _stands(form: _Form, tokens: list[tuple[str, ...]], written: tuple[str, ...] | None, at: int) -> bool:
    if len(tokens) < len(form.keys) or not all(k in token for k, token in zip(form.keys, tokens, strict=True)):
        return False
    return form.exact is None or (written is not None and written[at : at + len(form.exact)] == form.exact)


@cache
def _index(column: str) -> dict[str, list[_Form]]:
    """All forms of a column by the key of their first word."""
    at = _header().index(column)
    cells = [row[at] for row in _rows()]
    folded = fold("\n".join(cells)).split("\n")
    index: dict[str, list[_Form]] = {}
    for concept, cell, folded_cell in zip(_concepts(), cells, folded, strict=True):
        for written, plain in zip(cell.split("|"), folded_cell.split("|"), strict=True):
            spelled = tuple(_WORD.findall(plain))
            for found in keys(spelled, column, proper=concept.kind in _PROPER) if spelled else ():
                index.setdefault(found[0], []).append(_Form(found, _acronym(written), concept))
    return index


def _acronym(written: str) -> tuple[str, ...] | None:
    """The words of a form that must be written in just these capitals, such as WHO or U.S."""
    if not written.isupper():
        return None
    found = tuple(_WORD.findall(written))
    return found if all(len(word) <= _LONGEST_ACRONYM for word in found) else None


@cache
def _header() -> tuple[str, ...]:
    header = tuple(read(_FILE).partition("\n")[0].split("\t"))
    if header[: len(_FIXED)] != _FIXED or _FALLBACK not in header:
        raise DataError(_FILE, "1", header, f"wanted the columns {', '.join(_FIXED)} and languages")
    return header


@cache
def _rows() -> tuple[list[str], ...]:
    """The cells of each line below the header."""
    lines = read(_FILE).splitlines()[1:]
    for number, line in enumerate(lines, 2):
        if _UNTIDY.search(line) or line.count("\t") != len(_header()) - 1:
            raise DataError(
                _FILE, str(number), line, f"wanted {len(_header())} cells, forms between single bars, no blanks"
            )
    return tuple(line.split("\t") for line in lines)


@cache
def _concepts() -> tuple[Concept, ...]:
    """The concept of each line."""
    concepts = tuple(_concept(number, row) for number, row in enumerate(_rows(), 2))
    seen: dict[tuple[str, Kind], int] = {}
    for number, concept in enumerate(concepts, 2):
        if seen.setdefault((concept.id, concept.kind), number) != number:
            raise DataError(_FILE, str(number), concept.id, "wanted each concept once")
    return concepts


@cache
def _places() -> dict[str, Concept]:
    return {concept.id: concept for concept in _concepts() if concept.kind == "place"}


def _concept(number: int, row: list[str]) -> Concept:
    identifier, kind, code, label, short = row[: len(_FIXED)]
    if not _ID.fullmatch(identifier):
        raise DataError(_FILE, f"{number}.id", identifier, "wanted kind:name in lower-case letters, digits and hyphens")
    if kind not in get_args(Kind) or identifier.partition(":")[0] != ("place" if kind == "demonym" else kind):
        raise DataError(_FILE, f"{number}.kind", kind, f"wanted the id's kind, one of {', '.join(get_args(Kind))}")
    if not _CODE.fullmatch(code):
        raise DataError(_FILE, f"{number}.code", code, "wanted a CLDR territory, an M.49 region or a Media Topic")
    if not label:
        raise DataError(_FILE, f"{number}.label", label, "wanted a label")
    return Concept(identifier, cast("Kind", kind), code or None, label, short or label)
