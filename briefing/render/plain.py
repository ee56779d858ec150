"""Articles as text for pipes and files: logical order, no escape sequences, no padding, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Article, Section
from briefing.text.clean import clean_line


def article_text(article: Article) -> str:
    """Title, source, then each section under its label and heading, paragraphs parted by blank lines."""
    head = [article.title, article.source, article.url]
    return "\n".join([*map(clean_line, filter(None, head)), "", *_body(article)])


def section_text(article: Article, section: Section) -> str:
    """One section under its label and heading."""
    return "\n".join(_section(article, section))


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
