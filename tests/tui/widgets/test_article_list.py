"""Lines of the list of articles."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.config import Settings
from briefing.tui.shelf import Day
from briefing.tui.widgets.article_list import day_rule
from tests.tui.driver import Face, drive


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_every_line_belongs_to_the_item_that_stands_on_it(harbour: Settings, size: tuple[int, int]) -> None:
    async def scenario(face: Face) -> None:
        articles = face.main.articles
        face.main.shelf.days = [Day(date(2026, 1, 3), 0, 1), Day(date(2026, 1, 2), 1, 4), Day(date(2026, 1, 1), 4, 6)]
        articles.measure()
        owners = [articles.item_at(line) for line in range(articles.line_count())]
        for item in range(articles.item_count()):
            assert {owners[line] for line in articles.lines_of(item)} == {item}
        rules = [line for line in range(articles.line_count()) if articles.row_at(line)[0].text.startswith("── ")]
        assert [owners[rule] for rule in rules] == [0, 1, 4]

    drive(harbour, scenario, size)


def test_a_day_rule_names_the_day_and_counts_its_articles() -> None:
    rule = day_rule(Day(date(2019, 11, 25), 2, 43), 36)
    assert rule.text == "── Mon 25 Nov 2019 · 41 items ──────"
    assert day_rule(Day(date(2019, 11, 25), 2, 3), 36).text.startswith("── Mon 25 Nov 2019 · 1 item ")
