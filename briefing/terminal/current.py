"""The terminal of this process: asked once, when a face first needs to know how to write right-to-left text.

The reader:       terminal = current.terminal(is_terminal=True); decision = terminal.decision
                  BidiSwitch(decision, terminal.identity): off at the start, on at the end
A command:        decision = current.one_shot(text, is_terminal, tell); framed(rows, decision)
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from briefing.bidi.cells import has_right_to_left
from briefing.errors import UsageError
from briefing.terminal.identity import Identity, identify, multiplexer_of
from briefing.terminal.probe import Answers, ask, take_late_answers
from briefing.terminal.strategy import NOT_A_TERMINAL, NOTHING_TO_ORDER, Decision, Wish, decide

VARIABLE = "BRIEFING_BIDI"
"""The user's wish; `--bidi` sets it for this process and those it starts."""

LOST_KEYS = "Keys typed while the terminal was asked what it is were lost: this system does not let them be given back."


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of this process's terminal, and what follows."""

    identity: Identity
    answers: Answers
    wish: Wish
    remembered: Wish | None
    decision: Decision


def terminal(is_terminal: bool) -> Terminal:
    """The terminal, asked on the first call; `is_terminal` is said of the stream that is drawn on.

    Raises:
        UsageError: BRIEFING_BIDI is no wish.
        DataError: the file of remembered choices is damaged.
    """
    # Passed by place: the cache takes the same argument by name for another one, and would ask again.
    return _terminal(is_terminal)


@cache
def _terminal(is_terminal: bool) -> Terminal:
    wished = wish()
    answers = ask(is_terminal, os.environ)
    identity = identity_of(answers)
    if not is_terminal:
        return Terminal(identity, answers, wished, None, NOT_A_TERMINAL)
    from briefing.terminal.choice import remembered

    chosen = remembered(identity.key)
    return Terminal(identity, answers, wished, chosen, decide(identity, answers, wished, chosen))


def one_shot(text: str, is_terminal: bool, tell: Callable[[str], None]) -> Decision:
    """How a command writes this text; the terminal is asked only if that makes a difference. Raises as `terminal`.

    `tell` hears of keys that were typed while the terminal was asked and could not be given back to it.
    """
    if not is_terminal:
        return NOT_A_TERMINAL
    if not has_right_to_left(text):
        return NOTHING_TO_ORDER
    asked_before = _terminal.cache_info().currsize
    current = terminal(is_terminal)
    if current.answers.lost and not asked_before:
        tell(LOST_KEYS)
    return current.decision


def end_one_shot() -> None:
    """To be called when a command has written: takes an answer that is still to come out of the shell's way."""
    if _terminal.cache_info().currsize:
        answers = _terminal(True).answers
        if answers.asked and not answers.complete:
            take_late_answers()


def identity_of(answers: Answers) -> Identity:
    """The terminal that gave these answers; tmux is asked what it stands in."""
    client = None
    if multiplexer_of(answers, os.environ) == "tmux":
        from briefing.terminal import tmux

        client = tmux.client()
    return identify(answers, os.environ, client)


def wish() -> Wish:
    """What the user asks for. Raises UsageError for another word."""
    value = os.environ.get(VARIABLE) or "auto"
    if value not in get_args(Wish):
        raise UsageError(f"{VARIABLE} is '{value}'.", f"It must be one of {', '.join(get_args(Wish))}.")
    return cast("Wish", value)
