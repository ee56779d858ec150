"""Results kept by the text they were found for."""

from __future__ import annotations

import pytest

from briefing.text import remembered
from briefing.text.remembered import Remembered


def test_a_result_is_found_once_for_each_text() -> None:
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("one", "three", "one")] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_no_more_is_kept_than_a_number_of_results(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    lengths = Remembered(len)
    assert [lengths[word] for word in ("a", "bb", "ccc")] == [1, 2, 3]
    assert len(lengths) <= 2
