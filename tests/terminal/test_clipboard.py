"""Copying."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.terminal import clipboard


def _fake_tmux(folder: Path, code: int) -> None:
    """A program named tmux that keeps its arguments and input."""
    program = folder / "tmux"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        f"pathlib.Path({str(folder / 'got')!r}).write_bytes(' '.join(sys.argv[1:]).encode() + b'|' + "
        f"sys.stdin.buffer.read())\nsys.exit({code})\n"
    )
    program.chmod(0o755)


def test_outside_tmux_the_terminal_is_told_by_osc_52(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    written: list[str] = []
    assert "OSC 52" in clipboard.copy("نص", written.append)
    assert written == ["نص"]


def test_inside_tmux_the_text_goes_to_its_buffer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_tmux(tmp_path, 0)
    monkeypatch.setenv("TMUX", "/tmp/socket,1,0")
    monkeypatch.setenv("PATH", str(tmp_path))
    written: list[str] = []
    assert "tmux" in clipboard.copy("نص; $(id)", written.append)
    assert written == []
    assert (tmp_path / "got").read_text() == "load-buffer -w -|نص; $(id)"


@pytest.mark.parametrize("broken", ["fails", "is missing"])
def test_osc_52_is_used_when_tmux_does_not_take_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    if broken == "fails":
        _fake_tmux(tmp_path, 1)
    monkeypatch.setenv("TMUX", "/tmp/socket,1,0")
    monkeypatch.setenv("PATH", str(tmp_path))
    written: list[str] = []
    assert "OSC 52" in clipboard.copy("text", written.append)
    assert written == ["text"]
