"""Making what was written to files and folders outlast a crash of the machine."""

from __future__ import annotations

import os
from pathlib import Path


def write_all(descriptor: int, content: bytes, offset: int = 0) -> None:
    """Writes all of the content at an offset, however many calls that takes."""
    os.lseek(descriptor, offset, os.SEEK_SET)
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def synchronise(descriptor: int) -> None:
    """Waits until the disk holds the file's content."""
    getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes renames in the folder durable; some systems cannot open folders and need not."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
