"""`briefing doctor`: what the program runs on, and which strategy shows right-to-left text right."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Json
from briefing.errors import ExitCode, TerminalError, UsageError

if TYPE_CHECKING:
    from briefing.terminal.current import Terminal
    from briefing.terminal.strategy import Decision, Wish
    from briefing.verbs.checkup import Checkup, Place

SCHEMA = "briefing.doctor/1"

_FRAMES = {
    "detected": ", in rows that find their own direction (mode ?2501)",
    "explicit": ", in rows that the terminal does not reorder (mode 8)",
    None: "",
}
_SWITCHES = {
    "mode-8": ", the terminal's own bidi off meanwhile (mode 8)",
    "konsole": ", the terminal's own bidi off meanwhile (OSC 50)",
    "mlterm": ", the terminal's own bidi off meanwhile (OSC 5379)",
    None: "",
}


def doctor(
    test: Annotated[
        bool, typer.Option("--test", help="Show a sentence in each way; you name the readable one.")
    ] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Forget the way chosen for this terminal.")] = False,
    repair: Annotated[bool, typer.Option("--repair", help="Mend a damaged library; the old file is kept.")] = False,
    json: Json = False,
) -> None:
    """Say what this terminal is, how right-to-left text is written to it and why, and whether the library is whole.

    If Arabic, Persian, Urdu or Hebrew does not read right, --test shows one sentence in each way;
    the one you name is remembered for this terminal. --bidi and BRIEFING_BIDI count for more.
    If the library is damaged, --repair reads what can be read into a new file and keeps the damaged one.

    \b
    Examples:
      briefing doctor
      briefing doctor --test
      briefing doctor --repair
      briefing --bidi visual doctor --json | jq .decision
    """  # noqa: D301
    if (test and (forget or json)) or (repair and (test or forget or json)):
        raise UsageError(f"--{'repair' if repair else 'test'} goes with no other option of doctor.")
    if repair:
        _repair()
        return
    if test:
        _test(_terminal())
    elif forget:
        _forget(_terminal())
    else:
        raise typer.Exit(int(_report(json)))


def _report(json: bool) -> ExitCode:
    """The findings on standard output; FAILED if something is wrong."""
    from briefing.verbs.checkup import check

    checkup = check(scope.flags(), sys.stdout.isatty(), scope.tell)
    if json:
        scope.write_json([_as_json(checkup)])
    else:
        scope.write_lines(f"{name + ' ':<18}{value}" for name, value in _lines(checkup))
    return ExitCode.FAILED if checkup.problems else ExitCode.OK


def _repair() -> None:
    """Mends the library, saying what was wrong and what was done."""
    from briefing.verbs import upkeep

    for line in upkeep.repair(scope.settings(), scope.tell):
        scope.tell(line)


def _lines(checkup: "Checkup") -> Iterator[tuple[str, str]]:
    """Every finding's name and words."""
    if checkup.terminal:
        yield from _terminal_lines(checkup.terminal)
    yield "versions", ", ".join(f"{name} {version}" for name, version in checkup.versions.items())
    for place in checkup.places:
        yield place.what, f"{place.path} ({_condition(place)})"
    for problem in checkup.problems:
        yield "problem", problem


def _terminal_lines(terminal: "Terminal") -> Iterator[tuple[str, str]]:
    """What the terminal is, said, and what follows."""
    from briefing.text.clean import clean_line

    answers, decision = terminal.answers, terminal.decision
    evidence = terminal.identity.evidence
    known = "not recognised" if evidence == "nothing" else f"known by {evidence}"
    yield "terminal", f"{clean_line(terminal.identity.title)} ({known})"
    yield "asked", f"nothing: {answers.not_asked}" if answers.not_asked else escaped(answers.asked)
    if not answers.not_asked:
        yield "answered", escaped(answers.received) or "nothing"
        if not answers.complete:
            yield "", "the last answer did not come in time"
    if answers.lost:
        yield "keys lost", escaped(answers.lost)
    yield "wish", f"{terminal.wish} (--bidi or BRIEFING_BIDI)"
    yield "remembered", terminal.remembered or "nothing"
    yield from _decision_lines(decision)


