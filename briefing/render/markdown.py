"""An article as Markdown: CommonMark with GitHub's footnotes, a heading for each section, a footnote for each quote.

Words from outside are never markup: every character that could be is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model import Article, Quote, Section, Span
from briefing.render.citation import citation_parts
from briefing.render.evidence import evidence_words
from briefing.render.heads import about, names, speaker_of, web_address
from briefing.render.pieces import pieces
from briefing.text.clean import clean_line

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
"""What is markup anywhere in a line."""

_OPENING = re.compile(r"\s*(\d{0,9})(?=[-+=:.)])")
"""What stands before that which is markup where a line begins: lists, rules, headings, definitions."""


def whole(article: Article) -> str:
    """The whole article."""
    title, url = _line(article.title), web_address(article)
    head = [f"# {title}" if title else "", _line(about(article)) + (f" · <{url}>" if url else "")]
    body = (block for section in article.sections for block in _section(article, section))
    return _joined([*head, *body, *_footnotes(article, article.quotes)])


def part(article: Article, section: Section) -> str:
    """One section with the footnotes of its quotes."""
    inside = [quote for quote in article.quotes if quote.section == section.index]
    return _joined([*_section(article, section), *_footnotes(article, inside)])


def several(article: Article, chosen: Iterable[Quote]) -> str:
    """Quotes one below the other as block quotations, each with its citation."""
    return _joined(_block_quote(article, quote) for quote in chosen)


def escaped(text: str) -> str:
    """Words of somebody else as the words they are, anywhere but where a line begins."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _line(text: str) -> str:
    """Words of somebody else on a line of their own."""
    return _begun(escaped(clean_line(text)))


def _begun(line: str) -> str:
    """An escaped line that begins no list, rule or heading."""
    opening = _OPENING.match(line)
    return f"{line[: opening.end()]}\\{line[opening.end() :]}" if opening else line


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks)) + "\n"


def _section(article: Article, section: Section) -> Iterator[str]:
    title = ": ".join(map(escaped, filter(None, names(section))))
    if title:
        yield f"## {title}"
    for span in section.paragraphs:
        yield _paragraph(article, span)


def _paragraph(article: Article, span: Span) -> str:
    """The paragraph, behind each quote a reference to its footnote."""
    row = (
        escaped(piece.text) + (f"[^{piece.behind.number}]" if piece.behind else "") for piece in pieces(article, span)
    )
    return _begun("".join(row).strip())


def _footnotes(article: Article, chosen: Iterable[Quote]) -> Iterator[str]:
    """Who speaks, and how that is known."""
    for quote in chosen:
        how = f" ({escaped(evidence_words(quote, article))})" if quote.speaker else ""
        yield f"[^{quote.number}]: {_line(speaker_of(quote))}{how}"


def _block_quote(article: Article, quote: Quote) -> str:
    words, who, when = citation_parts(quote, article)
    return f"> {_line(words)}\n>\n> — {escaped(who)} {escaped(when)}"
