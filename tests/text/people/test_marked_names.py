"""Names of people that stand in quotation marks."""

from __future__ import annotations

import pytest

from briefing.text.quotes.reading import find_quotes
from tests.evaluation.gold import one_section


def quotes(language: str, text: str) -> list[tuple[str, str | None]]:
    """Words and speaker of each quote."""
    return [(quote.text, quote.speaker) for quote in find_quotes(text, one_section(text), language)]


def test_a_name_in_marks_behind_its_verb_speaks() -> None:
    text = "وصل الوزير سامر الحلبي إلى صيدا.\n\nوأكد «الحلبي»، خلال الزيارة، أن «المرفأ سيفتح قبل نهاية الشهر»."
    assert quotes("ar", text) == [("المرفأ سيفتح قبل نهاية الشهر", "سامر الحلبي")]


def test_a_full_name_in_marks_behind_its_verb_speaks_though_nothing_repeats_it() -> None:
    text = "وقالت “دانا فان ديرك” كبيرة المهندسين في الشركة: “نحتاج إلى جسر ثان”."
    assert quotes("ar", text) == [("نحتاج إلى جسر ثان", "دانا فان ديرك")]


def test_a_name_in_marks_behind_its_title_is_no_quote() -> None:
    text = 'كشفت الكاتبة السورية "هدى مراد" عن روايتها، وقالت هدى مراد: "كتبتها في عامين كاملين".'
    assert quotes("ar", text) == [("كتبتها في عامين كاملين", "هدى مراد")]


def test_words_in_marks_behind_a_verb_that_end_the_report_are_a_quote() -> None:
    assert [words for words, _ in quotes("ar", "سئل سامر الحلبي عن الموعد فقال «لا أعرف».")] == ["لا أعرف"]


def test_a_persian_name_in_marks_before_its_title_is_no_quote() -> None:
    text = "«بهزاد کریمی» سخنگوی شهرداری گفت: «پل تا پایان ماه باز می‌شود.»"
    assert [words for words, _ in quotes("fa", text)] == ["پل تا پایان ماه باز می‌شود."]


@pytest.mark.parametrize(
    "before",
    [
        "«پرویز نادری»، شهردار یزد، گفت: ",
        "به گزارش ایسنا، «پرویز نادری»، از مدیران شهرداری اعلام کرد: ",
        "«پرویز نادری» در جمع خبرنگاران گفت: ",
        "سرهنگ «پرویز نادری» در این باره گفت: ",
    ],
)
def test_a_persian_name_in_marks_speaks_where_a_speaker_stands(before: str) -> None:
    words = "پل تا پایان ماه باز می‌شود."
    assert quotes("fa", f"{before}«{words}»") == [(words, "پرویز نادری")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("پرویز نادری گفت نمایشگاه «بهار سبز» از فردا در یزد آغاز به کار می‌کند.", []),
        ("پرویز نادری در گفت‌وگو با پایگاه خبری «صبح یزد» گفت پل تا پایان ماه باز است.", []),
        ("پرویز نادری این تصمیم را «خیلی دیر» توصیف کرد.", ["خیلی دیر"]),
        ("پرویز نادری گفت که این راه «ناامن و باریک» است.", ["ناامن و باریک"]),
    ],
)
def test_a_few_persian_words_in_marks_inside_a_clause_are_a_name_unless_a_verb_governs_them(
    text: str, wanted: list[str]
) -> None:
    assert [words for words, _ in quotes("fa", text)] == wanted


def test_a_body_in_marks_behind_a_title_belongs_to_the_title() -> None:
    text = "أوضح مدير “مستشفى الضفة الحكومي” الدكتور رامي شاهين، أن “الأسرة كلها مشغولة”."
    assert quotes("ar", text) == [("الأسرة كلها مشغولة", "رامي شاهين")]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "أعلن «اتحاد تنسيقيات الميناء»، أن «الرصيف سيغلق غدا صباحا».",
            "الرصيف سيغلق غدا صباحا",
            "اتحاد تنسيقيات الميناء",
        ),
        ("وأفادت «هيئة الموانئ الساحلية» في بيان بأن «الحركة عادت».", "الحركة عادت", "هيئة الموانئ الساحلية"),
    ],
)
def test_a_body_in_marks_behind_its_verb_speaks(text: str, said: str, speaker: str) -> None:
    assert quotes("ar", text) == [(said, speaker)]


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("«مجلس الميناء القديم» البحري", "مجلس الميناء القديم"),
        ('"مجلس الميناء القديم" البحري', "مجلس الميناء القديم"),
        ("صحيفة «الميناء الجديد»", "صحيفة «الميناء الجديد»"),
        ("صحيفة «الميناء الجديد» البحرية", "صحيفة «الميناء الجديد» البحرية"),
    ],
)
def test_a_body_s_name_holds_no_half_of_a_pair_of_marks(name: str, speaker: str) -> None:
    assert quotes("ar", f"وأعلن {name} أن «الحركة عادت إلى الرصيف».") == [("الحركة عادت إلى الرصيف", speaker)]


def test_a_body_in_marks_behind_what_calls_it_so_does_not_speak() -> None:
    text = "زار سامر الحلبي مركزا يدعى «مركز البحر القديم»، وقال إن «المبنى يحتاج إلى ترميم»."
    assert all("مركز" not in (speaker or "") for _, speaker in quotes("ar", text))


@pytest.mark.parametrize("language", ["en", "ru", "de"])
def test_where_names_have_capitals_the_marks_stay(language: str) -> None:
    assert len(quotes(language, "“We will not go there”, said Jane Pike.")) == 1
