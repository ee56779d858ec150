"""Articles as text for pipes and files: logical order, no escape sequences, no padding, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Article, ArticleRow, LedgerQuote, Quote, Section
from briefing.render.evidence import evidence_words
from briefing.render.moment import Moment
from briefing.text.clean import clean_line

TSV_COLUMNS = ("number", "flags", "added", "published", "source", "language", "sections", "quotes", "title", "url")
"""What a line of `briefing list` holds in a pipe."""


def article_text(article: Article) -> str:
    """Title, source, then each section under its label and heading, paragraphs parted by blank lines."""
    head = [article.title, article.source, article.url]
    return "\n".join([*map(clean_line, filter(None, head)), "", *_body(article)])


def section_text(article: Article, section: Section) -> str:
    """One section under its label and heading."""
    return "\n".join(_section(article, section))


def quote_line(quote: Quote, article: Article) -> str:
    """`12q4<TAB>speaker<TAB>evidence<TAB>words`."""
    place = f"{article.number or ''}q{quote.number}"
    return "\t".join((place, clean_line(quote.speaker or ""), evidence_words(quote, article), clean_line(quote.text)))


def ledger_line(entry: LedgerQuote) -> str:
    """`12q4<TAB>speaker<TAB>kind<TAB>evidence<TAB>section<TAB>source<TAB>date<TAB>words`."""
    quote, row = entry.quote, entry.article
    values = (
        *(f"{row.number}q{quote.number}", quote.speaker, quote.kind, quote.evidence, entry.label, row.source),
        *(row.published or row.added, quote.text),
    )
    return "\t".join(clean_line(value or "") for value in values)


def row_line(row: ArticleRow, moment: Moment) -> str:
    """The article as tab-separated values in the order of `TSV_COLUMNS`, nothing cut or padded."""
    values = (
        *(row.number, moment.flags(row).strip(), row.added, row.published, row.source, row.language),
        *(row.sections, row.quotes, row.title, row.url),
    )
    return "\t".join(clean_line("" if value is None else str(value)) for value in values)


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
