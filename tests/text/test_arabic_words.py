"""What the words of the Arabic pack do to names, cues and spans, one table a cause."""

from __future__ import annotations

import pytest

from briefing.text.quotes import find_quotes
from tests.evaluation.gold import one_section


def speaker(text: str) -> str | None:
    """Who says the last quote of a text."""
    return find_quotes(text, one_section(text), "ar")[-1].speaker


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وصل فادي نصار بقرار جديد. وطالب فادي نصار المجتمع الدولي بأن يكون «القرار للجميع».", "فادي نصار"),
        ("حذر رامي شاهين بلاده من أنها «تبيع الهواء».", "رامي شاهين"),
        ("أبلغ رامي شاهين الصحفيين: «نعود غدا إلى المدينة».", "رامي شاهين"),
        ("وقال الشاب رامي شاهين: «نعود غدا إلى المدينة».", "رامي شاهين"),
        ("قال البرتغالي رامي شاهين: «نعود غدا».", "رامي شاهين"),
        ("قال عميد شؤون الطلاب المكلف الدكتور رامي شاهين: «نعود غدا».", "رامي شاهين"),
        ("وقال عماد علم الدين: «نعود غدا إلى المدينة».", "عماد علم الدين"),
        ("قال رئيس قسم جراحة القلب رامي شاهين: «نعود غدا».", "رامي شاهين"),
    ],
)
def test_a_name_ends_before_words_that_no_name_holds(text: str, wanted: str) -> None:
    assert speaker(text) == wanted


@pytest.mark.parametrize("verb", ["وهدد بفرض عقوبات", "وأعلنت إطلاق حملة", "وأكد مرة أخرى"])
def test_no_name_begins_with_such_a_word_so_that_the_last_speaker_is_carried(verb: str) -> None:
    assert speaker(f"قال رامي شاهين إن «البحر لنا». {verb} وقال إن «الريح لنا أيضا».") == "رامي شاهين"


def test_such_a_word_with_its_article_is_somebody_without_a_name() -> None:
    assert speaker("قال رامي شاهين إن «البحر لنا». وقالت المرأة: «لم أنم منذ يومين».") is None
