"""Backups: one tar file with the library, the reading state, and a list of both with their checksums."""

from __future__ import annotations

import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

from briefing.errors import StoreError

FORMAT = "briefing.backup/1"
LIST = "backup.json"
"""The list of what is in the archive; its first member."""

LIBRARY = "library.db"
STATE = "state.json"


def write(target: Path, members: Mapping[str, Path], about: Mapping[str, object]) -> None:
    """Writes the files under their names into a new archive, readable by its owner only.

    Raises:
        StoreError: it is there already, or cannot be written; then there is none.
    """
    listed = {name: {"size": path.stat().st_size, "sha256": _checksum(path)} for name, path in members.items()}
    text = json.dumps({"format": FORMAT, **about, "files": listed}, indent=1).encode()
    with _new(target) as file, tarfile.open(fileobj=file, mode="w") as archive:
        entry = tarfile.TarInfo(LIST)
        entry.size = len(text)
        archive.addfile(entry, io.BytesIO(text))
        for name, path in members.items():
            archive.add(path, name)


def read_list(path: Path) -> dict[str, Any]:
    """What the archive says of itself. Raises StoreError if it is no backup, or one of a newer program."""
    with _opened(path) as archive:
        first = archive.next()
        member = archive.extractfile(first) if first and first.name == LIST else None
        try:
            about = json.loads(member.read(1 << 20)) if member else None
        except ValueError:
            about = None
    if not isinstance(about, dict) or not isinstance(about.get("files"), dict):
        raise _no_backup(path)
    if about.get("format") != FORMAT:
        raise StoreError(str(path), f"is a backup of the form {about.get('format')}.", "Update briefing.")
    return about


def extract(path: Path, name: str, target: Path) -> bool:
    """Writes one file of the archive to `target` and compares its checksum; False if it is not in the archive.

    Raises:
        StoreError: the archive is damaged, or the target cannot be written.
    """
    listed = read_list(path)["files"].get(name)
    if listed is None:
        return False
    with _opened(path) as archive:
        member = archive.extractfile(name)
        if member is None:
            raise _no_backup(path)
        with target.open("wb") as file:
            while block := member.read(1 << 20):
                file.write(block)
    if _checksum(target) != listed.get("sha256"):
        raise StoreError(str(path), f"{name} in it is damaged.", "Take another backup.")
    return True


@contextmanager
def _new(target: Path) -> Iterator[io.BufferedWriter]:
    """A file that is at `target` when the block is done, and nowhere if it fails; one that is there stays."""
    partial = target.with_name(target.name + ".part")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.link(partial, target)
    except FileExistsError:
        raise StoreError(str(target), "is there already.", "Name another file, or a folder.") from None
    except OSError as error:
        raise StoreError(str(target), f"cannot be written ({error.strerror}).", "Choose another place.") from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    """The archive, for reading."""
    try:
        with tarfile.open(path, "r:") as archive:
            yield archive
    except (tarfile.TarError, EOFError, KeyError):
        raise _no_backup(path) from None
    except OSError as error:
        raise StoreError(str(path), f"cannot be read ({error.strerror}).") from error


def _no_backup(path: Path) -> StoreError:
    return StoreError(str(path), "is no backup of briefing.", "Backups are made by: briefing backup FILE")


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
