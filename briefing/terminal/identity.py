"""Which terminal this is, from its answers and the environment, also through tmux and GNU screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.terminal import catalogue
from briefing.terminal.catalogue import UNKNOWN, Terminal
from briefing.terminal.probe import Answers
from briefing.terminal.tmux import Client

Multiplexer = Literal["tmux", "screen"]
"""What stands between the program and the terminal that draws."""

_VERSION = re.compile(r"[ (]([\w.\-]{1,40})")
_NAME = re.compile(r"[\w.\-]{1,40}")


@dataclass(frozen=True, slots=True)
class Identity:
    """The terminal that draws, and what stands before it."""

    terminal: Terminal
    version: str | None = None
    evidence: str = "nothing"
    """What it was recognised by: XTVERSION, DA2, the environment, or nothing."""
    multiplexer: Multiplexer | None = None
    reachable: bool = True
    """Sequences can be sent to it, if need be through the multiplexer."""
    rows: int = 0
    """Height of the outer terminal of a multiplexer; 0 where it is not known."""

    @property
    def key(self) -> str:
        """The name that choices are remembered by: `vte`, or `vte in tmux`."""
        return f"{self.terminal.name} in {self.multiplexer}" if self.multiplexer else self.terminal.name

    @property
    def title(self) -> str:
        """Name and version for people: `Konsole 22.12.3 in tmux`."""
        named = " ".join(filter(None, (self.terminal.title, self.version)))
        return f"{named} in {self.multiplexer}" if self.multiplexer else named


def identify(answers: Answers, environ: Mapping[str, str], client: Client | None = None) -> Identity:
    """The terminal's identity; `client` is what tmux says of the terminal around it.

    Answers count for more than the environment, which is inherited: an xterm started from a VTE terminal
    carries VTE_VERSION, one started from tmux carries TMUX.
    """
    multiplexer = multiplexer_of(answers, environ)
    if multiplexer == "tmux":
        return _in_tmux(client)
    if multiplexer == "screen":
        terminal, version = _from_environment(environ if "STY" in environ else {})
        return Identity(terminal, version, _source(terminal, "the environment"), "screen")
    return _direct(answers, environ)


def multiplexer_of(answers: Answers, environ: Mapping[str, str]) -> Multiplexer | None:
    """What answered in the terminal's stead, if it was a multiplexer; if nothing answered, by the environment."""
    name, numbers = answers.xtversion or "", answers.da2 or ""
    if name.startswith("tmux ") or numbers.startswith("84;"):
        return "tmux"
    if numbers.startswith("83;"):
        return "screen"
    if name or numbers:
        return None
    if "TMUX" in environ:
        return "tmux"
    return "screen" if "STY" in environ else None


def _in_tmux(client: Client | None) -> Identity:
    """The terminal around tmux; a tmux on another machine, around an SSH session, tells nothing of it."""
    if client is None:
        return Identity(UNKNOWN, multiplexer="tmux", reachable=False)
    if client.termtype:
        terminal = _by_name(client.termtype)
        return Identity(terminal, _version(client.termtype, terminal), "XTVERSION", "tmux", rows=client.rows)
    terminal, version = _from_environment(client.environ)
    return Identity(terminal, version, _source(terminal, "the environment"), "tmux", rows=client.rows)


def _direct(answers: Answers, environ: Mapping[str, str]) -> Identity:
    """A terminal that answers for itself."""
    if answers.xtversion:
        terminal = _by_name(answers.xtversion)
        return Identity(terminal, _version(answers.xtversion, terminal), "XTVERSION")
    terminal_by_numbers = catalogue.by_da2(answers.da2, environ) if answers.da2 else None
    if terminal_by_numbers:
        return Identity(terminal_by_numbers, _version_in(answers.da2 or "", terminal_by_numbers), "DA2")
    # A terminal without TERM is a dumb one.
    terminal, version = _from_environment({**environ, "TERM": environ.get("TERM") or "dumb"})
    return Identity(terminal, version, _source(terminal, "the environment"))


def _by_name(answer: str) -> Terminal:
    """The terminal of an answer to XTVERSION; one that is not in the catalogue keeps the name it gives."""
    known = catalogue.by_xtversion(answer)
    if known:
        return known
    name = _NAME.search(answer)
    return Terminal(name[0].lower(), name[0], "none", hint=UNKNOWN.hint) if name else UNKNOWN


def _from_environment(environ: Mapping[str, str]) -> tuple[Terminal, str | None]:
    terminal = catalogue.by_environment(environ) or UNKNOWN
    number = environ.get("VTE_VERSION") if terminal.name == "vte" else None
    version = environ.get("TERM_PROGRAM_VERSION") if environ.get("TERM_PROGRAM") else None
    return terminal, _dotted(number) if number else version


def _source(terminal: Terminal, evidence: str) -> str:
    return "nothing" if terminal is UNKNOWN else evidence


def _version(answer: str, terminal: Terminal) -> str | None:
    """The version in an answer to XTVERSION: `VTE(8001)`, `Konsole 22.12.3`."""
    found = _VERSION.search(answer)
    if found is None:
        return None
    return _dotted(found[1]) if terminal.name == "vte" else found[1]


def _version_in(numbers: str, terminal: Terminal) -> str | None:
    """The version in an answer to DA2, for the terminals that put it there."""
    second = numbers.partition(";")[2].partition(";")[0]
    if terminal.name == "vte":
        return _dotted(second)
    return second if terminal.name == "xterm" and second else None


def _dotted(number: str) -> str | None:
    """VTE's own way to write 0.70.6: 7006."""
    if not number.isdecimal() or len(number) > 6:
        return None
    return f"0.{int(number) // 100}.{int(number) % 100}"
