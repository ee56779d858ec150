"""The reading room: opening, linking, places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.config import Settings
from briefing.render import styles
from briefing.verbs import marks
from tests.tui.articles import Part, article_of, fill, harbour_article, open_library, state_file
from tests.tui.driver import Face, drive, state_of


@contextmanager
def folder_for(file: Path) -> Iterator[None]:
    """A folder in the place of a file, which cannot be read then."""
    kept = file.rename(file.with_name("kept"))
    file.mkdir()
    yield
    file.rmdir()
    kept.rename(file)


def test_moving_the_cursor_opens_and_marks_nothing(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", "j", "k")
        assert face.main.articles.cursor == 1
        assert face.main.article is None

    drive(harbour, scenario)
    assert not any(state_of(harbour, number).read for number in range(1, 7))


def test_enter_opens_the_article_and_marks_it_read_on_disk(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", "enter")
        assert face.main.article
        assert face.main.article.number == 5
        assert state_of(harbour, 5).read
        assert face.main.focused is face.main.reader

    drive(harbour, scenario)


def test_opening_marks_nothing_when_marking_is_manual(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "G")

    drive(replace(harbour, mark_read="manual"), scenario)
    assert not state_of(harbour, 6).read


def test_an_article_is_marked_when_its_end_was_seen_if_so_wished(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "j")
        assert not state_of(harbour, 6).read
        await face.press("G")
        assert state_of(harbour, 6).read

    drive(replace(harbour, mark_read="end"), scenario)


def test_a_short_article_is_at_its_end_when_it_is_opened(settings: Settings) -> None:
    fill(settings, [harbour_article(1, paragraphs=3)])

    async def scenario(face: Face) -> None:
        await face.press("enter")
        await face.until(lambda: state_of(settings, 1).read)

    drive(replace(settings, mark_read="end"), scenario)


def test_choosing_a_quote_scrolls_the_text_to_it_and_lets_it_stand_out(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "tab", "G")
        reader = face.main.reader
        first, end = reader._page.quotes[12]
        assert reader.top_row <= first
        assert end <= reader.top_row + reader.size.height
        assert any(run.style == styles.SELECTED for row in reader.rows[first:end] for run in row.runs)
        assert "q12/12" in face.status
        assert "§2 Cranes" in face.status

    drive(harbour, scenario)


def test_scrolling_the_text_moves_the_cursor_of_the_quotes(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter")
        assert face.main.quotes.quote
        assert face.main.quotes.quote.number == 1
        await face.press("pagedown")
        first, end = face.main.reader._page.quotes[face.main.quotes.quote.number]
        assert face.main.quotes.quote.number > 1
        assert end > face.main.reader.top_row
        assert first < face.main.reader.top_row + face.main.reader.size.height

    drive(harbour, scenario)


def test_marks_of_another_session_appear(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        assert "*" not in face.text
        with open_library(harbour) as other:
            marks.star(other, [6], True)
        await face.until(lambda: "*" in face.text)

    drive(harbour, scenario)


@pytest.mark.parametrize(
    ("size", "before", "after"),
    [
        ((120, 40), {"list", "reader", "quotes"}, {"list", "reader", "quotes"}),
        ((80, 24), {"list"}, {"reader", "quotes"}),
        ((40, 12), {"list"}, {"reader"}),
    ],
)
def test_the_width_decides_which_panes_are_shown(
    harbour: Settings, size: tuple[int, int], before: set[str], after: set[str]
) -> None:
    async def scenario(face: Face) -> None:
        panes = (face.main.articles, face.main.reader, face.main.quotes)
        assert {pane.id for pane in panes if pane.display} == before
        await face.press("enter")
        assert {pane.id for pane in panes if pane.display} == after
        await face.press("h")
        assert face.main.focused is face.main.articles
        assert {pane.id for pane in panes if pane.display} == before

    drive(harbour, scenario, size)


def test_a_narrow_terminal_reaches_the_quotes_by_tab(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "tab")
        assert face.main.quotes.display
        assert not face.main.reader.display

    drive(harbour, scenario, (40, 12))


def test_the_text_stays_at_the_same_words_when_the_terminal_is_resized(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "pagedown")
        reader = face.main.reader
        at = reader.rows[reader.top_row].start
        await face.pilot.resize_terminal(80, 24)
        await face.until(lambda: reader.size.width == 46)
        row = reader.rows[reader.top_row]
        assert row.start <= at <= max(row.end, at if row.start == at else row.end)

    drive(harbour, scenario)


def test_zooming_gives_a_pane_the_whole_screen_and_back_takes_it_away(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "z")
        assert face.main.reader.size.width == 120
        await face.press("escape")
        assert face.main.reader.size.width == 48

    drive(harbour, scenario)


def test_markup_in_a_title_is_shown_as_text(settings: Settings) -> None:
    title = "[/] [@click=app.quit]press[/] [b]bold"
    fill(settings, [article_of(title, [Part(None, "Lead", ["[red]Nothing[/red] “[link=x]was said[/]” here."])])])

    async def scenario(face: Face) -> None:
        await face.press("enter")
        assert title in face.text
        assert "[red]Nothing[/red]" in face.text

    drive(settings, scenario)


def test_a_state_that_cannot_be_written_is_told_in_the_status_bar_and_the_article_is_shown(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j")
        lock = state_file(harbour).with_name("state.json.lock")
        lock.unlink(missing_ok=True)
        lock.mkdir(parents=True)
        await face.press("m")
        assert "cannot be opened" in face.status
        assert "permissions" in face.status
        await face.press("j", "k")
        assert "marked" not in face.status

    drive(harbour, scenario)


def test_a_state_file_that_was_mended_is_told_in_the_status_bar(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", "s")
        state_file(harbour).write_text("{ not json")
        await face.press("m")
        await face.until(lambda: "state.json" in face.status)

    drive(harbour, scenario)


def test_an_empty_library_says_how_to_fill_it_and_shows_the_first_article(settings: Settings) -> None:
    async def scenario(face: Face) -> None:
        assert "briefing add" in face.text
        assert "briefing demo" in face.text
        await face.press("j", "enter", "m", "tab", "n", "y")
        fill(settings, [harbour_article(2)])
        await face.until(lambda: "Harbour gets ready" in face.text)
        await face.press("enter")
        assert face.main.article

    drive(settings, scenario)


def test_an_article_without_quotes_and_sections_can_be_read(settings: Settings) -> None:
    fill(settings, [article_of("Bare", [Part(None, "Lead", ["One paragraph, nothing said."])], source=None)])

    async def scenario(face: Face) -> None:
        await face.press("enter", ")", "}", "{", "5", "tab", "j", "enter", "y")
        assert "One paragraph" in face.text
        assert "no quotes" in face.status

    drive(settings, scenario)


def test_rows_that_cannot_be_read_are_told_and_come_back(settings: Settings) -> None:
    fill(settings, (harbour_article(key, paragraphs=3) for key in range(150)))

    async def scenario(face: Face) -> None:
        await face.press("m")
        with folder_for(state_file(settings).with_name("state.json.journal")):
            await face.press("G", "j", "s", "n", "enter")
            await face.until(lambda: "cannot be read" in face.status)
        await face.press("k", "s")
        # A look at the files that began before they were back may still tell of its failure in the status bar.
        assert state_of(settings, 2).starred

    drive(settings, scenario)


def test_articles_that_came_in_are_announced_and_shown_on_demand(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j")
        fill(harbour, [harbour_article(20), harbour_article(22)])
        await face.until(lambda: "2 came in" in face.text)
        assert len(face.main.shelf) == 6
        await face.press("ctrl+l")
        assert len(face.main.shelf) == 8
        assert face.main.shelf.numbers[face.main.articles.cursor] == 5
        assert "came in" not in face.text

    drive(harbour, scenario)


def test_an_article_is_found_again_where_it_was_left(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "pagedown")
        top, quote = face.main.reader.top_row, face.main.quotes.cursor
        await face.press("J")
        assert face.main.reader.top_row == 0
        await face.press("K")
        assert (face.main.reader.top_row, face.main.quotes.cursor) == (top, quote)
        await face.press("h", "enter")
        assert face.main.reader.top_row == top

    drive(harbour, scenario)


def test_the_next_quote_is_ready_where_the_text_in_view_has_none(settings: Settings) -> None:
    silent = ["Nothing was said about the tides that week. " * 12] * 4
    parts = [Part(None, "Lead", ["He said “the first”."]), Part("Tides", "Tides", silent)]
    fill(settings, [article_of("Tides", [*parts, Part("Words", "Words", ["She said “the second”."])])])

    async def scenario(face: Face) -> None:
        await face.press("enter", "1")
        assert face.main.quotes.quote
        assert face.main.quotes.quote.number == 2

    drive(settings, scenario)


def test_what_is_reported_without_marks_is_shown_and_hidden_again(reported: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter")
        assert face.main.article
        before = [quote.kind for quote in face.main.article.quotes]
        await face.press("I")
        assert [quote.kind for quote in face.main.article.quotes] == ["indirect", *before]
        await face.press("I")
        assert [quote.kind for quote in face.main.article.quotes] == before

    drive(reported, scenario)
