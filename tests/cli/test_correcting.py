"""Correcting from the command line: what is said, kept, listed, asked and exported."""

import json
import os
import pty
import subprocess
import sys

import pytest

from tests.evaluation.gold import articles

CARRIED = """Union ready to vote

“We are tired,” said Jane Pike. “We are ready to vote on it,” she added.

A vote at last

The hall was full. “We will vote tomorrow,” she said.
"""


@pytest.fixture
def union(run, tmp_path):
    """An article with quotes whose speaker is carried over from the first."""
    file = tmp_path / "union.txt"
    file.write_text(CARRIED, encoding="utf-8")
    run("add", str(file))
    quotes = json.loads(run("show", "1", "--json").stdout)["quotes"]
    assert [quote["evidence"] for quote in quotes[:3]] == ["named", "carried", "carried"]
    return run


def _article(run):
    return json.loads(run("show", "1", "--json").stdout)


def test_a_speaker_is_corrected_alone_unless_told_otherwise(union):
    told = union("correct", "1q1", "--speaker", "Ann Low").stderr

    assert told == (
        "carried over from it, and left as they are: 1q2, 1q3; --with-carried corrects them, too\ncorrected: 1q1\n"
    )
    assert [quote["speaker"] for quote in _article(union)["quotes"]] == ["Ann Low", "Jane Pike", "Jane Pike"]
    assert union("correct", "1q1", "--speaker", "Ann Low", "--alone").stderr == "corrected: 1q1\n"
    assert union("correct", "1q1", "--speaker", "Ann Lowe", "--with-carried").stderr == "corrected: 1q1, 1q2, 1q3\n"
    assert union("undo").stderr == "undone: correct 1q1 (3 corrections)\n"


def test_a_corrected_quote_is_shown_as_such_everywhere(union):
    union("correct", "1q2", "--speaker", "Sergei Lavrov")
    quote = _article(union)["quotes"][1]

    assert (quote["evidence"], quote["rule"], quote["confidence"]) == ("corrected", "corrected", 1.0)
    assert quote["person"] == "person:sergei-lavrov"
    assert "Sergei Lavrov (corrected by the analyst)" in union("cite", "1q2").stdout
    assert union("show", "1", "--quotes").stdout.splitlines()[1].split("\t")[1:3] == ["Sergei Lavrov", "corrected"]
    assert "1q2e" in union("quotes", "--speaker", "لافروف", "--width", "60").stdout
    (entry,) = map(json.loads, union("quotes", "--speaker", "لافروف", "--json").stdout.splitlines())
    assert (entry["number"], entry["speaker"]) == (2, "Sergei Lavrov")
    assert "corrected" in union("show", "1q2", "--linear").stdout
    assert union("list", "speaker:lavrov").stdout.startswith("1\t")
    assert json.loads(union("show", "1q2", "--json").stdout)["evidence"] == "corrected"


def test_the_corrected_json_follows_its_schema(union):
    import jsonschema

    schema = json.loads(union("show", "--print-schema").stdout)
    union("correct", "1q1", "--speaker", "", "--kind", "partial")
    union("correct", "1.1", "--label", "Vote")
    jsonschema.Draft202012Validator(schema).validate(_article(union))


def test_a_section_is_corrected_and_found_by_its_new_name(union):
    assert union("correct", "1/vote", "--heading", "At last", "--label", "Ballot").stderr == "corrected: 1.1\n"
    section = _article(union)["sections"][1]

    assert (section["heading"], section["label"]) == ("At last", "Ballot")
    assert "vote tomorrow" in union("show", "1/ballot").stdout
    assert union("correct", "1/ballot", "--clear").stderr == "2 corrections of 1.1 taken back\n"
    assert _article(union)["sections"][1]["heading"] == "A vote at last"


