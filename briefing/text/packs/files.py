"""Reading language packs: TOML tables checked key by key, shipped ones by their language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from briefing.errors import DataError
from briefing.text.fold import fold
from briefing.text.packs.pack import GENDERS, ORDERS, Gender, LanguagePack, Order, Verb
from briefing.text.packs.phrases import Phrases

_PACKS = Path(__file__).parent

_WORD_KEYS = (
    "according", "adverbs", "affiliations", "agents", "anonymous", "asides", "auxiliaries", "called",
    "complementisers", "compounds", "contrasts", "conjunctions", "coordinators", "determiners", "documents",
    "feminine_titles", "first_person", "generic", "genitives", "gerundials", "honorifics", "names_with_article",
    "names_with_prefix", "links", "masculine_titles", "naming", "narrators", "nationalities", "negations", "offices",
    "organisations", "particles", "places", "possessives", "prepositions", "known_names", "regnal", "relatives",
    "roles", "sources", "regions", "relays", "seats", "spokesmen", "states", "stops", "taken_up", "tellers", "times",
    "titles", "withheld", "about", "answers", "according_behind", "according_opening",
    "bodies", "cases", "claims", "clausal", "demonyms", "naming_behind", "subject_markers", "subjunctives", "whole",
    "feminine_names", "feminine_objects", "indefinites", "infinitives", "masculine_names", "masculine_objects",
    "inscribed", "media", "openers", "copulas", "statements", "passives", "persons", "postnominals", "surnames",
    "voices", "writings",
)  # fmt: skip
"""Keys of the table [words]: lists of phrases, or one string of words parted by white space."""

_TEXTS = ("language", "order", "addressee")
_FLAGS = ("capitals", "single_marks", "nouns_capitalised", "case_mark", "heads_first", "pro_drop", "bare_titles")
_LISTS = ("actions", "common", "articles", "proclitics", "letters", "adverb_endings", "abbreviations", "given",
          "elisions", "insertions", "title_endings", "organisation_endings", "name_endings", "prefixes",
          "person_endings", "possessive_endings", "name_openings", "present", "verb_endings",
          "participle_endings")  # fmt: skip
_KEYS = {*_TEXTS, *_FLAGS, *_LISTS, "spaces", "verbs", "words", "pronouns", "shapes"}
_HOLDING = {"he": "masculine", "she": "feminine", "they": "plural"}
"""Kinds of forms that hold their subject as a pronoun (a-t-il dit), and its gender."""
_VERB_KINDS = (*_HOLDING, "participle", "relative", "plural", "feminine", "masculine", "neuter", "forms", "bare")
_VERB_FLAGS = ("describes", "weak", "behind", "subjectless")
_INSERTIONS = ("dash", "comma")


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

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self.table.get(key, default)
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

    def folded(self, key: str) -> tuple[str, ...]:
        """The words of a list at the top of the file, folded."""
        return tuple(fold(word) for word in self.listed(self.table.get(key, []), key))

    def section(self, key: str) -> Mapping[str, Any]:
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise DataError(self.file, key, value, "a table")
        return value


def _verb_forms(reader: _Reader, entry: Mapping[str, Any], key: str) -> Iterator[tuple[str, Verb]]:
    """Each written form of one verb, with what it says."""
    cue = entry.get("cue")
    if not isinstance(cue, str) or not cue:
        raise DataError(reader.file, f"{key}.cue", cue, "the verb's dictionary form")
    shapes = reader.section("shapes")
    reader.only(entry, {"cue", *_VERB_KINDS, *_VERB_FLAGS, *shapes}, f"{key}.")
    flags = {flag: entry.get(flag) is True for flag in _VERB_FLAGS}
    for kind in _VERB_KINDS:
        listed = reader.listed(entry.get(kind, ""), f"{key}.{kind}")
        for form in (*listed, *_shaped(reader, entry, key, kind)):
            named = _HOLDING.get(kind, kind)
            gender = named if named in GENDERS else None
            own = {**flags, "weak": flags["weak"] or kind == "bare"}
            own["subjectless"] = flags["subjectless"] or kind in _HOLDING
            own["bare"] = kind == "bare"
            yield form, Verb(cue, gender, participle=kind == "participle", relative=kind == "relative", **own)


def _shaped(reader: _Reader, entry: Mapping[str, Any], key: str, kind: str) -> Iterator[str]:
    """The forms of one kind that the pack's shapes make of the verb's stems."""
    for name, shape in reader.section("shapes").items():
        if not isinstance(shape, dict):
            raise DataError(reader.file, f"shapes.{name}", shape, "a table")
        reader.only(shape, _VERB_KINDS, f"shapes.{name}.")
        for template in reader.listed(shape.get(kind, []), f"shapes.{name}.{kind}"):
            if template.count("{}") != 1:
                raise DataError(reader.file, f"shapes.{name}.{kind}", template, "one {} where the stem goes")
            for stem in reader.listed(entry.get(name, ""), f"{key}.{name}"):
                yield template.replace("{}", stem)


def _verbs(reader: _Reader, proclitics: Sequence[str]) -> dict[str, Verb]:
    """Every form of every verb, with and without a proclitic; the first of two homographs wins."""
    forms: dict[str, Verb] = {}
    entries = reader.table.get("verbs")
    if not isinstance(entries, list) or not entries:
        raise DataError(reader.file, "verbs", entries, "a list of tables with cue and forms")
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict):
            raise DataError(reader.file, f"verbs.{index}", entry, "a table with cue and forms")
        for written, verb in _verb_forms(reader, entry, f"verbs.{index}"):
            form = _elided(fold(written), reader)
            for prefix in ("", *proclitics):
                forms.setdefault(prefix + form, verb)
    return forms


def _participles(verbs: Mapping[str, Verb], words: Mapping[str, Phrases]) -> dict[str, Verb]:
    """The last word of each form of two words whose first is an auxiliary, unless it is a form by itself."""
    parted = ((form.split(), verb) for form, verb in verbs.items() if form.count(" ") == 1)
    return {row[1]: verb for row, verb in parted if row[0] in words["auxiliaries"] and row[1] not in verbs}


def _elided(phrase: str, reader: _Reader) -> str:
    """The phrase with a space behind each elision, as the tokens of the language stand."""
    elisions = reader.table.get("elisions")
    return re.sub(rf"\b({'|'.join(reader.folded('elisions'))})'(?=\w)", r"\1' ", phrase) if elisions else phrase


def _words(reader: _Reader, proclitics: Sequence[str], letters: Sequence[str]) -> dict[str, Phrases]:
    """The lists of the table [words], with and without what may be written as one with their words."""
    words = reader.section("words")
    reader.only(words, _WORD_KEYS, "words.")
    found = {}
    for key in _WORD_KEYS:
        prefixes = ("", *dict.fromkeys((*proclitics, *letters) if key == "titles" else proclitics))
        folded = fold("\n".join(reader.listed(words.get(key, []), f"words.{key}"))).split("\n")
        listed = [_elided(phrase, reader) for phrase in folded if phrase]
        found[key] = Phrases(
            prefix + phrase
            for phrase in listed
            for prefix in prefixes
            if len(phrase) > 2 or prefix not in letters or prefix in proclitics  # باخ is no «to a brother».
        )
    return found


def _many(reader: _Reader, key: str, proclitics: Sequence[str]) -> frozenset[str]:
    """A long list of single words with and without a proclitic, folded as a whole because they are many."""
    forms = fold(" ".join(reader.listed(reader.table.get(key, []), key))).split()
    return frozenset([prefix + form for prefix in ("", *proclitics) for form in forms])


def _pronouns(reader: _Reader) -> dict[str, Gender | None]:
    pronouns = reader.section("pronouns")
    reader.only(pronouns, (*GENDERS, "either"), "pronouns.")
    return {
        fold(word): gender if gender in GENDERS else None
        for gender, listed in pronouns.items()
        for word in reader.listed(listed, f"pronouns.{gender}")
    }


def _name_endings(reader: _Reader) -> tuple[tuple[str, str], ...]:
    """Pairs of a case ending and the nominative's, written «ского:ский», longest first."""
    pairs = []
    for written in reader.folded("name_endings"):
        ending, mark, nominative = written.partition(":")
        if not ending or not mark:
            raise DataError(reader.file, "name_endings", written, "a case ending, a colon, the nominative's ending")
        pairs.append((ending, nominative))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


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
    insertions = frozenset(reader.listed(table.get("insertions", []), "insertions"))
    if not insertions <= set(_INSERTIONS):
        raise DataError(file, "insertions", sorted(insertions), "any of " + ", ".join(_INSERTIONS))
    proclitics, letters = reader.folded("proclitics"), reader.folded("letters")
    verbs, words = _verbs(reader, proclitics), _words(reader, proclitics, letters)
    return LanguagePack(
        language=reader.text("language"),
        order=cast("Order", order),
        capitals=reader.flag("capitals"),
        single_marks=reader.flag("single_marks"),
        articles=reader.folded("articles"),
        proclitics=proclitics,
        adverb_endings=reader.folded("adverb_endings"),
        letters=frozenset(letters),
        addressee=fold(reader.text("addressee")),
        verbs=verbs,
        verb_phrases=Phrases(verbs),
        actions=_many(reader, "actions", proclitics[:1]),
        common=_many(reader, "common", ()),
        words=words,
        participles=_participles(verbs, words),
        pronouns=_pronouns(reader),
        abbreviations=frozenset(reader.folded("abbreviations")),
        given=frozenset(reader.listed(table.get("given", []), "given")),
        spaces=reader.flag("spaces", default=True),
        nouns_capitalised=reader.flag("nouns_capitalised"),
        elisions=frozenset(reader.folded("elisions")),
        case_mark=reader.flag("case_mark"),
        heads_first=reader.flag("heads_first"),
        pro_drop=reader.flag("pro_drop"),
        bare_titles=reader.flag("bare_titles"),
        insertions=insertions,
        title_endings=reader.folded("title_endings"),
        organisation_endings=reader.folded("organisation_endings"),
        prefixes=reader.folded("prefixes"),
        name_openings=tuple(reader.listed(table.get("name_openings", []), "name_openings")) or (" ",),
        present=frozenset(reader.folded("present")),
        possessive_endings=reader.folded("possessive_endings"),
        participle_endings=reader.folded("participle_endings"),
        person_endings=reader.folded("person_endings"),
        verb_endings=reader.folded("verb_endings"),
        name_endings=_name_endings(reader),
    )


@functools.cache
def languages() -> frozenset[str]:
    """Codes of the languages that have a pack."""
    return frozenset(entry.name.removesuffix(".toml") for entry in _PACKS.iterdir() if entry.name.endswith(".toml"))


@functools.cache
def load(language: str) -> LanguagePack:
    """The pack of a language; "ar-EG" reads "ar", and a language without a pack reads English.

    Raises:
        DataError: the pack's file holds a wrong value.
    """
    code = language.lower().replace("_", "-").split("-")[0]
    name = f"{code if code in languages() else 'en'}.toml"
    return read((_PACKS / name).read_text(encoding="utf-8"), name)


def read(source: str, file: str) -> LanguagePack:
    """The pack that a file's text describes.

    Raises:
        DataError: the text is no TOML, or holds a wrong value.
    """
    import tomllib

    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, "syntax", str(error), "wanted TOML") from error
    return parse(table, file)
