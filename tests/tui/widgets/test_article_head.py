"""The head over the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.bidi.cells import cell_width
from briefing.config import Settings
from tests.tui.articles import Part, article_of, fill, harbour_article
from tests.tui.driver import Face, drive


@pytest.mark.parametrize("size", [(120, 40), (110, 20), (80, 24), (40, 12)])
def test_no_row_of_the_head_is_wider_than_its_pane(settings: Settings, size: tuple[int, int]) -> None:
    fill(settings, [replace(harbour_article(1), source="A newspaper with quite a long name of its own")])

    async def scenario(face: Face) -> None:
        await face.press("enter")
        width = face.main._head.size.width
        assert all(cell_width(row.text) <= width for row in face.main._head.content(width))

    drive(settings, scenario, size)


def test_a_long_source_leaves_the_date_and_the_count_of_quotes_alone(settings: Settings) -> None:
    article = replace(harbour_article(1), source="A newspaper with quite a long name", published="2021-04-07T10:00:00Z")
    fill(settings, [article])

    async def scenario(face: Face) -> None:
        await face.press("enter")
        assert "1 read A newspaper" in face.text
        assert "7 Apr 2021" in face.text
        assert "12 quotes" in face.text

    drive(settings, scenario)


def test_a_title_of_many_rows_is_cut_at_its_logical_end(settings: Settings) -> None:
    title = "كلمة " * 60 + "أخيرة"
    fill(settings, [article_of(title, [Part(None, "Lead", ["نص."])], language="ar", direction="rtl")])

    async def scenario(face: Face) -> None:
        await face.press("enter")
        rows = face.main._head.content(48)
        assert [bool(row.text.strip()) for row in rows[:2]] == [True, True]
        assert "…" in rows[1].text
        assert "unread" not in rows[2].text
        assert "read" in rows[2].text

    drive(settings, scenario)


def test_tags_and_the_newest_note_stand_in_the_head_as_soon_as_they_are_given(settings: Settings) -> None:
    fill(settings, [harbour_article(1)])

    async def scenario(face: Face) -> None:
        await face.press("enter")
        above = face.main._head.size.height
        await face.press("t", *"port", "enter")
        await face.press("a", *"ask the master", "enter")
        assert "#port · ask the master" in face.text
        assert face.main._head.size.height == above + 1
        await face.press("u", "u")
        assert "#port" not in face.text
        assert face.main._head.size.height == above

    drive(settings, scenario)
