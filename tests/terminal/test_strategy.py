"""Who orders text in which terminal; the terminals and what is expected of them are in data/terminals.toml."""

import pytest

from briefing.terminal.identity import identify, multiplexer_of
from briefing.terminal.probe import QUESTION, SWITCH_QUESTION, Answers, parse
from briefing.terminal.strategy import decide
from briefing.terminal.tmux import Client
from tests.terminal.faketerminal import TERMINALS, FakeTerminal, report

DIRECT = [what for what, entry in TERMINALS.items() if "client" not in entry]


def answers_of(entry):
    """The answers of an entry as the probe parses them."""
    terminal = FakeTerminal.__new__(FakeTerminal)
    terminal.answers, terminal.mode_8 = entry, entry.get("mode_8")
    received = b"".join(map(terminal.answer, (b"\x1b[8$p", b"\x1b[>0q", b"\x1b[>c", b"\x1b[c")))
    if terminal.mode_8 != 1:
        return parse(QUESTION, received)
    again = b"".join(map(terminal.answer, (b"\x1b[8l", b"\x1b[8$p", b"\x1b[8h", b"\x1b[c")))
    return parse(QUESTION + SWITCH_QUESTION, received + again)


def decided(what, wish="auto", remembered=None):
    """Identity and decision for an entry."""
    entry = TERMINALS[what]
    answers, client = answers_of(entry), entry.get("client")
    identity = identify(answers, entry["environment"], Client(**client) if client else None)
    return identity, decide(identity, answers, wish, remembered)


def shape(title, decision):
    """A decision in the form of the data file."""
    fields = {"title": title, "reader": decision["reader"], "one_shot": decision["one_shot"]}
    return fields | {name: decision[name] for name in ("switch", "frame", "stacked") if decision[name]}


@pytest.mark.parametrize("what", TERMINALS)
def test_each_terminal_gets_its_strategy(what):
    identity, decision = decided(what)
    found = {name: getattr(decision, name) for name in ("reader", "one_shot", "switch", "frame", "stacked")}

    assert shape(identity.title, found) == TERMINALS[what]["expected"]


@pytest.mark.parametrize("what", [what for what in DIRECT if "TMUX" not in TERMINALS[what]["environment"]])
def test_the_same_is_found_out_on_a_real_line(what, tmp_path):
    path = tmp_path / "report.json"
    with FakeTerminal(TERMINALS[what]) as terminal:
        terminal.start("survey", path).play()
        found = report(path)

        assert shape(found["title"], found["decision"]) == TERMINALS[what]["expected"]
        assert terminal.mode_8 == TERMINALS[what].get("mode_8")
        assert terminal.settings() == terminal.before


@pytest.mark.parametrize(
    ("what", "wish", "reader", "one_shot", "switch", "frame", "stacked"),
    [
        ("xterm 379", "visual", "visual", "visual", None, None, False),
        ("xterm 379", "terminal", "logical", "logical", None, None, True),
        ("xterm 379", "word", "word", "word", None, None, False),
        ("xterm 379", "off", "logical", "logical", None, None, False),
        ("gnome-console 48 (VTE 0.80.1)", "visual", "visual", "visual", "mode-8", "explicit", False),
        ("gnome-console 48 (VTE 0.80.1)", "terminal", "logical", "logical", None, "detected", True),
        ("gnome-console 48 (VTE 0.80.1)", "off", "logical", "logical", None, None, False),
        ("Konsole 22.12.3", "visual", "visual", "visual", "konsole", None, False),
        ("Konsole 22.12.3", "terminal", "logical", "logical", None, None, True),
        ("PuTTY 0.78", "visual", "visual", "visual", None, None, False),
        ("kitty 0.26.5", "visual", "visual", "visual", None, None, False),
        ("tmux in VTE 0.70, which does not say its name", "visual", "visual", "visual", "mode-8", None, False),
        ("tmux in VTE 0.70, which does not say its name", "terminal", "logical", "logical", None, None, True),
    ],
)
def test_a_wish_is_granted_by_the_means_the_terminal_has(what, wish, reader, one_shot, switch, frame, stacked):
    for asked, kept in ((wish, None), ("auto", wish), (wish, "auto"), (wish, "visual")):
        _, decision = decided(what, asked, kept)

        assert (decision.reader, decision.one_shot) == (reader, one_shot)
        assert (decision.switch, decision.frame, decision.stacked) == (switch, frame, stacked)


@pytest.mark.parametrize("what", TERMINALS)
def test_the_reason_is_one_sentence_and_names_the_terminal(what):
    identity, decision = decided(what)

    assert identity.title in decision.why
    assert decision.why.endswith(".")
    assert "\n" not in decision.why + (decision.hint or "")
    assert decision.hint or not decision.stacked or identity.terminal.bidi in ("none", "preference")


def test_a_terminal_that_says_nothing_is_known_by_its_environment():
    silent = Answers(asked=QUESTION)
    known = identify(silent, {"TERM": "xterm-256color", "VTE_VERSION": "7006"})
    decision = decide(known, silent, "auto", None)

    assert (known.title, decision.reader, decision.switch) == ("VTE 0.70.6", "visual", "mode-8")
    assert multiplexer_of(silent, {"TMUX": "x"}) == "tmux"
    assert multiplexer_of(silent, {"STY": "x"}) == "screen"


@pytest.mark.parametrize("environ", [{}, {"TERM": ""}, {"TERM": "dumb"}])
def test_a_dumb_terminal_gets_logical_text_unless_something_else_is_asked_for(environ):
    answers = Answers(not_asked="TERM")
    identity = identify(answers, environ)

    assert decide(identity, answers, "auto", None).one_shot == "logical"
    assert decide(identity, answers, "visual", None).one_shot == "visual"


def test_apples_terminal_is_known_without_being_asked():
    answers = Answers(not_asked="it would print the question")
    identity = identify(answers, {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"})

    assert decide(identity, answers, "auto", None).stacked


def test_a_tmux_that_does_not_answer_leaves_its_terminal_unknown_and_out_of_reach():
    answers = answers_of(TERMINALS["tmux in kitty"])
    identity = identify(answers, {"TMUX": "x", "VTE_VERSION": "7006"}, None)

    assert (identity.key, identity.reachable) == ("unknown in tmux", False)
