"""The command line. `main` is the `briefing` program."""

from briefing.cli.program import main

__all__ = ["main"]
