"""`briefing feeds` and `briefing sync`, as real processes against a real server."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from briefing import paths
from tests.newsroom import conditional, feed, item, newsroom, prose
from tests.sources.http import hostile
from tests.sources.http.server import page, serving


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def site():
    with newsroom() as server:
        server.answers |= {
            "/feed": conditional(feed(item("a", server.url, prose("a")), item("b", server.url, prose("b")))),
            "/": page(b"<html><head><link rel=alternate type=application/rss+xml href=/feed><body>"),
        }
        yield server


def test_a_page_s_address_is_enough_to_add_its_feed(run, site):
    added = run("feeds", "add", site.url, "--allow-private", "--tag", "sea")
    (listed,) = map(json.loads, run("feeds", "list", "--json").stdout.splitlines())

    assert (added.returncode, added.stdout, added.stderr) == (0, "1\n", "1: The Harbour\n")
    assert (listed["schema"], listed["url"], listed["tags"]) == ("briefing.feed/1", f"{site.url}/feed", ["sea"])
    assert run("feeds", "add", f"{site.url}/feed", "--allow-private").stderr == "1: The Harbour (is there already)\n"


def test_the_tag_of_a_feed_finds_its_articles_beside_those_one_has_tagged(run, site):
    site.answers["/other"] = page(feed(item("c", site.url, prose("c")), title="The Hills"))
    run("feeds", "add", f"{site.url}/feed", "--allow-private", "--tag", "Sea")
    run("feeds", "add", f"{site.url}/other", "--allow-private", "--tag", "hills")
    run("sync")
    third = json.loads(run("list", "--json", "tag:hills").stdout)["number"]
    run("tag", "sea", third)

    def titles(query):
        return {json.loads(line)["title"] for line in run("list", "--json", query).stdout.splitlines()}

    assert titles("tag:sea") == {"Title of a", "Title of b", "Title of c"}
    assert titles("not:tag:sea") == set()
    assert titles("not:tag:hills") == {"Title of a", "Title of b"}
    assert titles("tag:gulf") == set()


def test_the_log_tells_of_every_feed_asked_and_says_nothing_of_articles(run, site):
    run("feeds", "add", f"{site.url}/feed", "--allow-private")
    run("feeds", "add", f"{site.url}/missing", "--allow-private", "--no-check")
    said = run("-v", "sync", "-q").stderr
    run("add", "no-such-file.txt")
    logged = paths.log_file().read_text(encoding="utf-8")

    assert f"sync feed 1 {site.url}/feed: 2 added, 0 updated, 0 stubs" in logged
    assert f"sync feed 2 {site.url}/missing: 0 added, 0 updated, 0 stubs, failed: the server answered 404" in logged
    assert "add failed: no-such-file.txt" in logged
    assert "Title of" not in logged
    assert all(line in said for line in logged.splitlines()[:2])


def test_a_private_feed_needs_a_word_of_consent(run, site):
    refused = run("feeds", "add", f"{site.url}/feed")

    assert (refused.returncode, refused.stdout) == (4, "")
    assert "--allow-private" in refused.stderr
    assert site.requests == []


def test_a_sync_tells_what_came_and_a_quiet_one_only_what_failed(run, site):
    run("feeds", "add", f"{site.url}/feed", "--allow-private")
    first, second, quiet = run("sync"), run("sync"), run("sync", "-q")

    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr == "The Harbour: 2 new\n2 new articles from 1 feed\n"
    assert second.stderr == "0 new articles from 1 feed\n"
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert len(run("list").stdout.splitlines()) == 2


def test_the_exit_code_of_a_sync_tells_partial_failure(run, site):
    run("feeds", "add", f"{site.url}/feed", "--allow-private")
    run("feeds", "add", f"{site.url}/missing", "--allow-private", "--no-check")
    partly, network = run("sync", "-q"), run("sync", "missing", "--json")

    assert (partly.returncode, partly.stdout) == (6, "")
    assert partly.stderr.startswith(f"{site.url}/missing: the server answered 404")
    assert network.returncode == 4
    assert json.loads(network.stdout)["error"].endswith("answered 404 Not Found.")
    assert "failed 2" in run("feeds", "list", "--width", "100").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("sync",), 3),
        (("sync", "nothing"), 3),
        (("feeds", "add", "no-such-place"), 1),
        (("feeds", "add", "ftp://x.invalid/"), 1),
        (("feeds", "add", "https://user:geheim@x.invalid/"), 1),
        (("feeds", "remove", "9"), 3),
        (("feeds", "import", "no-such-file"), 1),
        (("feeds", "add"), 2),
    ],
)
def test_what_cannot_be_done_is_said_in_words(run, arguments, code):
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert "geheim" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize("path", ["/gzip-bomb", "/to-a-file", "/hundred-thousand-headers", "/to-private-0"])
def test_a_hostile_page_is_not_added_and_the_exit_code_is_that_of_the_network(run, path):
    with serving({path: hostile.ANSWERS[path][0]}) as server:
        done = run("add", server.url + path, "--allow-private")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(f"briefing: {server.url}{path}: ")
    assert run("list").stdout == ""


def test_feeds_move_in_and_out_by_opml_and_in_from_newsboat(run, tmp_path):
    urls = tmp_path / "urls"
    urls.write_text('https://a.invalid/rss news "~África & más"\nexec:date\nhttps://a.invalid/rss\n')
    taken = run("feeds", "import", urls)
    exported = run("feeds", "export")
    (tmp_path / "feeds.opml").write_text(exported.stdout, encoding="utf-8")
    run("feeds", "remove", "africa")
    again = run("feeds", "import", tmp_path / "feeds.opml")

    assert taken.returncode == 6
    assert "'exec:' is not taken over" in taken.stderr
    assert "1 feed added, 1 known already" in taken.stderr
    assert again.returncode == 0
    (listed,) = map(json.loads, run("feeds", "list", "--json").stdout.splitlines())
    assert (listed["number"], listed["title"], listed["tags"]) == (2, "África & más", ["news"])


def test_the_versions_of_an_article_are_listed(run, site):
    run("feeds", "add", f"{site.url}/feed", "--allow-private")
    run("sync")
    site.answers["/feed"] = page(feed(item("a", site.url, prose("changed"))))
    run("sync")
    number = next(
        row["number"] for row in map(json.loads, run("list", "--json").stdout.splitlines()) if row["version"] == 2
    )
    listed = run("show", number, "--versions").stdout.splitlines()

    assert [line.split("\t")[0] for line in listed] == [f"{number}@1", f"{number}@2"]
    assert "a-0" in run("show", f"{number}@1").stdout
    assert "changed-0" in run("show", number).stdout


def test_a_sync_that_is_killed_leaves_nothing_half_and_the_next_one_completes(run, site, home):
    for number in range(12):
        names = [f"{number}-{place}" for place in range(40)]
        site.answers[f"/{number}"] = conditional(feed(*(item(name, site.url, prose(name)) for name in names)))
        run("feeds", "add", f"{site.url}/{number}", "--allow-private", "--no-check")
    library = home / "library.db"
    running = subprocess.Popen([sys.executable, "-m", "briefing", "sync", "-q"], env=os.environ, start_new_session=True)
    deadline = time.monotonic() + 60
    while not count(library) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    stored = count(library)

    assert 0 < stored < 480
    check(library)
    assert run("sync").returncode == 0
    check(library)
    assert count(library) == 480


def count(library):
    if not library.exists():
        return 0
    with sqlite3.connect(library, timeout=30) as connection:
        found = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    connection.close()
    return found


def check(library):
    """Every article has its body, its words in the index and the note of its item, and every item its article."""
    connection = sqlite3.connect(library, timeout=30)
    queries = (
        "SELECT count(*) FROM articles WHERE NOT EXISTS (SELECT 1 FROM bodies WHERE article = number)",
        "SELECT count(*) FROM articles WHERE number NOT IN (SELECT article FROM feed_items)",
        "SELECT count(*) FROM feed_items WHERE article NOT IN (SELECT number FROM articles)",
        "SELECT count(*) FROM articles WHERE number NOT IN (SELECT rowid FROM phrases)",
    )
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert [connection.execute(query).fetchone()[0] for query in queries] == [0, 0, 0, 0]
    connection.close()
