"""An article's body as rows, with the place of each section and quote among them.

Both faces show these rows: `show` below its header, the TUI in the reading pane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from briefing.bidi.cells import cell_width, displayed, truncate
from briefing.bidi.layout import LOGICAL, Highlight, Insert, Row, Run, Setting, lay_out
from briefing.model import Article, Direction, Quote, Section, Span
from briefing.render import styles
from briefing.text.clean import clean, clean_line

_INSERT_STYLES = {"direct": styles.QUOTE, "partial": styles.PARTIAL, "indirect": styles.PARTIAL}
_RULE = "─"


class Page(NamedTuple):
    """Rows of a body; row numbers count from 0."""

    rows: tuple[Row, ...]
    sections: tuple[int, ...]
    """For each section the row its head stands on."""
    quotes: dict[int, tuple[int, int]]
    """For each quote number the first row it stands on and one past the last."""

    def quote_at(self, row: int) -> int | None:
        """Number of the first quote that stands on a row or begins below it; None behind the last one."""
        return next((number for number, (_, end) in self.quotes.items() if end > row), None)

    def section_at(self, row: int) -> int:
        """Index of the section a row belongs to."""
        return max((index for index, first in enumerate(self.sections) if first <= row), default=0)


def page_of(
    article: Article, width: int, *, selected: int | None = None, lead: str = "", setting: Setting = LOGICAL
) -> Page:
    """The article's body in `width` cells; the quote numbered `selected` stands out.

    `lead` is written before each section head, such as `"── "` where panes have no border of their own.
    """
    return compose(
        article,
        lambda section: section_head(section, article.direction, width, lead, setting),
        lambda span: paragraph(article, span, width, selected, setting),
    )


def compose(article: Article, head: Callable[[Section], Iterable[Row]], body: Callable[[Span], Iterable[Row]]) -> Page:
    """The article's body of the rows that each section's head and each paragraph give."""
    rows: list[Row] = []
    heads = []
    for section in article.sections:
        heads.append(len(rows))
        if section.index or section.paragraphs:
            rows.extend(head(section))
        for span in section.paragraphs:
            rows.extend(body(span))
            rows.append(Row((), span.end, span.end))
    return Page(tuple(rows), tuple(heads), _quote_rows(rows, article.quotes))


def part_of(page: Page, section: Section) -> slice:
    """The rows of one section."""
    first = page.sections[section.index]
    return slice(first, page.sections[section.index + 1] if section.index + 1 < len(page.sections) else None)


def section_head(
    section: Section, direction: Direction, width: int, lead: str = "", setting: Setting = LOGICAL
) -> list[Row]:
    """A rule with the section's number and English label, its own heading at the far end, or below if it is long."""
    name = f"{lead}{section.index}" + (f" {section.label}" if section.label else "")
    heading = displayed(clean_line(section.heading or ""))
    name = truncate(name, width)
    room = width - cell_width(name) - 2
    if not heading:
        return [_rule_row(name, width, section.start)]
    if cell_width(heading) + 2 > room:
        below = lay_out(heading, width, direction=direction, style=styles.HEADING, **setting._asdict())
        return [_rule_row(name, width, section.start), *(_anchored(row, section.start) for row in below)]
    before = _RULE * (room - cell_width(heading) if direction == "rtl" else 1)
    runs = [Run(name, styles.LABEL), Run(f" {before} ", styles.RULE), Run(heading, styles.HEADING, direction)]
    if direction == "ltr":
        runs.append(Run(" " + _RULE * (room - cell_width(heading) - 2), styles.RULE))
    return [Row(tuple(runs), section.start, section.start)]


def _rule_row(name: str, width: int, at: int) -> Row:
    """A section head without a heading."""
    fill = max(width - cell_width(name) - 1, 0)
    return Row((Run(name, styles.LABEL), Run(f" {_RULE * fill}" if fill else "", styles.RULE)), at, at)


def _anchored(row: Row, at: int) -> Row:
    """A row whose text is not part of the article's: it belongs to the offset `at`."""
    return row._replace(start=at, end=at)


def numbered(quote: Quote, text: str, origin: int) -> Insert:
    """The quote's number behind its closing mark."""
    after = min(quote.end - origin + quote.closed, len(text))
    return Insert(after, f"[{quote.number}]", styles.NUMBER)


def paragraph(
    article: Article,
    span: Span,
    width: int,
    selected: int | None,
    setting: Setting = LOGICAL,
    *,
    numbered: Callable[[Quote, str, int], Insert] = numbered,
    direction: Direction | None = None,
) -> list[Row]:
    """One paragraph with its quotes marked and, by `numbered`, named; `direction` is the article's unless given."""
    direction = direction or article.direction
    text = clean(article.text[span.start : span.end])
    if len(text) != span.end - span.start:
        # Stored text is clean already; a library that was written by other means loses its highlights here.
        return lay_out(text, width, direction=direction, origin=span.start, **setting._asdict())
    inside = [quote for quote in article.quotes if span.start <= quote.start < span.end]
    return lay_out(
        text,
        width,
        direction=direction,
        highlights=[_moved(mark, -span.start) for mark in _highlights(inside, selected)],
        inserts=[numbered(quote, text, span.start) for quote in inside],
        origin=span.start,
        **setting._asdict(),
    )


def _highlights(quotes: Iterable[Quote], selected: int | None) -> Iterator[Highlight]:
    """Tails below quotes, quotes below the selected one."""
    quotes = list(quotes)
    for quote in quotes:
        if quote.tail:
            yield Highlight(quote.tail.start, quote.tail.end, styles.TAIL)
    for quote in quotes:
        yield Highlight(quote.start, quote.end, _INSERT_STYLES[quote.kind])
    for quote in quotes:
        if quote.number == selected:
            yield Highlight(quote.start, quote.end, styles.SELECTED)


def _moved(mark: Highlight, by: int) -> Highlight:
    return Highlight(max(mark.start + by, 0), max(mark.end + by, 0), mark.style)


def _quote_rows(rows: list[Row], quotes: Iterable[Quote]) -> dict[int, tuple[int, int]]:
    """For each quote the rows that show its words; rows and quotes are both in reading order."""
    starts = [(index, row) for index, row in enumerate(rows) if row.end > row.start]
    found: dict[int, tuple[int, int]] = {}
    first = 0
    for quote in sorted(quotes, key=lambda quote: quote.start):
        while first < len(starts) and starts[first][1].end <= quote.start:
            first += 1
        last = first
        while last < len(starts) and starts[last][1].start < quote.end:
            last += 1
        if last > first:
            found[quote.number] = (starts[first][0], starts[last - 1][0] + 1)
    return found
