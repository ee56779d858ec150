"""The whole way of a hostile article: taken in by `add`, then shown by every command on a terminal."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.terminal.session import Session

ROOT = Path(__file__).parents[2]
EVIL = "\x1b]52;c;aGk=\x07\x1b]2;OWNED\x1b\\\x1b[31mRED\x9b31mC1\x90q\x9c\u202eRLO\x08"
MARKUP = "[/] [@click=app.quit]x[/] [bold]y"
PAGE = f"""<html><head><title>Ministers {MARKUP} agree {EVIL}</title></head><body><article>
<h1>Ministers {MARKUP} agree {EVIL} on a plan for the river</h1>
<p>The first paragraph {EVIL} &#27;[31m&#x9b;31m is long enough to be one, and it ends with a full stop.</p>
<p>"We will {MARKUP} do it {EVIL} together this year," said Maria {EVIL} Keller, the minister.</p>
<h2>A heading {MARKUP} of it {EVIL}</h2>
<p>The second paragraph {EVIL} is long enough to be one as well, and it ends here.</p>
<p>Leave a comment {EVIL}</p>
</article></body></html>"""
OWN = re.compile(rb"\x1b\[[0-9;]*m")
"""The only sequences one-shot commands may send."""
FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def run(*arguments: str, columns: int = 80) -> bytes:
    """Every byte a command writes to a terminal."""
    env = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    argv = [sys.executable, "-m", "briefing", *arguments]
    with Session(argv, columns=columns, rows=24, env=env) as session:
        assert session.wait_for_exit() == 0, session.text
        return session.raw


@pytest.fixture
def stored(tmp_path: Path) -> str:
    path = tmp_path / "evil.html"
    path.write_text(PAGE, encoding="utf-8")
    assert b"added 1" in run("add", str(path), "--url", f"https://e.org/{EVIL}", "--source", f"Src {EVIL}")
    return "1"


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "1"),
        ("show", "1", "--quotes"),
        ("show", "1", "--removed"),
        ("show", "1.1"),
        ("show", "1", "--json"),
        ("quotes",),
        ("quotes", "--json"),
        ("cite", "1q1"),
        ("star", "1"),
    ],
)
def test_no_control_of_an_article_reaches_the_terminal(stored: str, arguments: tuple[str, ...], columns: int) -> None:
    written = OWN.sub(b"", run(*arguments, columns=columns))

    assert not FORBIDDEN.search(written)


def test_brackets_are_shown_as_text(stored: str) -> None:
    shown = OWN.sub(b"", run("show", stored, columns=120)).decode()

    assert MARKUP in shown


def test_the_reader_shows_it_as_text_and_stays(stored: str) -> None:
    env = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    with Session([sys.executable, "-m", "briefing"], columns=120, rows=40, env=env) as session:
        session.wait_for_text("Ministers [/]")
        session.send("\r")
        session.wait_for_text("[@click=app.quit]x[/]")
        for evil in (b"]52;c;aGk=\x07", b"\x1b]2;OWNED", b"\x1b[31mRED", b"\xc2\x9b", b"\xe2\x80\xae"):
            assert evil not in session.raw
        session.send("Q")
        assert session.wait_for_exit() == 0
