"""Where files live: the XDG base directories, or one folder named by BRIEFING_HOME."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "BRIEFING_HOME"
"""Names one folder for data, configuration and cache; for trials, tests and the demo."""

DATA_VARIABLE = "BRIEFING_DATA"
"""Names the folder of library and state alone; the configuration stays where it is."""

SYSTEM_CONFIG = Path("/etc/briefing/config.toml")
"""The administrator's defaults for all users of a machine."""


def data_directory() -> Path:
    """Folder of the private library and of the reading state."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else _directory("XDG_DATA_HOME", ".local/share")


def state_file() -> Path:
    """The user's reading state, a TinyDB file."""
    return data_directory() / "state.json"


def config_file() -> Path:
    """The user's own configuration file; it need not exist."""
    return _directory("XDG_CONFIG_HOME", ".config") / "config.toml"


def lexicon_file() -> Path:
    """The user's own topics; it need not exist."""
    return config_file().with_name("lexicon.tsv")


def people_file() -> Path:
    """The user's own people, and who is whom; it need not exist."""
    return config_file().with_name("people.tsv")


def choices_file() -> Path:
    """What the user found readable in which terminal; the program writes it, beside config.toml."""
    return config_file().with_name("terminals.json")


def credentials_file() -> Path:
    """What sources want to know before they answer; the user writes it, beside config.toml."""
    return config_file().with_name("credentials.toml")


def cache_directory() -> Path:
    """Folder of what can be made again from the other files; it may be emptied at any time."""
    return _directory("XDG_CACHE_HOME", ".cache")


def log_file() -> Path:
    """What was asked of sources and came of it; the program writes it, and nothing reads it."""
    return _directory("XDG_STATE_HOME", ".local/state") / "log"


def demo_directory() -> Path:
    """Folder of the demo's library and state, apart from the user's own."""
    return data_directory() / "demo"


def _directory(variable: str, fallback: str) -> Path:
    """The program's folder below an XDG base directory; a relative base is ignored, as XDG demands."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser()
    base = os.environ.get(variable, "")
    root = Path(base) if Path(base).is_absolute() else Path.home() / fallback
    return root / "briefing"
