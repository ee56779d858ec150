"""Words of a text however they are spelt."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.find import find
from briefing.text.fold import fold


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("مكافحة الإرهاب في", "الارهاب", ["الإرهاب"]),
        ("هذا مُهِمٌّ جدا", "مهم", ["مُهِمٌّ"]),
        ("ســلام وسلام", "سلام", ["ســلام", "سلام"]),
        ("می‌خواهد", "ميخواهد", ["می‌خواهد"]),
        ("Café cafe CAFÉ", "cafe", ["Café", "cafe", "CAFÉ"]),
        ("عام ٢٠٢١ و 2021", "2021", ["٢٠٢١", "2021"]),
        ("one\ntwo one two", " one   two ", ["one\ntwo", "one two"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("text", "", []),
        ("text", " \u064b ", []),
    ],
)
def test_words_are_found_as_a_reader_would(text, words, found):
    assert [text[span.start : span.end] for span in find(text, words)] == found


@given(st.text(st.sampled_from("اأإلآةهسم \u064bـ\u200caAé1١\n"), max_size=40), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    spans = find(text, words)
    wanted = " ".join(fold(words).split())

    if wanted and wanted == fold(words).replace("\n", " "):
        assert spans
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(" ".join(fold(text[span.start : span.end]).split()) == wanted for span in spans)
