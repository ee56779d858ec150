"""Backup, restoring, checking and repair: work on whole files, which need not be open and may be damaged."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing import __version__, clock
from briefing.errors import StoreError
from briefing.store import archive
from briefing.store.sqlite import checks, copies, repair, salvage
from briefing.store.sqlite.copies import Progress
from briefing.store.sqlite.database import connect, failures_of
from briefing.store.sqlite.rights import is_writable
from briefing.store.state import statecopy

if TYPE_CHECKING:
    from briefing.config import Settings


class Saved(NamedTuple):
    """A backup that was made."""

    path: Path
    articles: int | None
    """None if there was no library."""


class Restored(NamedTuple):
    """What a backup brought back, and where the files are that it replaced."""

    articles: int | None
    state: bool
    kept: tuple[Path, ...]


class Repaired(NamedTuple):
    """What a repair did."""

    done: tuple[str, ...]
    kept: Path
    """The library as it was."""


def own_library(settings: Settings) -> Path:
    """The library that is this user's to keep: the shared one if he may write it, else his own beside it."""
    if settings.personal and not is_writable(settings.library):
        return settings.personal
    return settings.library


def back_up(library: Path, state: Path, target: Path, progress: Progress | None = None) -> Saved:
    """Copies library and reading state into one verified file, while others read and after those who write.

    A folder as `target` gets a file named after the moment.

    Raises:
        StoreError: the target is there already or cannot be written, or the library is damaged.
    """
    if target.is_dir():
        target = target / f"briefing-{_stamp()}.tar"
    copied, marks = (target.with_name(f"{target.name}.{name}") for name in ("library", "state"))
    with _deleted_after(copied, marks):
        members, articles = {}, None
        if library.exists():
            _make_private(copied)
            copies.copy(library, copied, progress)
            articles = copies.verify(copied)
            members[archive.LIBRARY] = copied
        _make_private(marks)
        if statecopy.copy(state, marks):
            members[archive.STATE] = marks
        if not members:
            raise StoreError(
                str(library), "there is nothing to back up yet.", "Add an article: briefing add FILE|URL|-"
            )
        archive.write(target, members, {"made": clock.now(), "briefing": __version__, "articles": articles})
    return Saved(target, articles)


def restore(backup: Path, library: Path | None, state: Path | None) -> Restored:
    """Puts the files of a backup in place of `library` and `state`, those that are given; what was there is kept.

    Raises:
        StoreError: the file is no backup, is damaged or of a newer program, or the library is in use; nothing changed.
    """
    stamp, kept, articles, marks = _stamp(), [], None, None
    new = library and copies.new_file(_in_folder(library))
    new_state = state and _in_folder(state).with_name(f"{state.name}.restored")
    with _deleted_after(*filter(None, (new, new_state))):
        if new and archive.extract(backup, archive.LIBRARY, new):
            articles = copies.verify(new)
        if new_state:
            _make_private(new_state)
            marks = archive.extract(backup, archive.STATE, new_state) or None
            if marks:
                statecopy.verify(new_state)
        # Everything is known to be whole from here on.
        if articles is not None and library and new:
            before = library.with_name(f"{library.name}.before-{stamp}")
            existed = library.exists()
            copies.put_in_place(new, library, before)
            kept += [before] if existed else []
        if marks and state and new_state:
            before = state.with_name(f"state.before-{stamp}")
            kept += [before] if statecopy.put_in_place(new_state, state, before) else []
    return Restored(articles, bool(marks), tuple(kept))


def problems(library: Path) -> list[str]:
    """What is wrong with a library, in words. Raises StoreError if it cannot be opened at all."""
    with failures_of(library), closing(connect(library)) as connection:
        return list(checks.problems(connection))


def mend(library: Path, tell: Callable[[str], None]) -> Repaired:
    """Makes a sound library out of a damaged one, in its place; the damaged file is kept beside it.

    Raises:
        StoreError: other sessions have the library open, or there is no room; nothing changed.
    """
    new = copies.new_file(library)
    kept = library.with_name(f"{library.name}.damaged-{_stamp()}")
    with _deleted_after(new):
        done = _rescued(library, new, tell)
        with failures_of(new), closing(connect(new)) as connection:
            tell("mending the copy and making the index anew")
            done += repair.mend(connection)
        copies.verify(new)
        copies.put_in_place(new, library, kept)
    return Repaired(tuple(done), kept)


def _rescued(library: Path, new: Path, tell: Callable[[str], None]) -> list[str]:
    """A copy of the library if its pages are sound; else of what can be read of it, and what was lost."""
    try:
        with failures_of(library), closing(connect(library)) as connection:
            damage = checks.page_damage(connection)
    except StoreError as error:
        damage = [error.reason]
    if not damage:
        copies.copy(library, new)
        return []
    tell(f"pages are damaged ({damage[0]}); reading what can be read")
    lost = salvage.salvage(library, new)
    if not copies.verify(new):
        raise StoreError(str(library), "no article could be read.", "Go back to a backup: briefing restore FILE")
    return lost


def _in_folder(path: Path) -> Path:
    """The path, its folder there. Raises StoreError if it cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreError(str(path), f"cannot be written ({error.strerror}).", "Check the folder.") from error
    return path


def _make_private(path: Path) -> None:
    """An empty file that only its owner reads. Raises StoreError."""
    path.unlink(missing_ok=True)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise StoreError(str(path), f"cannot be written ({error.strerror}).", "Choose another place.") from error


@contextmanager
def _deleted_after(*paths: Path) -> Iterator[None]:
    """Deletes files that are only needed meanwhile, and SQLite's journals of them."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            str(paths[0]), f"cannot be written ({error.strerror}).", "Free some room and try again."
        ) from error
    finally:
        for path in paths:
            for name in (path, path.with_name(path.name + "-journal"), path.with_name(path.name + ".sessions")):
                name.unlink(missing_ok=True)


def _stamp() -> str:
    """The present moment in a file's name."""
    return clock.now().replace("-", "").replace(":", "")
