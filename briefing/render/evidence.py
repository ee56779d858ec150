"""In words: how a quote's speaker is known, and what is odd about the quote."""

from __future__ import annotations

from typing import Final

from briefing.model import Article, Evidence, Quote

MARKS: Final[dict[Evidence, str]] = {"named": "", "carried": "~", "none": "?", "corrected": "e"}
"""One character behind a quote's number: nothing when the speaker is named there."""

_WORDS: Final[dict[Evidence, str]] = {"named": "named", "none": "nobody named", "corrected": "corrected"}


def evidence_words(quote: Quote, article: Article) -> str:
    """Such as `carried from 4 · never closed · goes on`."""
    return " · ".join([_known_by(quote, article), *remarks(quote)])


def remarks(quote: Quote) -> list[str]:
    """What a reader should know about the quote's ends and kind."""
    words = []
    if quote.kind != "direct":
        words.append("in part" if quote.kind == "partial" else "in the reporter's words")
    if not quote.closed:
        words.append("never closed")
    if quote.tail:
        words.append("goes on" if quote.tail.certain else "goes on?")
    return words


def _known_by(quote: Quote, article: Article) -> str:
    """Named, nobody named, or where the name was carried from."""
    if quote.evidence != "carried":
        return _WORDS[quote.evidence]
    if quote.carried_from is not None:
        return f"carried from {quote.carried_from}"
    if quote.mention_start is None:
        return "carried from the title"
    section = article.sections[section_at(article, quote.mention_start)]
    paragraph = sum(span.start <= quote.mention_start for span in section.paragraphs)
    place = "" if section.index == quote.section else f"{(section.label or str(section.index)).lower()} "
    return f"carried from {place}¶{paragraph}"


def section_at(article: Article, offset: int) -> int:
    """Index of the section that holds a code point of the text."""
    holding = [section.index for section in article.sections if section.paragraphs and section.start <= offset]
    return holding[-1] if holding else 0
