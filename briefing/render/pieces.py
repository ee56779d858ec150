"""A paragraph in pieces: what stands between its quotes, and the quotes, for formats that mark them up themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Article, Quote, Span
from briefing.text.clean import clean

_BREAKS = re.compile(r"\s*\n\s*")


class Piece(NamedTuple):
    """A part of a paragraph: cleaned, on one line, with the blanks at its ends."""

    text: str
    quote: Quote | None = None
    """The quote whose words these are."""
    behind: Quote | None = None
    """The quote that has ended with this piece, its closing mark included: where its number stands."""


def pieces(article: Article, span: Span) -> Iterator[Piece]:
    """The pieces of the paragraph `span` that hold something, in reading order; together they are its text."""
    return (piece for piece in _pieces(article, span) if piece.text or piece.behind)


def _pieces(article: Article, span: Span) -> Iterator[Piece]:
    at = span.start
    inside = (quote for quote in article.quotes if span.start <= quote.start < span.end)
    for quote in sorted(inside, key=lambda quote: quote.start):
        start, end = max(quote.start, at), min(max(quote.end, at), span.end)
        after = min(end + quote.closed, span.end) if quote.kind != "indirect" else end
        yield Piece(_line(article, at, start))
        yield Piece(_line(article, start, end), quote=quote)
        yield Piece(_line(article, end, after), behind=quote)
        at = after
    yield Piece(_line(article, at, span.end))


def _line(article: Article, start: int, end: int) -> str:
    return _BREAKS.sub(" ", clean(article.text[start:end]))
