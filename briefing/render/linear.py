"""Articles, quotes and lists for the ear: one column in logical order, words where others see columns and lines.

Rows are wrapped between words but never padded, so that a screen reader finds nothing but text.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing import clock
from briefing.bidi.cells import displayed, truncate
from briefing.bidi.layout import Insert, Row, Run, lay_out
from briefing.model import Article, ArticleRow, ArticleState, Evidence, Hit, LedgerQuote, Quote, Section
from briefing.render import styles
from briefing.render.card import FOLDED_ROWS
from briefing.render.evidence import evidence_words, remarks
from briefing.render.languages import language_name
from briefing.render.moment import Moment
from briefing.render.page import Page, compose, paragraph, part_of
from briefing.text.clean import clean_line

_STATES = {"N": "new", "M": "modified", "o": "unread", " ": "read"}

_EVIDENCE: dict[Evidence, str] = {
    "named": "named",
    "carried": "carried over",
    "none": "nobody named",
    "corrected": "corrected",
}

ROWS_PER_ARTICLE = 2
"""Rows of an article in a list whose rows are cut."""


def linear_page(article: Article, width: int, *, selected: int | None = None) -> Page:
    """The article's body; quotes are followed by their numbers and speakers in words."""
    return compose(
        article,
        lambda section: section_head(section, width),
        lambda span: paragraph(article, span, width, selected, numbered=_spoken, direction="ltr"),
    )


def section_head(section: Section, width: int) -> list[Row]:
    """`Section 1: Kashmir`, and below it the section's own heading."""
    name = f"Section {section.index}" + (f": {section.label}" if section.label else "")
    said = [(name, styles.LABEL), *([(section.heading, styles.HEADING)] if section.heading else [])]
    return [
        row._replace(start=section.start, end=section.start)
        for text, style in said
        for row in _said(text, width, style)
    ]


def article_rows(article: Article, width: int) -> list[Row]:
    """The whole article below its number, state, title and source."""
    return [*_header(article, width), Row(()), *linear_page(article, width).rows, *_said(_ending(article), width)]


def section_rows(article: Article, section: Section, width: int) -> list[Row]:
    """One section under its head."""
    page = linear_page(article, width)
    return list(page.rows[part_of(page, section)])


def quote_rows(article: Article, quote: Quote, width: int) -> list[Row]:
    """A quote's number, speaker and evidence in one sentence, then its words."""
    section = article.sections[quote.section]
    about = [f"Quote {quote.number}", _speaker(quote), evidence_words(quote, article).replace(" · ", ", ")]
    about.append(f"section {section.index} {section.label or section.heading or ''}".strip())
    return [*_said(_sentence(about), width, styles.SPEAKER), *_said(quote.text, width, _style(quote)), Row(())]


def linear_card(quote: Quote, article: Article, width: int, *, selected: bool = False) -> list[Row]:
    """A quote in as many rows as `card.card_of` gives it: number and speaker, the words, evidence and section."""
    section = article.sections[quote.section]
    evidence = [evidence_words(quote, article).replace(" · ", ", "), section.label or section.heading or ""]
    words = _said(quote.text, width, _style(quote))
    if not selected and len(words) > FOLDED_ROWS:
        rest = _plain(quote.text)[words[FOLDED_ROWS - 1].start :]
        words = [*words[: FOLDED_ROWS - 1], _cut(rest, width, _style(quote))]
    words += [Row(())] * (FOLDED_ROWS - len(words))
    head = _cut(f"Quote {quote.number}, {_speaker(quote)}", width, styles.SPEAKER)
    return [head, *words, _cut(_sentence(evidence), width, styles.EVIDENCE)]


def head_rows(article: Article, section: int, width: int) -> list[Row]:
    """Title, number and state, and the section one is in, each in one row."""
    named = article.sections[section] if section < len(article.sections) else None
    label = f": {named.label or named.heading or ''}" if named else ""
    state = state_words(article.state or ArticleState())
    about = [f"Article {article.number}", state, article.source or "", language_name(article.language)]
    return [
        _cut(article.title, width, styles.TITLE),
        _cut(_sentence(about), width, styles.META),
        _cut(f"Section {section} of {len(article.sections) - 1}{label}", width, styles.LABEL),
    ]


def quotes_rows(article: Article, width: int) -> list[Row]:
    """All quotes, one below the other."""
    return [row for quote in article.quotes for row in quote_rows(article, quote, width)]


