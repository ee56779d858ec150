"""Keys that change the reading state, and that take its changes back."""

from __future__ import annotations

from contextlib import closing

from briefing.config import Settings
from tests.tui.articles import open_library, state_file
from tests.tui.driver import Face, drive, state_of


def test_u_undoes_and_control_r_does_it_again(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("s", "u")
        assert not state_of(harbour, 6).starred
        assert "undone: star (1 article)" in face.status
        await face.press("ctrl+r")
        assert state_of(harbour, 6).starred
        await face.press("u", "u")
        assert "no act to undo" in face.status

    drive(harbour, scenario)


def test_what_another_session_did_is_undone_too(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        with closing(open_library(harbour)) as other:
            other.star([6, 5])
        await face.press("u")
        assert "undone: star (2 articles)" in face.status
        assert not state_of(harbour, 5).starred

    drive(harbour, scenario)


def test_t_gives_tags_and_takes_them_away(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("t", *"talks", "space", *"gas", "enter")
        assert state_of(harbour, 6).tags == ("gas", "talks")
        await face.press("t", *"-gas", "enter", "t", "escape")
        assert state_of(harbour, 6).tags == ("talks",)
        await face.press("u")
        assert state_of(harbour, 6).tags == ("gas", "talks")

    drive(harbour, scenario)


def test_a_adds_a_note_to_the_open_article(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "a", *"u s", "enter", "a", "enter")
        assert [note.text for note in state_of(harbour, 6).notes] == ["u s"]
        assert "noted: 6" in face.status

    drive(harbour, scenario)


def test_capital_a_marks_all_read_in_one_step(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("m", "A")
        assert all(state_of(harbour, number).read for number in range(1, 7))
        assert "marked read: 5 articles" in face.status
        await face.press("u")
        assert [state_of(harbour, number).read for number in (6, 5, 1)] == [True, False, False]

    drive(harbour, scenario)


def test_the_history_undoes_one_act_by_itself(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("s", "j", "s", "j", "m", "U")
        assert "History" in face.text
        assert face.text.count(" star  ") == 2
        await face.press("j", "j", "enter")
        assert len(face.app.screen_stack) == 1
        assert [state_of(harbour, number).starred for number in (6, 5)] == [False, True]
        await face.press("U")
        assert "undone" in face.text
        await face.press("q")
        assert len(face.app.screen_stack) == 1

    drive(harbour, scenario)


def test_an_empty_history_says_so(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("U")
        assert "Nothing was done yet." in face.text
        await face.press("enter", "q")
        assert len(face.app.screen_stack) == 1

    drive(harbour, scenario)


def test_damage_is_mended_and_told_within_a_moment(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("s")
        with state_file(harbour).with_name("state.json.journal").open("ab") as journal:
            journal.write(b"no line of a journal\n")
        await face.until(lambda: "journal was damaged" in face.status)
        assert state_of(harbour, 6).starred

    drive(harbour, scenario)
