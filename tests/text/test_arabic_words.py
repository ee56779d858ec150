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
        ("وقال النحات رامي شاهين: «نعود غدا».", "رامي شاهين"),
        ("وقالت راي شاهين إن «الحرب انتهت أخيرا».", "راي شاهين"),
        ("قال روي شاهين، وزير النقل: «نعود غدا».", "روي شاهين"),
        ("وقالت ريما شاهين المحللة في معهد النهر إن «الحرب انتهت أخيرا».", "ريما شاهين"),
        ("وقال رامي شاهين النائب عن الجنوب إن «الحرب انتهت أخيرا».", "رامي شاهين"),
        ("وأشار النائب رامي الجراح إلى أن «الحرب انتهت أخيرا».", "رامي الجراح"),
        ("وأضاف رامي شاهين محاولا التوضيح: «نعود غدا إلى المدينة».", "رامي شاهين"),
    ],
)
def test_a_name_ends_before_words_that_no_name_holds(text: str, wanted: str) -> None:
    assert speaker(text) == wanted


@pytest.mark.parametrize("verb", ["وهدد بفرض عقوبات", "وأعلنت إطلاق حملة", "وأكد مرة أخرى"])
def test_no_name_begins_with_such_a_word_so_that_the_last_speaker_is_carried(verb: str) -> None:
    assert speaker(f"قال رامي شاهين إن «البحر لنا». {verb} وقال إن «الريح لنا أيضا».") == "رامي شاهين"


def test_such_a_word_with_its_article_is_somebody_without_a_name() -> None:
    assert speaker("قال رامي شاهين إن «البحر لنا». وقالت المرأة: «لم أنم منذ يومين».") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وبحسب ما قاله رامي شاهين، فإن «البحر لنا والريح».", "رامي شاهين"),
        ("وأبان رامي شاهين أن «البحر لنا».", "رامي شاهين"),
        ("وبين رامي شاهين أن «البحر لنا».", "رامي شاهين"),
        ("قال أمير الضفة رامي شاهين: «نبدأ غدا». وأكد سموه أن «البحر لنا».", "رامي شاهين"),
        ("قالت المتحدثة سلوى شاهين لبي بي سي: «نبدأ غدا».", "سلوى شاهين"),
        (
            "قال الأمير رامي بن سالم بن عبد العزيز بن فادي بن نصار: «نبدأ غدا».",
            "رامي بن سالم بن عبد العزيز بن فادي بن نصار",
        ),
        ("أعلنت إمارة منطقة الضفة أن «الباب مفتوح».", "إمارة منطقة الضفة"),
    ],
)
def test_whom_words_of_the_press_mean(text: str, wanted: str) -> None:
    assert speaker(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت المنافسة بين فريق المدينة و«الضفة» في الدوري.",
        "انتقل التيار عبر خط إلى «الضفة» قبل عام.",
        "وقال لـ«الضفة» رامي شاهين إن الباب مفتوح.",
        "قال رامي شاهين في تصريحات لـ«الضفة» إن الباب مفتوح.",
        "أعلنت الشركة أن هاتف «ضفاف» يصل غدا.",
        "أكد رامي شاهين أن نسخة «آيفون» تصل غدا.",
        "وعلمت «الضفة» أن الباب مفتوح.",
        "قال رامي شاهين إن الجيش بلغ مطار الضفة «...» فجرا.",
    ],
)
def test_names_in_marks_are_nobodys_words(text: str) -> None:
    assert find_quotes(text, one_section(text), "ar") == ()


@pytest.mark.parametrize("head", ["رئيس منظمة", "المتحدث باسم منظمة", "الباحث في منظمة"])
def test_a_word_that_another_one_rules_says_nothing_of_the_gender(head: str) -> None:
    assert speaker(f"وقال {head} العون فادي نصار: «المعسكر ممتلئ». وأضاف: «ننتظر المساعدة منذ أسبوع».") == "فادي نصار"


def test_the_verb_of_an_agency_says_nothing_of_the_gender_of_whom_it_passes_on() -> None:
    before = "ونقلت وكالة الجنوب عن فادي نصار، رئيس اللجنة، قوله إنه لا يعرف الموعد."
    assert speaker(f"{before} وقال في بيان: «سننتظر حتى يوم الغد».") == "فادي نصار"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقالت ماري لاكروا من الجامعة إن «الخطوة متأخرة كثيرا». وغادرت لاكروا.", "ماري لاكروا"),
        ("وقال الممثل التجاري، روبرت لايتزر، في بيان: «توصلنا إلى اتفاق».", "روبرت لايتزر"),
        ("وقال فادي نصار لاحتواء الخلاف: «لا بديل عن ذلك اليوم».", "فادي نصار"),
        ("وقال فادي نصار لأصدقائه: «لا بديل عن ذلك اليوم».", "فادي نصار"),
    ],
)
def test_a_name_is_told_from_whom_one_speaks_to(text: str, wanted: str) -> None:
    assert speaker(text) == wanted


def test_a_womans_verb_is_not_carried_to_a_mans_title() -> None:
    before = "وقال الوزير فادي نصار إن «المعسكر ممتلئ»."
    assert speaker(f"{before} وقالت: «ننتظر المساعدة منذ أسبوع كامل».") is None
    assert speaker(f"{before} وقال: «ننتظر المساعدة منذ أسبوع كامل».") == "فادي نصار"
