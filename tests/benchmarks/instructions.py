"""Instructions a whole command executes, counted by valgrind's callgrind: the same figure on every run.

    python -m tests.benchmarks.instructions

Needs valgrind. Prints millions of instructions for each command beside those of `python -c pass`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = (
    ("show", "1"),
    ("show", "1", "--width", "80"),
    ("show", "1", "--json"),
    ("list",),
    ("quotes",),
    ("cite", "1q1"),
    ("star", "1"),
)
LIMIT = 400
"""Millions allowed for `show 1` and `list`."""


def instructions(arguments: list[str], environment: dict[str, str]) -> float:
    """Millions of instructions of one Python process, after one run that writes the byte code."""
    command = [sys.executable, *arguments]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"Collected : (\d+)", counted.stderr)
    assert found, counted.stderr
    return int(found[1]) / 1e6


def main() -> None:
    """Prints the table, on the demo's Arabic article."""
    if shutil.which("valgrind") is None:
        sys.exit("valgrind is not installed")
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["BRIEFING_HOME"] = folder
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        entry = ["-c", "import sys; from briefing.cli import main; main(sys.argv[1:])"]
        sample = Path(__file__).parents[2] / "briefing/sample/talks.ar.txt"
        subprocess.run([sys.executable, *entry, "add", sample], env=environment, capture_output=True, check=True)
        print(f"{'python -c pass':<28} {instructions(['-c', 'pass'], environment):7.1f} M")
        for command in COMMANDS:
            print(f"{'briefing ' + ' '.join(command):<28} {instructions([*entry, *command], environment):7.1f} M")


if __name__ == "__main__":
    main()
