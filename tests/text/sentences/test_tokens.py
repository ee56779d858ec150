"""Words of languages that part them in other ways than by spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.fold import DROPPED, fold_aligned
from briefing.text.packs.files import load
from briefing.text.sentences.tokens import PLACEHOLDER, Tokenizer


def forms(language: str, text: str) -> list[str]:
    words = Tokenizer(load(language)).words(fold_aligned(text), 0)
    for start, end in zip(words.starts, words.ends, strict=True):
        assert 0 <= start < end <= len(text)
    return words.forms


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "selon l’Élysée", ["selon", "l'", "elysee"]),
        ("tr", "Ankara’da Fidan", ["ankara", "'da", "fidan"]),
        ("en", "the workers’ Smith's", ["the", "workers'", "smith's"]),
        ("he", 'צה"ל מסר', ['צה"ל', "מסר"]),
        ("zh", "外交部发言人高文博说：", ["外交部", "发言人", "高文博", "说", ":"]),
        ("zh", "唐纳德·特朗普表示，", ["唐纳德·特朗普", "表示", ","]),
    ],
)
def test_words_are_parted_as_the_pack_says(language: str, text: str, wanted: list[str]) -> None:
    assert forms(language, text) == wanted


@given(
    st.lists(
        st.sampled_from(["said", "U.S.", "“", "…", ",", "l’a", "ـ", "قالَ", "ً", "\ufffc", "a-b", "￼￼"]), max_size=12
    )
)
def test_words_stand_where_they_are_whether_or_not_spaces_are_even(pieces: list[str]) -> None:
    tokenizer, even = Tokenizer(load("ar")), fold_aligned(" ".join(pieces))
    uneven = even.replace(" ", "  ")
    words, others = tokenizer.words(even, 7), tokenizer.words(uneven, 7)
    assert (words.forms, words.letters) == (others.forms, others.letters)
    for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
        written = even[start - 7 : end - 7]
        assert form == (PLACEHOLDER if PLACEHOLDER in written else DROPPED.sub("", written))


def test_a_placeholder_of_any_length_is_one_word() -> None:
    words = Tokenizer(load("en")).words(f"he said {PLACEHOLDER * 9}, twice", 0)
    assert words.forms == ["he", "said", PLACEHOLDER, ",", "twice"]
    assert (words.starts[2], words.ends[2], words.letters[2], words.stops[2]) == (8, 17, False, True)
