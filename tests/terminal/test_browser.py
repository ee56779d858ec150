"""Opening an address."""

from __future__ import annotations

import webbrowser

import pytest

from briefing.terminal.browser import has_browser, is_web_address, open_browser


@pytest.mark.parametrize("url", ["https://a.example/x", "HTTP://a.example"])
def test_web_addresses_are_opened(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b", "https://", "http://[", "x"]
)
def test_nothing_else_is(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.setattr(webbrowser, "get", lambda: pytest.fail("a browser was asked for"))
    assert not is_web_address(url)
    assert not open_browser(url)


def test_over_ssh_there_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":10")
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5 192.0.2.2 22")
    assert not has_browser()
