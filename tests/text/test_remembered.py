"""Results kept by the text they were found for."""

from __future__ import annotations

import pytest

from briefing.text import remembered
from briefing.text.remembered import Kept, Remembered


def test_a_result_is_found_once_for_each_text() -> None:
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("one", "three", "one")] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_no_more_is_kept_than_a_number_of_results_and_as_many_old_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("a", "bb", "ccc", "a", "dddd", "bb")] == [1, 2, 3, 1, 4, 2]
    assert len(lengths) <= 2
    assert asked == ["a", "bb", "ccc", "dddd", "bb"]


def test_what_is_not_known_of_many_texts_is_named_once_and_old_results_return(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    lengths: Kept[int] = Kept()
    assert lengths.unknown(["a", "bb", "a"]) == ["a", "bb"]
    lengths.update({"a": 1, "bb": 2})
    assert lengths.unknown(["bb", "ccc", "ccc"]) == ["ccc"]
    assert lengths == {"bb": 2}
