"""What may be typed behind the colon."""

from __future__ import annotations

import pytest

from briefing.tui.commands import Command, parse_command


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("12", Command(address="12")),
        (" :12q4 ", Command(address="12q4")),
        ("q4", Command(address="7q4")),
        (".2", Command(address="7.2")),
        ("/kashmir", Command(address="7/kashmir")),
        ("next", Command(address="next")),
        ("q", Command(word="quit")),
        ("help", Command(word="help")),
        ("feeds", Command(word="feeds")),
        ("screenshot", Command(word="screenshot")),
        ("", None),
        (" : ", None),
    ],
)
def test_a_line_is_a_word_or_an_address_that_may_leave_out_the_open_article(line: str, command: Command | None) -> None:
    assert parse_command(line, 7) == command


def test_without_an_open_article_an_address_is_taken_as_it_is() -> None:
    assert parse_command("q4") == Command(address="q4")
