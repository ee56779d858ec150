"""What the program says of the terminal it runs on, and how a user's eyes decide."""

import json
import os

import pytest

from briefing import paths
from briefing.terminal import choice
from tests.terminal.faketerminal import TERMINALS, FakeTerminal

VTE = TERMINALS["xfce4-terminal 1.0.4 (VTE 0.70.6)"]
XTERM = TERMINALS["xterm 379"]
VSCODE = TERMINALS["VS Code (xterm.js 6)"]
ESCAPES = "\\e[8;1$y\\e[>65;7006;1c\\e[?65;1;9c\\e[8;2$y\\e[?65;1;9c"


def said(entry, *arguments, **environment):
    """What the program shows on this terminal, without the questions to it."""
    with FakeTerminal(entry) as terminal:
        terminal.start("program", *arguments, **environment)
        shown = terminal.play().replace(b"\r\n", b"\n").decode()
        return terminal.process.returncode, shown.partition("\x1b[c")[2].removeprefix("\x1b[8l\x1b[8$p\x1b[8h\x1b[c")


def answered(entry, answer):
    """The exit code after the test was shown and this typed; what was shown."""
    with FakeTerminal(entry) as terminal:
        terminal.start("program", "doctor", "--test").play(until=b"Enter for none: ")
        terminal.type(answer)
        shown = terminal.play()
        return terminal.process.returncode, shown.replace(b"\r\n", b"\n").decode()


def fields(text):
    """The report's lines by their names."""
    return {line[:18].strip(): line[18:] for line in text.splitlines()}


def test_it_says_what_was_asked_answered_and_decided_and_why():
    code, shown = said(VTE, "doctor")
    found = fields(shown)

    assert code == 0
    assert found["terminal"] == "VTE 0.70.6 (known by DA2)"
    assert found["asked"] == "\\e[8$p\\e[>0q\\e[>c\\e[c\\e[8l\\e[8$p\\e[8h\\e[c"
    assert found["answered"] == ESCAPES
    assert found["reader"] == "visual order, the terminal's own bidi off meanwhile (mode 8), panes side by side"
    assert found["commands"] == "logical order, in rows that find their own direction (mode ?2501)"
    assert found["why"] == "The reader orders and shapes text with the bidi of VTE 0.70.6 turned off."
    assert "\x1b" not in shown


def test_the_flag_counts_for_more_than_the_environment_and_that_for_more_than_what_is_remembered(home):
    choice.remember("xterm", "word")

    assert fields(said(XTERM, "doctor")[1])["commands"] == "word order"
    assert fields(said(XTERM, "doctor", BRIEFING_BIDI="terminal")[1])["reader"] == "logical order, panes stacked"
    flagged = fields(said(XTERM, "--bidi", "visual", "doctor", BRIEFING_BIDI="terminal")[1])
    assert flagged["commands"] == "visual order"
    assert flagged["remembered"] == "word"
    by_itself = fields(said(XTERM, "--bidi", "auto", "doctor", BRIEFING_BIDI="terminal")[1])
    assert by_itself["commands"] == "word order"


def test_versions_and_places_are_named(run, home, stored):
    done = run("doctor")
    found = fields(done.stdout)

    assert done.returncode == 0
    assert all(f"{name} " in found["versions"] for name in ("briefing", "Python", "SQLite", "Textual", "TinyDB"))
    assert found["library"] == f"{home}/library.db (readable and writable)"
    assert found["config"] == f"{home}/config.toml (absent)"


def test_nothing_is_created(run, home):
    run("doctor")

    assert not home.exists()


def test_json_holds_the_same(run):
    done = run("--bidi", "word", "doctor", "--json")
    found = json.loads(done.stdout)

    assert found["schema"] == "briefing.doctor/1"
    assert found["terminal"]["not_asked"] == "the output is not a terminal"
    assert found["terminal"]["wish"] == "word"
    assert found["decision"]["one_shot"] == "logical"
    assert {place["what"] for place in found["places"]} >= {"library", "state", "config", "terminals"}
    assert found["problems"] == []


@pytest.mark.parametrize(
    ("file", "content"),
    [("library.db", b"not a database, but long enough to be taken for one" * 50), ("config.toml", b"libary = 1")],
)
def test_what_is_damaged_is_a_problem_and_the_rest_is_still_said(run, home, file, content):
    home.mkdir()
    (home / file).write_bytes(content)
    done = run("doctor")

    assert done.returncode == 1
    assert file in fields(done.stdout)["problem"]
    assert "Python" in fields(done.stdout)["versions"]
    assert "Traceback" not in done.stderr


def test_damaged_choices_and_a_wrong_wish_are_problems_too(home):
    home.mkdir()
    paths.choices_file().write_text("{")
    code, shown = said(XTERM, "doctor")
    assert (code, "terminals.json" in fields(shown)["problem"]) == (1, True)

    with FakeTerminal(XTERM) as terminal:
        shown = terminal.start("program", "doctor", BRIEFING_BIDI="sideways").play().decode()
    assert "BRIEFING_BIDI is 'sideways'" in shown


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_library_that_cannot_be_written_is_a_problem(run, home, stored):
    (home / "library.db").chmod(0o400)

    assert run("doctor").returncode == 1


def test_the_sentence_is_shown_in_each_way_and_the_one_that_is_named_is_remembered():
    code, shown = answered(VSCODE, b"2\n")

    assert code == 0
    assert "قالت الوزيرة (أمس): أنفقنا 790 مليون دولار" in shown
    assert "ﻗﺎﻟﺖ"[::-1] in shown
    assert "'terminal' is remembered for vscode" in shown
    assert choice.remembered("vscode") == "terminal"
    assert fields(said(VSCODE, "doctor")[1])["reader"] == "logical order, panes stacked"


def test_what_the_terminal_gets_by_itself_is_not_remembered():
    choice.remember("vscode", "terminal")
    _, shown = answered(VSCODE, b"9\n1\n")

    assert "nothing has to be remembered" in shown
    assert choice.remembered("vscode") is None


@pytest.mark.parametrize("answer", [b"\n", b"\x04"])
def test_no_line_that_reads_right_changes_nothing(answer):
    code, shown = answered(XTERM, answer)

    assert (code, "Nothing was changed" in shown) == (0, True)
    assert not paths.choices_file().exists()


def test_rows_that_a_terminal_reorders_are_kept_from_it_where_that_is_possible():
    _, shown = answered(VTE, b"\n")

    assert "1:\n\x1b[8l" in shown
    assert "2:\n\x1b[?2501hقالت" in shown


def test_forget_drops_the_choice():
    choice.remember("xterm", "word")

    assert "forgotten" in said(XTERM, "doctor", "--forget")[1]
    assert choice.remembered("xterm") is None
    assert "Nothing was remembered" in said(XTERM, "doctor", "--forget")[1]


@pytest.mark.parametrize("option", ["--test", "--forget"])
def test_what_needs_eyes_needs_a_terminal(run, option):
    done = run("doctor", option)

    assert (done.returncode, done.stdout) == (2, "")
    assert "terminal" in done.stderr


def test_a_wish_that_is_none_is_refused_with_the_words_that_are(run):
    done = run("--bidi", "sideways", "list")

    assert done.returncode == 2
    assert "visual" in done.stderr
