"""Text that wants to act on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.config import Settings
from tests.terminal.program import start
from tests.tui.articles import Part, article_of, fill

CLIPBOARD, TITLE, RED, C1, OVERRIDE = "\x1b]52;c;aGk=\x07", "\x1b]2;OWNED\x1b\\", "\x1b[31mRED", "\x9b31mC1", "\u202e"
EVIL = CLIPBOARD + TITLE + RED + C1 + OVERRIDE
MARKUP = "[/] [@click=app.quit]x[/]"


@pytest.fixture
def hostile(tmp_path: Path) -> Settings:
    """An article that reached the library without being cleaned, evil in every field."""
    settings = Settings(tmp_path / "library.db")
    body = f"Before “{MARKUP} he said{EVIL}” and {EVIL} after."
    article = article_of(
        f"{MARKUP}{EVIL}",
        [Part(None, f"Lead{EVIL}", [body]), Part(f"Head{EVIL}", f"Label{EVIL}", [body])],
        source=f"Src{EVIL}",
        speaker=f"Who{EVIL}",
        url=f"https://evil.example/{EVIL}",
        removed=(f"Cut{EVIL}",),
    )
    fill(settings, [article])
    return settings


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24), (40, 12)])
def test_nothing_of_an_article_reaches_the_terminal_as_a_command(hostile: Settings, columns: int, rows: int) -> None:
    with start(hostile.library, columns=columns, rows=rows) as session:
        session.wait_for_text("[/] [@click=app.quit]x[/]")
        for keys in ("\r", ")", "\t", "1", "z", "z", "B", "q", "o", "Y", ":", "1q9\r", "?"):
            session.send(keys)
            session.settle(0.15)
        for evil in (CLIPBOARD, TITLE, RED, "\x9b", OVERRIDE):
            assert evil.encode() not in session.raw
        session.send("qQ")
        assert session.wait_for_exit() == 0
