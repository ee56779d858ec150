"""What may be typed behind the colon."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.tui.commands import Command, parse_command


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("12", Command(article=12)),
        (" :12q4 ", Command(article=12, quote=4)),
        ("12.1", Command(article=12, section=1)),
        ("q4", Command(quote=4)),
        (".2", Command(section=2)),
        ("١٢", Command(article=12)),
        ("q", Command(word="quit")),
        ("help", Command(word="help")),
        ("", None),
        (" : ", None),
    ],
)
def test_a_line_is_a_place_or_a_word(line: str, command: Command | None) -> None:
    assert parse_command(line) == command


@pytest.mark.parametrize("line", ["x", "12q", "12.", "12.1q2", "-1", "q 4", "12 q4", "quit now"])
def test_any_other_line_is_refused_with_the_known_ones(line: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_command(line)
    assert caught.value.hint


@given(st.text(max_size=40))
def test_no_line_is_too_strange(line: str) -> None:
    with contextlib.suppress(UsageError):
        parse_command(line)
