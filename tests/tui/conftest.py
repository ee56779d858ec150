"""A trial library and a face over it, driven in process."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.config import Settings
from tests.tui.articles import Part, article_of, fill, harbour_article


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an empty library, with nothing of the outer terminal in the environment."""
    for name in ("TMUX", "SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Settings(tmp_path / "library.db")


@pytest.fixture
def reported(settings: Settings) -> Settings:
    """A library of one article that reports speech with and without marks."""
    text = "Jane Pike said that the members were ready to vote. “We are tired,” she added."
    fill(settings, [article_of("Union ready to vote", (Part(None, "Lead", [text]),), speaker="Jane Pike")])
    return settings


@pytest.fixture
def harbour(settings: Settings) -> Settings:
    """A library of six articles, number 6 the newest; even keys are English, odd ones Arabic with a URL."""
    fill(settings, (harbour_article(key, arabic=bool(key % 2)) for key in range(6)))
    return settings
