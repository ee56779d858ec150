"""Which terminals there are: how to recognise them, and what they do with right-to-left text (terminals.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from briefing.errors import DataError

FILE = "terminals.toml"

OwnBidi = Literal["none", "mode-8", "konsole", "mlterm", "words", "fixed", "plain", "preference"]
"""What a terminal does with right-to-left text, and how that is switched; see terminals.toml."""

OneShot = Literal["detected", "explicit"]
"""How rows written once can be kept from the terminal's own reordering, or left to it."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """One entry of the catalogue; its fields are the keys of terminals.toml, its name the table's."""

    name: str
    title: str
    bidi: OwnBidi
    xtversion: tuple[str, ...] = ()
    da2: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    one_shot: OneShot = "detected"
    marks: bool = False
    parted: bool = False
    left_to_right: bool = False
    mirrors: bool = True
    hint: str | None = None


UNKNOWN = Terminal(
    "unknown",
    "this terminal",
    "none",
    hint="If words come out backwards or parted, let your eyes decide: briefing doctor --test",
)
"""A terminal that gives no name; most terminals do not reorder."""


@cache
def terminals() -> tuple[Terminal, ...]:
    """All terminals in the order they are to be tried. Raises DataError for a wrong entry."""
    import tomllib

    text = resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    return tuple(_terminal(name, table) for name, table in tomllib.loads(text).items())


def by_xtversion(answer: str) -> Terminal | None:
    """The terminal that gives this name and version."""
    return next((found for found in terminals() if answer.startswith(found.xtversion)), None)


def by_da2(answer: str, environ: Mapping[str, str]) -> Terminal | None:
    """The terminal that gives these numbers; where several do, one that has set its variables, too."""
    fitting = [found for found in terminals() if f"{answer};".startswith(found.da2)]
    return next((found for found in fitting if _set_by(found, environ)), fitting[0] if fitting else None)


def by_environment(environ: Mapping[str, str]) -> Terminal | None:
    """The terminal that set these variables; they are inherited, so an answer of the terminal counts for more."""
    return next((found for found in terminals() if _set_by(found, environ)), None)


def _set_by(terminal: Terminal, environ: Mapping[str, str]) -> bool:
    return any(_holds(condition, environ) for condition in terminal.environment)


def _holds(condition: str, environ: Mapping[str, str]) -> bool:
    """Whether a variable is set, or has this value."""
    variable, _, wanted = condition.partition("=")
    value = environ.get(variable, "")
    if wanted.endswith("*"):
        return value.startswith(wanted[:-1])
    return value == wanted if wanted else bool(value)


def _terminal(name: str, table: object) -> Terminal:
    """One checked entry."""
    if not isinstance(table, dict):
        raise DataError(FILE, name, table, "must be a table")
    known = {field.name for field in fields(Terminal)} - {"name"}
    for key, value in table.items():
        if key not in known:
            raise DataError(FILE, f"{name}.{key}", value, f"unknown key; known are {', '.join(sorted(known))}")
        _check(f"{name}.{key}", key, value)
    for key in ("title", "bidi"):
        if key not in table:
            raise DataError(FILE, f"{name}.{key}", None, "is missing")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Terminal(name, **values)


def _check(place: str, key: str, value: object) -> None:
    """Whether a value is of its key's kind."""
    if key in ("xtversion", "da2", "environment"):
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise DataError(FILE, place, value, "must be a list of strings")
    elif key in ("marks", "parted", "left_to_right", "mirrors"):
        if not isinstance(value, bool):
            raise DataError(FILE, place, value, "must be true or false")
    elif not isinstance(value, str):
        raise DataError(FILE, place, value, "must be a string")
    allowed = {"bidi": get_args(OwnBidi), "one_shot": get_args(OneShot)}.get(key)
    if allowed and value not in allowed:
        raise DataError(FILE, place, value, f"must be one of {', '.join(allowed)}")
