"""Forms a word may be looked up under: clitics, article, plural and case endings taken off.

Light stemming for matching against a lexicon: a word gives several candidates, the most faithful first,
and is never changed for show. All input is folded (`text.fold`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORTEST = 3
"""Letters that must be left."""

_ARTICLE = "ال"
_AR_WITH_ARTICLE = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل")
_AR_CLITICS = ("و", "ف", "ب", "ل", "ك")
_AR_ENDINGS = ("هما", "ها", "هم", "نا", "ات", "ون", "ين", "ان", "ه", "ا")
_AR_BOUND = ("تهما", "تها", "تهم", "ته", "تنا")
"""Endings before which ta marbuta is written as ta."""

_ENDINGS = {
    "fa": ("هايي", "هاي", "ها", "ان", "ي"),
    "fr": ("nes", "ne", "es", "e", "s"),
    "en": ("s",),
    "de": ("ern", "en", "er", "es", "em", "e", "n", "s"),
    "he": ("ים", "ות", "י", "ם"),
    "ur": ("يوں", "وں", "يں", "ي"),
}
"""What may be taken off the end of a word."""

_EXCHANGED = {
    "es": (
        ("es", ""),
        ("s", ""),
        ("ces", "z"),
        *((f"{end}a{s}", f"{end}o") for end in ("ic", "ari", "iv") for s in ("", "s")),
    ),
    "he": (("יות", "י"), ("ית", "י"), ("ות", "ה"), ("ת", "ה")),
    "ur": (("وں", "ه"), ("وں", "ا"), ("ي", "ه"), ("ي", "ا"), ("ياں", "ي"), ("يوں", "ي")),
}
"""Endings with what stands in the dictionary in their place."""

_HE_PREFIX = re.compile("ו?(?:כש|מש|לכש|ש)?[מלבכ]?ה?")
"""Particles written with a Hebrew word: and, when, that, from, to, in, as, the."""
_HE_LONGEST_CLITICS = 4
_TR_ENDING = re.compile(
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
    return (word, *dict.fromkeys((*_without(word, language), *_exchanged(word, language))))


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


def _without(word: str, language: str) -> list[str]:
    return _cut(word, _ENDINGS.get(language, ()))


def _cut(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= SHORTEST]


def _exchanged(word: str, language: str) -> Iterator[str]:
    for ending, whole in _EXCHANGED.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - len(whole):
            yield word[: -len(ending)] + whole


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
    prefixes = [p for p in _AR_WITH_ARTICLE if word.startswith(p) and len(word) - len(p) >= SHORTEST]
    bases = [word, *(_ARTICLE + word[len(prefix) :] for prefix in prefixes)]
    bases += [word[1:] for clitic in _AR_CLITICS if word.startswith(clitic) and len(word) > SHORTEST]
    ended = [short for base in bases for short in _arabic_endings(base)]
    return tuple(dict.fromkeys([*bases, *ended]))


def _arabic_endings(word: str) -> list[str]:
    bound = [f"{short}ه" for short in _cut(word, _AR_BOUND)]
    return bound + _cut(word, _AR_ENDINGS)


def _hebrew(word: str) -> tuple[str, ...]:
    """Without the particles written with it; then without one ending."""
    sizes = range(1, min(_HE_LONGEST_CLITICS, len(word) - SHORTEST) + 1)
    bases = [word, *(word[size:] for size in sizes if _HE_PREFIX.fullmatch(word, 0, size))]
    ended = [short for base in bases for short in (*_exchanged(base, "he"), *_without(base, "he"))]
    return tuple(dict.fromkeys([*bases, *ended]))


def _turkish(word: str) -> tuple[str, ...]:
    """Without plural, possessive and case; a softened last consonant hard again."""
    word = word.translate(_DOTLESS)
    found = [word]
    for size in range(1, min(_TR_LONGEST, len(word) - SHORTEST) + 1):
        if _TR_ENDING.fullmatch(word, len(word) - size):
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
