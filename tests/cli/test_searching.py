"""Queries on the command line: search, counts, marks by query."""

import json

import jsonschema
import pytest


@pytest.fixture
def sample(run):
    """Runs a command on the demo's library."""
    return lambda *arguments: run("demo", *arguments)


def numbers(done):
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["number"] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("اتفقنا", [1]),
        ("الحوار", [1]),
        ("حوار", [1]),
        ("dockers", [2]),
        ("dock* not:كشمير", [2]),
        ('"pay deal"', [2]),
        ("“pay deal”", [2]),
        ('"deal pay"', []),
        ("lang:fa OR lang:en", [3, 2]),
        ("speaker:keller", [2]),
        ("topic:kashmir", [1]),
        ("topic:KASH", [1]),
        ("1-2", [2, 1]),
        ("is:read", []),
        ("newer:1d", [3, 2, 1]),
        ("before:2001", []),
    ],
)
def test_list_and_search_read_one_language(sample, query, found):
    assert numbers(sample("list", query, "--json")) == found
    assert numbers(sample("search", query, "--json")) == found


def test_words_of_a_query_may_be_arguments_of_their_own(sample):
    assert numbers(sample("list", "lang:en", "speaker:keller", "--json")) == [2]


def test_an_excerpt_shows_the_words_where_they_stand(sample):
    article = json.loads(sample("show", "1", "--json").stdout)
    (hit,) = (json.loads(line) for line in sample("search", "وساطة", "--json").stdout.splitlines())
    excerpt = hit["excerpt"]

    assert article["text"][excerpt["start"] : excerpt["end"]] == excerpt["text"]
    assert [article["text"][match["start"] : match["end"]] for match in excerpt["matches"]] == ["الوساطة"]


def test_what_was_found_is_drawn_in_the_width(sample):
    from briefing.bidi.cells import cell_width

    lines = sample("search", "الحوار OR dockers", "--width", "60").stdout.splitlines()

    assert max(map(cell_width, lines)) <= 60
    assert any("dockers" in line for line in lines)
    assert sample("search", "dockers", "--linear").stdout.startswith("2, new: Dockers")
    assert "dockers" in sample("search", "dockers").stdout.split("\t")[-1]


def test_relevance_puts_a_title_before_a_mention(sample):
    assert numbers(sample("search", "talks OR deal", "--by", "relevance", "--json"))[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search",), "search needs a query"),
        (("list", "lnag:ar"), "lang:"),
        (("search", "a", "(b"), "column 3"),
        (("list", "--since", "soon"), "2021-03-01"),
        (("quotes", "after:x"), "no time"),
        (("mark", "read"), "--query"),
        (("star", "--query", "is:new"), "unread"),
    ],
)
def test_a_query_that_means_nothing_is_answered_with_what_would(sample, arguments, said):
    done = sample(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_found_is_said_and_no_failure(sample):
    done = sample("list", "zzz")

    assert (done.returncode, done.stdout) == (0, "")
    assert "None of 3" in done.stderr


def test_quotes_are_those_of_the_speaker_and_the_section(sample):
    quotes = [
        json.loads(line) for line in sample("quotes", "speaker:حداد", "topic:kashmir", "--json").stdout.splitlines()
    ]

    assert quotes
    assert {(quote["speaker"], quote["label"]) for quote in quotes} == {("كريم حداد", "Kashmir")}


@pytest.mark.parametrize("command", ["topics", "speakers", "stats", "search"])
def test_what_is_counted_and_found_follows_its_schema(sample, run, command):
    schema = json.loads(run(command, "--print-schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    arguments = (command, "--json") if command != "search" else (command, "has:quotes", "--json")
    lines = sample(*arguments).stdout.splitlines()

    assert lines
    for line in lines:
        jsonschema.validate(json.loads(line), schema)


def test_counts_are_those_of_the_articles_that_fit(sample):
    (keller, *_) = sample("speakers", "lang:en").stdout.splitlines()
    topics = [line.split("\t")[0] for line in sample("topics", "lang:ar").stdout.splitlines()]
    stats = json.loads(sample("stats", "lang:ar", "--json").stdout)

    assert keller.split("\t")[:2] == ["Maria Keller", "1"]
    assert "Kashmir" in topics
    assert (stats["articles"], stats["unread"], stats["languages"]) == (1, 1, {"ar": 1})
    assert "articles          3" in sample("stats").stdout


def test_marks_are_made_on_what_a_query_finds(sample):
    done = sample("mark", "read", "3", "--query", "lang:ar")

    assert "marked read: 3, 1" in done.stderr
    assert numbers(sample("list", "is:unread", "--json")) == [2]
    sample("star", "--query", "is:unread")
    assert numbers(sample("list", "is:starred", "--json")) == [2]
    assert numbers(sample("list", "is:starred OR is:read", "--json")) == [3, 2, 1]
    assert "nothing" in sample("unstar", "--query", "lang:zh").stderr


def test_an_updated_article_is_found_by_its_new_words_only(run, article_file):
    run("add", "-", "--url", "https://e.org/1", stdin=article_file.read_text())
    run("add", "-", "--url", "https://e.org/1", stdin="Another title\n\n" + "Changed words. " * 20)

    assert numbers(run("list", "cranes", "--json")) == []
    assert numbers(run("list", "changed", "title:another", "--json")) == [1]
