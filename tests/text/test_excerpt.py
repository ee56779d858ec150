"""The part of a text that shows what was searched for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.excerpt import LENGTH, Wanted, excerpt_of, places_of

_TEXT = "وصل الوزير إلى المدينة.\n\nوقالَ إنّ الحوار مفتوح، وللحوار شروطه."


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        (_TEXT, Wanted("قال"), ["وقالَ"]),
        (_TEXT, Wanted("حوار"), ["الحوار", "وللحوار"]),
        (_TEXT, Wanted("الحوار مفتوح", exact=True), ["الحوار مفتوح"]),
        (_TEXT, Wanted("قال", exact=True), []),
        (_TEXT, Wanted("الوز", prefix=True), ["الوزير"]),
        ("COVID-19 and covid 19, not covid-190", Wanted("covid-19"), ["COVID-19", "covid 19"]),
        ("Zürich, zurich", Wanted("ZURICH"), ["Zürich", "zurich"]),
        ("中文新闻", Wanted("新闻"), ["新闻"]),
        ("a.b*c (x", Wanted("b"), ["b"]),
    ],
)
def test_words_are_found_however_they_are_spelt(text: str, wanted: Wanted, found: list[str]) -> None:
    assert [text[place.start : place.end] for place in places_of(text, [wanted])] == found


def test_the_excerpt_is_where_most_of_the_words_stand() -> None:
    text = f"One word first. {'Nothing here. ' * 40}Then one and two together. {'Nothing here. ' * 40}"
    excerpt = excerpt_of(text, [Wanted("one"), Wanted("two")])

    assert excerpt
    assert "one and two" in excerpt.text
    assert [text[place.start : place.end] for place in excerpt.matches] == ["one", "two"]
    assert len(excerpt.text) < LENGTH + 30


def test_a_text_that_holds_none_of_the_words_has_no_excerpt() -> None:
    assert excerpt_of("abc", [Wanted("x")]) is None
    assert excerpt_of("abc", []) is None


@given(
    st.text(alphabet="ab وقالَ-ً.\n٣", max_size=80), st.text(alphabet="abقال٣ ", min_size=1, max_size=5).filter(str.strip)
)
def test_offsets_are_those_of_the_text(text: str, words: str) -> None:
    excerpt = excerpt_of(text, [Wanted(words), Wanted("b", prefix=True)])
    if excerpt:
        assert text[excerpt.start : excerpt.end] == excerpt.text
        assert excerpt.matches
        for place in excerpt.matches:
            assert excerpt.start <= place.start < place.end <= excerpt.end
