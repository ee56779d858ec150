"""Articles as lines of a list: two lines in a narrow pane, one in a wider one, a table from 72 cells."""

from __future__ import annotations

from typing import Final

from briefing.bidi.cells import cell_width, displayed, pad, truncate
from briefing.bidi.layout import Row, Run
from briefing.model import ArticleRow
from briefing.render import styles
from briefing.render.moment import Moment
from briefing.render.setting import isolated, joint
from briefing.text.clean import clean_line

ONE_LINE: Final = 48
"""From this width on an article takes one line."""

TABLE: Final = 72
"""From this width on the lines are a table with numbers and counts."""

WIDE: Final = 100
"""From this width on a source's name gets more room."""


def list_rows(row: ArticleRow, width: int, moment: Moment) -> list[Row]:
    """The article's lines at `width` cells: `rows_per_article(width)` of them, each exactly as wide."""
    if width >= TABLE:
        return [_table_row(row, width, moment)]
    if width >= ONE_LINE:
        return [_one_line(row, width, moment)]
    return _two_lines(row, width, moment)


def rows_per_article(width: int) -> int:
    """Lines an article takes at this width."""
    return 1 if width >= ONE_LINE else 2


def table_head(width: int) -> str:
    """The line above a table, or nothing for narrower lists."""
    if width < TABLE:
        return ""
    return f"{'NO':>5} FL WHEN   {'SOURCE':<{_source_width(width)}} LG  §  Q TITLE"


def _table_row(row: ArticleRow, width: int, moment: Moment) -> Row:
    """` 12   N* 09:14  ISNA   ar  4  9 title`."""
    source = isolated(pad(_source(row), _source_width(width)))
    about = f" {moment.when(row)} {source} {row.language[:2]:<2} {_count(row.sections)} {_count(row.quotes)} "
    runs = (Run(f"{row.number:>5} ", styles.META), *_flag_runs(row, moment), Run(about, styles.META))
    return _with_title(runs, row, width)


def _one_line(row: ArticleRow, width: int, moment: Moment) -> Row:
    """`N* 09:14  ISNA  title`."""
    about = Run(f" {moment.when(row)}{isolated(pad(_source(row), 5))} ", styles.META)
    return _with_title((*_flag_runs(row, moment), about), row, width)


def _two_lines(row: ArticleRow, width: int, moment: Moment) -> list[Row]:
    """Flags and title; below them number, time and source, with the counts at the right edge."""
    title = _with_title((*_flag_runs(row, moment), Run(" ")), row, width)
    counts = " ".join([f"§{row.sections}"] * bool(row.sections) + [f"q{row.quotes}"] * bool(row.quotes)) + " "
    number = f"{row.number:>6} {moment.when(row).strip():<5} "
    room = max(width - cell_width(number) - cell_width(counts) - 4, 0)
    name = truncate(_source(row), room)
    source = f"{isolated(name)}{joint(name)}{row.language[:3]}"
    about = pad(number + source, max(width - cell_width(counts), 0))
    return [title, Row((Run(pad(about + counts, width), styles.META),))]


def _with_title(runs: tuple[Run, ...], row: ArticleRow, width: int) -> Row:
    """The runs with the title in what room they leave; a right-to-left title ends at the right edge."""
    room = max(width - sum(cell_width(run.text) for run in runs), 0)
    title = pad(displayed(clean_line(row.title)), room, right_aligned=row.direction == "rtl")
    return Row((*runs, Run(title, styles.READ if row.state.read else styles.UNREAD, row.direction)))


def _flag_runs(row: ArticleRow, moment: Moment) -> tuple[Run, Run]:
    return Run(moment.flag(row), styles.FLAG), Run("*" if row.state.starred else " ", styles.STAR)


def _source(row: ArticleRow) -> str:
    return displayed(clean_line(row.agency or row.source or "–"))


def _source_width(width: int) -> int:
    return 16 if width >= WIDE else 6


def _count(number: int) -> str:
    return f"{number or '':>2}"
