"""Hostile feeds in a sync: the others come in, nothing forbidden is stored, time and memory are bounded."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from briefing import clock, config, paths
from briefing.feed import Feed
from briefing.library import Library
from tests.newsroom import article_page, feed, item, newsroom, prose
from tests.sources.feeds.test_hostile_xml import FLOODS
from tests.sources.http.server import page

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]")
ACTIVE = "".join(f"&#{number};" for number in (27, 7, 155, 157, 0x202E, 0x2066, 0x200B, 0xFEFF)) + "]52;c;eA==\x07"

SYNC = """
import resource
from pathlib import Path
from briefing.cli import main

def peak():
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(status.partition("VmHWM:")[2].split()[0])

before = peak()
try:
    main(["sync"])
except SystemExit as stop:
    print(stop.code, peak() - before)
"""
"""Prints the exit code and by how much memory grew, in kilobytes.

What getrusage says begins with the peak of the parent (getrusage(2)), which may hide all growth; Linux knows better.
"""


@pytest.fixture
def library(home, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Library.open(config.load(), paths.state_file()) as opened:
        yield opened


def texts(article):
    """Everything an article says."""
    yield from (article.title, article.text, article.source or "", article.author or "", article.url or "")
    yield from (text for section in article.sections for text in (section.heading or "", section.label or ""))
    yield from (text for quote in article.quotes for text in (quote.text, quote.speaker or "", quote.mention or ""))
    yield from article.removed


def test_nothing_that_acts_on_a_terminal_is_stored(library):
    with newsroom() as site:
        body = prose(ACTIVE) + f"<h2>Head {ACTIVE}ing</h2>" + prose(f"\x9b31m{ACTIVE}")
        hostile = (
            item("a", site.url, body)
            .replace("Title of", f"Title{ACTIVE} of")
            .replace("<guid>", f"<author>{ACTIVE}x</author><guid>")
        )
        site.answers["/feed"] = page(feed(hostile, title=f"Har{ACTIVE}bour"))
        library.feeds.add(Feed(0, f"{site.url}/feed", private=True, added=clock.now()))
        subprocess.run([sys.executable, "-m", "briefing", "sync"], env=os.environ, check=True, capture_output=True)

    (stored,) = library.feeds.all()
    found = [text for text in texts(library.article(1)) if FORBIDDEN.search(text.replace("\n", ""))]
    assert library.count() == 1
    assert found == []
    assert not FORBIDDEN.search(stored.title)


def test_floods_cost_little_and_the_rest_comes_in(library):
    with newsroom() as site:
        for number, text in enumerate(FLOODS.values()):
            site.answers[f"/{number}"] = page(text.encode())
            library.feeds.add(Feed(0, f"{site.url}/{number}", private=True, added=clock.now()))
        site.answers["/fine"] = page(feed(item("fine", site.url, prose("fine"))))
        library.feeds.add(Feed(0, f"{site.url}/fine", private=True, added=clock.now()))
        done = subprocess.run(
            [sys.executable, "-c", SYNC], env=os.environ, capture_output=True, text=True, check=True, timeout=120
        )

    code, memory = map(int, done.stdout.split())
    assert code in (0, 6)
    assert memory < 256 * 1024, memory
    assert "Title of fine" in {row.title for row in library.select()}


def test_many_large_feeds_and_pages_at_once_are_not_all_held_in_memory(library):
    padding = b"<!--" + b"x" * 7_000_000 + b"-->"
    with newsroom() as site:
        for number in range(24):
            listed = feed(item(f"page{number}", site.url))
            site.answers[f"/{number}"] = page(listed.replace(b"<channel>", b"<channel>" + padding))
            site.answers[f"/page{number}"] = page(article_page(f"page{number}") + padding)
            library.feeds.add(Feed(0, f"{site.url}/{number}", private=True, added=clock.now()))
        done = subprocess.run(
            [sys.executable, "-c", SYNC], env=os.environ, capture_output=True, text=True, check=True, timeout=120
        )

    code, memory = map(int, done.stdout.split())
    assert (code, library.count()) == (0, 24)
    assert memory < 128 * 1024, memory
