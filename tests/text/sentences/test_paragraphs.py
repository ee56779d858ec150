"""A paragraph that is read in stretches gives the sentences it gives as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.packs.files import load
from briefing.text.sentences.marks import outermost, pair_marks
from briefing.text.sentences.paragraphs import FIRST, LONG, Paragraph, behind
from briefing.text.sentences.skeleton import Sentence, folded_text, sentences

PIECES = (
    *(
        "said",
        "Mr.",
        "U.S.",
        "ends.",
        "No.",
        "5",
        "really?",
        "é.",
        "“So it is.”",
        "“a. B”",
        "…",
        "?!",
        "x_y.",
        "\ufffc",
    ),
    *(
        "قال",
        "انتهى.",
        "د.",
        "«نعم.»",
        "»",
        "كلمةـ.",
        "ـ",
        "لماذا؟",
        "\u200f",
        "  ",
        "He",
        "they",
        "12.",
        "end.\u00a0Next",
    ),
)


def read(text: str, language: str) -> tuple[Paragraph, list[Sentence]]:
    pack, folded = load(language), folded_text(text)
    spans = outermost(pair_marks(text, 0, len(text), singles=pack.single_marks))
    whole = sentences(text, folded, 0, len(text), spans, pack)
    return Paragraph(text, folded, 0, len(text), spans, pack), whole


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=60, max_size=300))
def test_stretches_give_the_sentences_of_the_whole(language: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    paragraph, whole = read(text, language)
    assert [sentence for _, sentence in paragraph] == whole
    assert [sentence for _, sentence in paragraph.before()] == whole[::-1]
    assert [sentence for _, sentence in paragraph.marked()] == [sentence for sentence in whole if sentence.spans]


def test_what_stands_before_and_behind_a_sentence_is_found_across_stretches() -> None:
    text = " ".join(f"The minister explained point number {n} to all of them." for n in range(20))
    paragraph, whole = read(text, "en")
    assert len(text) > LONG
    for n, (place, sentence) in enumerate(paragraph):
        assert sentence == whole[n]
        assert [found for _, found in paragraph.before(place)] == whole[:n][::-1]
        assert list(paragraph.behind(place)) == whole[n + 1 :]
    assert list(paragraph.before(FIRST)) == []


def test_the_place_behind_a_sentence_lies_between_it_and_the_next() -> None:
    assert FIRST < behind(FIRST) <= (0, 1) < (1, 0)
