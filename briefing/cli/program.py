"""The `briefing` program: which commands there are, and how one of them is run.

Only the command that is asked for is built, and only its module imported: building all costs as much as
showing an article.
"""

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Final, Literal, NoReturn

import typer

from briefing import __version__
from briefing.cli import scope
from briefing.errors import BriefingError, ExitCode

COMMANDS: Final = {
    "add": "briefing.cli.intake:add",
    "feeds": "briefing.cli.feeds:feeds",
    "sync": "briefing.cli.syncing:sync",
    "list": "briefing.cli.listing:list_articles",
    "search": "briefing.cli.searching:search",
    "show": "briefing.cli.showing:show",
    "quotes": "briefing.cli.quoting:quotes",
    "cite": "briefing.cli.quoting:cite",
    "topics": "briefing.cli.counting:topics",
    "speakers": "briefing.cli.counting:speakers",
    "stats": "briefing.cli.counting:stats",
    "mark": "briefing.cli.marking:mark",
    "star": "briefing.cli.marking:star",
    "unstar": "briefing.cli.marking:unstar",
    "tag": "briefing.cli.marking:tag",
    "untag": "briefing.cli.marking:untag",
    "note": "briefing.cli.marking:note",
    "correct": "briefing.cli.correcting:correct",
    "undo": "briefing.cli.history:undo",
    "redo": "briefing.cli.history:redo",
    "history": "briefing.cli.history:history",
    "export": "briefing.cli.history:export",
    "import": "briefing.cli.history:import_state",
    "remove": "briefing.cli.removal:remove",
    "trash": "briefing.cli.removal:trash",
    "prune": "briefing.cli.removal:prune",
    "reanalyse": "briefing.cli.upkeep:reanalyse",
    "packs": "briefing.cli.packs:packs",
    "backup": "briefing.cli.upkeep:backup",
    "restore": "briefing.cli.upkeep:restore",
    "demo": "briefing.cli.demo:demo",
    "doctor": "briefing.cli.doctor:doctor",
    "config": "briefing.cli.configuring:config",
}
"""Every command and the function or group of commands that does it, in the order of the help."""

PASS_ON: Final = {"allow_extra_args": True, "ignore_unknown_options": True, "allow_interspersed_args": False}
"""Settings of `demo`, which hands its arguments to another command."""

EPILOG: Final = """\b
Examples:
  briefing                        read in the terminal
  briefing add article.html       take an article in; prints its number
  curl -s URL | briefing add -    the same from a pipe
  briefing feeds add URL          a feed to take articles from
  briefing sync                   what is new in all feeds
  briefing list is:unread         what is still to read
  briefing search كشمير newer:2w  words, phrases and fields; see its --help
  briefing show 12                an article in sections, quotes numbered
  briefing show 12/kashmir        one section of it
  briefing quotes --speaker NAME  who said what, over all articles
  briefing demo                   try it on the bundled sample
  briefing doctor --test          when right-to-left text does not read right
"""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the program on the arguments (by default the process's own) and exits with its code."""
    from briefing.terminal.facts import speak_utf8

    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        speak_utf8()
        program(given)(args=given, prog_name="briefing")
    except BriefingError as error:
        _say(error)
        sys.exit(int(error.exit_code))
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        # Of a command's own help, which does not go through `scope.write`.
        if error.errno != errno.ENOSPC:
            raise
        scope.discard_output()
        sys.exit(int(ExitCode.FAILED))
    sys.exit(int(ExitCode.OK))


def program(arguments: Sequence[str]) -> typer.Typer:
    """The program with the commands these arguments can mean; with all of them for help and completion."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=EPILOG,
    )
    app.callback(invoke_without_command=True)(_root)
    completing = "_BRIEFING_COMPLETE" in os.environ
    named = [name for name in COMMANDS if name in arguments and not completing]
    for name in named or COMMANDS:
        _register(app, name)
    return app


def _register(app: typer.Typer, name: str) -> None:
    """Adds one command, or one group of commands."""
    module, _, attribute = COMMANDS[name].partition(":")
    command = getattr(import_module(module), attribute)
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name)
    else:
        app.command(name, context_settings=PASS_ON if name == "demo" else None)(command)


def _root(
    context: typer.Context,
    library: Annotated[
        str | None,
        typer.Option("--library", metavar="FILE", help="Use this library instead of your own."),
    ] = None,
    bidi: Annotated[
        Literal["auto", "visual", "terminal", "word", "off"] | None,
        typer.Option("--bidi", help="Who orders right-to-left text; see briefing doctor."),
    ] = None,
    linear: Annotated[
        bool, typer.Option("--linear", help="One column of plain words in logical order, for screen readers.")
    ] = False,
    mouse: Annotated[bool, typer.Option("--mouse", help="The reader takes the mouse: click, scroll, select.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on standard error what goes to the log, as it happens.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Read the news in the terminal: headed sections, attributed quotes, right-to-left text that reads right.

    Without a command the reader opens.
    """
    if version:
        scope.write(f"briefing {__version__}\n")
        raise typer.Exit
    scope.use_library(library)
    scope.use_bidi(bidi)
    scope.use_faces(linear=linear, mouse=mouse)
    if verbose and context.invoked_subcommand:
        from briefing.library import log

        log.speak()
    if context.invoked_subcommand is None:
        from briefing.cli.reader import open_reader

        raise typer.Exit(open_reader())


def _say(error: BriefingError) -> None:
    """An error on standard error: what is wrong, then what to do."""
    from briefing.text.clean import clean

    sys.stdout.flush()
    sys.stderr.write(f"briefing: {clean(str(error))}\n")
