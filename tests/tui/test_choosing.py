"""Filtering, searching and sorting the list. Numbers 6, 4 and 2 are Arabic with a URL, 5, 3 and 1 English."""

from __future__ import annotations

import pytest

from briefing.config import Settings
from tests.tui.driver import Face, drive


async def typed(face: Face, key: str, line: str) -> None:
    """Opens a line by a key and hands it over."""
    await face.press(key, *line, "enter")


def test_a_filter_shows_what_fits_and_escape_shows_all_again(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "f", "lang:ar")
        assert face.main.shelf.numbers == [6, 4, 2]
        assert "filter lang:ar" in face.text
        assert "Esc shows all" in face.status
        await face.press("escape")
        assert face.main.shelf.numbers == [6, 5, 4, 3, 2, 1]
        assert "filter" not in face.text

    drive(harbour, scenario)


def test_the_cursor_stays_on_its_article_while_filters_come_and_go(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", "j")
        await typed(face, "f", "lang:ar")
        assert face.main.articles.cursor == 1
        await face.press("escape")
        assert face.main.articles.cursor == 2

    drive(harbour, scenario)


def test_a_filter_is_written_in_arabic_as_well(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "f", "«مدير الميناء»")
        assert face.main.shelf.numbers == [6, 4, 2]

    drive(harbour, scenario)


@pytest.mark.parametrize(("line", "said"), [("zzz", "Nothing fits: zzz"), ("lnag:ar", "lang:"), ("(a", "column 1")])
def test_a_filter_that_finds_nothing_or_means_nothing_changes_nothing(harbour: Settings, line: str, said: str) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "f", "lang:ar")
        await face.press("f", "ctrl+u")
        face.main.prompt.value = ""
        await face.press(*line, "enter")
        assert said in face.status
        assert face.main.shelf.numbers == [6, 4, 2]

    drive(harbour, scenario)


def test_an_article_that_no_longer_fits_stays_until_the_list_is_read_anew(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "f", "is:unread")
        await face.press("m")
        assert face.main.shelf.numbers[0] == 6
        await face.press("ctrl+l")
        assert face.main.shelf.numbers == [5, 4, 3, 2, 1]

    drive(harbour, scenario)


def test_a_list_whose_last_article_no_longer_fits_shows_all_again(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "f", "6-6 is:unread")
        await face.press("m", "ctrl+l")
        assert face.main.shelf.numbers == [6, 5, 4, 3, 2, 1]

    drive(harbour, scenario)


def test_a_search_goes_from_match_to_match_and_escape_ends_it(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "/", "title:harbour")
        assert face.main.articles.cursor == 1
        assert "/1 of 3" in face.status
        await face.press("n")
        assert face.main.articles.cursor == 3
        await face.press("N", "N")
        assert face.main.articles.cursor == 5
        await face.press("n")
        assert face.main.articles.cursor == 1
        await face.press("escape", "n")
        assert face.main.articles.cursor == 2

    drive(harbour, scenario)


def test_a_search_that_finds_nothing_says_so(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await typed(face, "/", "zzz")
        assert "Not in this list: zzz" in face.status
        assert face.main.articles.cursor == 0

    drive(harbour, scenario)


def test_the_list_is_sorted_in_turn(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("S")
        assert face.main.shelf.numbers == [1, 2, 3, 4, 5, 6]
        assert "oldest first" in face.text
        await face.press("S", "S")
        assert face.main.shelf.numbers == [6, 5, 4, 3, 2, 1]
        await typed(face, "f", "harbour")
        await face.press("S", "S", "S")
        assert "by relevance" in face.text

    drive(harbour, scenario)


def test_the_text_has_a_search_of_its_own(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter")
        await typed(face, "/", "berth")
        assert face.main.shelf.view.query is None
        assert face.main.prompt.kind == "find"

    drive(harbour, scenario)
