"""Seconds and memory that hostile pages take in the process that parses them.

    python -m tests.benchmarks.hostile

Prints, for each page of `tests.hostile_pages`: its size, seconds of wall clock for the whole job with the start of
the process, what the process had in memory at most (Linux), and what came of it. Budget: 6 s, 256 MB.
"""

from __future__ import annotations

import time
from pathlib import Path

from briefing.errors import BriefingError
from briefing.sources.page import read_page
from briefing.sources.worker import Worker
from tests.hostile_pages import HOSTILE_PAGES


def peak(process: int) -> int:
    """Megabytes that a running process has had in memory at most; 0 where the system does not tell."""
    status = Path("/proc", str(process), "status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    for name, make in HOSTILE_PAGES.items():
        content = make()
        with Worker() as worker:
            started = time.perf_counter()
            try:
                outcome = f"{len(worker.call(name, read_page, content).blocks)} blocks"
            except BriefingError as error:
                outcome = error.message.removeprefix(f"{name}: ")
            seconds = time.perf_counter() - started
            process = worker._process
            memory = peak(process.pid) if process else 0
        print(
            f"{name:38} {len(content) / 1e6:5.1f} MB {seconds:5.2f} s {memory or '-':>4} MB  {outcome[:70]}", flush=True
        )


if __name__ == "__main__":
    main()
