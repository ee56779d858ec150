"""Every JSON output follows its published schema, and every span gives its text."""

import json

import jsonschema
import pytest

from tests.cli.conftest import ARTICLE


def validator(run, *command):
    schema = json.loads(run(*command, "--print-schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def sample(run):
    """Runs a command on the demo's library."""
    return lambda *arguments: run("demo", *arguments).stdout


@pytest.mark.parametrize("number", [1, 2, 3])
def test_articles_follow_the_schema_and_their_spans_give_their_texts(run, sample, number):
    article = json.loads(sample("show", number, "--json"))
    text = article["text"]

    validator(run, "show").validate(article)
    assert [section["index"] for section in article["sections"]] == list(range(len(article["sections"])))
    paragraphs = [
        text[span["start"] : span["end"]] for section in article["sections"] for span in section["paragraphs"]
    ]
    assert "\n\n".join(paragraphs) == text
    for quote in article["quotes"]:
        assert text[quote["start"] : quote["end"]] == quote["text"]
        section = article["sections"][quote["section"]]
        assert section["start"] <= quote["start"] < quote["end"] <= section["end"]
        if quote["mention"]:
            assert text[quote["mention_start"] : quote["mention_end"]] == quote["mention"]


def test_an_article_that_is_not_stored_follows_the_schema(run, article_file):
    validator(run, "show").validate(json.loads(run("show", article_file, "--json").stdout))


def test_rows_follow_the_schema(run, sample):
    sample("star", "1")
    rows = [json.loads(line) for line in sample("list", "--json").splitlines()]

    assert len(rows) == 3
    for row in rows:
        validator(run, "list").validate(row)


def test_the_ledger_follows_the_schema(run, sample):
    entries = [json.loads(line) for line in sample("quotes", "--json").splitlines()]

    assert len(entries) > 10
    for entry in entries:
        validator(run, "quotes").validate(entry)


def test_one_quote_follows_the_schema_of_the_ledger(run, sample):
    validator(run, "quotes").validate(json.loads(sample("show", "1q1", "--json")))


@pytest.mark.parametrize("arguments", [("1/kashmir",), ("1", "--quotes"), ("1", "--section", "1")])
def test_json_of_a_part_is_refused_with_what_to_do(run, arguments):
    done = run("demo", "show", *arguments, "--json")

    assert done.returncode == 2
    assert "jq" in done.stderr


def test_feeds_and_what_a_sync_makes_of_them_follow_their_schemas(run, tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    run("feeds", "add", folder, "--tag", "saved")
    run("feeds", "add", "https://feed.invalid/", "--no-check")
    synced = [json.loads(line) for line in run("sync", "--json").stdout.splitlines()]
    listed = [json.loads(line) for line in run("feeds", "list", "--json").stdout.splitlines()]

    assert [it["added"] for it in synced] == [1, 0]
    assert [it["articles"] for it in listed] == [1, 0]
    for entry in synced:
        validator(run, "sync").validate(entry)
    for entry in listed:
        validator(run, "feeds", "list").validate(entry)
