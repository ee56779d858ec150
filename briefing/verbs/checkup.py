"""What the program runs on: the terminal and what follows from it, versions, and where files lie."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from briefing import __version__, config, paths
from briefing.errors import BriefingError
from briefing.terminal import current

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A file of the program, which need not exist."""

    what: str
    path: str
    exists: bool
    readable: bool
    writable: bool
    """It, or where it is absent its folder, which may have to be made."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """The findings; what could not be found out is among the problems."""

    terminal: current.Terminal | None
    versions: dict[str, str]
    places: tuple[Place, ...]
    problems: tuple[str, ...]


def check(flags: config.Flags, is_terminal: bool, tell: Callable[[str], None]) -> Checkup:
    """Looks at everything; `flags` are the command line's, `is_terminal` is said of standard output.

    What takes long is announced to `tell`.

    Nothing is created, but a library that exists is opened as every command opens it.
    """
    from briefing.library.knowledge import own_knowledge

    problems: list[str] = []
    terminal = _attempt(lambda: current.terminal(is_terminal), problems)
    settings = _attempt(lambda: config.load(flags), problems)
    places = _places(settings.library if settings else None)
    read_only = {str(settings.library)} if settings and settings.personal else set()
    if settings and (settings.named or _exists(settings.library)):
        problems += _attempt(lambda: _library_problems(settings, tell), problems) or []
    _attempt(own_knowledge, problems)
    problems += [f"{place.path} cannot be {lack}." for place in places if (lack := _lack(place, read_only))]
    return Checkup(terminal, _versions(), places, tuple(dict.fromkeys(problems)))


def _attempt(look: Callable[[], T], problems: list[str]) -> T | None:
    """What a look gives; what is wrong goes to the problems."""
    try:
        return look()
    except BriefingError as error:
        problems.append(" ".join(filter(None, (error.message, error.hint))))
        return None


def _library_problems(settings: config.Settings, tell: Callable[[str], None]) -> list[str]:
    """Opens library and state, reads a little of both, and looks whether the library is whole."""
    from briefing.library import Library
    from briefing.verbs import upkeep

    with Library.open(settings, paths.state_file(), create=False) as library:
        next(iter(library.select()), None)
    found = upkeep.problems(settings.library, tell)
    hint = " Mend it: briefing doctor --repair"
    return [f"{settings.library}: {problem}.{hint}" for problem in found]


def _places(library: Path | None) -> tuple[Place, ...]:
    """The files in the order a reader looks for them."""
    named = [("library", library)] if library else []
    return tuple(
        _place(what, path)
        for what, path in [
            *named,
            ("state", paths.state_file()),
            ("config", paths.config_file()),
            ("machine's config", paths.SYSTEM_CONFIG),
            ("terminals", paths.choices_file()),
            ("topics", paths.lexicon_file()),
            ("people", paths.people_file()),
            ("log", paths.log_file()),
        ]
    )


def _place(what: str, path: Path) -> Place:
    """A file as this user finds it."""
    exists = _exists(path)
    nearest = path if exists else next(folder for folder in path.absolute().parents if _exists(folder))
    return Place(what, str(path), exists, exists and os.access(path, os.R_OK), os.access(nearest, os.W_OK))


def _exists(path: Path) -> bool:
    """Whether this user can see the file; one in a folder that is closed to him is not to be had."""
    return os.path.exists(path)  # noqa: PTH110 (answers False where stat fails)


def _lack(place: Place, read_only: Container[str]) -> str | None:
    """What cannot be done with a file and has to be; configurations are only read, as is a library others keep."""
    if place.exists and not place.readable:
        return "read"
    kept = place.what in ("library", "state") and place.path not in read_only
    return "written" if kept and not place.writable else None


def _versions() -> dict[str, str]:
    """Name and version of the program and of what it stands on."""
    from briefing.store.versions import installed, versions

    system = {"briefing": __version__, "Python": platform.python_version()}
    return {
        **system,
        **versions(),
        "Textual": installed("textual"),
        "system": f"{platform.system()} {platform.release()}",
    }
