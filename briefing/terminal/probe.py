"""What a terminal answers about itself: one question, read up to the answer that every terminal gives.

The question is four requests in one write: DECRQM of mode 8 (implicit bidi, terminal-wg), XTVERSION (name and
version), DA2 (kind and version in numbers) and DA1 (ECMA-48), which every terminal answers and so ends the wait.
Sources: ECMA-48, DEC STD 070, xterm's control sequences, terminal-wg's "BiDi in Terminal Emulators".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.terminal.line import Line

QUESTION = b"\x1b[8$p\x1b[>0q\x1b[>c\x1b[c"
"""Mode 8, XTVERSION, DA2, DA1."""

SWITCH_QUESTION = b"\x1b[8l\x1b[8$p\x1b[8h\x1b[c"
"""Whether mode 8 can be reset, asked where it is set; it is set again at once."""

LIMIT = 1.0
"""Seconds to wait for the last answer; 0.5 to 11 ms were measured locally, one round trip over SSH."""

_MODE_8 = re.compile(rb"\x1b\[8;(\d)\$y")
_XTVERSION = re.compile(rb"\x1bP>\|([^\x1b\x07]*)(?:\x1b\\|\x07)")
_DA2 = re.compile(rb"\x1b\[>([\d;]{0,40})c")
_DA1 = re.compile(rb"\x1b\[\?[\d;]{0,80}c")
_REPLY = re.compile(
    rb"\x1bP[^\x1b\x07]*(?:\x1b\\|\x07|\Z)"  # a device control string, whole or cut off
    rb"|\x1b\[[=>?][0-9;$]*(?:[a-z]|\Z)"  # a private control sequence, which no key sends
    rb"|\x1b\[[0-9;]*\$(?:y|\Z)|\x1b\[(?:8;?\d?)?\Z"  # a report of a mode
)
"""What is an answer and not a key, the last one perhaps cut off by the time limit."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked and answered; every field is empty or None where the terminal did not say."""

    not_asked: str | None = None
    """Why nothing was asked."""
    asked: bytes = b""
    received: bytes = b""
    """All that was read, keys included."""
    complete: bool = False
    """The last answer came before the time limit."""
    mode_8: int | None = None
    """DECRPM: 0 unknown, 1 set, 2 reset, 3 always set, 4 always reset."""
    mode_8_switched: int | None = None
    """The same after it was reset; only asked where it was set."""
    xtversion: str | None = None
    """Name and version in the terminal's own words, not cleaned."""
    da2: str | None = None
    """The numbers of DA2, such as `65;7006;1`."""
    typed: bytes = b""
    """Keys typed meanwhile, in the order they came."""
    lost: bytes = b""
    """Those of them that could not be given back to the terminal's input."""


def refusal(is_terminal: bool, environ: Mapping[str, str]) -> str | None:
    """Why the terminal must not be asked, or None; `is_terminal` is said of the stream that is drawn on."""
    if not is_terminal:
        return "the output is not a terminal"
    if environ.get("TERM", "") in ("", "dumb"):
        return "TERM is not set, or dumb"
    if environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return "Apple's Terminal would print the question"
    return None


def ask(is_terminal: bool, environ: Mapping[str, str], limit: float = LIMIT) -> Answers:
    """The terminal's answers, waited for `limit` seconds at most for each of one or two questions.

    Input is unbuffered and unechoed meanwhile, and as it was afterwards. Keys that come between the answers
    are given back to the terminal's input; where the system does not allow that they stand in `Answers.lost`.
    """
    reason = refusal(is_terminal, environ)
    if reason:
        return Answers(not_asked=reason)
    from briefing.terminal.line import open_line

    with open_line() as line:
        if line is None:
            return Answers(not_asked="this process has no terminal of its own, or runs in its background")
        asked, received = _dialogue(line, limit)
    answers = parse(asked, received)
    return answers if line is None else _with_lost(answers, line.lost)


def _dialogue(line: Line, limit: float) -> tuple[bytes, bytes]:
    """What was asked and received; the second question only where mode 8 is set."""
    asked, received = QUESTION, line.exchange(QUESTION, _DA1, limit)
    mode = _MODE_8.search(received)
    if mode and mode[1] == b"1" and _DA1.search(received):
        asked += SWITCH_QUESTION
        received += line.exchange(SWITCH_QUESTION, _DA1, limit)
    line.keep(typed_in(received))
    return asked, received


def take_late_answers(limit: float = LIMIT) -> None:
    """Waits once more for an answer that did not come in time, so that the shell does not get it as typed.

    Keys that come meanwhile are given back.
    """
    from briefing.terminal.line import open_line

    with open_line() as line:
        if line is not None:
            line.keep(typed_in(line.exchange(b"", _DA1, limit)))


def _with_lost(answers: Answers, lost: bytes) -> Answers:
    from dataclasses import replace

    return replace(answers, lost=lost) if lost else answers


def parse(asked: bytes, received: bytes) -> Answers:
    """The answers in what was read; whatever is no answer counts as keys."""
    modes = [int(value) for value in _MODE_8.findall(received)]
    name, numbers = _XTVERSION.search(received), _DA2.search(received)
    return Answers(
        asked=asked,
        received=received,
        complete=len(_DA1.findall(received)) >= (2 if SWITCH_QUESTION in asked else 1),
        mode_8=modes[0] if modes else None,
        mode_8_switched=modes[1] if len(modes) > 1 else None,
        xtversion=name[1].decode("utf-8", "replace") if name else None,
        da2=numbers[1].decode() if numbers else None,
        typed=typed_in(received),
    )


def typed_in(received: bytes) -> bytes:
    """What is left when all answers, also unasked and cut-off ones, are taken out: the keys."""
    return _REPLY.sub(b"", received)
