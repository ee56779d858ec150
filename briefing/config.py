"""Settings: defaults, overlaid by the machine's file, the user's file, the environment, and flags."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from briefing import clock, paths
from briefing.errors import DataError

MarkRead = Literal["open", "end", "manual"]
"""When the TUI marks an article read: on opening it, on reaching its end, or never by itself."""

LIBRARY_VARIABLE = "BRIEFING_LIBRARY"
LINEAR_VARIABLE = "BRIEFING_LINEAR"

_REDIRECTING = {"library"}
"""Keys by which somebody else could lead a user's reading and writing elsewhere."""

_LENGTHS = ("keep", "keep_removed")
"""Keys whose value is a length of time."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set; every field is a key of config.toml."""

    library: Path
    """The library's file."""
    personal: Path | None = None
    """The user's own library beside a `library` that a configuration file names; used where that is read-only."""
    mark_read: MarkRead = "open"
    keep: str | None = None
    """How long articles stay that nobody has use for, such as `2y`; None for ever. See `briefing prune`."""
    keep_removed: str = "30d"
    """How long removed articles can come back from the trash."""
    theme: str = "ansi-dark"
    """A Textual theme; the two `ansi-` themes use the terminal's own 16 colours and send fewest bytes."""
    linear: bool = False
    """On terminals one column of plain words in logical order, for screen readers."""
    mouse: bool = False
    """The TUI takes the mouse; else it is the terminal's own."""


def load(library: Path | None = None) -> Settings:
    """The settings in force; `library` is the command line's.

    Raises:
        DataError: a configuration file has an unknown key or a wrong value.
    """
    own = paths.data_directory() / "library.db"
    settings = Settings(library=own)
    for file in (paths.SYSTEM_CONFIG, paths.config_file()):
        settings = _overlaid(settings, file)
    if os.environ.get(LINEAR_VARIABLE, "") not in ("", "0"):
        settings = replace(settings, linear=True)
    named = library or _from_environment()
    if named:
        return replace(settings, library=_expanded(named))
    return replace(settings, personal=own) if settings.library != own else settings


def _from_environment() -> Path | None:
    value = os.environ.get(LIBRARY_VARIABLE)
    return Path(value) if value else None


def _overlaid(settings: Settings, file: Path) -> Settings:
    """The settings with a file's values on top; a file that is not there has none."""
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return settings
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(file), "the file", "", f"cannot be read: {error}") from None
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(file), "the file", "", f"cannot be read: {error}") from None
    values = {key: _value(file, key, value) for key, value in table.items()}
    if redirecting := _REDIRECTING & values.keys():
        _refuse_others(file, min(redirecting))
    return replace(settings, **values)


def _value(file: Path, key: str, value: object) -> Any:
    """One value of a configuration file in its field's type."""
    known = [field.name for field in fields(Settings) if field.name != "personal"]
    if key not in known:
        raise DataError(str(file), key, value, f"unknown key; known are {', '.join(known)}")
    if key in ("linear", "mouse"):
        if not isinstance(value, bool):
            raise DataError(str(file), key, value, "must be true or false")
        return value
    if not isinstance(value, str):
        raise DataError(str(file), key, value, "must be a string")
    if key in _LENGTHS and not _is_length(value):
        raise DataError(str(file), key, value, "must be a length of time, such as 30d, 6m or 2y")
    if key == "mark_read" and value not in get_args(MarkRead):
        raise DataError(str(file), key, value, f"must be one of {', '.join(get_args(MarkRead))}")
    return _expanded(Path(value)) if key == "library" else value


def _refuse_others(file: Path, key: str) -> None:
    """Raises a DataError if somebody else could have set the key, which says where articles are read and written."""
    if hasattr(os, "getuid"):
        from briefing.ownership import writer_beside

        if other := writer_beside(file):
            raise DataError(str(file), key, "…", f"is not trusted here: {other}. Mend it with chmod or chown")


def _is_length(text: str) -> bool:
    try:
        clock.ago(text)
    except ValueError:
        return False
    return True


def _expanded(path: Path) -> Path:
    """The path with `~` for the home folder; a user there is not is a part of the name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
