"""Articles of our own, analysed by hand, and a library that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.config import Settings
from briefing.library import Library
from briefing.model import Article, Direction, Quote, Section, Span
from briefing.store.articles import ArticleStore
from briefing.text.identity import body_key

_ENGLISH = (
    "The harbour master said “berth number {n} of article {key} opens before the first winter storm”, and walked the "
    "delegation along the old quay, where two cranes stood idle and a third was being painted for the season."
)
_ARABIC = (
    "وقال مدير الميناء “سيفتح الرصيف رقم {n} من المقال {key} قبل أول عاصفة في الشتاء” ، ثم رافق الوفد على طول "
    "الرصيف القديم حيث توقفت رافعتان عن العمل بينما كان العمال يطلون الثالثة."
)
_QUOTED = re.compile("“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Part:
    """A section to be: its heading, English label and paragraphs."""

    heading: str | None
    label: str | None
    paragraphs: Sequence[str]


def article_of(
    title: str,
    parts: Sequence[Part],
    *,
    language: str = "en",
    direction: Direction = "ltr",
    source: str | None = "Harbour Post",
    speaker: str | None = "The harbour master",
    url: str | None = None,
    removed: tuple[str, ...] = (),
) -> Article:
    """An article of these parts; every stretch in curly marks is a direct quote of the speaker."""
    paragraphs = [paragraph for part in parts for paragraph in part.paragraphs]
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    sections, used = [], 0
    for index, part in enumerate(parts):
        own = tuple(spans[used : used + len(part.paragraphs)])
        used += len(own)
        sections.append(Section(index, part.heading, part.label, (), own[0].start, own[-1].end, own))
    quotes = [
        Quote(
            *(f"{title}-{number}", number, match.start(1), match.end(1), match.group(1), "direct", speaker),
            evidence="named" if speaker else "none",
            section=next(section.index for section in reversed(sections) if section.start <= match.start()),
            closed=True,
            rule="by hand",
            confidence=1.0,
        )
        for number, match in enumerate(_QUOTED.finditer(text), 1)
    ]
    return Article(
        id=body_key(title, text),
        title=title,
        language=language,
        direction=direction,
        text=text,
        sections=tuple(sections),
        quotes=tuple(quotes),
        removed=removed,
        source=source,
        url=url,
    )


def harbour_article(key: int, *, arabic: bool = False, paragraphs: int = 12) -> Article:
    """A made-up article in three sections with a quote in each paragraph."""
    words = [(_ARABIC if arabic else _ENGLISH).format(n=n, key=key) for n in range(1, paragraphs + 1)]
    third = paragraphs // 3
    headings = ("أرصفة الميناء", "رافعات قديمة") if arabic else ("The new berths", "Cranes of another age")
    parts = (
        Part(None, "Lead", words[:third]),
        Part(headings[0], "Berths", words[third : 2 * third]),
        Part(headings[1], "Cranes", words[2 * third :]),
    )
    return article_of(
        f"الميناء يستعد للشتاء {key}" if arabic else f"Harbour gets ready for winter, report {key} of a long series",
        parts,
        language="ar" if arabic else "en",
        direction="rtl" if arabic else "ltr",
        speaker="مدير الميناء" if arabic else "The harbour master",
        url=f"https://harbour.example/{key}" if key % 2 else None,
        removed=("Share this page", "Read more"),
    )


def fill(settings: Settings, articles: Iterable[Article]) -> None:
    """Stores articles, an hour apart, the last one now."""
    articles = list(articles)
    store = ArticleStore(settings.library)
    for age, article in zip(range(len(articles) - 1, -1, -1), articles, strict=True):
        moment = datetime.now(UTC) - timedelta(hours=age)
        store.insert(article, (article.id,), f"{moment:%Y-%m-%dT%H:%M:%SZ}")
    store.close()


def state_file(settings: Settings) -> Path:
    """Where the reading state of a trial library is kept."""
    return settings.library.with_name("state.json")


def open_library(settings: Settings) -> Library:
    """The trial library with its state."""
    return Library.open(settings, state_file(settings))
