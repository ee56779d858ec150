"""A quote as a card of the side pane: number and evidence, section, speaker, the words, how it is known."""

from __future__ import annotations

from briefing.bidi.cells import cell_width, displayed, truncate
from briefing.bidi.layout import LOGICAL, Row, Run, Setting, lay_out, line
from briefing.model import Article, Quote
from briefing.render import styles
from briefing.render.evidence import MARKS, evidence_words
from briefing.text.clean import clean_line

_MARGIN = Run(" ")

FOLDED_ROWS = 2
"""Rows of the quote's words on a card that is not selected."""


def card_of(
    quote: Quote, article: Article, width: int, *, selected: bool = False, setting: Setting = LOGICAL
) -> list[Row]:
    """The card in `width` cells: 4 rows, or as many as the words need when selected."""
    words = _words(quote, article, width, setting)
    if not selected and len(words) > FOLDED_ROWS:
        words = [*words[: FOLDED_ROWS - 1], _cut(quote, article, words, width, setting)]
    elif len(words) < FOLDED_ROWS:
        words.extend([Row(())] * (FOLDED_ROWS - len(words)))
    how = Run("   " + truncate(evidence_words(quote, article), width - 3), styles.EVIDENCE)
    return [_head(quote, article, width, selected), *words, Row((how,))]


def _head(quote: Quote, article: Article, width: int, selected: bool) -> Row:
    """`>4~ Kashmir           Sergei Lavrov`: the speaker ends at the right edge."""
    section = article.sections[quote.section]
    number = f"{'>' if selected else ' '}{quote.number}{MARKS[quote.evidence]}"
    number = number.ljust(max(4, cell_width(number) + 1))
    speaker = displayed(clean_line(quote.speaker or ""))
    label = displayed(clean_line(section.label or section.heading or ""))
    speaker = truncate(speaker, max(width - cell_width(number) - 8, 4))
    label = truncate(label, max(width - cell_width(number) - cell_width(speaker) - 1, 0))
    fill = " " * max(width - cell_width(number) - cell_width(label) - cell_width(speaker), 0)
    return Row(
        (
            Run(number, styles.NUMBER),
            Run(label, styles.LABEL),
            Run(fill),
            Run(speaker, styles.SPEAKER),
        )
    )


def _words(quote: Quote, article: Article, width: int, setting: Setting) -> list[Row]:
    """All words of the quote, a cell free at the left."""
    text = clean_line(quote.text)
    rows = lay_out(text, width - 1, direction=article.direction, style=_style(quote), **setting._asdict())
    return [row.behind(_MARGIN) for row in rows]


def _cut(quote: Quote, article: Article, words: list[Row], width: int, setting: Setting) -> Row:
    """The last row of a folded card, cut at the logical end."""
    rest = clean_line(quote.text)[words[FOLDED_ROWS - 1].start :]
    row = line(rest, width - 1, article.direction, _style(quote), fill=True, **setting._asdict())
    return row.behind(_MARGIN)


def _style(quote: Quote) -> str:
    return styles.QUOTE if quote.kind == "direct" else styles.PARTIAL
