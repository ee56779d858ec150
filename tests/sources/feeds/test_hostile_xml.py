"""Hostile XML: refused or read without harm, in no time and little memory."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys

import pytest

from briefing.errors import SourceError
from briefing.sources.feeds.reader import read_feed

ITEM = "<rss><channel><title>t</title><item><title>{}</title><description>{}</description></item></channel></rss>"
LAUGHS = "<!DOCTYPE rss [<!ENTITY l0 'ha'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def secrets(tmp_path):
    file = tmp_path / "secret"
    file.write_text("geheim")
    system = file.as_uri()
    return {
        "entity": f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{system}'>]>" + ITEM.format("&x;", "&x;"),
        "parameter": f"<!DOCTYPE rss [<!ENTITY % p SYSTEM '{system}'> %p;]>" + ITEM.format("a", "&x;"),
        "document type": f"<!DOCTYPE rss SYSTEM '{system}'>" + ITEM.format("a", "&x;"),
        "attribute": f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{system}'>]>"
        + "<feed><entry><title>t</title><link href='http://e/&x;'/></entry></feed>",
        "XInclude": "<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>a"
        f"<xi:include parse='text' href='{system}'/></title></item></channel></rss>",
        "stylesheet": f"<?xml-stylesheet href='{system}'?>" + ITEM.format("a", "b"),
        "unclosed": f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{system}'>" + ITEM.format("&x;", "&x;"),
    }


@pytest.mark.parametrize(
    "kind", ["entity", "parameter", "document type", "attribute", "XInclude", "stylesheet", "unclosed"]
)
def test_no_file_is_read(tmp_path, kind):
    feed = None
    with contextlib.suppress(SourceError):
        feed = read_feed(secrets(tmp_path)[kind].encode())
    assert "geheim" not in repr(feed)


FLOODS = {
    "laughs": LAUGHS + ITEM.format("&l9;", "&l9;"),
    "laughs in an attribute": LAUGHS + "<feed><entry><link href='http://e/&l9;'/></entry></feed>",
    "quadratic": f"<!DOCTYPE rss [<!ENTITY a '{'x' * 500_000}'>]>" + ITEM.format("t", "&a;" * 200_000),
    "unclosed document type": "<!DOCTYPE rss [" + "]" * 2_000_000,
    "depth": ITEM.format("t", "<a>" * 100_000),
    "depth of items": "<rss><channel>" + "<item>" * 100_000,
    "attributes": f"<rss {' '.join(f'a{n}=1' for n in range(100_000))}>" + ITEM.format("t", "d")[5:],
    "attributes of many elements": "<rss><channel>" + f"<item {' '.join(f'a{n}=1' for n in range(900))}/>" * 800,
    "namespaces": "<rss {}>".format(" ".join(f"xmlns:n{n}='u{n}'" for n in range(50_000))) + ITEM.format("t", "d")[5:],
    "items": "<rss><channel>" + "<item/>" * 1_000_000,
    "open CDATA": "<rss><channel><title>" + "<![CDATA[" * 800_000,
    "ampersands": ITEM.format("t", "&" * 5_000_000),
    "comments": "<rss><channel>" + "<!--" * 1_500_000,
    "brackets": "<" * 7_000_000,
    "json depth": '{"items":' + "[" * 1_000_000,
    "json number": '{"version":"https://jsonfeed.org/version/1","items":[{"id":' + "9" * 100_000 + "}]}",
}

READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
from briefing.errors import SourceError
from briefing.errors import SourceError
from briefing.sources.feeds.reader import read_feed
from tests.sources.feeds.test_hostile_xml import FLOODS
read_feed(b"<rss/>")
content = FLOODS[sys.argv[1]].encode()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_feed(content)
except SourceError:
    pass
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss - before)
"""


@pytest.mark.parametrize("kind", FLOODS)
def test_a_flood_takes_neither_time_nor_memory(kind):
    done = subprocess.run([sys.executable, "-c", READ, kind], capture_output=True, text=True, check=True, timeout=60)

    assert int(done.stdout) < 256 * 1024


@pytest.mark.parametrize("number", [0, 7, 8, 13, 27, 127, 0x9B, 0x9D, 0x202E, 0x2066, 0xFFFE, 0xD800])
def test_a_reference_makes_no_control_character(number):
    for reference in (f"&#{number};", f"&#x{number:x};", f"&amp;#{number};"):
        text = f"<rss><channel><title>a{reference}[31m</title><item><title>b{reference}c</title><guid>g</guid>"
        feed = read_feed(f"{text}<link>http://e.org/{reference}x</link></item></channel></rss>".encode())
        (entry,) = feed.entries

        assert not FORBIDDEN.search(f"{feed.title}{entry.title}{entry.url}".replace("\x85", ""))
