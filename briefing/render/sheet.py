"""What `briefing show` prints: an article's header, its page, and the line that ends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing import clock
from briefing.bidi.cells import cell_width, truncate
from briefing.bidi.layout import LOGICAL, Row, Run, Setting, lay_out
from briefing.model import Article, Evidence, Quote, Section
from briefing.render import styles
from briefing.render.card import card_of
from briefing.render.languages import language_name
from briefing.render.page import page_of, part_of
from briefing.render.setting import isolated
from briefing.text.clean import clean_line

LEAD_IN = "── "
_MARGIN = 10
"""Cells of the words `Sections` and `Quotes` with the space after them."""

_HOW: dict[Evidence, str] = {
    "named": "named",
    "carried": "carried over",
    "none": "nobody named",
    "corrected": "corrected",
}


def sheet_of(article: Article, width: int, setting: Setting = LOGICAL) -> list[Row]:
    """The whole article."""
    page = page_of(article, width, lead=LEAD_IN, setting=setting)
    return [*header(article, width, setting), Row(()), *page.rows, ending(article, width)]


def section_sheet(article: Article, section: Section, width: int, setting: Setting = LOGICAL) -> list[Row]:
    """One section of it, under its head."""
    page = page_of(article, width, lead=LEAD_IN, setting=setting)
    return list(page.rows[part_of(page, section)])


def quotes_sheet(article: Article, width: int, setting: Setting = LOGICAL) -> list[Row]:
    """Its quotes, unfolded, one below the other."""
    rows = []
    for quote in article.quotes:
        rows.extend([*quote_sheet(article, quote, width, setting), Row(())])
    return rows


def quote_sheet(article: Article, quote: Quote, width: int, setting: Setting = LOGICAL) -> list[Row]:
    """One quote with its speaker and evidence."""
    card = card_of(quote, article, width, selected=True, setting=setting)
    first, *others = card[0].runs
    return [Row((Run(" " + first.text[1:], first.style), *others)), *(row for row in card[1:] if row.runs)]


def header(article: Article, width: int, setting: Setting = LOGICAL) -> list[Row]:
    """Number and state, source and dates, the title, what sections and quotes there are."""
    title = clean_line(article.title)
    rows = _about(article, width)
    rows += lay_out(title, width, direction=article.direction, style=styles.TITLE, **setting._asdict())
    for line in filter(None, (article.source, article.author)):
        rows += lay_out(clean_line(line), width, direction=article.direction, style=styles.META, **setting._asdict())
    if article.url:
        rows += lay_out(clean_line(article.url), width, style=styles.META)
    for name, text in _remarks(article):
        rows += _summary(name, text, width, setting)
    rows += _summary("Sections", _sections(article), width, setting)
    rows += _summary("Quotes", _quotes(article), width, setting)
    return rows


def ending(article: Article, width: int) -> Row:
    """What was cut and how to cite."""
    parts = []
    if article.removed:
        lines = "line" if len(article.removed) == 1 else "lines"
        parts.append(f"{len(article.removed)} non-article {lines} cut (--removed)")
    if article.number is not None and article.quotes:
        parts.append(f"cite: briefing cite {article.number}q{article.quotes[0].number}")
    text = f"{LEAD_IN}end ──" + "".join(f"{' · ' if index else '  '}{part}" for index, part in enumerate(parts))
    return Row((Run(truncate(text, width), styles.RULE),))


def _about(article: Article, width: int) -> list[Row]:
    """`12  new *starred                Arabic · undated, added 23 Nov 2026 09:14`, on two rows if need be."""
    left = "  ".join(filter(None, (_number(article), _state(article))))
    right = " · ".join((language_name(article.language), _dates(article)))
    fill = width - cell_width(left) - cell_width(right)
    if fill < 1:
        return [Row((Run(truncate(left, width), styles.NUMBER),)), Row((Run(truncate(right, width), styles.META),))]
    return [Row((Run(left, styles.NUMBER), Run(" " * fill), Run(right, styles.META)))]


def _number(article: Article) -> str:
    if article.number is None:
        return "not stored"
    return f"{article.number}@{article.version}" if article.version > 1 else str(article.number)


def _state(article: Article) -> str:
    """`new` or `read`, and whether it is starred."""
    if article.state is None:
        return ""
    return ("read" if article.state.read else "new") + (" *starred" if article.state.starred else "")


def _remarks(article: Article) -> Iterator[tuple[str, str]]:
    """The reader's tags and notes, each with the word that stands before it."""
    state = article.state
    if state and state.tags:
        yield "Tags", " · ".join(isolated(clean_line(tag)) for tag in state.tags)
    for note in state.notes if state else ():
        yield "Note", clean_line(note.text)


def _dates(article: Article) -> str:
    """When it was published, and when it came in."""
    published = _moment(article.published) if article.published else "undated"
    return f"{published}, added {_moment(article.added)}" if article.added else published


def _moment(timestamp: str) -> str:
    return clock.day(timestamp) if clock.is_day(timestamp) else f"{clock.day(timestamp)} {clock.time_of_day(timestamp)}"


def _summary(name: str, text: str, width: int, setting: Setting) -> Iterator[Row]:
    """A line with a name before it, wrapped beside the name."""
    for index, row in enumerate(lay_out(text, max(width - _MARGIN, 10), style=styles.META, **setting._asdict())):
        before = Run(f"{'' if index else name:<{_MARGIN}}", styles.LABEL)
        yield row.behind(before)


def _sections(article: Article) -> str:
    """`0 Lead · 1 Kashmir · 2 Vaccine`; a section without a label shows its heading."""
    return " · ".join(
        f"{section.index} {isolated(clean_line(section.label or section.heading or ''))}".rstrip()
        for section in article.sections
    )


def _quotes(article: Article) -> str:
    """`9 direct: 3 named, 6 carried over · 1 never closed · all Sergei Lavrov`."""
    quotes = [quote for quote in article.quotes if quote.kind != "indirect"]
    if not quotes:
        return "none"
    kinds = Counter("direct" if quote.kind == "direct" else "in part" for quote in quotes)
    evidence = Counter(quote.evidence for quote in quotes)
    parts = [
        f"{', '.join(f'{count} {kind}' for kind, count in kinds.items())}: "
        + ", ".join(f"{evidence[key]} {word}" for key, word in _HOW.items() if evidence[key])
    ]
    if unclosed := sum(not quote.closed for quote in quotes):
        parts.append(f"{unclosed} never closed")
    speakers = Counter(quote.speaker for quote in quotes if quote.speaker)
    if len(speakers) == 1 and all(quote.speaker for quote in quotes):
        parts.append(f"all {isolated(clean_line(next(iter(speakers))))}")
    elif speakers:
        parts.append(", ".join(f"{isolated(clean_line(name))} {count}" for name, count in speakers.most_common(4)))
    return " · ".join(parts)
