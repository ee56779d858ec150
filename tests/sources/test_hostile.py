"""Hostile pages: each is read or refused, and nothing of it can act on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.model import Document
from briefing.sources.file import read_bytes, read_file
from briefing.sources.fragment import read_fragment
from briefing.sources.tree import TAG_LIMIT, without_huge_tags
from briefing.sources.worker import Worker
from briefing.text.analysis import analyse
from briefing.text.clean import clean
from tests.hostile_pages import HOSTILE_PAGES, SENTENCE


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def strings(document: Document) -> Iterator[str]:
    article = analyse(document)
    yield from (article.title, article.text, article.source or "", article.author or "", *article.removed)
    yield from (section.heading or "" for section in article.sections)


QUICK = ("an ex", "an incl", "entities", "billion", "a tag", "elements", "nested", "open comm")


@pytest.mark.parametrize("name", [name for name in HOSTILE_PAGES if name.startswith(QUICK)])
def test_a_hostile_page_is_read_or_refused_and_nothing_unclean_is_kept(name: str, worker: Worker) -> None:
    check(HOSTILE_PAGES[name], name, worker)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in HOSTILE_PAGES if not name.startswith(QUICK)])
def test_a_huge_hostile_page_is_read_or_refused(name: str, worker: Worker) -> None:
    check(HOSTILE_PAGES[name], name, worker)


def check(page: Callable[[], bytes], name: str, worker: Worker) -> None:
    try:
        found = list(strings(read_bytes(page(), name, ".html", worker=worker)))
    except SourceError as error:
        found = [error.message]
    assert all(text == clean(text) for text in found)
    assert not any("root:" in text for text in found)
    assert any(found)


def test_after_a_page_that_broke_the_parser_the_next_one_is_read(worker: Worker) -> None:
    with pytest.raises(SourceError, match="takes more than 2 seconds"):
        read_bytes(HOSTILE_PAGES["the same behind a bracket in a value"](), "a.html", ".html", worker=worker)
    assert read_bytes(HOSTILE_PAGES["an included file"](), "b.html", ".html", worker=worker).blocks[0].text == SENTENCE


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(SourceError, match="larger than 15 MiB"):
        read_file(path)


def test_a_huge_tag_is_cut_and_declarations_and_cdata_are_not() -> None:
    attributes = "a=1 " * TAG_LIMIT
    assert without_huge_tags(f"<b>x<p {attributes}>y") == "<b>xy"
    assert without_huge_tags(f"<![CDATA[{attributes}]]>") == f"<![CDATA[{attributes}]]>"
    assert without_huge_tags(f"a < b {attributes}") == f"a < b {attributes}" or len(attributes) > TAG_LIMIT


def test_a_fragment_gets_no_control_characters_either() -> None:
    blocks = read_fragment("<p>a&#27;[31m b&#155;c &#x202e;d</p>")
    assert all(block.text == clean(block.text) for block in blocks)
