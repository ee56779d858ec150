"""Mending a state on disk, under its lock: the damaged files are kept, and what can be had of them goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing.store.state.files import Files
from briefing.store.state.recovery import recover


def mend(files: Files) -> list[str]:
    """Makes what can be had of a state its next generation; says what was done, if anything was damaged.

    Raises:
        OSError: the files cannot be read or written; they are as they were.
        StoreError: a newer program has written the state.
    """
    recovered = recover(files)
    kept = [_copy(path) for path in recovered.damaged]
    files.replace(recovered.view.segments(), recovered.view.header.generation + 1, keep=False)
    if not recovered.losses:
        return []
    names = f" The damaged file is kept as {', '.join(kept)}." if kept else ""
    return [f"{files.snapshot}: {' '.join(recovered.losses)}{names}"]


def _copy(path: Path) -> str:
    """Keeps a file under a name that says when it was found damaged; the first copy of a second is kept."""
    copy = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    content = path.read_bytes()
    for number in range(1, 1000):
        candidate = copy if number == 1 else copy.with_name(f"{copy.name}-{number}")
        try:
            with candidate.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        candidate.chmod(0o600)
        return candidate.name
    return path.name
