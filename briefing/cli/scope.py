"""What a command runs on: the settings, the library they name, and where output goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import paths
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.bidi.layout import Row, Setting
    from briefing.config import Flags, Settings
    from briefing.library import Library
    from briefing.render.contract import Kind
    from briefing.terminal.facts import Output

ON_TERMINAL = 100
"""Entries shown on a terminal unless told; in pipes nothing is left out."""

CLOSED_PIPE = 141
"""128 + SIGPIPE: what a shell reports of a program that wrote to a closed pipe."""

_chosen: dict[str, Path] = {}
_wished: set[str] = set()
"""Switches of the command line that count for every command: `linear`, `mouse`."""


def use_library(path: str | None) -> None:
    """Notes the library named on the command line."""
    _chosen.clear()
    if path:
        _chosen["library"] = Path(path)


def use_bidi(wish: str | None) -> None:
    """Puts the command line's wish above the environment's, for this process and those it starts."""
    if wish:
        os.environ["BRIEFING_BIDI"] = wish


def use_faces(*, linear: bool, mouse: bool) -> None:
    """Notes how the command line wants things shown."""
    _wished.clear()
    _wished.update(name for name, wish in (("linear", linear), ("mouse", mouse)) if wish)


def write_rows(rows: Callable[[Setting], Iterable[Row]], text: str, output: Output, *, table: bool = False) -> None:
    """Rows on standard output, in the order its terminal needs; `text` is what they say, in logical order.

    The rows of a `table` begin at the left whatever they say, so no terminal is to find their direction.
    """
    from briefing.bidi.cells import has_right_to_left
    from briefing.bidi.layout import LOGICAL
    from briefing.render.sgr import painted

    paint = partial(painted, styled=output.styled, coloured=output.coloured)
    if not (output.is_terminal and has_right_to_left(text)):
        write(paint(rows(LOGICAL)))
        return
    from briefing.terminal.bidiswitch import framed
    from briefing.terminal.current import end_one_shot
    from briefing.terminal.drawing import one_shot_drawing

    drawing, decision = one_shot_drawing(text, output.is_terminal, tell)
    own_edge = drawing.flush and table
    lines = paint(rows(drawing.setting), setting=drawing.setting, flush=drawing.flush and not table)
    write(lines if own_edge else framed(lines, decision))
    end_one_shot()


def settings() -> Settings:
    """The settings in force. Raises DataError for a configuration file that is wrong."""
    from briefing import config

    return config.load(flags())


def flags() -> Flags:
    """What the command line sets."""
    from briefing.config import Flags

    return Flags(_chosen.get("library"), linear="linear" in _wished, mouse="mouse" in _wished)


@contextmanager
def open_library(*, create: bool = False) -> Iterator[Library]:
    """The library with this user's reading state; what had to be mended of the state is told at the end.

    One that is named somewhere has to be there, unless the command may `create` it.
    """
    from briefing.library import Library

    with Library.open(settings(), paths.state_file(), create=create) as library:
        try:
            yield library
        finally:
            for report in library.state_reports():
                tell(report)


def output(width: int | None = None, *, linear: bool = False, paged: bool = False) -> Output:
    """Facts about standard output, and the form it gets; `linear` and `paged` are options of the command.

    Raises DataError for a configuration file that is wrong.
    """
    from briefing.terminal.facts import output_of

    wished = linear or "linear" in _wished
    return output_of(sys.stdout, width, linear=wished, by_habit=settings().linear, paged=paged)


def most_shown(limit: int | None, output: Output, *, json: bool) -> int | None:
    """How many entries are wanted: as many as were asked for, on a terminal not endlessly many, in a pipe all."""
    return limit or (None if json or output.form == "lines" else ON_TERMINAL)


def write_json(objects: Iterable[Mapping[str, Any]]) -> None:
    """JSON Lines on standard output."""
    from briefing.render.contract import dumps

    write("".join(f"{dumps(found)}\n" for found in objects))


def write_lines(lines: Iterable[str]) -> None:
    """Lines of plain text on standard output."""
    write("".join(f"{line}\n" for line in lines))


def write_linear(rows: Iterable[Row]) -> None:
    """Rows in logical order without any codes on standard output, for screen readers."""
    from briefing.render.sgr import unpainted

    write(unpainted(rows))


def write(text: str) -> None:
    """Data on standard output. When nobody reads on, the process ends as by SIGPIPE, without a word."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more on its way out; that must not fail again.
        discard_output()
        raise SystemExit(CLOSED_PIPE) from None
    except OSError as error:
        discard_output()
        reason = f"The output cannot be written ({error.strerror})."
        raise BriefingError(reason, "Free some room, or write elsewhere.") from None


def discard_output() -> None:
    """Standard output goes nowhere from now on."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(text: str) -> None:
    """Talk on standard error, one line."""
    from briefing.text.clean import clean_line

    _say(clean_line(text))


def tell_as_it_is(text: str) -> None:
    """Talk on standard error whose spacing matters, such as the head of a table."""
    from briefing.text.clean import clean

    _say(clean(text))


def _say(text: str) -> None:
    """Words on standard error; where they cannot be written, what was done is done all the same."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def can_ask() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str) -> bool:
    """The user's answer; scripts, whom nobody can ask, agree."""
    if not can_ask():
        return True
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def write_schema(kind: Kind) -> None:
    """The JSON Schema of what a command's --json prints."""
    from briefing.render.contract import schema_text

    write(schema_text(kind) + "\n")
