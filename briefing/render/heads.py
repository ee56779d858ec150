"""What stands above an article in formats for other programs: where it is from, and what its sections are called."""

from __future__ import annotations

import re

from briefing import clock
from briefing.model import Article, Quote, Section
from briefing.render.languages import language_name
from briefing.text.clean import clean_line

_NO_URL = re.compile(r"""[ "<>\\^`{|}]""")
"""Characters of ASCII that no URL holds (RFC 3986 §2), and that would end a link."""


def about(article: Article) -> str:
    """`ISNA · Jane Roe · Arabic · 23 Nov 2026`, what is not known left out."""
    dated = clock.day(article.published) if article.published else "undated"
    parts = (article.source, article.author, language_name(article.language), dated)
    return " · ".join(clean_line(part) for part in parts if part)


def web_address(article: Article) -> str | None:
    """The article's URL if it leads into the web, with what no URL holds encoded; another scheme is not for a link."""
    url = _NO_URL.sub(lambda found: f"%{ord(found[0]):02X}", clean_line(article.url or ""))
    return url if url.lower().startswith(("https://", "http://")) else None


def names(section: Section) -> tuple[str, str]:
    """The English label, unless the heading says it itself, and the heading; the lead has neither."""
    heading = clean_line(section.heading or "")
    label = clean_line(section.label or "") if section.index else ""
    return ("" if label.casefold() in heading.casefold() else label), heading


def speaker_of(quote: Quote) -> str:
    """The speaker, or that nobody is named."""
    return clean_line(quote.speaker) if quote.speaker else "nobody named"
