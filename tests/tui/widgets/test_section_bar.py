"""The section bar."""

from __future__ import annotations

import pytest

from briefing.bidi.cells import cell_width
from briefing.tui.widgets.section_bar import section_bar
from tests.tui.articles import Part, article_of

ARTICLE = article_of(
    "A long day in port",
    [
        Part(None, "Lead", ["It began."]),
        *(Part(f"Heading {index}", label, ["It went on."]) for index, label in enumerate(
            ("Storm", "EU partnership", "A label far too long for any bar", None, "Fishing", "Customs", "Rail"), 1
        )),
    ],
)  # fmt: skip


def test_the_current_section_stands_in_brackets() -> None:
    bar = section_bar(ARTICLE, 1, 80)
    assert bar[0].text.startswith(" 0 Lead │[1 Storm]│ 2 EU partnership ")


@pytest.mark.parametrize("current", range(8))
@pytest.mark.parametrize("width", [24, 40, 48, 80, 120])
def test_the_current_section_is_always_in_a_bar_of_two_rows_at_most(current: int, width: int) -> None:
    bar = section_bar(ARTICLE, current, width)
    assert len(bar) <= 2
    assert all(cell_width(row.text) <= width for row in bar)
    assert sum(f"[{current} " in row.text for row in bar) == 1


def test_a_section_without_a_label_shows_its_heading() -> None:
    assert any("4 Heading 4" in row.text for row in section_bar(ARTICLE, 4, 80))


def test_an_article_with_a_lead_only_has_no_bar() -> None:
    assert section_bar(article_of("Short", [Part(None, "Lead", ["It began."])]), 0, 80) == []
