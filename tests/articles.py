"""Articles made by hand, for tests of what stores and shows them."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Quote, Section, Span, Tail

TEXT = "وقال حداد: “نرغب في الحوار”. نعمل الآن على ثلاثة مشاريع.\n\nوأضاف أن بلاده “لا تنحاز إلى أي طرف” في كشمير."


def quote(number: int, words: str, **fields: object) -> Quote:
    """A quote of `TEXT` by its words."""
    start = TEXT.index(words)
    values = {
        "id": f"id-{number}",
        "number": number,
        "start": start,
        "end": start + len(words),
        "text": words,
        "kind": "direct",
        "speaker": "كريم حداد",
        "evidence": "named",
        "section": 0,
        "closed": True,
        "rule": "verb-subject",
        "confidence": 0.9,
    }
    return Quote(**{**values, **fields})  # type: ignore[arg-type]


def article(**fields: object) -> Article:
    """A small Arabic article with a lead, a section and two quotes."""
    second = TEXT.index("وأضاف")
    tail = TEXT.index("نعمل")
    values = Article(
        id="ab" * 10,
        title="حداد: الحوار هو الطريق",
        language="ar",
        direction="rtl",
        text=TEXT,
        sections=(
            Section(0, None, "Lead", (), 0, second - 2, (Span(0, second - 2),)),
            Section(
                1, "المساعي في كشمير", "Kashmir", ("place:kashmir",), second, len(TEXT), (Span(second, len(TEXT)),)
            ),
        ),
        quotes=(
            quote(
                1,
                "نرغب في الحوار",
                mention="حداد",
                mention_start=5,
                mention_end=9,
                cue="قال",
                tail=Tail(tail, second - 2, True),
            ),
            quote(2, "لا تنحاز إلى أي طرف", kind="partial", evidence="carried", section=1, carried_from=1),
        ),
        removed=("اترك تعليقاً",),
        source="وكالة الأفق",
    )
    return replace(values, **fields)  # type: ignore[arg-type]
