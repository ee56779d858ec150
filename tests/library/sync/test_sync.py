"""A sync against real servers on this machine, with real worker processes."""

from __future__ import annotations

import time

import pytest

from briefing import clock, config, paths
from briefing.errors import ExitCode, NetworkError
from briefing.feed import Feed
from briefing.library import Library
from briefing.library.feeds import waiting
from briefing.library.sync.engine import sync
from briefing.library.sync.result import exit_code
from tests.newsroom import article_page, conditional, feed, item, newsroom, prose
from tests.sources.http.server import full_backlog, page


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as opened:
        yield opened


@pytest.fixture
def site():
    with newsroom() as server:
        yield server


def subscribe(library, site, path="/feed", **fields):
    return library.feeds.add(Feed(0, site.url + path, private=True, added=clock.now(), **fields))


def run(library, *, anyway=True):
    return sync(library.feeds, library.feeds.all(), lambda _: None, anyway=anyway)


def titles(library):
    return sorted(row.title for row in library.select())


def test_whole_texts_are_taken_from_the_feed_itself(library, site):
    content = f"<p>{'Lead of it. ' * 30}</p><h2>Food supplies</h2>{prose('a')}"
    site.answers["/feed"] = page(feed(item("a", site.url, content), item("b", site.url, prose("b"))))
    subscribe(library, site)
    (result,) = run(library)
    article = next(library.article(row.number) for row in library.select() if row.title == "Title of a")

    assert (result.added, result.stubs, result.error) == (2, 0, None)
    assert [section.heading for section in article.sections] == [None, "Food supplies"]
    assert (article.source, article.url) == ("The Harbour", f"{site.url}/a")
    assert len(site.requests) == 1
    assert library.feeds.all()[0].title == "The Harbour"


def test_where_the_feed_gives_a_summary_the_page_is_fetched(library, site):
    site.answers |= {"/feed": page(feed(item("a", site.url))), "/a": page(article_page("a"))}
    subscribe(library, site)
    (result,) = run(library)

    assert (result.added, result.stubs) == (1, 0)
    assert "reached before dawn" in library.article(1).text


def test_pages_are_left_alone_where_that_is_wished_or_robots_txt_asks_for_it(library, site):
    site.answers |= {
        "/feed": page(feed(item("a", site.url))),
        "/other": page(feed(item("b", site.url))),
        "/robots.txt": page(b"User-agent: *\nDisallow: /b"),
        "/b": page(article_page("b")),
    }
    subscribe(library, site, full_text="never")
    subscribe(library, site, "/other")
    never, kept_away = run(library)

    assert (never.added, never.stubs) == (1, 0)
    assert (kept_away.added, kept_away.stubs) == (1, 1)
    assert not site.heads("/a")
    assert not site.heads("/b")


def test_what_has_not_changed_is_not_sent_again(library, site):
    site.answers["/feed"] = conditional(feed(item("a", site.url, prose("a"))))
    subscribe(library, site)
    run(library)
    (again,) = run(library)

    assert (again.added, again.updated, library.count()) == (0, 0, 1)
    assert "If-None-Match" in site.requests[-1]


def test_a_server_that_knows_no_conditions_costs_no_analysis_either(library, site):
    site.answers["/feed"] = page(feed(item("a", site.url)))
    site.answers["/a"] = page(article_page("a"))
    subscribe(library, site)
    run(library)
    run(library)

    assert len(site.heads("/a")) == 1


def test_a_changed_article_is_a_new_version_and_the_earlier_one_is_kept(library, site):
    site.answers["/feed"] = page(feed(item("a", site.url, prose("old"))))
    subscribe(library, site)
    run(library)
    site.answers["/feed"] = page(feed(item("a", site.url, prose("new"))))
    (result,) = run(library)

    assert (result.added, result.updated) == (0, 1)
    assert "old-0" in library.article(1, version=1).text
    assert "new-0" in library.article(1).text
    assert [(note.version, note.title) for note in library.versions(1)] == [(1, "Title of a"), (2, "Title of a")]


def test_an_article_in_two_feeds_is_one_article(library, site):
    site.answers["/feed"] = page(feed(item("a", site.url, prose("a"))))
    site.answers["/other"] = page(
        feed(item("a?utm_source=rss", site.url, prose("a")), item("a?from=2", site.url, prose("a")))
    )
    reprint = item("reprint", site.url, prose("a")).replace("Title of reprint", "TITLE of a")
    site.answers["/third"] = page(feed(reprint))
    subscribe(library, site)
    subscribe(library, site, "/other")
    subscribe(library, site, "/third")
    run(library)

    assert library.count() == 1


def test_an_entry_that_says_nothing_and_leads_nowhere_is_no_article(library, site):
    site.answers["/feed"] = page(feed("<item><title></title></item>", item("a", site.url, prose("a"))))
    subscribe(library, site)
    (result,) = run(library)

    assert (result.added, library.count()) == (1, 1)


