"""Finding what an address names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import NotFoundError
from briefing.library import Library
from briefing.model import Article, ArticleRow, LedgerQuote, Quote, Section
from briefing.verbs.address import Address, parse_address


class Found(NamedTuple):
    """An article, and the section or quote in it that was asked for."""

    article: Article
    section: Section | None = None
    quote: Quote | None = None


def look_up(library: Library, text: str) -> Found:
    """What the address `text` names.

    Raises:
        AddressError: the text is no address.
        NotFoundError: nothing stands there.
    """
    return found_in(library.article(number_of(library, address := parse_address(text)), address.version), address)


def number_of(library: Library, address: Address) -> int:
    """The article's number; `latest` and `next` are looked up. Raises NotFoundError when there is none."""
    if isinstance(address.article, int):
        return address.article
    row = next(_newest(library, unread=address.article == "next"), None)
    if row is None:
        what = "unread article" if address.article == "next" else "article"
        raise NotFoundError(what, "in the library", "Add one: briefing add FILE|URL|-, or try: briefing demo")
    return row.number


def _newest(library: Library, *, unread: bool) -> Iterator[ArticleRow]:
    """The newest article, or the newest one that is unread."""
    if not unread:
        return library.select()
    from briefing.query.tree import Field

    return library.select(Field("is", "unread"), 1)


def found_in(article: Article, address: Address) -> Found:
    """The section or quote of an article that an address names."""
    if address.quote is not None:
        return Found(article, quote=quote_of(article, address.quote))
    if address.section is not None:
        return Found(article, section=section_of(article, address.section))
    return Found(article)


def quote_of(article: Article, number: int) -> Quote:
    """The quote with this number. Raises NotFoundError."""
    for quote in article.quotes:
        if quote.number == number:
            return quote
    raise NotFoundError("quote", f"{number} in article {_name(article)}", _quotes_there(article))


def _quotes_there(article: Article) -> str:
    """How many quotes an article has, and which if they are few."""
    numbers = [f"q{quote.number}" for quote in article.quotes]
    counted = "1 quote" if len(numbers) == 1 else f"{len(numbers)} quotes"
    return f"It has {counted}{': ' + ', '.join(numbers) if 0 < len(numbers) <= _FEW else ''}."


_FEW = 12
"""Quotes whose numbers fit in a hint."""


def ledger_entry(library: Library, article: Article, quote: Quote) -> LedgerQuote:
    """A stored article's quote as the ledger gives it."""
    (row,) = library.rows([article.number or 0])
    section = article.sections[quote.section]
    return LedgerQuote(quote, row, section.named)


def section_of(article: Article, wanted: int | str) -> Section:
    """The section with this index, or whose label or heading begins with or holds these words. Raises NotFoundError."""
    if isinstance(wanted, int):
        found = [section for section in article.sections if section.index == wanted]
    else:
        found = _named(article, wanted)
    if not found:
        listed = ", ".join(f"{section.index} {section.label or section.heading}" for section in article.sections)
        raise NotFoundError("section", f"{wanted} in article {_name(article)}", f"Its sections are {listed}.")
    return found[0]


def _named(article: Article, words: str) -> list[Section]:
    """Sections that fit the words, the best fit first: equal, beginning with them, holding them."""
    from briefing.text.fold import fold

    wanted = fold(words)
    ranked: list[tuple[int, int, Section]] = []
    for section in article.sections:
        for name in filter(None, (section.label, section.heading)):
            folded = fold(name)
            if wanted in folded:
                rank = 0 if folded == wanted else 1 if folded.startswith(wanted) else 2
                ranked.append((rank, section.index, section))
    return [section for _, _, section in sorted(ranked, key=lambda item: item[:2])]


def _name(article: Article) -> str:
    return str(article.number) if article.number is not None else f"'{article.title}'"
