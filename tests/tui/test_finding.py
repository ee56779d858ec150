"""Finding words in the open article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.bidi.layout import Setting
from briefing.config import Settings
from briefing.render import styles
from briefing.text.find import find
from tests.tui.articles import Part, article_of, fill
from tests.tui.driver import Face, drive

TEXT = (
    "تواصل الحكومة مكافحة الإرهاب في البلاد ، وقال الوزير إن السلام والإرهاب لا يلتقيان.",
    "وأكد أن مكافحة الارهاب مهمة الجميع.",
)


@pytest.fixture
def arabic(settings: Settings) -> Settings:
    """An Arabic article with a word that is spelt in two ways."""
    fill(settings, [article_of("خبر", [Part(None, "Lead", TEXT)], language="ar", direction="rtl")])
    return settings


def marked(face: Face, style: str) -> str:
    """What is drawn in a style, row by row."""
    reader = face.main.reader
    return "|".join(
        "".join(run.text for run in row.runs if run.style == style)
        for row in map(reader._marked, reader.rows)
        if any(run.style == style for run in row.runs)
    )


def test_words_are_found_while_they_are_typed_however_they_are_spelt(arabic: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "slash", *"الارها")
        assert len(face.main.reader.found) == 3
        assert marked(face, styles.MATCH) == "الإرها"
        await face.press("ب", "enter")
        assert "match 1 of 3" in face.status
        assert marked(face, styles.FOUND) == "الإرهاب|الارهاب"

    drive(arabic, scenario)


def test_n_goes_through_the_matches_and_round_and_escape_gives_it_back_to_the_unread(arabic: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "slash", *"ارهاب", "enter", "n")
        assert "match 2 of 3" in face.status
        await face.press("n", "n")
        assert "match 1 of 3" in face.status
        await face.press("N")
        assert "match 3 of 3" in face.status
        await face.press("escape")
        assert marked(face, styles.FOUND) == ""
        assert "of 3" not in face.status
        await face.press("n")
        assert "No unread article" in face.status

    drive(arabic, scenario)


def test_what_is_not_there_is_said_and_leaves_nothing_marked(arabic: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "slash", *"البحر", "enter")
        assert "Not in this article: البحر" in face.status
        assert marked(face, styles.MATCH) == ""

    drive(arabic, scenario)


def test_leaving_the_line_ends_the_search(arabic: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "slash", *"ارهاب", "escape")
        assert face.main.reader.found == ()
        assert face.main.focused is face.main.reader

    drive(arabic, scenario)


@pytest.mark.parametrize("setting", [Setting("visual"), Setting("word"), Setting()])
@pytest.mark.parametrize("words", ["السلام", "لام", "مكافحة الإرهاب في البلاد", "إن السلام والإرهاب لا يلتقيان"])
@pytest.mark.parametrize("width", [20, 30, 90])
def test_a_match_is_marked_in_the_cells_of_its_letters_over_ligatures_and_wraps(
    arabic: Settings, setting: Setting, words: str, width: int
) -> None:
    async def scenario(face: Face) -> None:
        face.app.setting = setting
        await face.press("enter")
        reader = face.main.reader
        reader.lay_out(width)
        reader.show_found(find(reader.article.text, words), 0)
        span = reader.found[0]
        for row in reader.rows:
            shown = reader._marked(row)
            column = 0
            for run in shown.runs:
                for _ in run.text:
                    inside = row.offsets and column in row.columns(span.start, span.end)
                    assert (run.style == styles.MATCH) == bool(inside)
                    column += 1

    drive(arabic, scenario, (100, 30))


def test_a_search_goes_to_matches_out_of_view(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", "enter", "slash", *"number 11", "enter")
        reader = face.main.reader
        assert "berth number 11" in " ".join(line[37:85].strip() for line in face.text.splitlines())
        assert reader.top_row > 0
        assert "q11/12" in face.status or reader.quote_in_view

    drive(harbour, scenario, (120, 24))


def test_an_article_opened_next_begins_without_a_search(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "slash", *"berth", "enter", "J")
        assert face.main.reader.found == ()
        assert "match" not in face.status

    drive(replace(harbour, mark_read="manual"), scenario)
