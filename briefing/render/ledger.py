"""The quote ledger on a terminal: where a quote stands, who said it, and the words."""

from __future__ import annotations

from briefing import clock
from briefing.bidi.cells import cell_width, displayed, truncate
from briefing.bidi.layout import LOGICAL, Row, Run, Setting, lay_out
from briefing.model import LedgerQuote
from briefing.render import styles
from briefing.render.evidence import MARKS, remarks
from briefing.render.setting import isolated
from briefing.text.clean import clean_line

_MARGIN = Run("  ")


def ledger_rows(entry: LedgerQuote, width: int, setting: Setting = LOGICAL) -> list[Row]:
    """The quote's place and speaker, its words, and a blank row."""
    quote, row = entry.quote, entry.article
    style = styles.QUOTE if quote.kind == "direct" else styles.PARTIAL
    words = lay_out(clean_line(quote.text), width - 2, direction=row.direction, style=style, **setting._asdict())
    return [_head(entry, width), *(words_row.behind(_MARGIN) for words_row in words), Row(())]


def _head(entry: LedgerQuote, width: int) -> Row:
    """`12q4~ Kashmir · 23 Nov 2026 · ISNA · never closed          Sergei Lavrov`."""
    quote, row = entry.quote, entry.article
    place = f"{row.number}q{quote.number}{MARKS[quote.evidence]} "
    speaker = truncate(displayed(clean_line(quote.speaker or "nobody named")), width // 2)
    # The date before the source: behind a right-to-left name a terminal would take its number for a part of it.
    place_and_date = (isolated(clean_line(entry.label or "")), clock.day(row.published or row.added))
    about = " · ".join(filter(None, (*place_and_date, isolated(clean_line(row.source or "")), *remarks(quote))))
    about = truncate(about, max(width - cell_width(place) - cell_width(speaker) - 1, 0))
    fill = " " * max(width - sum(map(cell_width, (place, about, speaker))), 1)
    runs = (Run(place, styles.NUMBER), Run(about, styles.META), Run(fill), Run(speaker, styles.SPEAKER))
    return Row(runs)
