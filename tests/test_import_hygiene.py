"""Short commands stay short: what they must not import, and that what is deferred does load when it is needed."""

import json
import os
import subprocess
import sys

import pytest

from tests.cli.conftest import ARTICLE

PROBE = """
import json, sys
sys.argv = ["briefing", *sys.argv[1:]]
from briefing.cli import main
try:
    main()
except SystemExit as stop:
    sys.stdout.flush()
    print(json.dumps([stop.code, sorted(sys.modules)]), file=sys.stderr)
"""
HEAVY = {"textual", "httpx", "pydantic", "lxml", "trafilatura", "rich"}


def modules_of(*arguments):
    """Names of the modules that a command leaves loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        text=True,
        env=os.environ,
        timeout=60,
        check=False,
    )
    code, names = json.loads(done.stderr.splitlines()[-1])
    assert code in (0, None), done.stderr
    return set(names)


@pytest.fixture
def library(home, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    modules_of("add", str(path))


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "1"),
        ("show", "1", "--json"),
        ("show", "1", "--width", "80"),
        ("show", "1q1"),
        ("list",),
        ("list", "--json"),
        ("quotes",),
        ("cite", "1q1"),
        ("--version",),
    ],
)
def test_a_short_command_loads_nothing_heavy(library, arguments):
    assert modules_of(*arguments) & (HEAVY | {"tinydb", "asyncio"}) == set()


def test_showing_a_stored_article_does_not_load_the_text_engine(library):
    loaded = modules_of("show", "1")

    engine = tuple(f"briefing.text.{package}" for package in ("quotes", "sections", "topics", "knowledge", "packs"))
    assert [name for name in loaded if name.startswith(engine)] == []


@pytest.mark.parametrize("arguments", [("list",), ("show", "1"), ("show", "1", "--json")])
def test_without_a_query_nothing_of_searching_is_loaded(library, arguments):
    loaded = modules_of(*arguments)

    assert not {name for name in loaded if name.startswith("briefing.query.")}
    assert not {"briefing.store.sqlite.fulltext", "briefing.store.search.finder", "briefing.text.words"} & loaded


@pytest.mark.parametrize("arguments", [("show", "1"), ("list",), ("quotes",), ("cite", "1q1")])
def test_corrections_are_loaded_only_where_there_are_some(library, arguments):
    code = {"briefing.library.corrections", "briefing.text.corrections", "briefing.store.state.corrections"}
    assert not modules_of(*arguments) & code


def test_a_corrected_article_loads_them(library):
    modules_of("correct", "1q1", "--kind", "partial")
    assert {"briefing.library.corrections", "briefing.text.corrections"} <= modules_of("show", "1")
    assert not modules_of("show", "1") & {"tinydb", "briefing.text.knowledge.authority"}


def test_a_query_loads_the_query_language(library):
    assert {"briefing.query.parser", "briefing.store.search.finder"} <= modules_of("list", "is:unread")


@pytest.mark.parametrize("arguments", [("list",), ("show", "1"), ("--bidi", "visual", "quotes")])
def test_in_a_pipe_nobody_asks_what_the_terminal_is(library, arguments):
    loaded = modules_of(*arguments)

    assert {name for name in loaded if name.startswith("briefing.terminal.")} == {"briefing.terminal.facts"}


def test_only_the_command_that_is_asked_for_is_built(library):
    loaded = modules_of("list")

    assert "briefing.cli.listing" in loaded
    assert not {"briefing.cli.showing", "briefing.cli.intake", "briefing.cli.quoting"} & loaded


def test_marking_loads_tinydb(library):
    assert "tinydb" in modules_of("star", "1")


def test_a_plain_file_needs_neither_html_parser_nor_http_client(library, tmp_path):
    assert not {"lxml", "httpx"} & modules_of("show", str(tmp_path / "a.txt"))


def test_a_page_is_parsed_in_a_process_of_its_own(home, tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<html><body><h1>Title of it</h1><p>" + "A sentence of the body. " * 20 + "</p></body></html>")

    loaded = modules_of("show", str(page))

    assert "briefing.sources.worker" in loaded
    assert not {"lxml", "trafilatura", "httpx"} & loaded


def test_the_package_root_imports_nothing():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; before = set(sys.modules); import briefing; print(set(sys.modules) - before)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "{'briefing'}"
