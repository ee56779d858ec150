"""The one door to all sources."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.sources.source import is_url, read


class Pipe:
    """Standard input with these bytes in it."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_a_path_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title\n\nA sentence.")
    assert [block.text for block in read(str(path)).blocks] == ["Title", "A sentence."]


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Pipe(b"<html><p>Une phrase.</p>"))
    assert read("-").structured


def test_empty_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Pipe(b""))
    with pytest.raises(SourceError, match="standard input: it is empty"):
        read("-")


def test_an_address_has_a_scheme() -> None:
    assert is_url("https://example.org/a")
    assert not is_url("a/b.txt")
    assert not is_url("C:/a.txt")
