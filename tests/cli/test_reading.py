"""`list`, `show`, `quotes` and `cite` as scripts and people see them."""

import json

import pytest


def test_a_pipe_gets_plain_paragraphs_without_escape_sequences(run, stored):
    shown = run("show", stored).stdout

    assert "\x1b" not in shown
    assert (
        "Cranes moved again on Tuesday after dockers accepted a pay deal that had been reached before dawn.\n" in shown
    )
    assert "\n1" in shown
    assert "\nFood supplies\n" in shown


@pytest.mark.parametrize("address", ["1.1", "1/food", "1/supplies", "latest.1", "next/food"])
def test_a_section_is_shown_by_index_or_by_words_of_its_heading(run, stored, address):
    shown = run("show", address).stdout

    assert "ration fresh fruit" in shown
    assert "Cranes" not in shown


def test_an_unknown_section_is_answered_with_those_there_are(run, stored):
    done = run("show", "1/kashmir")

    assert done.returncode == 3
    assert "1 Food" in done.stderr


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_width_is_kept_to_the_cell(run, stored, width):
    from briefing.bidi.cells import cell_width

    lines = run("show", stored, "--width", width).stdout.splitlines()

    assert max(map(cell_width, lines)) <= width
    assert any("[1]" in line for line in lines)


def test_showing_marks_nothing_unless_told(run, stored):
    run("show", stored)
    assert "N" in run("list").stdout.split("\t")[1]
    run("show", "next", "--mark")
    assert run("list", "--unread").stdout == ""
    assert run("show", "next").returncode == 3


def test_a_file_is_shown_without_being_stored(run, article_file):
    shown = json.loads(run("show", article_file, "--json").stdout)

    assert (shown["number"], shown["added"], shown["state"]) == (None, None, None)
    assert run("list").stdout == ""


def test_a_pipe_is_shown_without_being_stored(run, article_file):
    assert "Cranes" in run("show", "-", stdin=article_file.read_text()).stdout


def test_a_file_with_a_number_for_a_name_is_shown_with_file(run, article_file, tmp_path, monkeypatch):
    (tmp_path / "12").write_text(article_file.read_text())
    monkeypatch.chdir(tmp_path)
    import os
    import pathlib

    root = str(pathlib.Path(__file__).parents[2])
    assert "Cranes" in run("show", "12", "--file", PYTHONPATH=os.pathsep.join((root,))).stdout


def test_marks_and_stars_filter_the_list(run, stored, article_file):
    run("star", stored)
    run("mark", "read", stored)

    assert run("list", "--starred").stdout.startswith("1\t*\t")
    assert run("list", "--unread").stdout == ""
    run("mark", "unread", stored)
    run("unstar", stored)
    assert run("list", "--starred").stdout == ""
    assert run("list", "--unread").stdout.startswith("1\tN\t")


def test_the_ledger_names_article_speaker_and_words(run, stored):
    first = run("quotes").stdout.splitlines()[0].split("\t")

    assert first[:4] == ["1q1", "Maria Keller", "direct", "named"]
    assert first[-1] == "We did not win everything, but we won what matters,"


def test_the_ledger_of_one_speaker(run, stored):
    assert len(run("quotes", "--speaker", "keller").stdout.splitlines()) == 2
    nobody = run("quotes", "--speaker", "nobody")
    assert (nobody.returncode, nobody.stdout) == (0, "")


def test_a_citation_can_be_pasted(run, stored):
    cited = run("cite", "1q1").stdout

    assert cited.startswith("“We did not win everything")
    assert "Maria Keller (named)" in cited
    assert "[briefing 1@1q1]" in cited


def test_citing_an_article_says_how_to_name_a_quote(run, stored):
    done = run("cite", "1")

    assert done.returncode == 2
    assert "1q1" in done.stderr


def test_the_demo_has_its_own_library(run):
    shown = json.loads(run("demo", "show", "1", "--json").stdout)

    assert [section["label"] for section in shown["sections"]] == [
        "Lead",
        "Kashmir",
        "Vaccine",
        "EU partnership",
        "Afghan talks",
    ]
    assert {quote["kind"] for quote in shown["quotes"]} == {"direct", "partial"}
    assert {quote["evidence"] for quote in shown["quotes"]} >= {"named", "carried"}
    assert not all(quote["closed"] for quote in shown["quotes"])
    assert any(quote["tail"] and quote["tail"]["certain"] for quote in shown["quotes"])
    assert len(run("demo", "list").stdout.splitlines()) == 3
    assert run("list").stdout == ""


def test_what_is_reported_without_marks_is_shown_only_when_asked_for(run, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "Union ready to vote\n\nJane Pike said that the members were ready to vote. “We are tired,” she added.\n\n"
        "The vote was expected to take place before the end of the week in every harbour of the country.\n",
        encoding="utf-8",
    )
    plain, asked = (json.loads(run("show", path, "--json", *more).stdout)["quotes"] for more in ((), ("--indirect",)))

    assert [quote["kind"] for quote in plain] == ["direct"]
    assert [(quote["kind"], quote["number"]) for quote in asked] == [("indirect", 2), ("direct", 1)]
    assert asked[0]["speaker"] == "Jane Pike"
