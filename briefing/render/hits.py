"""Articles that were found, on a terminal: where they are from, their titles, and the words that were asked for."""

from __future__ import annotations

from briefing import clock
from briefing.bidi.cells import truncate
from briefing.bidi.layout import LOGICAL, Highlight, Row, Run, Setting, lay_out
from briefing.model import Excerpt, Hit
from briefing.render import styles
from briefing.render.moment import Moment
from briefing.render.setting import isolated
from briefing.text.clean import clean_line

_MARGIN = Run("  ")


def hit_rows(hit: Hit, width: int, moment: Moment, setting: Setting = LOGICAL) -> list[Row]:
    """The article's number and source, its title, the excerpt with its matches, and a blank row."""
    row = hit.article
    style = styles.READ if row.state.read else styles.UNREAD
    title = lay_out(clean_line(row.title), width - 2, direction=row.direction, style=style, **setting._asdict())
    excerpt = _excerpt_rows(hit.excerpt, width - 2, hit, setting) if hit.excerpt else []
    return [_head(hit, width, moment), *(line.behind(_MARGIN) for line in (*title, *excerpt)), Row(())]


def _head(hit: Hit, width: int, moment: Moment) -> Row:
    """`12 N* 23 Nov 2026 · ISNA · ar`."""
    row = hit.article
    number = f"{row.number} {moment.flags(row).strip()}".strip()
    about = (clock.day(row.published or row.added), isolated(clean_line(row.source or "")), row.language)
    shown = truncate(f" {' · '.join(filter(None, about))}", max(width - len(number), 0))
    return Row((Run(number, styles.NUMBER), Run(shown, styles.META)))


def _excerpt_rows(excerpt: Excerpt, width: int, hit: Hit, setting: Setting) -> list[Row]:
    """The excerpt between ellipses; the text was cleaned when it came in, so that offsets hold."""
    start = excerpt.start - 1
    marks = [Highlight(match.start - start, match.end - start, styles.MATCH) for match in excerpt.matches]
    text = f"…{excerpt.text}…"
    return lay_out(
        text, width, direction=hit.article.direction, style=styles.META, highlights=marks, **setting._asdict()
    )
