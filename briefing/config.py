"""Settings: defaults, overlaid by the machine's file, the user's file, the environment, and flags."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from briefing import clock, paths
from briefing.errors import DataError, UsageError

MarkRead = Literal["open", "end", "manual"]
"""When the TUI marks an article read: on opening it, on reaching its end, or never by itself."""

LIBRARY_VARIABLE = "BRIEFING_LIBRARY"
LINEAR_VARIABLE = "BRIEFING_LINEAR"

DEFAULT = "default"
"""Origin of a setting that nobody has set."""

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
    named: bool = False
    """Whether a file, a variable or an option names the library; such a one is not made by reading it."""
    mark_read: MarkRead = "open"
    keep: str | None = None
    """How long articles stay that nobody has use for, such as `2y`; None for ever. See `briefing prune`."""
    keep_removed: str = "30d"
    """How long removed articles can come back from the trash."""
    theme: str = "ansi-dark"
    """A Textual theme; the two `ansi-` themes use the terminal's own 16 colours and send fewest bytes."""
    proxy: str = ""
    """Address of an HTTP proxy; empty for what the usual variables say, `none` for none at all."""
    ca_bundle: str = ""
    """File of the certificates to trust; empty for what the usual variables say, else the usual ones."""
    linear: bool = False
    """On terminals one column of plain words in logical order, for screen readers."""
    mouse: bool = False
    """The TUI takes the mouse; else it is the terminal's own."""


NAMES = tuple(field.name for field in fields(Settings) if field.name not in ("personal", "named"))
"""Keys of config.toml."""


class Flags(NamedTuple):
    """What the command line sets."""

    library: Path | None = None
    linear: bool = False
    mouse: bool = False


class Assignment(NamedTuple):
    """A setting in force."""

    name: str
    value: Any
    origin: str
    """Where it is set: `config.toml:3` with its folder, a variable, an option, or `DEFAULT`."""


class _Layer(NamedTuple):
    """Settings that one place makes; those of later layers count for more."""

    values: dict[str, Any]
    origin: str
    text: str | None = None
    """The file's, None where it is none."""

    def place(self, key: str) -> str:
        return self.origin if self.text is None else f"{self.origin}{_line_of(key, self.text)}"


def load(flags: Flags = Flags()) -> Settings:  # noqa: B008 (a named tuple cannot change)
    """The settings in force.

    Raises:
        DataError: a configuration file has an unknown key or a wrong value.
        UsageError: a variable or an option names no file as the library.
    """
    return _overlaid(_layers(flags))


def in_force(flags: Flags = Flags()) -> list[Assignment]:  # noqa: B008
    """Each setting, its value, and where it is set, in the order of `Settings`.

    Raises:
        DataError: a configuration file has an unknown key or a wrong value.
        UsageError: a variable or an option names no file as the library.
    """
    layers = list(_layers(flags))
    settings, origins = _overlaid(layers), dict.fromkeys(NAMES, DEFAULT)
    for layer in layers:
        origins |= {name: layer.place(name) for name in layer.values}
    return [Assignment(name, getattr(settings, name), origin) for name, origin in origins.items()]


def _overlaid(layers: Iterable[_Layer]) -> Settings:
    """The defaults with each layer on top."""
    own = paths.data_directory() / "library.db"
    settings, personal = Settings(library=own), None
    for layer in layers:
        settings = replace(settings, **layer.values)
        if "library" in layer.values:
            personal = own if layer.text is not None and settings.library != own else None
    return replace(settings, personal=personal, named=settings.library != own)


def _layers(flags: Flags) -> Iterator[_Layer]:
    """What is set, what counts most last: the machine's file, the user's, the environment, the command line."""
    for file in (paths.SYSTEM_CONFIG, paths.config_file()):
        layer = _of_file(file)
        if layer is not None:
            yield layer
    if os.environ.get(LINEAR_VARIABLE, "") not in ("", "0"):
        yield _Layer({"linear": True}, LINEAR_VARIABLE)
    if named := os.environ.get(LIBRARY_VARIABLE):
        yield _Layer({"library": _named_library(Path(named), LIBRARY_VARIABLE)}, LIBRARY_VARIABLE)
    for name, value in flags._asdict().items():
        if value:
            given = _named_library(value, f"--{name}") if name == "library" else value
            yield _Layer({name: given}, f"--{name}")


def _of_file(file: Path) -> _Layer | None:
    """What a configuration file sets; None where there is no file."""
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(file), "the file", "", f"cannot be read: {error}") from None
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(file), "the file", "", f"cannot be read: {error}") from None
    values = {key: _value(f"{file}{_line_of(key, text)}", key, value) for key, value in table.items()}
    if redirecting := _REDIRECTING & values.keys():
        _refuse_others(file, min(redirecting))
    return _Layer(values, str(file), text)


def _line_of(key: str, text: str) -> str:
    """`:3` if a TOML text sets the key in its third line; nothing where it is written in an uncommon way."""
    setting = re.compile(rf"[ \t\[]*[\"']?{re.escape(key)}[\"']?[ \t]*[.=\]]")
    return next((f":{number}" for number, line in enumerate(text.splitlines(), 1) if setting.match(line)), "")


def _value(place: str, key: str, value: object) -> Any:
    """One value of a configuration file in its field's type; `place` is the file and the line."""
    if key not in NAMES:
        raise DataError(place, key, value, f"unknown key; known are {', '.join(NAMES)}")
    if key in ("linear", "mouse"):
        if not isinstance(value, bool):
            raise DataError(place, key, value, "must be true or false")
        return value
    if not isinstance(value, str):
        raise DataError(place, key, value, "must be a string")
    if key in _LENGTHS and not _is_length(value):
        raise DataError(place, key, value, "must be a length of time, such as 30d, 6m or 2y")
    if key == "mark_read" and value not in get_args(MarkRead):
        raise DataError(place, key, value, f"must be one of {', '.join(get_args(MarkRead))}")
    return _library(place, value) if key == "library" else value


def _library(place: str, value: str) -> Path:
    """The library a configuration file names; a relative path would name another one in each folder."""
    path = _expanded(Path(value))
    if not _is_file_name(path):
        raise DataError(place, "library", value, "must be the path of a file")
    if not path.is_absolute():
        raise DataError(place, "library", value, "write the whole path, or begin it with ~")
    return path


def _named_library(path: Path, origin: str) -> Path:
    """The library a variable or an option names. Raises UsageError for a path that can be no file's."""
    if not _is_file_name(path):
        raise UsageError(f"{origin}: '{path}' is not the path of a file.", "Name the library's file.")
    return _expanded(path)


def _is_file_name(path: Path) -> bool:
    """Whether a path ends with a name that a file can have."""
    return path.name not in ("", "..") and "\0" not in str(path)


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
