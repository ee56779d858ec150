"""A corrected article as annotations that an evaluation of the rules can score against.

The content is the title on a line of its own, then headings and paragraphs parted by blank lines; offsets are code
points into it, the end exclusive, the marks outside. Kinds are `direct`, `mixed` (reported, and in need of the
reporter's words) and `not-a-quote`. What nobody has corrected is `uncertain`: it counts neither for nor against rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from briefing.model import Article, Quote, Section
from briefing.text.corrections import Changes, Correction, Property, corrected, is_none

_KINDS: Final = {"direct": "direct", "partial": "mixed", "indirect": "mixed"}


class Gold(NamedTuple):
    """One article's content and its annotations."""

    content: str
    table: dict[str, Any]


def gold_of(article: Article, wanted: Changes) -> Gold:
    """An article as the analysis has it, with its corrections by target, as annotations."""
    right = corrected(article, (each for changes in wanted.values() for each in changes.values()))
    known = {quote.id: quote for quote in right.quotes}
    content, shifts = _content(right)
    quotes = [
        _quote(quote, known.get(quote.id, quote), wanted.get(quote.id, {}), shifts[quote.section])
        for quote in article.quotes
    ]
    headed = [section for section in right.sections if section.heading is not None]
    table = {
        "file": f"{article.number}.txt",
        "lang": article.language,
        "title": article.title,
        "headings": [section.heading for section in headed],
        "labels": {section.heading: section.label for section in headed if section.label},
        "quotes": quotes,
        "url": article.url,
        "source": article.source,
    }
    return Gold(content, table)


def _content(article: Article) -> tuple[str, dict[int, int]]:
    """Title, headings and text, and for each section how far its text stands behind its place in the article's."""
    content, shifts = article.title, {}
    for section in article.sections:
        content += f"\n\n{section.heading}" if section.heading is not None else ""
        text = _text(article, section)
        content += "\n\n" if text else ""
        shifts[section.index] = len(content) - section.start
        content += text
    return f"{content}\n", shifts


def _text(article: Article, section: Section) -> str:
    return article.text[section.start : section.end]


def _quote(analysed: Quote, right: Quote, changes: Mapping[Property, Correction], shift: int) -> dict[str, Any]:
    """One annotation; `was` says what the analysis had found."""
    none = is_none(changes)
    entry: dict[str, Any] = {
        "start": analysed.start + shift,
        "end": analysed.end + shift,
        "text": analysed.text,
        "kind": "not-a-quote" if none else _KINDS[right.kind],
        "speaker": None if none else right.speaker,
    }
    if right.mention and right.mention != right.speaker and not none:
        entry["speaker_aliases"] = [right.mention]
    if not analysed.closed:
        entry["unclosed"] = True
    if not changes:
        return {**entry, "uncertain": True}
    latest = max(changes.values(), key=lambda change: change.at)
    was = {name: change.was or None for name, change in changes.items()}
    return {**entry, "was": was, "by": latest.by, "at": latest.at}
