"""What form the output gets: rows for the eye, words for the ear, records for programs."""

from __future__ import annotations

import pytest

from tests.terminal.faketerminal import TERMINALS, FakeTerminal

VTE = TERMINALS["xfce4-terminal 1.0.4 (VTE 0.70.6)"]
ARABIC = "حداد يصل إلى العاصمة\n\nقال حداد اليوم: “نرغب في الحوار مع الجيران جميعا قبل نهاية هذا العام”.\n"


@pytest.fixture
def arabic(run, tmp_path):
    """An Arabic article in the library."""
    path = tmp_path / "arabic.txt"
    path.write_text(ARABIC, encoding="utf-8")
    run("add", path)
    return 1


def shown_on_a_terminal(*arguments, **environment):
    """What a terminal gets that would reorder right-to-left text, and that was not to be asked."""
    with FakeTerminal(VTE) as terminal:
        terminal.start("program", *arguments, **environment)
        return terminal.play().replace(b"\r\n", b"\n").decode()


@pytest.mark.parametrize("arguments", [("show", 1), ("list",), ("quotes",)])
def test_linear_output_has_words_and_no_sequence_and_asks_the_terminal_nothing(arabic, arguments):
    shown = shown_on_a_terminal(*arguments, "--linear")

    assert "\x1b" not in shown
    assert not any("\u2500" <= char <= "\u259f" for char in shown)
    assert "حداد" in shown


def test_the_switch_before_the_command_and_the_variable_and_the_setting_do_the_same(arabic, home):
    after = shown_on_a_terminal("show", 1, "--linear")

    assert after.startswith("Article 1, unread.\n")
    assert shown_on_a_terminal("--linear", "show", 1) == after
    assert shown_on_a_terminal("show", 1, BRIEFING_LINEAR="1") == after
    (home / "config.toml").write_text("linear = true\n")
    assert shown_on_a_terminal("show", 1) == after


def test_the_setting_leaves_pipes_as_scripts_know_them_and_the_switch_does_not(stored, run):
    plain = run("list").stdout

    assert run("list", BRIEFING_LINEAR="1").stdout == plain
    assert plain.startswith("1\t")
    assert run("list", "--linear").stdout.startswith("1, new: ")


def test_in_a_pipe_a_linear_paragraph_is_one_line(arabic, run):
    paragraph = ARABIC.strip().split("\n")[-1]

    assert f"{paragraph[:-1]} (quote 1, حداد).\n" in run("show", arabic, "--linear").stdout


def test_a_width_draws_rows_in_a_pipe_and_json_stays_json(stored, run):
    assert run("list", "--width", 80).stdout.startswith("    1 ")
    assert run("list", "--json", "--linear").stdout.startswith("{")


@pytest.mark.parametrize(("key", "value"), [("linear", '"yes"'), ("mouse", "1")])
def test_a_switch_in_the_configuration_is_true_or_false(run, home, key, value):
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(f"{key} = {value}\n")
    done = run("list")

    assert done.returncode != 0
    assert f"{key}" in done.stderr
    assert "true or false" in done.stderr
