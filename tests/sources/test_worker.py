"""The process that parses for this one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from briefing.errors import NoBodyError, SourceError
from briefing.model import Block
from briefing.sources.fragment import read_fragment
from briefing.sources.page import read_page
from briefing.sources.service import MEMORY
from briefing.sources.worker import Worker

PAGE = b"<html><body><p>The ferry left the harbour at noon and reached the island before the storm.</p></body></html>"


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def test_a_job_gives_what_the_function_gives(worker: Worker) -> None:
    assert worker.call("a", read_fragment, "<h2>Tides</h2>") == (Block("Tides", "heading", 2),)
    assert worker.call("a", read_page, PAGE) == read_page(PAGE)


def test_one_process_serves_many_jobs(worker: Worker) -> None:
    assert len({worker.call("a", os.getpid) for _ in range(3)} - {os.getpid()}) == 1


def test_an_error_of_the_program_comes_back_as_it_is(worker: Worker) -> None:
    with pytest.raises(NoBodyError, match=r"a\.html: no article") as caught:
        worker.call("a.html", read_page, b"<html><title>Loading</title></html>", name="a.html", url="https://e.org/")
    assert (caught.value.words, caught.value.title, caught.value.url) == (0, "Loading", "https://e.org/")
    assert "briefing add - --url 'https://e.org/'" in (caught.value.hint or "")


def test_any_other_error_names_the_source_and_the_worker_goes_on(worker: Worker) -> None:
    with pytest.raises(SourceError, match=r"a\.html: it cannot be read: the parser stumbled \(ValueError\)"):
        worker.call("a.html", int, "none")
    assert worker.call("a", len, "abc") == 3


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no bound of the address space")
def test_a_job_that_takes_too_much_memory_fails_and_the_worker_goes_on(worker: Worker) -> None:
    with pytest.raises(SourceError, match="too much memory"):
        worker.call("a.html", bytearray, MEMORY)
    assert worker.call("a", len, "abc") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer of processor time")
def test_a_job_that_takes_too_long_is_ended_and_the_next_is_served(worker: Worker) -> None:
    first = worker.call("a", os.getpid)
    with pytest.raises(SourceError, match=r"a\.html: it cannot be read: parsing it takes more than 3 seconds"):
        worker.call("a.html", sum, range(10**12))
    assert worker.call("a", os.getpid) != first


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_process_that_was_killed_is_replaced(worker: Worker) -> None:
    with pytest.raises(SourceError, match="ran out of memory or time, or broke"):
        worker.call("a", os._exit, 1)
    killed = worker.call("a", os.getpid)
    os.kill(killed, signal.SIGKILL)
    assert worker._process is not None
    worker._process.wait()
    assert worker.call("a", os.getpid) != killed


def test_values_of_other_packages_are_not_taken_from_the_process(worker: Worker) -> None:
    with pytest.raises(SourceError, match="the parser broke"):
        worker.call("a", PurePosixPath, "/etc")


def test_what_a_job_prints_does_not_disturb_the_replies(worker: Worker) -> None:
    assert worker.call("a", print, "noise") is None
    assert worker.call("a", len, "abc") == 3


def test_modules_of_the_current_folder_are_not_imported(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('imported')")
    (tmp_path / "pickle.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    assert worker.call("a", read_page, PAGE).blocks


def test_closing_ends_the_process() -> None:
    worker = Worker()
    worker.call("a", len, "abc")
    process = worker._process
    worker.close()
    assert process is not None
    assert process.returncode is not None
