"""English labels for headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.topics.labels import Label, label


@pytest.mark.parametrize(
    ("heading", "language", "text"),
    [
        ("الميل إلى حل الخلافات في كشمير", "ar", "Kashmir"),
        ("لقاح كورونا", "ar", "Vaccine"),
        ("الشراكة مع الاتحاد الأوروبي", "ar", "EU partnership"),
        ("مفاوضات الأفغان", "ar", "Afghan talks"),
        ("آفاق الشراكة مع الاتحاد الأوروبي", "ar", "EU partnership"),
        ("جولة المفاوضات الأفغانية", "ar", "Afghan talks"),
        ("المفاوضات بين روسيا وأوكرانيا", "ar", "Russia–Ukraine talks"),
        ("موقف الحكومة التركية", "ar", "Turkish government position"),
        ("المعارضة السورية", "ar", "Syrian opposition"),
        ("الانتخابات في العراق", "ar", "Iraq: elections"),
        ("بالنفط وحده", "ar", "Oil"),
        ("أجهزة إيرانية", "ar", "Iran"),
        ("محادثات السلام", "ar", "Peace talks"),
        ("مذاکرات هسته‌ای با آمریکا", "fa", "US nuclear talks"),
        ("موشک‌های تازه", "fa", "Missiles"),
        ("Переговоры в Стамбуле", "ru", "Istanbul talks"),
        ("Отношения с Саудовской Аравией", "ru", "Saudi Arabia relations"),
        ("La visite à Moscou", "fr", "Moscow visit"),
        ("Talks with Iran", "en", "Iran talks"),
        ("A new UN resolution", "en", "UN resolution"),
        ("Kashmir", "en", "Kashmir"),
        ("Talks", "en", "Talks"),
    ],
)
def test_a_label_is_put_together_from_known_concepts(heading: str, language: str, text: str) -> None:
    found = label(heading, language)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("المخرج الوحيد", "ar"),
        ("A slow start", "en"),
        ("Who is next?", "en"),
        ("it is up to us", "en"),
        ("ألباريس يتحدث", "ar"),
        ("", "ar"),
        ("12", "und"),
    ],
)
def test_a_heading_without_known_concept_has_no_label(heading: str, language: str) -> None:
    assert label(heading, language) is None


def test_the_same_concept_has_the_same_id_in_every_language() -> None:
    headings = {"ar": "كشمير", "fa": "کشمیر", "ru": "Кашмир", "fr": "Le Cachemire", "en": "Kashmir"}
    assert {label(heading, language) for language, heading in headings.items()} == {
        Label("Kashmir", ("place:kashmir",))
    }


def test_a_demonym_has_the_id_of_its_place() -> None:
    found = label("مفاوضات الأفغان", "ar")
    assert found == Label("Afghan talks", ("place:afghanistan", "relation:talks"))


def test_an_acronym_is_read_only_in_its_capitals() -> None:
    assert label("Between the US and us", "en") == Label("United States", ("place:united-states",))
    assert label("WHO IS NEXT", "en") is None


def test_a_relation_that_nothing_stands_beside_does_not_count() -> None:
    found = label("Why the people of the northern villages fear a visit", "en")
    assert found is None


def test_languages_of_arabic_script_without_forms_of_their_own_share_persian_and_arabic() -> None:
    assert label("کشمیر میں", "ur") == Label("Kashmir", ("place:kashmir",))


@given(st.text(max_size=120), st.sampled_from(["ar", "fa", "en", "ru", "fr", "ur", "und", "zh"]))
def test_any_heading_has_a_label_with_topics_or_none(heading: str, language: str) -> None:
    found = label(heading, language)
    assert found is None or (found.text and found.topics)
