"""A trial library for programs in a pseudo-terminal, and the program as the command tests run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.config import Settings
from tests.cli.conftest import run
from tests.tui.articles import fill, harbour_article

__all__ = ["run"]


@pytest.fixture
def harbour(tmp_path: Path) -> Settings:
    """A library of eight articles, half of them Arabic."""
    settings = Settings(tmp_path / "library.db")
    fill(settings, (harbour_article(key, arabic=bool(key % 2)) for key in range(8)))
    return settings
