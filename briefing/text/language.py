"""Which language a text is in, and which way it is written.

The script decides first; languages of one script are told apart by their function words and by
letters that their neighbours lack. `data/languages.toml` holds both. Codes are BCP 47 primary subtags.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.errors import DataError
from briefing.text.data import read_toml
from briefing.text.letters import without_ascii

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model import Direction

UNKNOWN = "und"
"""BCP 47 subtag of an undetermined language."""

SAMPLE = 2000
"""Code points looked at."""

_LETTER_WEIGHT = 3.0
"""How much a share of telling letters counts beside the same share of function words."""

_KANA_SHARE = 0.05
"""Japanese mixes kana into Han from this share on; Chinese has none."""

_ENOUGH = 0.15
"""Score from which another language is heard against the source's claim of a known one."""

_CLEARLY = 2.5
"""How many times another's score such a language's must be."""

_ENOUGH_UNKNOWN = 0.35
"""The score where the claimed language has no marks here, and so no score of its own."""

_TELLING = 80
"""Words of a sample in which a language shows itself."""

_NOTHING = 0.01
"""Score below which it has not."""

_PIECES, _PIECE = 4, 150
"""How many pieces of a sample are looked at first, and code points of each."""

_PURE = 0.9
"""Share of the letters that is of one script in pieces that tell the language."""

_FILE = "languages.toml"
_PUNCTUATION = '.,:;‘’!?"()/“”„«»–—…،؛؟۔।。，、'

_PLAIN = bytes((*range(0x41, 0x5B), *range(0x61, 0x7B)))

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x41, 0x24F, "Latin"),
    (0x370, 0x3FF, "Greek"),
    (0x400, 0x52F, "Cyrillic"),
    (0x531, 0x58F, "Armenian"),
    (0x5D0, 0x5F4, "Hebrew"),
    (0x620, 0x6FF, "Arabic"),
    (0x700, 0x74F, "Syriac"),
    (0x750, 0x77F, "Arabic"),
    (0x780, 0x7BF, "Thaana"),
    (0x900, 0x97F, "Devanagari"),
    (0x980, 0x9FF, "Bengali"),
    (0xA00, 0xA7F, "Gurmukhi"),
    (0xA80, 0xAFF, "Gujarati"),
    (0xB80, 0xBFF, "Tamil"),
    (0xC00, 0xC7F, "Telugu"),
    (0xC80, 0xCFF, "Kannada"),
    (0xD00, 0xD7F, "Malayalam"),
    (0xD80, 0xDFF, "Sinhala"),
    (0xE00, 0xE7F, "Thai"),
    (0xE80, 0xEFF, "Lao"),
    (0x1000, 0x109F, "Myanmar"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3041, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Han"),
    (0xAC00, 0xD7A3, "Hangul"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFC, "Arabic"),
)
_STARTS = tuple(first for first, _, _ in _RANGES)


class LanguageMarks(NamedTuple):
    """What tells one language from others of its script."""

    script: str
    rtl: bool
    words: frozenset[str]
    letters: frozenset[str]


class _MarksOf(NamedTuple):
    """What tells the languages of one script apart: a word or letter -> the languages it speaks for."""

    codes: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]
    cased: bool
    """The words have capital letters."""


def detect(text: str, hint: str | None = None) -> str:
    """The text's language as a BCP 47 primary subtag; "und" when nothing speaks for any.

    `hint` is what the source claims (`ar-EG` is read as `ar`); it wins unless the script
    contradicts it or another language has clearly more marks in the text.
    """
    sample = text[:SAMPLE]
    claimed = _primary(hint)
    step = len(sample) // _PIECES
    if step >= 2 * _PIECE:
        clear = _clear("".join(sample[at : at + _PIECE] for at in range(0, step * _PIECES, step)))
        if clear and claimed in (None, clear):
            return clear
    letters = _letters(sample)
    script = _main_script(letters)
    if script is None:
        return claimed or UNKNOWN
    words, scores = _scored(letters, script)
    if claimed and words >= _TELLING and 0 <= scores.get(claimed, 1.0) < _NOTHING:
        # Many sites of Africa and Asia say English of every page.
        return _decide(scores, script, None) if max(scores.values()) >= _ENOUGH else UNKNOWN
    return _decide(scores, script, claimed)


