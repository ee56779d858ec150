"""Articles and quotes as tab-separated lines for pipes: nothing cut, nothing padded, one record a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Article, ArticleRow, LedgerQuote, Quote
from briefing.render.evidence import evidence_words
from briefing.render.moment import Moment
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from briefing.query.results import Hit
    from briefing.text.corrections import Correction

ROW_COLUMNS = ("number", "flags", "added", "published", "source", "language", "sections", "quotes", "title", "url")
"""What a line of `briefing list` holds in a pipe."""


def row_line(row: ArticleRow, moment: Moment) -> str:
    """The article as tab-separated values in the order of `ROW_COLUMNS`, nothing cut or padded."""
    return tab_separated(
        *(row.number, moment.flags(row).strip(), row.added, row.published, row.source, row.language),
        *(row.sections, row.quotes, row.title, row.url),
    )


def hit_line(hit: Hit, moment: Moment) -> str:
    """The same of an article that was found, with the excerpt behind it."""
    return f"{row_line(hit.article, moment)}\t{clean_line(hit.excerpt.text if hit.excerpt else '')}"


def quote_line(quote: Quote, article: Article) -> str:
    """`12q4<TAB>speaker<TAB>evidence<TAB>words`."""
    place = f"{article.number or ''}q{quote.number}"
    return "\t".join((place, clean_line(quote.speaker or ""), evidence_words(quote, article), clean_line(quote.text)))


def ledger_line(entry: LedgerQuote) -> str:
    """`12q4<TAB>speaker<TAB>kind<TAB>evidence<TAB>section<TAB>source<TAB>date<TAB>words`."""
    quote, row = entry.quote, entry.article
    return tab_separated(
        *(f"{row.number}q{quote.number}", quote.speaker, quote.kind, quote.evidence, entry.label, row.source),
        *(row.published or row.added, quote.text),
    )


def correction_line(address: str, correction: Correction) -> str:
    """`12q4<TAB>speaker<TAB>what it was<TAB>what it is<TAB>by whom<TAB>when`."""
    return tab_separated(
        *(address, correction.property, correction.was, correction.value, correction.by, correction.at)
    )


def tab_separated(*values: object) -> str:
    """Values in one line; None is nothing."""
    return "\t".join(clean_line("" if value is None else str(value)) for value in values)
