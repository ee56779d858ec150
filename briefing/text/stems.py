"""Forms a word may be looked up under: clitics, article, plural and case endings taken off.

Light stemming for matching against a lexicon: a word gives several candidates, the most faithful first,
and is never changed for show. All input is folded (`text.fold`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

SHORTEST = 3
"""Letters that must be left."""

_ARTICLE = "ال"
_TA_MARBUTA = "ة"
_AR_CLITICS = {"و": ("وبال", "وال", "ولل"), "ف": ("فال",), "ب": ("بال",), "ل": ("لل",), "ك": ("كال",)}
"""The particles that are written with a word, and what each begins that is particles and article."""


class _Ending(NamedTuple):
    """What may be taken off the end of a word, what the dictionary has in its place, and how long such words are."""

    written: str
    whole: str
    least: int


def _cut(*endings: str) -> list[_Ending]:
    return [_Ending(ending, "", len(ending) + SHORTEST) for ending in endings]


def _exchanged(*endings: tuple[str, str]) -> list[_Ending]:
    return [_Ending(ending, whole, len(ending) - len(whole) + SHORTEST) for ending, whole in endings]


def _bound(*endings: str) -> list[_Ending]:
    """Arabic pronouns before which ta marbuta is written as ta."""
    return [_Ending(ending, "ه", len(ending) + SHORTEST) for ending in endings]


def _by_last_letter(endings: Iterable[_Ending]) -> dict[str, list[_Ending]]:
    """Endings by the letter that rules most of them out at once."""
    found: dict[str, list[_Ending]] = {}
    for ending in endings:
        found.setdefault(ending.written[-1], []).append(ending)
    return found


_ES_ADJECTIVES = ((f"{end}a{s}", f"{end}o") for end in ("ic", "ari", "iv") for s in ("", "s"))
_ENDINGS = {
    language: _by_last_letter(endings)
    for language, endings in {
        "ar": (
            *_bound("تهما", "تها", "تهم", "ته", "تنا"),
            *_cut("هما", "ها", "هم", "نا", "ات", "ون", "ين", "ان", "ه", "ا"),
        ),
        "fa": _cut("هايي", "هاي", "ها", "ان", "ي"),
        "fr": _cut("nes", "ne", "es", "e", "s"),
        "en": _cut("s"),
        "es": _exchanged(("es", ""), ("s", ""), ("ces", "z"), *_ES_ADJECTIVES),
        "de": _cut("ern", "en", "er", "es", "em", "e", "n", "s"),
        "he": (
            *_exchanged(("יות", "י"), ("ית", "י"), ("ות", "ה"), ("ת", "ה")),
            *_cut("ים", "ות", "י", "ם"),
        ),
        "ur": (
            *_cut("يوں", "وں", "يں", "ي"),
            *_exchanged(("وں", "ه"), ("وں", "ا"), ("ي", "ه"), ("ي", "ا"), ("ياں", "ي"), ("يوں", "ي")),
        ),
    }.items()
}

_HEAD = 5
"""Letters of a word's beginning that rule most words out."""
_LONGEST_ENDING = {last: max(len(ending.written) for ending in endings) for last, endings in _ENDINGS["ar"].items()}
"""Letters of the longest Arabic ending by its last letter."""

_HE_PREFIX = "ו?(?:כש|מש|לכש|ש)?[מלבכ]?ה?"
"""Particles written with a Hebrew word: and, when, that, from, to, in, as, the."""
_HE_LONGEST_CLITICS = 4
_TR_ENDING = (
    "(?:l[ae]r)?(?:[iu]?m[iu]z|[iu]?n[iu]z|s[iu]|[iu])?"
    "(?:n?[iu]n|n?[dt][ae](?:n|ki)?|[yn]?[ae]|[yn]?[iu]|y?l[ae]|c[ae])?"
)
"""Plural, possessive and case of a folded Turkish noun, in this order."""
_TR_LONGEST = 9
_TR_HARD = {"g": "k", "b": "p", "d": "t"}
_DOTLESS = str.maketrans("ı", "i")

