"""What the reader is told: which article keys act on, and why one does nothing."""

from __future__ import annotations

from contextlib import closing

import pytest

from briefing.config import Settings
from tests.tui.articles import Part, article_of, fill, harbour_article, open_library
from tests.tui.driver import Face, drive, state_of

SMALL = (80, 24)


@pytest.mark.parametrize("key", ["y", "i", "I", "B", "left_parenthesis", "right_curly_bracket", "e"])
def test_where_only_the_list_is_shown_no_key_acts_on_the_article_behind_it(harbour: Settings, key: str) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "q", "j", "j")
        assert "§0" not in face.status
        await face.press(key)
        assert "No article is open" in face.status
        assert len(face.app.screen_stack) == 1

    drive(harbour, scenario, SMALL)


def test_a_number_that_is_not_in_the_list_is_said(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", *"99", "G")
        assert "Article 99 is not in the list." in face.status
        assert face.main.articles.cursor == 1
        await face.press("f", *"lang:en", "enter", *"6", "G")
        assert "Article 6 is not in this filter" in face.status

    drive(harbour, scenario)


def test_a_filter_from_the_text_shows_the_list_and_how_many_fit(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "f", *"lang:en", "enter")
        assert face.main.pane == "list"
        assert "3 articles: lang:en Esc shows all" in face.status
        await face.press("escape")
        assert len(face.main.shelf) == 6

    drive(harbour, scenario, SMALL)


def test_tab_passes_over_quotes_that_are_not_there(settings: Settings) -> None:
    fill(settings, [article_of("Bare", (Part(None, "Lead", ["Nobody says a word here."]),))])

    async def scenario(face: Face) -> None:
        await face.press("enter", "tab")
        assert face.main.pane == "list"
        await face.press("enter", "right_parenthesis")
        assert "This article has no quotes." in face.status

    drive(settings, scenario)


def test_what_came_in_is_no_longer_announced_when_a_new_order_shows_it(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        fill(harbour, [harbour_article(7)])
        await face.until(lambda: "1 came in" in face.text)
        await face.press("S")
        assert "came in" not in face.text
        assert len(face.main.shelf) == 7

    drive(harbour, scenario)


def test_words_of_both_directions_do_not_turn_the_status_bar_round(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("t", *"متابعة", "enter")
        shown = "".join(run.text for run in face.main.status.content(100)[0].runs)
        assert "tagged \u2068متابعة\u2069: 6" in shown

    drive(harbour, scenario)


def test_the_lines_for_tags_and_notes_show_what_there_is(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("t", *"gas", "enter", "t")
        assert "has #gas;  -gas takes it away" in face.text
        await face.press("escape", "a", *"call", "enter", "a")
        assert "has: call" in face.text

    drive(harbour, scenario, SMALL)


def test_a_property_that_there_is_not_is_no_speaker(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "e", *"lable", "colon", *"Fire", "enter")
        assert "Nothing is called 'lable'" in face.status
        with closing(open_library(harbour)) as library:
            assert not library.corrections.of(library.article(6))
        assert not state_of(harbour, 6).starred

    drive(harbour, scenario)
