"""Terminals of all sizes."""

from __future__ import annotations

import pytest

from briefing.config import Settings
from tests.terminal.program import start


def test_shrinking_and_growing_the_terminal_keeps_the_article_open(harbour: Settings) -> None:
    with start(harbour.library) as session:
        session.wait_for_text("? keys")
        session.send("\r")
        session.wait_for_text("§0 Lead")
        session.resize(40, 12)
        session.wait_for(
            lambda: "[0 Lead]" in session.text and "Mon" not in session.screen.display[1], "the small page"
        )
        session.send("\t\t")
        session.resize(120, 40)
        session.wait_for_text("by arrival")
        session.send("Q")
        assert session.wait_for_exit() == 0


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (40, 12), (60, 16), (250, 80)])
def test_it_runs_in_small_and_large_terminals(harbour: Settings, columns: int, rows: int) -> None:
    with start(harbour.library, columns=columns, rows=rows) as session:
        session.wait_for_text("? keys")
        for keys in ("\r", "\t", " ", "z", "z", "?", "q", "j", "G", "Q"):
            session.send(keys)
            session.settle(0.1)
        assert session.wait_for_exit() == 0


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "linux"}, {"TERM": "xterm-256color"}])
def test_it_runs_on_terminals_of_all_colours(harbour: Settings, env: dict[str, str]) -> None:
    with start(harbour.library, env=env) as session:
        session.wait_for_text("? keys")
        session.send("\r")
        session.wait_for_text("§0 Lead")
        if "NO_COLOR" in env:
            assert b"\x1b[32m" not in session.raw
        session.send("Q")
        assert session.wait_for_exit() == 0
