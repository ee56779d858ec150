"""The sections of an article by their English labels, the current one in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.bidi.cells import cell_width, displayed, truncate
from briefing.bidi.layout import Row, Run
from briefing.model import Article, Section
from briefing.render import styles
from briefing.text.clean import clean_line

LABEL_WIDTH = 20
"""Cells of a label at most, so that several fit beside each other."""

_PARTING = "│"


def section_bar(article: Article, current: int, width: int, rows: int = 2) -> list[Row]:
    """`0 Lead │[1 Kashmir]│ 2 Vaccine` in at most so many rows; if there are more, those around the current one.

    An article with nothing but a lead has no bar.
    """
    if len(article.sections) < 2:
        return []
    lines = list(_lines([section_name(section) for section in article.sections], width))
    at = next((index for index, line in enumerate(lines) if current in line), 0)
    first = max(min(at, len(lines) - rows), 0)
    return [_row(article, line, current, width) for line in lines[first : first + rows]]


def section_name(section: Section) -> str:
    """`1 Kashmir`; the heading's own words, cut short, where there is no label."""
    words = displayed(clean_line(section.label or section.heading or ""))
    return truncate(f"{section.index} {words}".rstrip(), LABEL_WIDTH)


def _lines(names: list[str], width: int) -> Iterator[dict[int, str]]:
    """Sections by index, as many in a line as fit with a cell on each side and one between."""
    line: dict[int, str] = {}
    used = 0
    for index, name in enumerate(names):
        needed = cell_width(name) + 2 + bool(line)
        if line and used + needed > width:
            yield line
            line, used, needed = {}, 0, needed - 1
        line[index] = name
        used += needed
    if line:
        yield line


def _row(article: Article, line: dict[int, str], current: int, width: int) -> Row:
    """One line; the line of the current section says at its end how many there are."""
    runs: list[Run] = []
    for index, name in line.items():
        if runs:
            runs.append(Run(_PARTING, styles.RULE))
        here = index == current
        runs.append(Run(f"[{name}]" if here else f" {name} ", styles.LABEL if here else styles.META))
    count = f"{current} of {len(article.sections) - 1}"
    room = width - sum(cell_width(run.text) for run in runs)
    if current in line and room > len(count):
        runs.append(Run(count.rjust(room), styles.META))
    return Row(tuple(runs))
