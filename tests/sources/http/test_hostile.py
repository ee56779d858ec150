"""A hostile server gets nowhere: it is refused in time, in words, and without filling the memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time

import pytest

from briefing.errors import ExitCode, NetworkError
from briefing.sources.fetch import fetch
from tests.sources.http import hostile

ALL_AT_ONCE = """
import json, resource, sys
from briefing.errors import NetworkError
from briefing.sources.fetch import fetch

fine, *urls = sys.argv[1:]
fetch(fine, allow_private=True)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
grown = {}
for url in urls:
    try:
        fetch(url, allow_private=True, deadline=2)
    except NetworkError:
        pass
    grown[url] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps(grown))
"""


@pytest.mark.parametrize("path", [path for path, (_, words) in hostile.ANSWERS.items() if words])
def test_a_hostile_answer_is_refused_in_words_by_its_deadline(hostile_server, path):
    started = time.monotonic()
    with pytest.raises(NetworkError, match=hostile.ANSWERS[path][1]) as caught:
        fetch(hostile_server.url + path, allow_private=True, deadline=1.5)

    assert time.monotonic() - started < 10
    assert caught.value.exit_code == ExitCode.NETWORK
    assert caught.value.hint
    assert len(caught.value.message) < 1000


def test_no_hostile_answer_takes_more_than_32_megabytes(hostile_server):
    hostile_server.answers["/fine"] = hostile.page(b"<p>fine</p>" * 1000)
    urls = [hostile_server.url + path for path in hostile.ANSWERS if not re.match("/to-|/slow", path)]
    done = subprocess.run(
        [sys.executable, "-c", ALL_AT_ONCE, f"{hostile_server.url}/fine", *urls],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    grown = json.loads(done.stdout)

    assert {url: size for url, size in grown.items() if size > 32 * 1024} == {}


@pytest.mark.parametrize("url", [*hostile.PRIVATE, *hostile.NEVER])
def test_an_address_that_is_not_of_the_internet_is_refused_however_it_is_written(url):
    with pytest.raises(NetworkError, match=r"private network|no address|no host"):
        fetch(url, deadline=5)


@pytest.mark.parametrize("url", hostile.NEVER)
def test_what_holds_no_source_is_refused_even_when_private_addresses_are_allowed(url):
    with pytest.raises(NetworkError, match=r"no address|no host"):
        fetch(url, deadline=5, allow_private=True)
