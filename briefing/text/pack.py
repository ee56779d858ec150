"""Language packs: what the quote rules must know of a language, as data in `packs/<language>.toml`.

A language is added by its file alone. Words in a pack are written as the language writes them and are folded when
the file is loaded; a phrase is words parted by single spaces.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

from briefing.errors import DataError
from briefing.text.fold import fold

Order = Literal["VSO", "SVO", "V2", "SOV"]
"""Where the speaker stands beside a reporting verb: after it, before it, either (verb second), clause start."""

Gender = Literal["masculine", "feminine", "plural", "neuter"]
"""What a verb form or a pronoun says of its subject."""

ORDERS = ("VSO", "SVO", "V2", "SOV")
GENDERS: tuple[Gender, ...] = ("masculine", "feminine", "plural", "neuter")


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb; `cue` is the dictionary form."""

    cue: str
    gender: Gender | None = None
    participle: bool = False
    """The form needs the subject of another verb (قائلا, adding)."""
    describes: bool = False
    """What stands in marks is what the speaker calls something (وصف, called)."""
    weak: bool = False
    """A homograph or a verb of much wider use: it reports only right beside a quote, a colon or a complementiser."""


class Phrases:
    """A set of phrases found at a place in a row of folded words."""

    __slots__ = ("_by_first", "_single", "firsts")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(fold(phrase).split())
            self._by_first.setdefault(words[0], []).append(words)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)
        self.firsts = frozenset(self._by_first)
        """First word of each phrase."""
        self._single = frozenset(word for word, found in self._by_first.items() if (word,) in found)

    def __contains__(self, word: str) -> bool:
        return word in self._single

    def length(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that begins at `at`, 0 if none does."""
        if forms[at] not in self.firsts:
            return 0
        return next((len(p) for p in self._by_first[forms[at]] if tuple(forms[at : at + len(p)]) == p), 0)

    def length_before(self, forms: Sequence[str], at: int) -> int:
        """Number of words of the longest phrase that ends right before `at`, 0 if none does."""
        return next((n for n in (4, 3, 2, 1) if at >= n and self.length(forms, at - n) == n), 0)


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """A language's words for the quote rules; every word is folded, `Phrases` may hold several words each."""

    language: str
    order: Order
    capitals: bool
    """Names are written with a capital letter."""
    single_marks: bool
    """‘…’ and '…' are quotation marks."""
    articles: tuple[str, ...]
    """Shapes of a definite article written as one word with its noun, the bare one first; empty if there is none."""
    proclitics: tuple[str, ...]
    """Conjunctions written as one word with what follows; the first one also joins nouns."""
    adverb_endings: tuple[str, ...]
    """Endings of words that stand between a subject and its verb (-ly)."""
    letters: frozenset[str]
    """Prefixes that may stand apart before a quotation mark: بـ “…”."""
    addressee: str
    """A prefix that marks whom one speaks to, or empty."""
    verbs: Mapping[str, Verb]
    """Every written form, folded, of one or several words."""
    verb_phrases: Phrases
    words: Mapping[str, Phrases]
    """Lists of words and phrases by their key in the table [words]."""
    pronouns: Mapping[str, Gender]
    """Third-person pronoun -> what it says of the person."""
    abbreviations: frozenset[str]
    """Words whose point ends no sentence."""
    given: frozenset[str]
    """Given names, as written, that fold like a preposition (علي)."""


_WORD_KEYS = (
    "according", "adverbs", "affiliations", "agents", "anonymous", "asides", "auxiliaries", "called",
    "complementisers", "compounds", "conjunctions", "coordinators", "determiners", "documents", "feminine_titles",
    "first_person", "generic", "genitives", "honorifics", "names_with_prefix", "links", "masculine_titles", "naming",
    "narrators", "negations", "offices", "organisations", "particles", "places", "possessives", "prepositions",
    "regnal", "relatives", "roles", "sources", "stops", "tellers", "times", "titles",
)  # fmt: skip
"""Keys of the table [words]: lists of phrases, or one string of words parted by white space."""

_KEYS = {"language", "order", "capitals", "single_marks", "articles", "addressee", "proclitics", "letters",
         "adverb_endings", "abbreviations", "verbs", "words", "pronouns", "given"}  # fmt: skip
_VERB_KEYS = {"cue", "forms", "bare", "masculine", "feminine", "plural", "participle", "describes", "weak"}


class _Reader:
    """Checks one pack's values as it reads them."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self.file, self.table = file, table

    def only(self, table: Mapping[str, Any], known: Iterable[str], key: str) -> None:
        for name in table:
            if name not in known:
                raise DataError(self.file, f"{key}{name}", table[name], "no such key")

    def text(self, key: str, default: str = "") -> str:
        value = self.table.get(key, default)
        if not isinstance(value, str):
            raise DataError(self.file, key, value, "a string")
        return value

    def flag(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise DataError(self.file, key, value, "true or false")
        return value

    def listed(self, value: object, key: str) -> list[str]:
        """Phrases of a list, or the words of one string."""
        if isinstance(value, str):
            return value.split()
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise DataError(self.file, key, value, "a list of phrases, or words in one string")
        return value

    def section(self, key: str) -> Mapping[str, Any]:
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise DataError(self.file, key, value, "a table")
        return value


def _verb_forms(reader: _Reader, entry: Mapping[str, Any], key: str) -> Iterable[tuple[str, Verb]]:
    """Each written form of one verb, folded, with what it says."""
    cue = entry.get("cue")
    if not isinstance(cue, str) or not cue:
        raise DataError(reader.file, f"{key}.cue", cue, "the verb's dictionary form")
    reader.only(entry, _VERB_KEYS, f"{key}.")
    describes, weak = bool(entry.get("describes")), bool(entry.get("weak"))
    for kind in ("participle", "plural", "feminine", "masculine", "forms", "bare"):
        gender = cast("Gender", kind) if kind in GENDERS else None
        for form in reader.listed(entry.get(kind, ""), f"{key}.{kind}"):
            yield fold(form), Verb(cue, gender, kind == "participle", describes, weak or kind == "bare")


def _verbs(reader: _Reader, proclitics: Sequence[str]) -> dict[str, Verb]:
    """Every form of every verb, with and without a proclitic; the first of two homographs wins."""
    forms: dict[str, Verb] = {}
    entries = reader.table.get("verbs")
    if not isinstance(entries, list) or not entries:
        raise DataError(reader.file, "verbs", entries, "a list of tables with cue and forms")
    for index, entry in enumerate(entries):
        for form, verb in _verb_forms(reader, entry, f"verbs.{index}"):
            for prefix in ("", *proclitics):
                forms.setdefault(prefix + form, verb)
    return forms


def _proclitic(phrases: list[str], proclitics: Sequence[str]) -> list[str]:
    return [prefix + phrase for phrase in phrases for prefix in ("", *proclitics)]


def parse(table: Mapping[str, Any], file: str) -> LanguagePack:
    """The pack a TOML table describes.

    Raises:
        DataError: a key is unknown or a value is not what the rules can use.
    """
    reader = _Reader(file, table)
    reader.only(table, _KEYS, "")
    order = reader.text("order")
    if order not in ORDERS:
        raise DataError(file, "order", order, "one of " + ", ".join(ORDERS))
    proclitics = [fold(p) for p in reader.listed(table.get("proclitics", []), "proclitics")]
    words = reader.section("words")
    reader.only(words, _WORD_KEYS, "words.")
    pronouns = reader.section("pronouns")
    reader.only(pronouns, GENDERS, "pronouns.")
    letters = [fold(p) for p in reader.listed(table.get("letters", []), "letters")]
    prefixes = list(dict.fromkeys((*proclitics, *letters)))
    verbs = _verbs(reader, proclitics)
    return LanguagePack(
        language=reader.text("language"),
        order=cast("Order", order),
        capitals=reader.flag("capitals"),
        single_marks=reader.flag("single_marks"),
        articles=tuple(fold(a) for a in reader.listed(table.get("articles", []), "articles")),
        proclitics=tuple(proclitics),
        adverb_endings=tuple(reader.listed(table.get("adverb_endings", []), "adverb_endings")),
        letters=frozenset(letters),
        addressee=fold(reader.text("addressee")),
        verbs=verbs,
        verb_phrases=Phrases(verbs),
        words={
            key: Phrases(
                _proclitic(
                    reader.listed(words.get(key, []), f"words.{key}"), prefixes if key == "titles" else proclitics
                )
            )
            for key in _WORD_KEYS
        },
        pronouns={
            fold(word): cast("Gender", gender)
            for gender, listed in pronouns.items()
            for word in reader.listed(listed, f"pronouns.{gender}")
        },
        abbreviations=frozenset(fold(a) for a in reader.listed(table.get("abbreviations", []), "abbreviations")),
        given=frozenset(reader.listed(table.get("given", []), "given")),
    )


@functools.cache
def languages() -> frozenset[str]:
    """Codes of the languages that have a pack."""
    packs = resources.files("briefing.text").joinpath("packs")
    return frozenset(entry.name.removesuffix(".toml") for entry in packs.iterdir() if entry.name.endswith(".toml"))


@functools.cache
def load(language: str) -> LanguagePack:
    """The pack of a language; "ar-EG" reads "ar", and a language without a pack reads English.

    Raises:
        DataError: the pack's file holds a wrong value.
    """
    code = language.lower().replace("_", "-").split("-")[0]
    name = f"{code if code in languages() else 'en'}.toml"
    source = resources.files("briefing.text").joinpath("packs", name).read_text(encoding="utf-8")
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, "", "", str(error)) from error
    return parse(table, name)
