"""`show --format`: articles for files and other programs."""

from __future__ import annotations

import pytest


def test_an_article_is_written_as_markdown_and_as_html(stored, run):
    markdown = run("show", stored, "--format", "markdown").stdout
    page = run("show", stored, "--format", "html").stdout

    assert markdown.startswith("# Dockers accept a pay deal at the port of Harwell\n")
    assert "\n## Food supply: Food supplies\n" in markdown
    assert '"Shelves will look normal again by Friday,"[^2] Keller told reporters.' in markdown
    assert "[^2]: Maria Keller (named)" in markdown
    assert page.startswith('<!doctype html>\n<html lang="en" dir="ltr">')
    assert ">Food supply</span>Food supplies</h2>" in page


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_section_a_quote_and_the_quotes_are_written_alone(stored, run, form):
    section = run("show", "1/food", "--format", form).stdout
    one, both = (run("show", *what, "--format", form).stdout for what in (("1q2",), (stored, "--quotes")))

    assert "ration fresh fruit" in section
    assert "Cranes moved" not in section
    assert "by Friday" in one
    assert "won what matters" not in one
    assert "by Friday" in both
    assert "won what matters" in both


def test_text_is_the_same_as_in_a_pipe_and_a_file_needs_no_library(stored, article_file, run):
    assert run("show", stored, "--format", "text").stdout == run("show", stored).stdout
    assert run("show", article_file, "--format", "markdown").stdout.startswith("# Dockers")


@pytest.mark.parametrize("other", ["--json", "--removed", "--versions", "--linear"])
def test_what_writes_another_form_is_refused(stored, run, other):
    refused = run("show", stored, "--format", "html", other)

    assert refused.returncode == 2
    assert "--format" in refused.stderr
    assert refused.stdout == ""


def test_a_format_there_is_not_is_named_with_those_there_are(stored, run):
    refused = run("show", stored, "--format", "docx")

    assert refused.returncode == 2
    assert "'text', 'markdown', 'html'" in refused.stderr


def test_a_pager_gets_plain_text_and_one_that_cannot_be_started_is_named(stored, run):
    assert (
        run("show", stored, "--pager", PAGER="head -1").stdout == "Dockers accept a pay deal at the port of Harwell\n"
    )
    refused = run("show", stored, "--pager", PAGER="no-such-pager")

    assert refused.returncode == 2
    assert "no-such-pager" in refused.stderr


@pytest.mark.parametrize(
    "form", [(), ("--format", "text"), ("--format", "markdown"), ("--format", "html"), ("--linear",)]
)
def test_the_quotes_of_a_section_are_those_within_it(stored, run, form):
    for address in (("1/food",), (stored, "--section", "1")):
        shown = run("show", *address, "--quotes", *form).stdout

        assert "by Friday" in shown
        assert "won what matters" not in shown
        assert "ration fresh fruit" not in shown
