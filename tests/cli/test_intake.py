"""`briefing add`."""

import json

import pytest

MAIL = """From: Desk <desk@example.org>
Subject: The ferry is back
Date: Tue, 05 Mar 2024 10:00:00 +0200
Message-ID: <a@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The ferry left the harbour at noon and reached the island.

Its captain said that the sea was calm on the way back.
"""


def shown(run, address="1"):
    return json.loads(run("show", address, "--json").stdout)


def test_what_the_user_says_outweighs_what_the_source_says(run):
    hints = (
        "--title",
        "Back",
        "--source",
        "Island Radio",
        "--date",
        "12 محرم 1446",
        "--lang",
        "en",
        "--url",
        "https://e.org/1",
    )
    assert run("add", "-", *hints, stdin=MAIL).returncode == 0

    article = shown(run)
    assert (article["title"], article["source"], article["language"]) == ("Back", "Island Radio", "en")
    assert (article["published"], article["url"]) == ("2024-07-18T00:00:00Z", "https://e.org/1")


def test_a_mail_in_a_pipe_is_known_by_its_header(run):
    assert run("add", "-", stdin=MAIL).stdout == "1\n"

    article = shown(run)
    assert (article["title"], article["author"], article["published"]) == (
        "The ferry is back",
        "Desk",
        "2024-03-05T08:00:00Z",
    )


def test_tags_are_given_to_each_article(run, tmp_path):
    for name in ("a.eml", "b.eml"):
        (tmp_path / name).write_text(MAIL.replace("The ferry", f"The ferry {name}"))
    assert run("add", tmp_path, "--tag", "sea", "--tag", "two words").stdout == "1\n2\n"
    assert [shown(run, number)["state"]["tags"] for number in "12"] == [["sea", "two-words"]] * 2


@pytest.mark.parametrize(
    ("option", "value"), [("--tag", " "), ("--date", "yesterday"), ("--lang", "arabic"), ("--lang", "../../etc")]
)
def test_a_hint_that_is_none_stores_nothing(run, option, value):
    refused = run("add", "-", option, value, stdin=MAIL)

    assert refused.returncode == 2
    assert run("list").stdout == ""


def test_a_page_without_an_article_is_refused_with_what_was_found_and_what_to_do(run, tmp_path):
    page = tmp_path / "wall.html"
    page.write_text("<html><head><title>News</title></head><body><p>Please enable JavaScript.</p></body></html>")
    refused = run("add", page)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "no article is on this page (90 bytes, 3 words of text)" in refused.stderr
    assert "briefing add -" in refused.stderr


def test_one_page_that_breaks_the_parser_does_not_stop_the_others(run, tmp_path):
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    (tmp_path / "1.html").write_text(f"<html><p a='>' {attributes}>x</p></html>")
    sentence = "The ferry left the harbour at noon and reached the island before the storm came in."
    (tmp_path / "2.html").write_text(f"<html><head><title>Ferry</title></head><body><p>{sentence}</p></body></html>")
    added = run("add", tmp_path)

    assert (added.returncode, added.stdout) == (6, "1\n")
    assert "takes more than 2 seconds" in added.stderr


def test_what_a_page_loses_is_shown_on_request(run, tmp_path):
    sentence = "The ferry left the harbour at noon and reached the island before the storm came in"
    page = tmp_path / "a.html"
    page.write_text(
        f"<html><head><title>Ferry</title></head><body><div><h1>Ferry</h1><p>{sentence} from the west.</p>"
        f"<div class='share-bar'>Tell your friends</div><p>{sentence} from the east.</p></div></body></html>"
    )
    run("add", page)

    assert run("show", "1", "--removed").stdout == "Tell your friends\n"
