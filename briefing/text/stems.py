"""Forms a word may be looked up under: clitics, article, plural and case endings taken off.

Light stemming for matching against a lexicon: a word gives several candidates, the most faithful first,
and is never changed for show. All input is folded (`text.fold`).
"""

from __future__ import annotations

SHORTEST = 3
"""Letters that must be left."""

_ARTICLE = "ال"
_AR_WITH_ARTICLE = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل")
_AR_CLITICS = ("و", "ف", "ب", "ل", "ك")
_AR_ENDINGS = ("هما", "ها", "هم", "نا", "ات", "ون", "ين", "ان", "ه", "ا")
_AR_BOUND = ("تهما", "تها", "تهم", "ته", "تنا")
"""Endings before which ta marbuta is written as ta."""

_FA_ENDINGS = ("هايي", "هاي", "ها", "ان", "ي")
_FR_ENDINGS = ("nes", "ne", "es", "e", "s")
_EN_ENDINGS = ("s",)
_RU_ENDINGS = frozenset(
    (
        *("ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "иях", "иям"),
        *("ов", "ев", "ей", "ой", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю"),
        *("ом", "ем", "ам", "ям", "ах", "ях", "ия", "ии", "ию", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й"),
    )
)


def candidates(word: str, language: str) -> tuple[str, ...]:
    """What a folded word of a text may stand for in a lexicon of that language, most faithful first."""
    match language:
        case "ar":
            return _arabic(word)
        case "fa":
            return (word, *_without(word, _FA_ENDINGS))
        case "fr":
            return (word, *_without(word, _FR_ENDINGS))
        case "ru":
            return (_russian(word),)
        case _:
            return (word, *_without(word, _EN_ENDINGS))


def keys(words: tuple[str, ...], language: str, *, proper: bool) -> tuple[tuple[str, ...], ...]:
    """What the folded words of a lexicon form are stored under; each is a candidate of some form of its word.

    An Arabic form without article stands for the one with it too, unless it is a proper name.
    """
    match language:
        case "ru":
            return (tuple(_russian(word) for word in words),)
        case "ar" if not proper and not any(word.startswith(_ARTICLE) for word in words):
            return words, tuple(_ARTICLE + word for word in words)
        case _:
            return (words,)


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= SHORTEST]


def _russian(word: str) -> str:
    """A word without its longest case ending."""
    longest = min(3, len(word) - SHORTEST)
    return next((word[:-size] for size in range(longest, 0, -1) if word[-size:] in _RU_ENDINGS), word)


def _arabic(word: str) -> tuple[str, ...]:
    """Without clitics, the article kept; then without one ending."""
    prefixes = [p for p in _AR_WITH_ARTICLE if word.startswith(p) and len(word) - len(p) >= SHORTEST]
    bases = [word, *(_ARTICLE + word[len(prefix) :] for prefix in prefixes)]
    bases += [word[1:] for clitic in _AR_CLITICS if word.startswith(clitic) and len(word) > SHORTEST]
    ended = [short for base in bases for short in _arabic_endings(base)]
    return tuple(dict.fromkeys([*bases, *ended]))


def _arabic_endings(word: str) -> list[str]:
    bound = [f"{short}ه" for short in _without(word, _AR_BOUND)]
    return bound + _without(word, _AR_ENDINGS)
