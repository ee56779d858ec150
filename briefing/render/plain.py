"""Articles as text for pipes and files: logical order, no escape sequences, no padding, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model import Article, Quote, Section
from briefing.render.lines import quote_line
from briefing.text.clean import clean_line


def whole(article: Article) -> str:
    """The article: title, source, then each section under its label and heading, paragraphs parted by blank lines."""
    head = [article.title, article.source, article.url]
    return _joined([*map(clean_line, filter(None, head)), "", *_body(article)])


def part(article: Article, section: Section) -> str:
    """One section under its label and heading."""
    return _joined(_section(article, section))


def several(article: Article, chosen: Iterable[Quote]) -> str:
    """Quotes, each on a line with its address, speaker and evidence."""
    return "".join(f"{quote_line(quote, article)}\n" for quote in chosen)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _body(article: Article) -> Iterator[str]:
    """All sections that hold something."""
    for section in article.sections:
        if section.index or section.paragraphs:
            yield from _section(article, section)


def _section(article: Article, section: Section) -> Iterator[str]:
    """Number and label on a line, the heading on the next, then the paragraphs."""
    yield f"{section.index} {section.label or ''}".rstrip()
    if section.heading:
        yield clean_line(section.heading)
    yield ""
    for span in section.paragraphs:
        yield clean_line(article.text[span.start : span.end])
        yield ""
