"""Arabic quotations: who speaks where the verb comes first, and which words in marks are nobody's words."""

from __future__ import annotations

import pytest

from briefing.text.quotes import find_quotes
from tests.evaluation.gold import one_section


def quotes(text: str, title: str = "") -> list[tuple[str, str, str | None]]:
    """Words, kind and speaker of each quote."""
    found = find_quotes(text, one_section(text), "ar", title)
    return [(quote.text, quote.kind, quote.speaker) for quote in found]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, _, speaker in quotes(text)]


BEFORE = 'صرح النائب سامر الحلبي: "الميزانية جاهزة".\n\n'
"""An article in which somebody spoke already."""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('لكن الحلبي أشار إلى أن "التمويل غير كاف".', "سامر الحلبي"),
        ('إلا أن الوزارة نفت أن يكون "التمويل غير كاف".', "الوزارة"),
        ('لكن وكالة الأنباء الرسمية (سانا) قالت إن "التمويل غير كاف".', "وكالة الأنباء الرسمية"),
        ('ونقلت وكالات الأنباء المحلية عن وزارة الدفاع أن "القوات لم تتحرك".', "وزارة الدفاع"),
        ('وذكرت وزارة العدل على لسان الناطق باسمها هاني العامري أن "القانون جاهز".', "هاني العامري"),
        ('نددت طهران "بالموقف الأوروبي" من الاتفاق.', "طهران"),
        ('قال ألان بيتر كايتا، رئيس النقابة، إن "الإضراب مستمر".', "ألان بيتر كايتا"),
        ('قالت جوليا ويلمان من جامعة بازل إن "النتائج مبشرة".', "جوليا ويلمان"),
        ('"لن نقبل أي تمديد جديد"، هذا ما قاله جميل السالمي بعد الجلسة.', "جميل السالمي"),
        ('وصرح ثاقب : "نحن جاهزون لكل شيء".', "ثاقب"),
        ('أفاد المرصد السوري لحقوق الإنسان أن "القصف توقف صباحا".', "المرصد السوري لحقوق الإنسان"),
        ('قال المتحدث باسم هيئة الإسعاف بمنطقة عسير رائد العتيبي: "نعمل على مدار الساعة".', "رائد العتيبي"),
        ('قال بهاء ديمان عضو شعبة الأجهزة إن "الأسعار ستنخفض".', "بهاء ديمان"),
        ('دانييل هيل، الأمين العام للغرفة، أشاد بالمشروع ووصفه بأنه "إنجاز رائع".', "دانييل هيل"),
        ('وقالت كلودين كريغ، التي بدأت حملتها قبل عامين من أجل المرضى، إن القرار "خطوة أولى".', "كلودين كريغ"),
        ('نفى الاتحاد ذلك، إذ ذكرت إذاعة الجنوب أن "المباراة ألغيت".', "إذاعة الجنوب"),
        ('اتفق الدكتور وائل الشامي مع الرأي في اتصال هاتفي، وقال "يجب أن نبدأ الآن".', "وائل الشامي"),
    ],
)
def test_the_speaker_is_found_wherever_the_verbs_subject_stands(text: str, speaker: str) -> None:
    assert speakers(BEFORE + text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        'وقال المصدر الذي رفض كشف اسمه "ستعلن اللجنة قرارها غدا".',
        'وقالت الوثائق "إن المشروع تأخر عامين".',
        'وقال صاحب المتجر: "لم أر مثل هذا الزحام".',
        'وكتبت صحف محلية "البلاد أمام أزمة كبيرة".',
    ],
)
def test_a_thing_or_a_nameless_source_is_nobody_who_spoke_before(text: str) -> None:
    assert speakers(BEFORE + text)[-1] is None


def test_the_role_of_another_country_is_not_the_last_speaker() -> None:
    text = 'قال السفير الروسي إيغور بتروف إن "المسودة ضعيفة". واعتبر المندوب الفرنسي أن "المسودة متوازنة".'
    assert speakers(text) == ["إيغور بتروف", None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقدمت أماندا كتابها قبل عامين. وتقول أماندا: “تغير كل شيء منذ ذلك اليوم”.", "أماندا"),
        ("رحب الرئيس سليم الخوري بالقرار قائلا: “هذا القرار تاريخي”. والقرار نافذ.", "سليم الخوري"),
        ("أبدى الوزير هادي نجار ضغوطاً على المجلس، وقال هادي نجار: “لن نتراجع”.", "هادي نجار"),
        ("وصف الوزير نبيل شرف تصريحات خصومه بأنها “كلام فارغ”.", "نبيل شرف"),
        ("قالت لورين العيسى إن العمل “مختلف تماما”. وأضافت لورين: “اخترت النص بعناية”.", "لورين العيسى"),
        ("قال وزير المال باسكال لومان إن “الوقت ضيق”.", "باسكال لومان"),
    ],
)
def test_no_name_holds_a_verb_a_common_noun_or_an_object(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "أعلن حزب الحاكم أن “حزب العدالة والتنمية” سيخوض الانتخابات.",
        "وأضافت أنها تتابع مسلسل “الطريق” و“ضد المجهول” هذا العام.",
        "قال إنه يعمل في جماعة “شاو” أو “شاهد هذا” منذ عامين.",
        "قال كريم، “35 عاما”، إنه سعيد.",
        "أوردت “العربية.نت” الخبر صباح اليوم.",
        "جاءت القمة بعد خلافات “عميقة” بين الطرفين.",
        "رابط الخبر بصحيفة النهر: “الصحة” تطلق حملة جديدة للتطعيم",
    ],
)
def test_names_numbers_and_lists_in_marks_are_no_quotes(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("أكد الوزير سالم نجم أن القوات سيطرت على مطار الجنوب “بالكامل”.", "بالكامل", "partial"),
        ("عزا الوزير سالم نجم ذلك إلى “عبثية اللجنة” على حد تعبيره.", "عبثية اللجنة", "partial"),
        ("قال الوزير سالم نجم إن الأزمة قد تكون “مقبرة للمشروع”.", "مقبرة للمشروع", "partial"),
        (
            "قالت الوزيرة سارة نجم في بيان لها “نحن نرفض القرار ونطالب المجلس بأن يعيد النظر فيه”.",
            "نحن نرفض القرار ونطالب المجلس بأن يعيد النظر فيه",
            "direct",
        ),
    ],
)
def test_a_phrase_of_the_speakers_is_told_from_a_name_and_from_a_whole_utterance(
    text: str, words: str, kind: str
) -> None:
    assert [(found, what) for found, what, _ in quotes(text)] == [(words, kind)]


def test_the_next_quotation_joined_to_one_is_its_speakers_too() -> None:
    text = "قال الوزير سالم نجم إن القروض جزء من برنامج خاص “لإعادة الهيكلة” و“تحفيز الصناعات”."
    assert speakers(text) == ["سالم نجم", "سالم نجم"]


def test_a_verb_with_its_conjunction_says_nothing_of_the_quotation_before() -> None:
    text = "قالت هدى النمر “لن نغادر المدينة أبدا”، وأضاف كريم ناصر أن “الطريق مغلق”."
    assert speakers(text) == ["هدى النمر", "كريم ناصر"]
