"""Backup, restoring and repair of the files that are this user's to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing import paths
from briefing.config import Settings
from briefing.library import Library, upkeep
from briefing.library.presence import require

Tell = Callable[[str], None]

REPORTED = 500
"""Articles between two words of progress."""

LARGE = 100_000_000
"""Bytes from which on looking through a library takes seconds."""


def back_up(settings: Settings, target: Path, tell: Tell) -> str:
    """Writes a backup and says what is in it. Raises StoreError."""
    require(settings)
    library = upkeep.own_library(settings)
    saved = upkeep.back_up(library, paths.state_file(), target, _percent(tell))
    articles = "no library" if saved.articles is None else f"{saved.articles} articles"
    return f"{saved.path}: {articles} and the reading state, read again and found whole"


def restore(settings: Settings, backup: Path, *, library: bool, state: bool) -> Iterator[str]:
    """Brings back the library, the state, or both, and says where the replaced files are. Raises StoreError."""
    path = upkeep.own_library(settings)
    restored = upkeep.restore(backup, path if library else None, paths.state_file() if state else None)
    if restored.articles is not None:
        yield f"restored {restored.articles} articles to {path}"
    if restored.state:
        yield f"restored the reading state to {paths.state_file()}"
    if restored.articles is None and not restored.state:
        yield "nothing of that is in this backup; nothing was changed"
    for kept in restored.kept:
        yield f"what was there before is kept: {kept}"


def problems(library: Path, tell: Tell) -> list[str]:
    """What is wrong with a library. Raises StoreError if it cannot be opened."""
    if library.stat().st_size > LARGE:
        tell("looking through the library")
    return upkeep.problems(library)


def repair(settings: Settings, tell: Tell) -> Iterator[str]:
    """Mends this user's library if it has to be, and says what was done. Raises StoreError."""
    library = upkeep.own_library(settings)
    if not (found := _found(library, tell)):
        yield f"{library}: nothing is wrong"
        return
    yield from (f"found: {problem}" for problem in found)
    mended = upkeep.mend(library, tell)
    yield from (f"done: {line}" for line in mended.done)
    yield f"{library} is whole again; the damaged file is kept: {mended.kept}"


def reanalyse(library: Library, numbers: Sequence[int] | None, tell: Tell) -> str:
    """Analyses these articles anew, or those that an older engine has analysed. Raises NotFoundError, StoreError."""
    wanted = library.stale() if numbers is None else numbers
    done = 0
    for done, _ in enumerate(library.reanalyse(wanted), start=1):
        if done % REPORTED == 0:
            tell(f"{done} of {len(wanted)}")
    return f"analysed {done} articles anew" if done else "All articles are analysed by this version."


def _found(library: Path, tell: Tell) -> list[str]:
    """The problems, or why it cannot even be opened. Raises StoreError when that is no damage."""
    from briefing.errors import DamageError

    try:
        return problems(library, tell)
    except DamageError as error:
        return [error.reason]


def _percent(tell: Tell) -> Callable[[int, int], None]:
    """A progress that tells each fourth of long work."""
    told = {0, 100}

    def progress(done: int, total: int) -> None:
        percent = 25 * (4 * done // total) if total else 100
        if percent not in told:
            told.add(percent)
            tell(f"{percent} %")

    return progress