def _decision_lines(decision: "Decision") -> Iterator[tuple[str, str]]:
    panes = "stacked" if decision.stacked else "side by side"
    yield "reader", f"{decision.reader} order{_SWITCHES[decision.switch]}, panes {panes}"
    yield "commands", f"{decision.one_shot} order{_FRAMES[decision.frame]}"
    yield "why", decision.why
    if decision.hint:
        yield "hint", decision.hint


def _condition(place: "Place") -> str:
    """Whether a file is there and can be used."""
    if not place.exists:
        return "absent" if place.writable else "absent, and cannot be made"
    able = [word for word, can in (("readable", place.readable), ("writable", place.writable)) if can]
    return " and ".join(able) or "neither readable nor writable"


def _as_json(checkup: "Checkup") -> dict[str, object]:
    """The findings as one object; what was asked and answered is escaped as in the text."""
    terminal = checkup.terminal
    found: dict[str, object] = {"schema": SCHEMA, "terminal": None, "decision": None}
    if terminal:
        identity, answers = terminal.identity, terminal.answers
        found["terminal"] = {
            "name": identity.terminal.name,
            "title": identity.title,
            "version": identity.version,
            "evidence": identity.evidence,
            "multiplexer": identity.multiplexer,
            "not_asked": answers.not_asked,
            "asked": escaped(answers.asked),
            "answered": escaped(answers.received),
            "complete": answers.complete,
            "wish": terminal.wish,
            "remembered": terminal.remembered,
        }
        found["decision"] = asdict(terminal.decision)
    return {
        **found,
        "versions": checkup.versions,
        "places": [asdict(place) for place in checkup.places],
        "problems": list(checkup.problems),
    }


def escaped(sequences: bytes) -> str:
    r"""Bytes as ASCII that does nothing to a terminal: `\e[8;1$y`."""
    shown = sequences.decode("latin-1").encode("unicode_escape").decode("ascii")
    return shown.replace("\\x1b", "\\e")


def _terminal() -> "Terminal":
    """The terminal one sits at. Raises TerminalError if input or output is something else."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TerminalError("This works only at a terminal.", "Without options, briefing doctor works everywhere.")
    from briefing.terminal import current

    return current.terminal(is_terminal=True)


def _test(terminal: "Terminal") -> None:
    """Shows the sentence in each way and keeps the one that is named."""
    from briefing.verbs.eyetest import settle_on, specimens

    shown = specimens(terminal)
    for number, (_, line) in enumerate(shown, start=1):
        scope.write(f"{number}:\n{line}\n")
    chosen = _chosen([wish for wish, _ in shown])
    if chosen is None:
        scope.tell("Nothing was changed. Try another font or terminal, or briefing --bidi off.")
    elif settle_on(terminal, chosen):
        scope.tell(f"'{chosen}' is remembered for {terminal.identity.key}. briefing doctor --forget drops it.")
    else:
        scope.tell(f"{terminal.identity.title} is written to in this way by itself; nothing has to be remembered.")


def _chosen(wishes: "list[Wish]") -> "Wish | None":
    """The strategy of the number that is typed; None for an empty line or the end of input."""
    scope.tell(
        "In which line are the letters joined, the words in order from the right, and 790 and 2021 as they are here?"
    )
    while True:
        sys.stderr.write(f"1 to {len(wishes)}, or Enter for none: ")
        sys.stderr.flush()
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(wishes):
            return wishes[int(answer) - 1]


def _forget(terminal: "Terminal") -> None:
    """Drops what is remembered for this terminal."""
    from briefing.terminal import choice

    key = terminal.identity.key
    dropped = choice.forget(key)
    scope.tell(f"The choice for {key} is forgotten." if dropped else f"Nothing was remembered for {key}.")