def test_a_page_without_text_is_kept_as_a_stub_and_tried_again(library, site, monkeypatch):
    monkeypatch.setattr("briefing.library.feeds.FIRST_WAIT", waiting(1) * 0)
    site.answers |= {"/feed": conditional(feed(item("a", site.url))), "/a": page(b"<html><script>x</script></html>")}
    subscribe(library, site)
    (first,) = run(library)
    site.answers["/a"] = page(article_page("a"))
    (second,) = run(library)
    run(library)

    assert (first.added, first.stubs) == (1, 1)
    assert (second.added, second.updated, second.stubs) == (0, 1, 0)
    assert "reached before dawn" in library.article(1).text
    assert len(site.heads("/a")) == 2


def test_a_removed_article_does_not_come_again(library, site):
    site.answers["/feed"] = page(feed(item("a", site.url, prose("a"))))
    subscribe(library, site)
    run(library)
    library.removal.remove([1])
    site.answers["/feed"] = page(feed(item("a", site.url, prose("b"))))
    run(library)

    assert library.count() == 0


def test_one_feed_that_fails_stops_no_other_and_is_put_off(library, site):
    site.answers |= {"/feed": page(feed(item("a", site.url, prose("a")))), "/broken": page(b"<html>no feed</html>")}
    subscribe(library, site)
    for path in ("/broken", "/missing"):
        subscribe(library, site, path)
    results = run(library)
    again = run(library, anyway=False)

    assert [result.error is None for result in results] == [True, False, False]
    assert exit_code(results) == ExitCode.PARTIAL
    assert [feed.failures for feed in library.feeds.all()] == [0, 1, 1]
    assert library.feeds.all()[2].problem == "the server answered 404 Not Found."
    assert [result.put_off is not None for result in again] == [False, True, True]
    assert len(site.heads("/missing")) == 1


def test_a_server_s_retry_after_is_kept_to(library, site):
    site.answers["/feed"] = page(b"", "503 Busy", Retry_After="7200")
    subscribe(library, site)
    results = run(library)
    (feed_,) = library.feeds.all()

    assert exit_code(results) == ExitCode.NETWORK
    assert "T" in (feed_.due or "")
    assert (feed_.due or "") > clock.now()
    assert clock.local(feed_.due or "") - clock.local(clock.now()) > waiting(4)


def test_waits_grow_to_a_day():
    assert [waiting(failures).total_seconds() / 60 for failures in (1, 2, 3, 9, 10_000)] == [10, 20, 40, 1440, 1440]


def test_a_feed_that_has_moved_for_good_is_asked_at_its_new_place(library, site):
    site.answers |= {
        "/feed": page(b"", "301 Moved", Location="/new"),
        "/new": page(feed(item("a", site.url, prose("a")))),
    }
    subscribe(library, site)
    run(library)

    assert [feed.url for feed in library.feeds.all()] == [f"{site.url}/new"]


def test_a_feed_that_breaks_the_parser_costs_only_itself(library, site):
    flood = "<rss><channel>" + f"<item {' '.join(f'a{n}=1' for n in range(900))}/>" * 900
    site.answers |= {"/flood": page(flood.encode()), "/feed": page(feed(item("a", site.url, prose("a"))))}
    site.answers["/deep"] = page(feed(item("d", site.url, "<div>" * 100_000 + prose("d"))))
    for path in ("/flood", "/deep", "/feed"):
        subscribe(library, site, path)
    results = run(library)

    assert results[2].added == 1
    assert "Title of a" in titles(library)


def test_a_public_feed_leads_to_no_private_page(library, site):
    """The feed may lie in a private network, on its own host and port; the pages it names may not, elsewhere."""
    with newsroom() as inside:
        inside.answers["/secret"] = page(article_page("secret"))
        site.answers["/feed"] = page(feed(item("secret", inside.url)))
        subscribe(library, site)
        (result,) = run(library)

        assert (result.added, result.stubs) == (1, 1)
        assert inside.requests == []


def test_a_folder_is_watched(library, tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.html").write_bytes(article_page("a"))
    (folder / "empty.txt").write_text("")
    library.feeds.add(Feed(0, str(folder), "saved", "folder", added=clock.now()))
    (first,) = run(library)
    (folder / "b.html").write_bytes(article_page("b"))
    (second,) = run(library)

    assert (first.added, second.added, library.count()) == (1, 1, 2)
    assert "it is empty" in str(first.error)


def test_without_a_network_one_wait_is_enough_for_all_feeds(library):
    with full_backlog() as url:
        for number in range(40):
            library.feeds.add(Feed(0, f"{url}{number}", private=True, added=clock.now()))
        started = time.monotonic()
        results = run(library)
        took = time.monotonic() - started

    assert took < 12
    assert all(isinstance(result.error, NetworkError) and result.error.offline for result in results)
    assert exit_code(results) == ExitCode.NETWORK
    assert {feed.failures for feed in library.feeds.all()} == {0}


def test_feeds_are_named_by_number_or_a_part_of_the_name(library, site):
    for path in ("/one", "/two"):
        subscribe(library, site, path, title=path.strip("/").upper())

    assert [feed.number for feed in library.feeds.named(["2", "one"])] == [2, 1]
    assert [feed.number for feed in library.feeds.named([])] == [1, 2]
