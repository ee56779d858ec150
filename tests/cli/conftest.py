"""The real program, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ARTICLE = """Dockers accept a pay deal at the port of Harwell

Cranes moved again on Tuesday after dockers accepted a pay deal that had been reached before dawn.

"We did not win everything, but we won what matters," said Maria Keller, who chairs the dockers' union.

Food supplies

Supermarkets had begun to ration fresh fruit. "Shelves will look normal again by Friday," Keller told reporters.
"""


@pytest.fixture
def run(home):
    """Runs `briefing` with arguments; gives the finished process, its output as text."""

    def run_program(*arguments, stdin="", **environment):
        return subprocess.run(
            [sys.executable, "-m", "briefing", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, **environment},
            check=False,
        )

    return run_program


@pytest.fixture
def article_file(tmp_path):
    """An English article with a lead, a section and two quotes."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def stored(run, article_file):
    """The same article in the library; its number is 1."""
    assert run("add", article_file).stdout == "1\n"
    return 1
