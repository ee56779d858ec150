"""A quote with its source, ready to paste: the words, who said them and how that is known, where and when."""

from __future__ import annotations

from briefing import clock
from briefing.model import Article, Quote
from briefing.render.languages import language_name
from briefing.text.clean import clean_line


def citation_of(quote: Quote, article: Article) -> str:
    """The citation in logical order, three lines, without a line end at the last one."""
    words, who, when = citation_parts(quote, article)
    return f"{words}\n-- {who}\n   {when}"


def citation_parts(quote: Quote, article: Article) -> tuple[str, str, str]:
    """What a citation says, a line each: the words in marks; who said them and who published it; when and where."""
    where = clean_line(article.url) if article.url else "No URL."
    return (
        f"“{clean_line(quote.text)}”",
        f"{_speaker(quote)}, {_source(article)}, in {language_name(article.language)},",
        f"{_dates(article)}. {where}{_place(quote, article)}",
    )


def _speaker(quote: Quote) -> str:
    """The speaker with how far the text supports it."""
    remarks = {
        "named": ["named"],
        "carried": ["carried over from an earlier sentence"],
        "none": [],
        "corrected": ["corrected by the analyst"],
    }[quote.evidence]
    if quote.kind != "direct":
        remarks.append("quoted in part")
    if not quote.closed:
        remarks.append("closing mark missing in source")
    name = clean_line(quote.speaker) if quote.speaker else "speaker not named"
    return f"{name} ({'; '.join(remarks)})" if remarks else name


def _source(article: Article) -> str:
    """Who published it, and under which title."""
    title = clean_line(article.title)
    return f"{clean_line(article.source)}, “{title}”" if article.source else f"“{title}”"


def _dates(article: Article) -> str:
    dated = clock.day(article.published) if article.published else "undated"
    return f"{dated}, retrieved {clock.day(article.added or clock.now())}"


def _place(quote: Quote, article: Article) -> str:
    """Where to find it again in the library."""
    return f" [briefing {article.number}@{article.version}q{quote.number}]" if article.number else ""
