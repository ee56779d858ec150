"""Folding: one spelling for words that differ only by how they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.fold import fold, fold_aligned, fold_map


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("مدرسةٌ كبيرة", "مدرسه كبيره"),
        ("مُحَمَّــد", "محمد"),
        ("کتاب تازه‌ای", "كتاب تازهاي"),
        ("٢٠٢٦ ۱۴۰۵", "2026 1405"),
        ("Çağrı Strömmer", "cagrı strommer"),
        ("don’t", "don't"),
        ("Ёлка", "ёлка"),
    ],
)
def test_spellings_of_one_word_fold_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=80))
def test_folding_is_a_fixed_point_for_offsets(text: str) -> None:
    folded, offsets = fold_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(st.text(max_size=80))
def test_aligned_folding_keeps_the_length(text: str) -> None:
    assert len(fold_aligned(text)) == len(text)


@given(st.text(max_size=80))
def test_a_long_text_folds_like_a_short_one(text: str) -> None:
    """Long texts go another way, which must lead to the same place."""
    assert fold(text + "." * 200) == fold(text) + "." * 200
    assert fold(text + "." * 200 + "é") == fold(text) + "." * 200 + "e"