_RU_ENDINGS = frozenset(
    (
        *("ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "иях", "иям"),
        *("ов", "ев", "ей", "ой", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю"),
        *(
            "ым",
            "им",
            "ом",
            "ем",
            "ам",
            "ям",
            "ах",
            "ях",
            "ия",
            "ии",
            "ию",
            "а",
            "я",
            "о",
            "е",
            "и",
            "ы",
            "у",
            "ю",
            "ь",
            "й",
        ),
    )
)


_RU_CASES = {"а": ("ы", "и", "е", "у", "ой"), "": ("а", "у", "ом", "е")}
"""Case endings of a name by its last letter; of one that ends in a consonant."""


def candidates(word: str, language: str) -> tuple[str, ...]:
    """What a folded word of a text may stand for in a lexicon of that language, most faithful first."""
    special = _SPECIAL.get(language)
    if special is not None:
        return special(word)
    shorter = _ended(word, language)
    return (word, *dict.fromkeys(shorter)) if shorter else (word,)


class Keys:
    """The keys of a lexicon of one language, to find those that a word may stand for."""

    def __init__(self, keys: Collection[str], language: str) -> None:
        self._keys, self._language = keys, language
        # Arabic words have many candidates, but two of three begin like no key and so need not be taken apart.
        sizes = range(SHORTEST, _HEAD + 1) if language == "ar" else ()
        self._heads = frozenset(key[:size] for key in keys for size in sizes)

    def of(self, written: str, word: str) -> list[str]:
        """The keys among the candidates of a word, in their order, given as written and folded.

        An Arabic noun with ta marbuta is another word than without: طريقة is no طريق. Only adjectives in -ية keep
        what they are in the feminine; the ending of a pronoun, which is folded alike, may always go.
        """
        if self._language != "ar":
            found: Iterable[str] = candidates(word, self._language)
        elif written[-1:] == _TA_MARBUTA and word[-2:-1] != "ي":
            found = _arabic_bases(word)
        else:
            found = self._beginning_alike(word)
        return [key for key in found if key in self._keys]

    def _beginning_alike(self, word: str) -> Iterable[str]:
        """Of `candidates` at least those that are keys."""
        bases, longest = _arabic_bases(word), _LONGEST_ENDING.get(word[-1:], 0)
        bases = [base for base in bases if base[: min(_HEAD, max(SHORTEST, len(base) - longest))] in self._heads]
        return _arabic_ended(bases) if bases else ()


def keys(words: tuple[str, ...], language: str, *, proper: bool) -> tuple[tuple[str, ...], ...]:
    """What the folded words of a lexicon form are stored under; each is a candidate of some form of its word.

    An Arabic form without article stands for the one with it too, unless it is a proper name.
    """
    match language:
        case "ru" if proper and len(words) == 1:
            return _russian_name(words[0])
        case "ru":
            return (tuple(_russian(word)[-1] for word in words),)
        case "tr":
            return (tuple(word.translate(_DOTLESS) for word in words),)
        case "ar" if not proper and not any(word.startswith(_ARTICLE) for word in words):
            return words, tuple(_ARTICLE + word for word in words)
        case _:
            return (words,)


def _ended(word: str, language: str) -> list[str]:
    """The word without each of the endings it may have."""
    endings = _ENDINGS[language].get(word[-1:]) if language in _ENDINGS else None
    if endings is None:
        return []
    size = len(word)
    return [
        word[: size - len(written)] + whole
        for written, whole, least in endings
        if size >= least and word.endswith(written)
    ]


def _russian(word: str) -> tuple[str, ...]:
    """The word, and without its longest case ending; `ё` is `е` to most papers."""
    word = word.replace("ё", "е")
    longest = min(3, len(word) - SHORTEST)
    stem = next((word[:-size] for size in range(longest, 0, -1) if word[-size:] in _RU_ENDINGS), word)
    return (word, stem) if stem != word else (word,)


def _russian_name(word: str) -> tuple[tuple[str, ...], ...]:
    """A name's stem; of a short name its cases one by one, lest Дели be found in дело, Газа in газ."""
    word, stem = word.replace("ё", "е"), _russian(word)[-1]
    if len(stem) > SHORTEST:
        return ((stem,),)
    cases = _RU_CASES.get(word[-1], _RU_CASES[""] if word[-1] not in "иоеуэюя" else ())
    return tuple((form,) for form in dict.fromkeys((word, *(stem + case for case in cases))))


def _arabic(word: str) -> tuple[str, ...]:
    """Without clitics, the article kept; then without one ending."""
    return tuple(_arabic_ended(_arabic_bases(word)))


def _arabic_bases(word: str) -> list[str]:
    size, bases = len(word), [word]
    if size > SHORTEST and (with_article := _AR_CLITICS.get(word[0])) is not None:
        bases += [
            _ARTICLE + word[len(prefix) :]
            for prefix in with_article
            if size >= len(prefix) + SHORTEST and word.startswith(prefix)
        ]
        bases.append(word[1:])
    return bases


def _arabic_ended(bases: list[str]) -> Iterable[str]:
    shorter = [short for base in bases for short in _ended(base, "ar")]
    return dict.fromkeys(bases + shorter) if shorter or len(bases) > 1 else bases


def _hebrew(word: str) -> tuple[str, ...]:
    """Without the particles written with it; then without one ending."""
    sizes = range(1, min(_HE_LONGEST_CLITICS, len(word) - SHORTEST) + 1)
    prefix = re.compile(_HE_PREFIX)
    bases = [word, *(word[size:] for size in sizes if prefix.fullmatch(word, 0, size))]
    ended = [short for base in bases for short in _ended(base, "he")]
    return tuple(dict.fromkeys([*bases, *ended]))


def _turkish(word: str) -> tuple[str, ...]:
    """Without plural, possessive and case; a softened last consonant hard again."""
    word = word.translate(_DOTLESS)
    found, ending = [word], re.compile(_TR_ENDING)
    for size in range(1, min(_TR_LONGEST, len(word) - SHORTEST) + 1):
        if ending.fullmatch(word, len(word) - size):
            stem = word[:-size]
            found.append(stem)
            if stem[-1] in _TR_HARD:
                found.append(stem[:-1] + _TR_HARD[stem[-1]])
    return tuple(found)


_SPECIAL: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ar": _arabic,
    "he": _hebrew,
    "ru": _russian,
    "tr": _turkish,
    "zh": lambda word: (word,),
}
