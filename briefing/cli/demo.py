"""`briefing demo`: the bundled sample in a library of its own."""

import os
import sys

import typer

from briefing import paths
from briefing.cli import scope
from briefing.config import LIBRARY_VARIABLE
from briefing.errors import UsageError


def demo(context: typer.Context) -> None:
    """Open the bundled sample, three articles, in a library of its own.

    Any command may follow and works on the sample; without one the reader opens. Your own library and
    marks are not touched.

    \b
    Examples:
      briefing demo
      briefing demo list
      briefing demo show 1
      briefing demo quotes --speaker Keller
    """  # noqa: D301
    if scope.flags().library:
        raise UsageError("The demo has a library of its own.", "Leave out --library.")
    folder = paths.demo_directory()
    # Above every configuration file, which may name a library that others share.
    os.environ[paths.DATA_VARIABLE] = str(folder)
    os.environ[LIBRARY_VARIABLE] = str(folder / "library.db")
    _fill()
    if context.args:
        from briefing.cli.program import main

        main(context.args)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from briefing.cli.program import main

        scope.tell("This is not a terminal; the sample as a list. Try: briefing demo show 1")
        main(["list"])
    from briefing.cli.reader import open_reader

    raise typer.Exit(open_reader())


def _fill() -> None:
    """Puts the sample into the demo's library; what is there already is found again."""
    from briefing.verbs.sample import add_sample

    scope.use_library(None)
    with scope.open_library(create=True) as library:
        add_sample(library)
