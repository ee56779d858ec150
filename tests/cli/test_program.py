"""Exit codes, what goes to stdout and what to stderr, and help."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli.program import COMMANDS

GROUPED = ("mark read", "mark unread", "trash list", "trash restore", "trash empty")
GROUPS = {command.split()[0] for command in GROUPED}


def test_a_number_goes_to_stdout_and_the_story_to_stderr(run, article_file):
    added = run("add", article_file)

    assert (added.returncode, added.stdout) == (0, "1\n")
    assert added.stderr == "added 1: Dockers accept a pay deal at the port of Harwell (1 headed section, 2 quotes)\n"


def test_the_same_article_by_pipe_keeps_its_number_and_its_star(run, stored, article_file):
    run("star", stored)
    again = run("add", "-", "--url", "https://example.org/1", stdin=article_file.read_text())
    by_url = run(
        "add", "-", "--url", "https://example.org/1?utm_source=x", stdin="Another title\n\n" + "Changed. " * 20
    )

    assert (again.stdout, by_url.stdout) == ("1\n", "1\n")
    assert "unchanged" in again.stderr
    assert "updated" in by_url.stderr
    row = json.loads(run("list", "--json").stdout)
    assert (row["version"], row["state"]["starred"], row["url"]) == (2, True, "https://example.org/1?utm_source=x")


def test_an_earlier_version_can_still_be_shown(run, stored, article_file):
    run("add", "-", "--url", "https://e.org/1", stdin=article_file.read_text())
    run("add", "-", "--url", "https://e.org/1", stdin="Another title\n\n" + "Changed. " * 20)

    assert "Cranes moved" in run("show", "1@1").stdout
    assert "Cranes moved" not in run("show", "1").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list",), 0),
        (("quotes",), 0),
        (("show", "99"), 3),
        (("show", "next"), 3),
        (("cite", "1q1"), 3),
        (("star", "1"), 3),
        (("show",), 2),
        (("show", "what?"), 2),
        (("add", ""), 2),
        (("star", "1q1"), 2),
        (("list", "-n", "99999999999999999999"), 2),
        (("--library", "x.db", "demo"), 2),
        (("add", "~nobody/x.txt"), 1),
        (("bogus",), 2),
        (("list", "-n", "0"), 2),
        (("show", "no-such-file.txt"), 1),
        (("add", "no-such-file.txt"), 1),
        (("add", "http://127.0.0.1:9/x"), 4),
        (("--library", "/proc/nowhere/x.db", "list"), 5),
        ((), 2),
    ],
)
def test_the_exit_code_says_what_kind_of_failure_it_was_and_no_traceback_is_shown(run, arguments, code):
    done = run(*arguments)

    assert done.returncode == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_several_sources_of_which_one_fails_are_partly_done(run, article_file):
    done = run("add", "missing.txt", article_file)

    assert (done.returncode, done.stdout) == (6, "1\n")
    assert "missing.txt: there is no such file" in done.stderr


def test_a_directory_is_added_file_by_file(run, tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for name in ("a.txt", "b.html", "c.pdf"):
        (folder / name).write_text(f"<p>Title {name}</p>\n\n<p>" + f"Body of {name} is here. " * 20 + "</p>")

    assert run("add", folder).stdout == "1\n2\n"


def test_nothing_is_stored_when_an_add_fails(run, tmp_path):
    (tmp_path / "empty.txt").write_text("\n")

    assert run("add", tmp_path / "empty.txt").returncode == 1
    assert run("list").stdout == ""


def test_the_reader_refuses_what_is_no_terminal_and_names_the_one_shot_commands(run):
    done = run()

    assert "briefing list" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_wrong_configuration_key_is_named_with_its_file(run, home):
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text('libary = "x"\n')
    done = run("list")

    assert done.returncode != 0
    assert "config.toml" in done.stderr
    assert "libary" in done.stderr


def test_version(run):
    assert run("--version").stdout == f"briefing {__version__}\n"


@pytest.mark.parametrize("command", [*COMMANDS, *GROUPED])
def test_every_command_has_help_with_an_example(run, command):
    done = run(*command.split(), "--help")

    assert done.returncode == 0
    assert f"briefing {command}" in done.stdout
    if command not in GROUPS:
        assert "Example" in done.stdout


def test_help_lists_every_command(run):
    listed = run("--help").stdout

    assert all(f"\n  {name} " in listed for name in COMMANDS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_commands(run, shell):
    variables = {
        "bash": {"COMP_WORDS": "briefing un", "COMP_CWORD": "1"},
        "zsh": {"_TYPER_COMPLETE_ARGS": "briefing un"},
        "fish": {"_TYPER_COMPLETE_ARGS": "briefing un", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    done = run(_BRIEFING_COMPLETE=f"complete_{shell}", **variables)

    assert "unstar" in done.stdout


def test_a_closed_pipe_is_silent(stored):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "show", "1"], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_is_said_in_words(stored):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "show", "1"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 1
    assert done.stderr.startswith("briefing: The output cannot be written (No space left")


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_standard_stream_is_no_accident(stored, closed):
    command = f'exec "{sys.executable}" -m briefing list {closed}>&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_source_that_cannot_be_expanded_stops_no_other(run, tmp_path, article_file):
    (tmp_path / "empty").mkdir()
    done = run("add", tmp_path / "empty", article_file)

    assert (done.returncode, done.stdout) == (6, "1\n")


def test_a_pipe_gets_every_article_and_a_terminal_the_newest_hundred(run, tmp_path):
    for index in range(103):
        text = f"Title {index} of it\n\nThe body of number {index} stands here, and ends."
        (tmp_path / f"{index}.txt").write_text(text)
    run("add", tmp_path)

    assert len(run("list").stdout.splitlines()) == 103
    drawn = run("list", "--width", "80")
    assert len(drawn.stdout.splitlines()) == 100
    assert "newest 100 of 103" in drawn.stderr
    assert len(run("list", "-n", "5").stdout.splitlines()) == 5


def test_a_command_of_the_demo_has_its_own_help(run):
    assert "Usage: briefing list" in run("demo", "list", "--help").stdout


def test_the_demo_leaves_a_library_named_in_the_configuration_alone(run, home, tmp_path):
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(f'library = "{tmp_path}/shared.db"\n')

    assert len(run("demo", "list").stdout.splitlines()) == 3
    assert run("list").stdout == ""
