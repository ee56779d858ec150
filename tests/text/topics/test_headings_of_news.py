"""Labels of headings in the manner of news, by the gold written before the lexicon."""

from __future__ import annotations

from tests.evaluation.labels import Score, languages, score


def test_of_arabic_headings_two_thirds_get_a_label_and_six_of_seven_labels_are_right() -> None:
    of = score("ar")
    assert of.headings == 200
    assert of.coverage >= 0.65
    assert of.precision >= 0.85


def test_so_do_those_of_the_ten_other_languages() -> None:
    of = sum((score(language) for language in languages() if language != "ar"), Score())
    assert of.headings == 200
    assert of.coverage >= 0.65
    assert of.precision >= 0.85
