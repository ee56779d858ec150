"""The command line. `main` is the `briefing` program."""

import gc

# Imports make tens of thousands of objects that stay; looking for garbage among them costs a short command 5 %.
gc.set_threshold(50_000)

from briefing.cli.program import main  # noqa: E402

__all__ = ["main"]
