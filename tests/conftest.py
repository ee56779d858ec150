"""No test sees the machine: home, configuration and colours are the test's own."""

from __future__ import annotations

import pytest

from briefing import paths

MACHINE = (
    *(
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "BRIEFING_LIBRARY",
        "BRIEFING_BIDI",
        "BRIEFING_LINEAR",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "NO_COLOR",
        "COLUMNS",
        "LINES",
    ),
    *("PAGER", "SSH_CONNECTION", "TMUX", "STY"),
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The folder of this test's library, state and configuration."""
    folder = tmp_path / "home"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    monkeypatch.setattr(paths, "SYSTEM_CONFIG", tmp_path / "no-such-file")
    for name in MACHINE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    return folder


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="run the slow tests, too")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--slow"):
        return
    skip = pytest.mark.skip(reason="slow; run with --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)