def _clear(sample: str) -> str | None:
    """The language that some pieces of a sample leave no doubt about, which spares a look at all of it."""
    letters = _letters(sample)
    script = _main_script(letters)
    if script is None or letters.scripts[script] < _PURE * letters.total:
        return None
    _, scores = _scored(letters, script)
    best = max(scores, key=scores.__getitem__, default=UNKNOWN)
    score = scores.pop(best, 0.0)
    return best if score > max(_ENOUGH, _CLEARLY * max(scores.values(), default=0.0)) else None


def direction(language: str, text: str = "") -> Direction:
    """Base direction of a language; for one without marks here, that of the text's first strong letter (UAX#9 P2)."""
    marks = _languages().get(_primary(language) or UNKNOWN)
    if marks is not None:
        return "rtl" if marks.rtl else "ltr"
    for character in text[:SAMPLE]:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


@lru_cache(maxsize=256)
def _primary(tag: str | None) -> str | None:
    """A tag's primary subtag in lower case; None for no tag, "und" or something that is no tag."""
    first = re.split("[-_]", tag.strip(), maxsplit=1)[0].lower() if tag else ""
    first = _RENAMED.get(first, first)
    return first if re.fullmatch("[a-z]{2,3}", first) and first != UNKNOWN else None


_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "tl": "fil"}
"""Codes that were replaced, and the two written forms of Norwegian."""


@cache
def _script_of(character: str) -> str | None:
    code = ord(character)
    index = bisect_right(_STARTS, code) - 1
    if index < 0 or code > _RANGES[index][1] or not character.isalpha():
        return None
    return _RANGES[index][2]


class _Letters(NamedTuple):
    """The letters of a sample."""

    sample: str
    scripts: Counter[str]
    """How many there are of each script."""
    total: int
    others: Counter[str] | None
    """How often each letter beyond ASCII occurs; None where most are, and counting a few in the sample costs less."""

    def times(self, letters: Mapping[str, object]) -> dict[str, int]:
        """How often those of some letters beyond ASCII occur that do."""
        if self.others is None:
            return {letter: self.sample.count(letter) for letter in letters if letter in self.sample}
        return {letter: self.others[letter] for letter in self.others.keys() & letters}


def _letters(sample: str) -> _Letters:
    ascii_only = sample.encode("ascii", "ignore")
    plain = len(ascii_only) - len(ascii_only.translate(None, _PLAIN))
    beyond = without_ascii(sample)
    # Where most letters are beyond ASCII they are of one script; what is not of it is found faster than each counted.
    script = next(filter(None, (_script_of(c) for c in sample if c > "\x7f")), None) if beyond is sample else None
    strange = _not_of(script).findall(sample) if script else beyond
    own = len(sample) - len(ascii_only) - len(strange) if script else 0
    others = Counter(filter(str.isalpha, strange))
    scripts = Counter({"Latin": plain} if plain else {})
    for found, times in ((script, own), *((_script_of(letter), times) for letter, times in others.items())):
        if found is not None and times:
            scripts[found] += times
    return _Letters(sample, scripts, plain + own + others.total(), None if script else others)


@cache
def _not_of(script: str) -> re.Pattern[str]:
    """What is beyond ASCII and no letter of a script."""
    pieces = []
    for first, last in ((max(first, 0x80), last) for first, last, name in _RANGES if name == script):
        for is_letter, run in groupby(map(chr, range(first, last + 1)), key=str.isalpha):
            letters = list(run) if is_letter else []
            pieces += [f"{letters[0]}-{letters[-1]}"] if letters else []
    return re.compile(f"[^\x00-\x7f{''.join(pieces)}]")