def ledger_rows(entry: LedgerQuote, width: int) -> list[Row]:
    """A quote of any article: address, speaker, evidence, section, source and date, then its words."""
    quote, row = entry.quote, entry.article
    about = [f"Quote {row.number}q{quote.number}", _speaker(quote)]
    if quote.speaker:
        about.append(_EVIDENCE[quote.evidence])
    about += [*remarks(quote), entry.label or "", row.source or "", clock.day(row.published or row.added)]
    return [*_said(_sentence(about), width, styles.SPEAKER), *_said(quote.text, width, _style(quote)), Row(())]


def list_rows(row: ArticleRow, width: int, moment: Moment) -> list[Row]:
    """`12, new, starred: title`, and below it source, language, time and counts."""
    return [
        *_said(_named(row, moment), width, _title_style(row)),
        *_said(_about(row, moment), width, styles.META),
    ]


def hit_rows(hit: Hit, width: int, moment: Moment) -> list[Row]:
    """The same of an article that was found, with the words around what was searched for."""
    excerpt = _said(f"… {hit.excerpt.text} …", width) if hit.excerpt else []
    return [*list_rows(hit.article, width, moment), *excerpt, Row(())]


def cut_list_rows(row: ArticleRow, width: int, moment: Moment) -> list[Row]:
    """The same in `ROWS_PER_ARTICLE` rows, cut at their logical ends."""
    return [
        _cut(_named(row, moment), width, _title_style(row)),
        _cut(_about(row, moment), width, styles.META),
    ]


def state_words(state: ArticleState) -> str:
    """`unread, starred`."""
    return ("read" if state.read else "unread") + (", starred" if state.starred else "")


def _header(article: Article, width: int) -> Iterator[Row]:
    """Number and state, title, source and date, counts."""
    number = "Article, not stored" if article.number is None else f"Article {article.number}"
    if article.version > 1:
        number += f", version {article.version}"
    yield from _said(_sentence([number, state_words(article.state) if article.state else ""]), width, styles.NUMBER)
    yield from _said(article.title, width, styles.TITLE)
    published = f"published {clock.day(article.published)}" if article.published else "undated"
    added = f"added {clock.day(article.added)} {clock.time_of_day(article.added)}" if article.added else ""
    source = [article.source or "", article.author or "", language_name(article.language), published, added]
    yield from _said(_sentence(source), width, styles.META)
    if article.url:
        yield from _said(article.url, width, styles.META)
    sections = [f"{section.index} {section.label or section.heading or ''}".strip() for section in article.sections]
    yield from _said(_sentence([f"Sections: {', '.join(sections)}"]), width, styles.META)
    yield from _said(_sentence([_counted(len(article.quotes), "quote")]), width, styles.META)


def _ending(article: Article) -> str:
    """What was cut and how to cite."""
    end = "End of article" + ("" if article.number is None else f" {article.number}")
    if article.removed:
        end += f". {_counted(len(article.removed), 'non-article line')} cut, --removed shows them"
    if article.number is not None and article.quotes:
        end += f". To cite: briefing cite {article.number}q{article.quotes[0].number}"
    return f"{end}."


def _named(row: ArticleRow, moment: Moment) -> str:
    starred = ", starred" if row.state.starred else ""
    return f"{row.number}, {_STATES[moment.flag(row)]}{starred}: {row.title}"


def _about(row: ArticleRow, moment: Moment) -> str:
    counts = [_counted(row.sections, "section"), _counted(row.quotes, "quote")]
    return _sentence([row.source or "no source", language_name(row.language), moment.when(row).strip(), *counts])


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _speaker(quote: Quote) -> str:
    return quote.speaker or "nobody named"


def _spoken(quote: Quote, text: str, origin: int) -> Insert:
    """The quote's number and speaker behind its closing mark."""
    after = min(quote.end - origin + quote.closed, len(text))
    return Insert(after, f" (quote {quote.number}, {clean_line(_speaker(quote))})", styles.NUMBER)


def _style(quote: Quote) -> str:
    return styles.QUOTE if quote.kind == "direct" else styles.PARTIAL


def _title_style(row: ArticleRow) -> str:
    return styles.READ if row.state.read else styles.UNREAD


def _sentence(parts: list[str]) -> str:
    """The parts that there are, parted by commas, with a full stop."""
    return ", ".join(filter(None, parts)) + "."


def _plain(text: str) -> str:
    return displayed(clean_line(text))


def _cut(text: str, width: int, style: str) -> Row:
    """A text on one row, cut at its logical end."""
    return Row((Run(truncate(_plain(text), width), style),))


def _said(text: str, width: int, style: str = styles.PLAIN) -> list[Row]:
    """A text as rows in logical order that begin at the left."""
    return lay_out(clean_line(text), width, style=style)
