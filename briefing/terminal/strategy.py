"""Who orders right-to-left text, the terminal or this program: a decision from facts and wishes, without side effects.

Most terminals show cells in the order they are written; then the program orders and shapes. Those that reorder by
themselves swap panes, so the reader turns that off, and what is written once is left to the terminal, whose
scrollback outlives this program. Source: terminal-wg, "BiDi in Terminal Emulators"; own trials in 20 terminals.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from briefing.bidi.rows import Order
from briefing.terminal.identity import Identity
from briefing.terminal.probe import Answers

Wish = Literal["auto", "visual", "terminal", "word", "off"]
"""What a user may ask for: find out, order here, leave it to the terminal, per word, or logical order and no switch."""

Switch = Literal["mode-8", "konsole", "mlterm"]
"""How a terminal's own bidi is turned off while the reader runs."""

Frame = Literal["detected", "explicit"]
"""What text written once stands in: rows that find their own direction (?2501), or rows not to be reordered (8)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How both faces write right-to-left text to this terminal."""

    reader: Order
    """Order of the cells in the interactive reader."""
    one_shot: Order
    """Order of what a command writes once."""
    why: str
    """One sentence."""
    switch: Switch | None = None
    """What the reader turns off at its start and on again at its end."""
    frame: Frame | None = None
    """What stands around the output of a command."""
    stacked: bool = False
    """The terminal reorders whole rows: nothing may stand beside text, neither a pane nor a border."""
    hint: str | None = None
    """What the user can do, in one line."""


NOT_A_TERMINAL = Decision("logical", "logical", "The output is not a terminal, so text stays in logical order.")
NOTHING_TO_ORDER = Decision("logical", "logical", "There is no right-to-left letter in this text.")


def decide(identity: Identity, answers: Answers, wish: Wish, remembered: Wish | None) -> Decision:
    """The wish if it is not `auto`, else the choice remembered for this terminal, else what the facts say."""
    automatic = _automatic(identity, _own_bidi(identity, answers))
    if wish != "auto":
        return _wished(automatic, identity, wish, f"You asked for --bidi {wish} (or by BRIEFING_BIDI).")
    if remembered and remembered != "auto":
        return _wished(automatic, identity, remembered, f"'{remembered}' is remembered for {identity.key}.")
    return automatic


Behaviour = Literal["none", "mode-8", "konsole", "mlterm", "words", "fixed", "plain", "off"]
"""What the terminal does at this moment; `off` is a mode 8 that is reset already."""


def _own_bidi(identity: Identity, answers: Answers) -> Behaviour:
    """What the terminal that draws does with right-to-left text."""
    own = identity.terminal.bidi
    if own == "preference":
        # iTerm2 answers "always reset" to every mode it does not know, so its answer says nothing.
        return "fixed" if _reorders_by_default(identity.version) else "none"
    if identity.multiplexer is None and answers.mode_8 in (1, 2, 3, 4):
        return _by_mode_8(answers)
    if not identity.reachable and own in ("mode-8", "konsole", "mlterm"):
        return "fixed"
    # A VTE that answers everything else but not mode 8 is older than its bidi (0.58).
    if own == "mode-8" and identity.multiplexer is None and answers.complete:
        return "none"
    return own


def _by_mode_8(answers: Answers) -> Behaviour:
    """By the values of DECRPM: set, reset, set for ever, reset for ever."""
    if answers.mode_8 == 1:
        return "mode-8" if answers.mode_8_switched == 2 else "fixed"
    if answers.mode_8 == 2:
        return "off"
    return "fixed" if answers.mode_8 == 3 else "none"


def _reorders_by_default(version: str | None) -> bool:
    """Whether this iTerm2 reorders unless it is told not to: nightly builds since 2 August 2026, releases after 3.6."""
    parts = (version or "").removesuffix("-nightly").split(".")
    numbers = [int(part) if part.isdecimal() else 0 for part in parts]
    nightly = next((number for number in numbers if number > 20_000_000), 0)
    return nightly >= 20260802 if nightly else numbers[:2] > [3, 6]


def _automatic(identity: Identity, own: Behaviour) -> Decision:
    """What the facts say, by what the terminal does."""
    name, hint = identity.title, identity.terminal.hint
    if own == "words":
        why = f"Only the words are ordered here, since {name} reverses each word by itself."
        return Decision("word", "word", why, hint=hint)
    if own == "fixed":
        why = (
            f"Text stays in logical order and panes are stacked, since {name} reorders text and cannot be told not to."
        )
        return Decision("logical", "logical", why, stacked=True, hint=hint)
    if own == "plain":
        return Decision("logical", "logical", f"Text stays in logical order, since this is {name}.")
    if own == "off":
        return Decision(
            "visual", "visual", f"Text is ordered and shaped here, since the bidi of {name} is off already."
        )
    if own == "none":
        why = f"Text is ordered and shaped here, since {name} is not known to reorder it."
        return Decision("visual", "visual", why, hint=hint)
    return _switched(identity, own)


def _switched(identity: Identity, own: Switch) -> Decision:
    """A terminal that reorders, and can be told not to."""
    why = f"The reader orders and shapes text with the bidi of {identity.title} turned off."
    decision = Decision("visual", "logical", why, switch=own)
    if own != "mode-8" or identity.multiplexer:
        # Its whole view is switched, or the multiplexer draws the rows anew: none stays as it was written.
        return replace(decision, one_shot="inverse") if identity.terminal.left_to_right else decision
    if identity.terminal.one_shot == "explicit":
        return replace(decision, one_shot="visual", frame="explicit")
    return replace(decision, frame="detected")


def _wished(automatic: Decision, identity: Identity, wish: Wish, why: str) -> Decision:
    """What the user wants, by the means this terminal has."""
    per_row = automatic.switch == "mode-8" and identity.multiplexer is None
    if wish == "visual":
        frame: Frame | None = "explicit" if per_row else None
        return Decision("visual", "visual", why, switch=automatic.switch, frame=frame)
    if wish == "word":
        return Decision("word", "word", why)
    if wish == "terminal":
        return Decision("logical", "logical", why, frame="detected" if per_row else None, stacked=True)
    return Decision("logical", "logical", why)