def _main_script(letters: _Letters) -> str | None:
    """The script of most letters; of as many that of the first. An ideograph says as much as several letters."""
    if len(letters.scripts) == 1:
        return next(iter(letters.scripts))
    counts = Counter(
        {name: times * 3 if name in {"Han", "Hangul"} else times for name, times in letters.scripts.items()}
    )
    if not counts:
        return None
    if counts["Kana"] and counts["Kana"] >= _KANA_SHARE * (counts["Han"] / 3 + counts["Kana"]):
        counts["Kana"] += counts.pop("Han", 0)
    most = max(counts.values())
    likeliest = [script for script, count in counts.items() if count == most]
    return likeliest[0] if len(likeliest) == 1 else next(s for s in map(_script_of, letters.sample) if s in likeliest)


def _scored(letters: _Letters, script: str) -> tuple[int, dict[str, float]]:
    """How many words there are, and for each language of a script the share of its words and weighted letters."""
    marks = _marks_of(script)
    words = _words(letters.sample, cased=marks.cased)
    told, spelt = dict.fromkeys(marks.codes, 0), dict.fromkeys(marks.codes, 0)
    for word, times in Counter(filter(marks.words.__contains__, words)).items():
        for code in marks.words[word]:
            told[code] += times
    for letter, times in letters.times(marks.letters).items():
        for code in marks.letters[letter]:
            spelt[code] += times
    tokens, total = max(1, len(words)), max(1, letters.total)
    return len(words), {code: told[code] / tokens + _LETTER_WEIGHT * spelt[code] / total for code in marks.codes}


def _words(sample: str, *, cased: bool) -> list[str]:
    """The words in lower case; marks of punctuation are blanked one by one, which is faster than to match words.

    Most texts of a Latin script are ASCII without their quotation marks, and then put in lower case in no time.
    """
    for mark in _PUNCTUATION:
        sample = sample.replace(mark, " ")
    return (sample.lower() if cased else sample).split()


def _decide(scores: dict[str, float], script: str, claimed: str | None) -> str:
    best = max(scores, key=scores.__getitem__, default=UNKNOWN)
    known = _languages().get(claimed or "")
    if claimed and (known is None or known.script == script):
        own = scores.get(claimed, 0.0)
        enough = _ENOUGH_UNKNOWN if known is None else _ENOUGH
        clearly = scores.get(best, 0.0) > max(enough, _CLEARLY * own)
        return best if clearly else claimed
    if best in scores and scores[best] == 0.0 and script == "Latin":
        return UNKNOWN
    return best


@cache
def _languages() -> dict[str, LanguageMarks]:
    return {code: _marks(code, entry) for code, entry in read_toml(_FILE).items()}


@cache
def _marks_of(script: str) -> _MarksOf:
    marks = {code: marks for code, marks in _languages().items() if marks.script == script}
    words, letters = ({code: getattr(found, key) for code, found in marks.items()} for key in ("words", "letters"))
    told = _speaking_for(words)
    spelt = {letter: codes for letter, codes in _speaking_for(letters).items() if letter.isalpha() and letter > "\x7f"}
    return _MarksOf(tuple(marks), told, spelt, any(word.upper() != word for word in told))


def _speaking_for(marks: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Each mark with the languages that have it."""
    found: dict[str, list[str]] = {}
    for code, several in marks.items():
        for mark in several:
            found.setdefault(mark, []).append(code)
    return {mark: tuple(codes) for mark, codes in found.items()}


def _marks(code: str, entry: Any) -> LanguageMarks:
    scripts = {name for _, _, name in _RANGES}
    script = entry.get("script") if isinstance(entry, dict) else None
    if script not in scripts:
        raise DataError(_FILE, f"{code}.script", script, "wanted the name of a script")
    for key in ("words", "letters"):
        if not isinstance(entry.get(key), str):
            raise DataError(_FILE, f"{code}.{key}", entry.get(key), "wanted a string")
    rtl = entry.get("rtl", False)
    if not isinstance(rtl, bool):
        raise DataError(_FILE, f"{code}.rtl", rtl, "wanted true or false")
    return LanguageMarks(str(script), rtl, frozenset(entry["words"].split()), frozenset(entry["letters"]))
