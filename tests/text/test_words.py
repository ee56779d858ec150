"""Words as search knows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.stems import SHORTEST
from briefing.text.words import all_forms, forms, words_of, written

_ARABIC = st.text(alphabet="اوفبكلقمر", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقالَ لافروف: “الإرهاب”", ["وقال", "لافروف", "الارهاب"]),
        ("COVID-19 in Zürich", ["covid", "19", "in", "zurich"]),
        ("ﻻ ﺷﻲﺀ", ["لا", "شيء"]),
        ("中文新闻", ["中", "文", "新", "闻"]),
        ("a_b don't", ["a", "b", "don", "t"]),
        ("cafe\u0301 — №1", ["cafe", "no1"]),
        ("…", []),
    ],
)
def test_a_text_is_parted_into_folded_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "found_by"),
    [
        ("وقال", {"وقال", "قال"}),
        ("للارهاب", {"للارهاب", "لارهاب", "الارهاب", "ارهاب"}),
        ("وبالحوار", {"وبالحوار", "بالحوار", "الحوار", "حوار"}),
        ("وقت", {"وقت"}),
        ("ولله", {"ولله", "لله"}),
    ],
)
def test_an_arabic_word_is_found_without_the_particles_written_onto_it(word: str, found_by: set[str]) -> None:
    assert set(forms(word)) == found_by


@given(_ARABIC)
def test_a_word_is_written_in_every_way_that_has_it_among_its_forms(word: str) -> None:
    assert all(word in written(form) for form in forms(word))
    assert all(word in forms(candidate) for candidate in written(word))


@given(st.lists(_ARABIC, max_size=12))
def test_many_words_are_found_by_the_forms_of_each(words: list[str]) -> None:
    assert set(all_forms(words)) == {form for word in words for form in forms(word)}


@given(_ARABIC)
def test_a_form_is_the_end_of_its_word_and_not_too_short(word: str) -> None:
    for form in set(forms(word)) - {word}:
        assert len(form) >= SHORTEST
        assert word.endswith(form.removeprefix("ال"))


@given(st.text(max_size=60))
def test_a_word_of_a_text_is_one_word(text: str) -> None:
    assert all(words_of(word) == [word] for word in words_of(text))
