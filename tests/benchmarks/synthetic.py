"""Made-up libraries of any size: the same seed gives the same articles.

The words are Arabic in look and in how often they occur (Zipf's law over 180,000 of them, built from
random roots in fixed patterns), not in sense. Beside them stand real words, so that searches have
something to find, as often as `REAL_WORDS` says.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from briefing.model import Article, Quote, Section, Span
from briefing.text.identity import url_key

REAL_WORDS = ("في", "من", "على", "إلى", "أن", "قال", "الحوار", "الإرهاب", "أمريكا", "كشمير", "المدرسة", "البرلمان")
"""The most frequent words, in this order."""

TYPES = 180_000
"""Different words."""

SOURCES = ("وكالة الأفق", "صحيفة الميناء", "إذاعة الساحل", "ISNA", "Harbour Post", "Chronicle", "بريد الشمال", "التلال")
SPEAKERS = tuple(f"{first} {last}" for first in ("كريم", "ليلى", "سامي", "هدى") for last in ("حداد", "نجار", "الخياط"))
LABELS = (("Kashmir", "place:kashmir"), ("Talks", "theme:talks"), ("Economy", "theme:economy"), ("Courts", "theme:law"))

NEWEST = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""When the last article came in."""

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = ("{}{}{}", "ا{}{}{}", "م{}{}و{}", "{}ا{}{}", "ت{}{}ي{}", "ا{}ت{}ا{}", "{}{}ي{}ة", "م{}ا{}{}ة")
_PREFIXES = ("", "", "", "ال", "وال", "بال", "و", "لل", "ف", "ب")
_HARAKAT = "\u064e\u064f\u0650\u0652"
_PARAGRAPHS = 9
_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article and when it came in (RFC 3339 in UTC)."""

    article: Article
    added: str


def arrivals(count: int, seed: int = 0) -> Iterator[Arrival]:
    """So many articles, the oldest first, a quarter of an hour apart; mean 6 KB of UTF-8 each."""
    choose = random.Random(seed)
    words = _Words(seed)
    for index in range(count):
        moment = NEWEST - timedelta(minutes=15) * (count - 1 - index)
        yield Arrival(_article(index, choose, words, _written(moment - timedelta(hours=2))), _written(moment))


class _Words:
    """Words drawn by Zipf's law."""

    def __init__(self, seed: int) -> None:
        self._choose = random.Random(seed + 1)
        self._types = [*REAL_WORDS, *self._made_up(TYPES - len(REAL_WORDS))]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(TYPES)))

    def draw(self, count: int) -> list[str]:
        """So many words; one in a hundred carries a vowel sign."""
        drawn = self._choose.choices(self._types, cum_weights=self._weights, k=count)
        for place in range(self._choose.randrange(100), count, 100):
            drawn[place] = drawn[place][:2] + self._choose.choice(_HARAKAT) + drawn[place][2:]
        return drawn

    def _made_up(self, count: int) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            pattern, prefix = self._choose.choice(_PATTERNS), self._choose.choice(_PREFIXES)
            made[prefix + pattern.format(*self._choose.choices(_LETTERS, k=3))] = None
        return list(made)


def _article(index: int, choose: random.Random, words: _Words, published: str) -> Article:
    """One article: a lead and two headed sections, a quote in every third paragraph."""
    length = choose.choice((8, 14, 18, 22, 28))
    paragraphs = [_paragraph(words, length, quoted=place % 3 == 1) for place in range(_PARAGRAPHS)]
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    source = choose.choice(SOURCES)
    url = f"https://news{SOURCES.index(source)}.example/{index}"
    return Article(
        id=url_key(url),
        title=" ".join(words.draw(9)),
        language="ar",
        direction="rtl",
        text=text,
        sections=_sections(spans, choose, words),
        quotes=_quotes(text, choose),
        removed=("اترك تعليقاً", "زر الذهاب إلى الأعلى"),
        url=url,
        source=source,
        author=None,
        published=published,
    )


def _paragraph(words: _Words, length: int, *, quoted: bool) -> str:
    """Sentences of so many words, the second one in marks if it is a quote."""
    sentences = [" ".join(words.draw(length)) for _ in range(_SENTENCES)]
    if quoted:
        sentences[1] = f"وقال “{sentences[1]}”"
    return ". ".join(sentences) + "."


def _sections(spans: list[Span], choose: random.Random, words: _Words) -> tuple[Section, ...]:
    """The lead and two sections, three paragraphs each."""
    sections = [Section(0, None, "Lead", (), spans[0].start, spans[2].end, tuple(spans[:3]))]
    for position in (1, 2):
        own = tuple(spans[3 * position : 3 * position + 3])
        label, topic = choose.choice(LABELS)
        heading = " ".join(words.draw(4))
        sections.append(Section(position, heading, label, (topic,), own[0].start, own[-1].end, own))
    return tuple(sections)


def _quotes(text: str, choose: random.Random) -> tuple[Quote, ...]:
    """What stands in marks."""
    quotes, end = [], 0
    while (start := text.find("“", end) + 1) > 0:
        end = text.index("”", start)
        number, speaker = len(quotes) + 1, choose.choice(SPEAKERS)
        at = {"start": start, "end": end, "text": text[start:end], "section": len(quotes)}
        quotes.append(
            Quote(
                id=f"{start:08x}",
                number=number,
                kind="direct",
                speaker=speaker,
                evidence="named",
                closed=True,
                rule="verb-subject",
                confidence=0.9,
                cue="قال",
                **at,  # type: ignore[arg-type]
            )
        )
    return tuple(quotes)


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
