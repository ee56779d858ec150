"""An article as a page of HTML that stands alone: nothing is loaded, nothing runs, and every word is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from briefing.model import Article, Quote, Section, Span
from briefing.render.citation import citation_parts
from briefing.render.evidence import evidence_words
from briefing.render.heads import about, names, speaker_of, web_address
from briefing.render.pieces import Piece, pieces
from briefing.text.clean import clean_line

_STYLE = """\
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.6 serif; }
.about, .label, .how { font-size: .8em; color: #666; }
.label { display: block; }
.quote { background: #f4ecd8; }
sup a { text-decoration: none; }
blockquote { margin: 1.5em 0; }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #ddd; } .quote { background: #3a3322; } a { color: #9bf; }
}
"""

_LATIN = 'lang="en" dir="ltr"'
"""Of the program's own words, which are English in every article."""


def whole(article: Article) -> str:
    """The whole article."""
    body = (block for section in article.sections for block in _section(article, section))
    return _page(article, [*body, *_notes(article, article.quotes)])


def part(article: Article, section: Section) -> str:
    """One section with the notes of its quotes."""
    inside = [quote for quote in article.quotes if quote.section == section.index]
    return _page(article, [*_section(article, section), *_notes(article, inside)])


def several(article: Article, chosen: Iterable[Quote]) -> str:
    """Quotes one below the other, each with its citation."""
    return _page(article, (_block_quote(article, quote) for quote in chosen))


def _page(article: Article, blocks: Iterable[str]) -> str:
    """A document around some blocks, with the article's title, language and direction."""
    title, url = escape(clean_line(article.title)), web_address(article)
    link = f' · <a href="{escape(url)}" rel="noopener noreferrer">{escape(url)}</a>' if url else ""
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(article.language)}" dir="{article.direction}">\n'
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<article>\n"
        f'<h1>{title}</h1>\n<p class="about"><bdi {_LATIN}>{escape(about(article))}{link}</bdi></p>\n'
        f"{_lines(blocks)}</article>\n</body>\n</html>\n"
    )


def _lines(blocks: Iterable[str]) -> str:
    return "".join(f"{block}\n" for block in blocks)


def _section(article: Article, section: Section) -> Iterator[str]:
    """A section of the page, if there is anything in it."""
    blocks = _lines(_blocks(article, section))
    if blocks:
        yield f'<section id="s{section.index}">\n{blocks}</section>'


def _blocks(article: Article, section: Section) -> Iterator[str]:
    label, heading = map(escape, names(section))
    if label or heading:
        above = f'<span class="label" {_LATIN}>{label}</span>' if label else ""
        yield f"<h2>{above}{heading}</h2>"
    for span in section.paragraphs:
        yield _paragraph(article, span)


def _paragraph(article: Article, span: Span) -> str:
    return f"<p>{''.join(map(_piece, pieces(article, span)))}</p>"


def _piece(piece: Piece) -> str:
    """Words, marked where they are a quote's, and behind a quote its number, which leads to the note."""
    text = escape(piece.text)
    if piece.quote:
        return f'<span class="quote" id="q{piece.quote.number}">{text}</span>'
    return text + (f'<sup><a href="#n{piece.behind.number}">{piece.behind.number}</a></sup>' if piece.behind else "")


def _notes(article: Article, chosen: Iterable[Quote]) -> Iterator[str]:
    """Who speaks in each quote, and how that is known; each number leads back to the words."""
    notes = _lines(_note(article, quote) for quote in chosen)
    if notes:
        yield f"<footer>\n<ol>\n{notes}</ol>\n</footer>"


def _note(article: Article, quote: Quote) -> str:
    number, how = quote.number, evidence_words(quote, article) if quote.speaker else ""
    known = f' <span class="how" {_LATIN}>({escape(how)})</span>' if how else ""
    said = f"<bdi>{escape(speaker_of(quote))}</bdi>{known}"
    return f'<li id="n{number}" value="{number}">{said} <a href="#q{number}">↩</a></li>'


def _block_quote(article: Article, quote: Quote) -> str:
    words, who, when = map(escape, citation_parts(quote, article))
    return f'<blockquote id="q{quote.number}">\n<p>{words}</p>\n<footer>— {who} {when}</footer>\n</blockquote>'