def test_what_is_no_quote_is_gone_and_comes_back(union):
    union("correct", "1q2", "--kind", "none")

    assert [quote["number"] for quote in _article(union)["quotes"]] == [1, 3]
    assert union("show", "1q2").returncode == 3
    assert union("correct", "1q2").stdout.split("\t")[:4] == ["1q2", "kind", "direct", "none"]
    assert union("correct", "1q2", "--undo").stderr == "1 correction of 1q2 taken back\n"
    assert union("show", "1q2").returncode == 0
    assert union("correct", "1").stderr == "Nothing is corrected in 1.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("1q9", "--kind", "none"), 3, "no quote 9"),
        (("9q1", "--kind", "none"), 3, "no article 9"),
        (("1", "--kind", "none"), 2, "whole article"),
        (("1q1", "--kind", "song"), 2, "no kind of quote"),
        (("1q1", "--label", "x"), 2, "has no label"),
        (("1.1", "--speaker", "x"), 2, "has no speaker"),
        (("1.0", "--label", "x"), 2, "lead has no heading"),
        (("1.1", "--label", " "), 2, "needs some text"),
        (("1q1", "--clear", "--kind", "none"), 2, "--clear"),
        (("hello", "--clear"), 2, "not an address"),
    ],
)
def test_what_cannot_be_corrected_is_told_in_words(union, arguments, code, words):
    done = union("correct", *arguments)

    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert union("history").stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("answer", "count"), [(b"y\n", 3), (b"n\n", 1)])
def test_on_a_terminal_one_is_asked_about_the_others(union, answer, count):
    terminal, inside = pty.openpty()
    command = [sys.executable, "-m", "briefing", "correct", "1q1", "--speaker", "Ann Low"]
    with subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, env=os.environ) as process:
        os.close(inside)
        said = b""
        while b"[y/N]" not in said:
            said += os.read(terminal, 1024)
        os.write(terminal, answer)
        assert process.wait(timeout=60) == 0
    os.close(terminal)

    assert b"1q2, 1q3" in said
    assert [quote["speaker"] for quote in _article(union)["quotes"]].count("Ann Low") == count


def test_corrected_articles_are_exported_as_annotations(union, tmp_path):
    union("correct", "1q1", "--speaker", "Ann Low", "--kind", "partial", "--alone")
    union("correct", "1q2", "--kind", "none")
    union("correct", "1.1", "--heading", "At last")
    (line,) = union("export", "--corrections").stdout.splitlines()
    table = json.loads(line)

    assert [table["content"][quote["start"] : quote["end"]] for quote in table["quotes"]] == [
        quote["text"] for quote in table["quotes"]
    ]
    assert [quote["kind"] for quote in table["quotes"]] == ["mixed", "not-a-quote", "direct"]
    assert [quote.get("uncertain", False) for quote in table["quotes"]] == [False, False, True]
    assert (table["quotes"][0]["speaker"], table["quotes"][1]["speaker"]) == ("Ann Low", None)
    assert table["quotes"][0]["was"] == {"speaker": "Jane Pike", "kind": "direct"}
    assert (table["lang"], table["title"], table["headings"]) == ("en", "Union ready to vote", ["At last"])


def test_a_folder_of_annotations_is_one_that_the_evaluation_reads(union, tmp_path):
    union("correct", "1q1", "--speaker", "Ann Low", "--alone")
    folder = tmp_path / "gold"
    folder.mkdir()
    assert union("export", "--corrections", str(folder)).stderr == (f"1 article with corrections written to {folder}\n")
    (article,) = articles(folder)

    assert (article.language, article.headings) == ("en", ("A vote at last",))
    first = article.quotes[0]
    assert (first.speaker, first.uncertain) == ("Ann Low", False)
    assert article.text[first.start : first.end] == "We are tired,"


def test_annotations_go_into_one_file_and_there_may_be_none(union, tmp_path):
    file = tmp_path / "gold.jsonl"
    assert union("export", "--corrections").stdout == ""
    union("correct", "1q1", "--kind", "none")
    union("export", "--corrections", str(file))

    assert json.loads(file.read_text(encoding="utf-8"))["file"] == "1.txt"
    refused = union("export", "--corrections", str(tmp_path / "no" / "where"))
    assert "cannot be written" in refused.stderr


def test_the_exported_state_carries_corrections_elsewhere(union, tmp_path):
    union("correct", "1q1", "--speaker", "Ann Low", "--alone")
    marks = tmp_path / "marks.txt"
    union("export", str(marks))
    union("undo")
    assert _article(union)["quotes"][0]["speaker"] == "Jane Pike"
    union("import", str(marks))

    assert _article(union)["quotes"][0]["speaker"] == "Ann Low"


def test_a_quote_that_is_not_there_is_answered_with_those_that_are(run, stored):
    refused = run("show", f"{stored}q9")
    assert refused.returncode == 3
    assert "It has 2 quotes: q1, q2." in refused.stderr
