"""Rows put in the order a terminal needs: what every face does last before it draws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.bidi.cells import RIGHT_TO_LEFT, cell_width, has_right_to_left
from briefing.bidi.layout import Row, Run, Setting, line

_WORDS = rf"{RIGHT_TO_LEFT}+(?:[\s\u200c\u200d]+{RIGHT_TO_LEFT}+)*"
"""Right-to-left words that follow each other."""


def isolated(text: str) -> str:
    """Text of any direction as it stands inside a line of the interface (FSI and PDI, UAX#9 §2.4.2).

    The two characters take no cell and are never sent.
    """
    return f"\u2068{text}\u2069" if has_right_to_left(text) else text


def isolating(text: str) -> str:
    """A line of the interface with words of any direction in it: each stretch of right-to-left words is isolated."""
    return re.sub(_WORDS, "\u2068\\g<0>\u2069", text) if has_right_to_left(text) else text


def joint(name: str) -> str:
    """What parts a source's name from its language: kitty turns the letters of whole words, so no dot then."""
    return " " if has_right_to_left(name) else "·"


def set_rows(rows: Iterable[Row], setting: Setting) -> Iterator[Row]:
    """Each of the rows as `set_row` gives it."""
    return (set_row(row, setting) for row in rows)


def set_row(row: Row, setting: Setting) -> Row:
    """The row with each right-to-left text in it put in order; it stays as wide as it was.

    Rows of paragraphs were put in order when they were laid out. In all others every run is a unit of its
    own, such as a title, a name or a label, so that neighbours never mix (UAX#9 rule X5a-c, isolates).
    """
    if row.offsets or (setting.order == "logical" and not setting.parted):
        return row
    if not any(has_right_to_left(run.text) for run in row.runs):
        return row
    if setting.order == "inverse":
        from briefing.bidi.inverse import inverse_unit_row

        return inverse_unit_row(set_row(row, setting._replace(order="logical")), mirrors=setting.mirrors)
    return row._replace(runs=tuple(_set_run(run, setting) for run in row.runs))


def flushed(row: Row) -> Row:
    """The row without the blanks before its text, if that begins with a right-to-left letter (UAX#9 rule P2)."""
    first = next((char for char in row.text if char.isalpha()), "")
    if not has_right_to_left(first):
        return row
    runs = list(row.runs)
    while runs and not runs[0].text.strip(" "):
        del runs[0]
    return Row((runs[0]._replace(text=runs[0].text.lstrip(" ")), *runs[1:]), row.start, row.end)


def _set_run(run: Run, setting: Setting) -> Run:
    """A run in order; blanks at its ends stay where they are."""
    core = run.text.strip(" ")
    if not has_right_to_left(core):
        return run
    width = cell_width(run.text)
    before = len(run.text) - len(run.text.lstrip(" "))
    after = len(run.text) - len(run.text.rstrip(" "))
    shown = line(core, width, run.direction or "ltr", run.style, **setting._asdict()).text
    # A lam-alef is one cell instead of two: the blank it leaves goes where the text has room.
    left = width - cell_width(shown) - (before + after)
    right_aligned = run.direction == "rtl" or before > after
    blanks = (before + left, after) if right_aligned else (before, after + left)
    return run._replace(text=" " * blanks[0] + shown + " " * blanks[1])
