"""The table of keys."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from briefing.bidi.cells import cell_width
from briefing.config import Settings
from briefing.tui import keys
from briefing.tui.app import BriefingApp
from briefing.tui.screens.help import HelpPage
from briefing.tui.screens.main import MainScreen
from briefing.tui.widgets.article_list import ArticleList
from briefing.tui.widgets.quote_list import QuoteList
from briefing.tui.widgets.reader import Reader
from tests.tui.driver import Face, drive

CHAINS: dict[keys.Context, tuple[type, ...]] = {
    "list": (ArticleList, MainScreen, BriefingApp),
    "reader": (Reader, MainScreen, BriefingApp),
    "quotes": (QuoteList, MainScreen, BriefingApp),
    "page": (HelpPage, BriefingApp),
    "selection": (MainScreen, BriefingApp),
    "main": (MainScreen, BriefingApp),
    "app": (BriefingApp,),
}


@pytest.mark.parametrize("context", CHAINS)
def test_a_key_means_one_thing_in_a_context(context: keys.Context) -> None:
    names = [binding.key for binding in Binding.make_bindings(keys.bindings(context))]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("context", CHAINS)
def test_every_key_has_an_action_that_exists(context: keys.Context) -> None:
    for binding in keys.bindings(context):
        name = binding.action.split("(")[0]
        place, _, action = name.rpartition(".")
        owner = {"": CHAINS[context][0], "screen": MainScreen, "app": BriefingApp}[place]
        assert hasattr(owner, f"action_{action}"), binding


def test_ids_are_unique() -> None:
    assert [key for key, count in Counter(key.id for key in keys.KEYS).items() if count > 1] == []


def test_other_layouts_leave_the_latin_keys_alone() -> None:
    others = {char for chars in keys._SAME_KEY.values() for char in chars}
    assert not any(char.isascii() for char in others)
    assert keys._SAME_KEY["j"] == ["ت", "о"]
    assert keys._SAME_KEY["q"] == ["ض", "й"]


@pytest.mark.parametrize("size", [(120, 60), (80, 90)])
def test_the_help_page_shows_every_key_of_the_table(harbour: Settings, size: tuple[int, int]) -> None:
    async def scenario(face: Face) -> None:
        await face.press("question_mark")
        for key in keys.KEYS:
            if key.id != "close":
                assert keys.typed(key.keys) in face.text
                assert key.help in face.text
        await face.press("q")
        assert face.app.screen is face.main

    drive(harbour, scenario, size)


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 99, 100, 120, 200])
def test_the_help_page_cuts_nothing_at_any_width(width: int) -> None:
    rows = HelpPage("help").laid_out(width)
    words = {word for row in rows for word in row.text.split()}

    assert max(cell_width(row.text) for row in rows) <= width
    assert words >= {word for key in keys.KEYS if key.contexts != ("page",) for word in key.help.split()}
