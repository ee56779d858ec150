"""Articles as lines: flags, what fits, where titles end."""

from datetime import UTC, datetime

import pytest

from briefing.bidi.cells import cell_width
from briefing.model import ArticleRow, ArticleState
from briefing.render.lines import ROW_COLUMNS, row_line
from briefing.render.listing import list_rows, rows_per_article, table_head
from briefing.render.moment import Moment

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
READ_BEFORE = ArticleState(read=True, read_at="2026-11-23T09:30:00Z")
MOMENT = Moment("2026-11-23T08:00:00Z", NOW)


def row(**fields):
    values = {
        "number": 12,
        "id": "ab",
        "title": "لافروف: المناورات المشتركة مستمرة مع باكستان",
        "language": "ar",
        "direction": "rtl",
        "source": "ISNA",
        "url": None,
        "published": None,
        "added": "2026-11-23T09:14:00Z",
        "updated": "2026-11-23T09:14:00Z",
        "version": 1,
        "sections": 4,
        "quotes": 9,
        "state": ArticleState(),
    }
    return ArticleRow(**{**values, **fields})


@pytest.mark.parametrize("width", [20, 36, 47, 48, 60, 71, 72, 80, 120, 200])
@pytest.mark.parametrize("source", [None, "ISNA", "وكالة ايسنا للأنباء الطلابية في الجمهورية", "新华社"])
def test_every_line_is_exactly_as_wide_as_asked(width, source):
    lines = list_rows(row(source=source), width, MOMENT)

    assert len(lines) == rows_per_article(width)
    assert {cell_width(line.text) for line in lines} == {width}


def test_a_right_to_left_title_ends_at_the_right_edge_and_is_cut_at_its_logical_end():
    wide, narrow = list_rows(row(), 100, MOMENT)[0].text, list_rows(row(), 36, MOMENT)[0].text

    assert wide.endswith("  لافروف: المناورات المشتركة مستمرة مع باكستان")
    assert narrow.endswith("…")
    assert "لافروف" in narrow


@pytest.mark.parametrize(
    ("fields", "flags"),
    [
        ({}, "N "),
        ({"added": "2026-11-22T09:14:00Z"}, "o "),
        ({"state": ArticleState(read=True)}, "  "),
        ({"state": ArticleState(read=True, starred=True)}, " *"),
        ({"version": 2, "updated": "2026-11-23T10:00:00Z", "state": READ_BEFORE}, "M "),
    ],
)
def test_flags(fields, flags):
    assert MOMENT.flags(row(**fields)) == flags


@pytest.mark.parametrize(
    ("added", "shown"),
    [("2026-11-23T09:14:00Z", "09:14 "), ("2026-11-02T09:14:00Z", " 2 Nov"), ("2024-01-02T09:14:00Z", "  2024")],
)
def test_when_it_came_in(added, shown):
    assert MOMENT.when(row(added=added)) == shown


def test_the_head_of_a_table_stands_above_its_columns():
    head, line = table_head(80), list_rows(row(), 80, MOMENT)[0].text

    assert line[head.index("WHEN") :].startswith("09:14")
    assert line[head.index("LG") :].startswith("ar")
    assert line[head.index("SOURCE") :].startswith("ISNA")
    assert line[: head.index("NO") + 2].strip() == "12"


def test_a_line_for_a_pipe_has_every_column_uncut():
    values = row_line(row(title="a\tb\x1b[31m" + "x" * 200), MOMENT).split("\t")

    assert len(values) == len(ROW_COLUMNS)
    assert values[ROW_COLUMNS.index("title")] == "a b\ufffd[31m" + "x" * 200
