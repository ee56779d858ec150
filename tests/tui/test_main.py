"""What each key does."""

from __future__ import annotations

import pytest

from briefing.config import Settings
from briefing.render.citation import citation_of
from tests.tui.driver import Face, drive, state_of


def test_a_count_moves_as_many_articles(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("3", "j")
        assert face.main.articles.cursor == 3
        await face.press("2", "k", "k")
        assert face.main.articles.cursor == 0

    drive(harbour, scenario)


def test_a_number_before_capital_g_goes_to_the_article_of_that_number(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("2", "G")
        assert face.main.shelf.numbers[face.main.articles.cursor] == 2
        await face.press("G")
        assert face.main.articles.cursor == 5
        await face.press("g")
        assert face.main.articles.cursor == 0

    drive(harbour, scenario)


def test_keys_work_on_an_arabic_and_a_russian_keyboard(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("ت", "о")
        assert face.main.articles.cursor == 2
        await face.press("ن")
        assert face.main.articles.cursor == 1

    drive(harbour, scenario)


def test_m_marks_read_and_unread_again_on_disk(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("m")
        assert state_of(harbour, 6).read
        assert "marked read: 6" in face.status
        await face.press("m")
        assert not state_of(harbour, 6).read

    drive(harbour, scenario)


def test_s_stars_the_open_article_wherever_the_cursor_of_the_list_is(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "shift+tab", "shift+tab", "s")
        assert state_of(harbour, 6).starred

    drive(harbour, scenario)


def test_capital_j_and_k_open_neighbours_while_reading(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "J", "J", "K")
        assert face.main.article
        assert face.main.article.number == 5
        assert face.main.articles.cursor == 1

    drive(harbour, scenario)


def test_n_skips_articles_that_are_read(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("j", "m", "g", "n")
        assert face.main.articles.cursor == 2
        await face.press("N")
        assert face.main.articles.cursor == 0

    drive(harbour, scenario)


def test_space_turns_pages_and_goes_on_to_the_next_unread_article(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter")
        pages = 0
        while face.main.article and face.main.article.number == 6 and pages < 20:
            await face.press("space")
            pages += 1
        assert pages > 1
        assert face.main.article
        assert face.main.article.number == 5
        assert face.main.reader.top_row == 0

    drive(harbour, scenario)


@pytest.mark.parametrize(("keys", "label"), [(["}"], "Berths"), (["}", "}"], "Cranes"), (["2", "{"], "Berths")])
def test_braces_step_through_sections(harbour: Settings, keys: list[str], label: str) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", *keys)
        assert label in face.status

    drive(harbour, scenario)


def test_a_pair_of_brackets_steps_through_sections_and_one_does_not(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "]")
        assert "Lead" in face.status
        await face.press("]")
        assert "Berths" in face.status
        await face.press("[", "[")
        assert "Lead" in face.status

    drive(harbour, scenario)


def test_a_digit_goes_to_a_section_and_says_if_there_is_none(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "2")
        assert "[2 Cranes]" in face.text
        await face.press("7")
        assert "no section 7" in face.status

    drive(harbour, scenario)


def test_parentheses_step_through_quotes_from_the_text(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", ")", ")", "(")
        assert face.main.quotes.quote
        assert face.main.quotes.quote.number == 2

    drive(harbour, scenario)


def test_y_copies_the_selected_quote_with_its_citation(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", ")", "y")
        article = face.main.article
        assert article
        assert face.app.clipboard == citation_of(article.quotes[1], article)
        assert "6q2" in face.status
        assert "OSC 52" in face.status

    drive(harbour, scenario)


def test_w_saves_the_article_under_a_name_that_is_not_taken(harbour: Settings, monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)

    async def scenario(face: Face) -> None:
        await face.press("w", "enter")
        assert (tmp_path / "6.md").read_text(encoding="utf-8").startswith("# ")
        assert "saved 6.md" in face.status
        await face.press("enter", "w", "enter")
        assert "6.md is there already" in face.status
        await face.press("w", *["backspace"] * 2, *"html", "enter")
        assert (tmp_path / "6.html").exists()
        await face.press("w", "escape")
        assert sorted(path.name for path in tmp_path.glob("6.*")) == ["6.html", "6.md"]

    drive(harbour, scenario)


def test_o_copies_and_shows_the_address_where_there_is_no_browser(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("o")
        await face.until(lambda: "https://harbour.example/5" in face.status)
        assert face.app.clipboard == "https://harbour.example/5"
        await face.press("j", "Y")
        assert "without a URL" in face.status

    drive(harbour, scenario)


def test_capital_b_shows_what_was_cut(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "B")
        assert "Share this page" in face.text
        await face.press("q")
        assert "Share this page" not in face.text

    drive(harbour, scenario)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2", " 2  §0 Lead"),
        ("4q3", "q3/12"),
        ("2.1", "§1 Berths"),
        ("99", "no article 99"),
        ("x!", "not an address"),
        ("2/cranes", "§2 Cranes"),
        ("2q77", "no quote 77"),
        ("latest", " 6  §0 Lead"),
    ],
)
def test_the_command_line_goes_where_it_is_told(harbour: Settings, line: str, expected: str) -> None:
    async def scenario(face: Face) -> None:
        await face.press("colon", *line, "enter")
        assert expected in face.status
        assert not face.main.prompt.display

    drive(harbour, scenario)


def test_the_command_line_is_left_by_escape(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("colon", "q", "j", "escape", "j")
        assert face.main.articles.cursor == 1

    drive(harbour, scenario)


@pytest.mark.parametrize("keys", [["q"], ["Q"], ["ctrl+c"], ["enter", "Q"], ["colon", "q", "enter"]])
def test_there_are_several_ways_out(harbour: Settings, keys: list[str]) -> None:
    async def scenario(face: Face) -> None:
        await face.press(*keys)
        await face.until(lambda: not face.app.is_running or face.app._exit)

    drive(harbour, scenario)


def test_escape_does_not_quit(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("escape", "escape", "j")
        assert face.main.articles.cursor == 1

    drive(harbour, scenario)


def test_the_palette_opens_without_a_blinking_cursor(harbour: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("ctrl+p")
        assert face.app.screen.query_one("Input").cursor_blink is False  # type: ignore[attr-defined]

    drive(harbour, scenario)
