"""Tags, notes, undo, history and the state as text, from the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import paths


@pytest.fixture
def three(run, tmp_path):
    """A library of three articles."""
    for number in (1, 2, 3):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"Title {number}\n\nThe body of article {number} says something of its own.\n")
        run("add", str(file))
    return run


def _state(run, number):
    return json.loads(run("show", str(number), "--json").stdout)["state"]


def test_tags_are_given_to_ranges_and_taken_away(three):
    assert three("tag", "كشمير", "1-2", "3").stderr == "tagged كشمير: 1, 2, 3\n"
    three("untag", "كشمير", "2-3")

    assert [_state(three, number)["tags"] for number in (1, 2, 3)] == [["كشمير"], [], []]


def test_a_note_is_added_shown_and_printed(three):
    three("note", "2", "--text", "check \x1b]52;c;x\x07 this")
    text = _state(three, 2)["notes"][0]["text"]

    assert "\x1b" not in text
    assert three("note", "2").stdout.endswith(f"Z\t{text}\n")
    assert "Note      check" in three("show", "2", "--width", "60").stdout
    assert three("note", "2", "--text", " ").returncode == 2


def test_undo_and_redo_say_what_they_did(three):
    three("star", "1-3")
    three("tag", "x", "1")

    assert three("undo").stderr == "undone: tag x (1 article)\n"
    assert three("undo").stderr == "undone: star (3 articles)\n"
    assert not _state(three, 1)["starred"]
    assert three("redo").stderr == "done again: star (3 articles)\n"
    assert _state(three, 3)["starred"]
    assert three("undo", "1").stderr == "undone: star (3 articles)\n"
    nothing = three("undo")
    assert (nothing.returncode, nothing.stderr.splitlines()[0]) == (3, "briefing: There is no act to undo.")


def test_an_act_undone_by_itself_leaves_alone_what_was_changed_since(three):
    three("mark", "read", "1-2")
    three("mark", "unread", "1")

    told = three("undo", "1").stderr
    assert told == "undone: mark read (1 article); 1 article left alone, changed since by another act\n"


def test_the_history_is_listed_for_pipes_and_as_json(three):
    three("star", "1", "3")
    three("undo")
    line = three("history").stdout.rstrip("\n").split("\t")
    (act,) = map(json.loads, three("history", "--json").stdout.splitlines())

    assert (line[0], line[2:5]) == ("1", ["star", "2", ",".join(map(str, act["articles"]))])
    assert line[5] == act["undone_at"]
    assert sorted(act["articles"]) == [1, 3]


def test_the_history_follows_its_schema(three):
    import jsonschema

    schema = json.loads(three("history", "--print-schema").stdout)
    three("tag", "x", "1")
    jsonschema.Draft202012Validator(schema).validate(json.loads(three("history", "--json").stdout))


def test_an_exported_state_is_taken_over_as_one_act(three, tmp_path):
    three("star", "1")
    three("tag", "x", "2")
    three("note", "3", "--text", "سطر")
    file = tmp_path / "marks.txt"
    three("export", str(file))
    text = three("export").stdout
    for _ in range(3):
        three("undo")

    assert file.read_text(encoding="utf-8") == text
    assert "taken over: 3 articles" in three("import", str(file)).stderr
    assert three("export").stdout == text
    assert three("undo").stderr == f"undone: import {file} (3 articles)\n"


def test_what_cannot_be_imported_is_told_in_words(three, tmp_path):
    file = tmp_path / "marks.txt"
    assert three("import", str(file)).returncode == 1
    file.write_bytes(b"\xff")
    assert "not UTF-8" in three("import", str(file)).stderr
    file.write_text("# briefing state 1\nnonsense\n")
    wrong = three("import", str(file))
    assert "line 2" in wrong.stderr
    assert wrong.returncode == 1
    assert "cannot be written" in three("export", str(tmp_path / "no" / "where")).stderr


def test_a_damaged_state_is_told_of_once_and_kept(three):
    three("star", "1")
    paths.state_file().write_bytes(b"{")
    done = three("show", "1", "--json")

    assert json.loads(done.stdout)["state"]["starred"]
    assert "damaged" in done.stderr
    assert three("show", "1").stderr == ""
    assert list(paths.data_directory().glob("state.json.damaged-*"))


def test_a_state_that_cannot_be_written_is_an_error_of_the_store(three):
    three("star", "1")
    folder = paths.data_directory()
    paths.state_file().with_name("state.json.lock").unlink()
    paths.state_file().with_name("state.json.lock").mkdir()
    refused = three("star", "2")

    assert refused.returncode == 5
    assert "Traceback" not in refused.stderr
    assert three("list", "--json").returncode == 0
    (folder / "state.json.lock").rmdir()


def test_marks_go_on_while_another_process_reads_the_list(three):
    command = [sys.executable, "-m", "briefing"]
    readers = [
        subprocess.Popen([*command, "list", "--json"], stdout=subprocess.PIPE, text=True, env=os.environ)
        for _ in range(2)
    ]
    three("star", "1")
    for reader in readers:
        assert len(reader.communicate(timeout=60)[0].splitlines()) == 3


@pytest.mark.parametrize(("address", "code"), [("99", 3), ("p7", 3), ("1-2", 2), ("x", 2)])
def test_a_note_of_no_article_or_of_several_is_refused(stored, run, article_file, tmp_path, address, code):
    (tmp_path / "other.txt").write_text("Rain is late\n\nThe rain is late this year, farmers say.\n", encoding="utf-8")
    run("add", tmp_path / "other.txt")
    refused = run("note", address)

    assert refused.returncode == code
    assert refused.stderr.startswith("briefing: ")
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("query", ["", " ", "🙂", "…", "!!!", "*"])
def test_a_query_that_says_nothing_marks_nothing(stored, run, query):
    refused = run("mark", "read", "--query", query)

    assert refused.returncode == 2
    assert run("list", "is:unread").stdout.startswith("1\t")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_talk_that_cannot_be_written_does_not_make_a_failure_of_what_was_done(stored, home):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "briefing", "star", "1"], stderr=full, check=False)

    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["show", "--help"]])
def test_output_that_cannot_be_written_is_a_failure_without_a_traceback(home, arguments):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "briefing", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
