"""What the packs reach on the articles written for them, and single rules of single languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from briefing.text.quotes.reading import find_quotes
from tests.evaluation.__main__ import measure
from tests.evaluation.gold import articles, one_section
from tests.evaluation.scoring import figures

DATA = Path(__file__).parents[2] / "data" / "quotes"
LANGUAGES = sorted(path.name for path in DATA.iterdir() if path.is_dir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_articles_of_a_language_reach_the_floor(language: str) -> None:
    found = [article for article in articles(DATA) if article.language == language]
    tally = sum((measure(article) for article in found), Counter[str]())
    assert len(found) >= 12
    assert (figures(tally)["joint"] or 0) >= 0.85


def speakers(language: str, text: str) -> list[tuple[str, str | None]]:
    """Words and speaker of each quote."""
    return [(quote.text, quote.speaker) for quote in find_quotes(text, one_section(text), language)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "„Es war kalt“, hatte Anna Kolb am Montag gesagt.", [("Es war kalt", "Anna Kolb")]),
        ("de", "Der Polizei zufolge war es „ein Versehen“.", [("ein Versehen", "Polizei")]),
        ("de", "„Gut so“, sagte Minister Jan Roth dem Sender.", [("Gut so", "Jan Roth")]),
        ("de", "Auch die Gäste waren zufrieden: „Gut so“, meinte Jan Roth.", [("Gut so", "Jan Roth")]),
        ("de", "Bereits in Bonn warnte Jan Roth: „Gut so“.", [("Gut so", "Jan Roth")]),
        ("de", "Dies ist „ein erster Schritt nach vorn“ für alle.", [("ein erster Schritt nach vorn", None)]),
        (
            "fr",
            "« Il pleut », a dit Luc Morel. C’est « un déluge », a-t-il ajouté.",
            [("Il pleut", "Luc Morel"), ("un déluge", "Luc Morel")],
        ),
        ("fr", "Pourtant, la pluie est pour lui une amie : « J’ai soif ».", [("J’ai soif", None)]),
        ("fr", "« Il pleut », a déclaré Luc Morel.", [("Il pleut", "Luc Morel")]),
        ("fr", "« Il pleut, a dit Luc Morel, mais oui ».", [("Il pleut", "Luc Morel"), ("mais oui", "Luc Morel")]),
        ("es", "Ana Ruiz llamó. «Llueve», dijo refiriéndose al mes.", [("Llueve", "Ana Ruiz")]),
        ("es", "«Llueve», expuso ayer Ana Ruiz.", [("Llueve", "Ana Ruiz")]),
        ("es", "«Llueve —dijo Ana Ruiz—, y me quedo».", [("Llueve", "Ana Ruiz"), ("y me quedo", "Ana Ruiz")]),
        ("ru", "«Да, — сказал Пётр Лосев. — Я остаюсь».", [("Да", "Пётр Лосев"), ("Я остаюсь", "Пётр Лосев")]),
        ("ru", "В город приехал Пётр Лосев. По словам Лосева, это «пустяк».", [("пустяк", "Пётр Лосев")]),
        ("ru", "Мост закроют на ремонт, сообщил журналистам мэр города Пётр Лосев. «Мы готовились к этому целый год».",
         [("Мы готовились к этому целый год", "Пётр Лосев")]),
        ("ru", "Мэр Пётр Лосев уходит («РИА Новости»), он сказал: «Я устал».", [("Я устал", "Пётр Лосев")]),
        ("tr", 'Vali Hamza Tuncel, Elazığ\'da "Herkes evinde" dedi.', [("Herkes evinde", "Hamza Tuncel")]),
        ("tr", '"Herkes evinde" diyen Hamza Tuncel ayrıldı.', [("Herkes evinde", "Hamza Tuncel")]),
        ("tr", 'Hamza Tuncel\'e göre karar "yerinde".', [("yerinde", "Hamza Tuncel")]),
        ("fa", "رحیم توکلی، کشاورز، به ایسنا گفت: «آب نداریم.»", [("آب نداریم.", "رحیم توکلی")]),
        ("fa", "رحیم توکلی در دیدار با روستاییان فرموده بود: «آب نداریم.»", [("آب نداریم.", "رحیم توکلی")]),
        ("fa", "به نوشته سایت هیل، رحیم توکلی درباره سد گفت: «آب نداریم.»", [("آب نداریم.", "رحیم توکلی")]),
        ("tr", "Parti'nin kararına değinen Emin Işık, “Hazırız” dedi.", [("Hazırız", "Emin Işık")]),
        ("tr", "Göz Hastalıkları Uzmanı Op. Dr. Emin Işık “Korkmayın” dedi.", [("Korkmayın", "Emin Işık")]),
        (
            "tr",
            "“Hazır mısınız?” sorusuna Emin Işık, “Hazırız” dedi.",
            [("Hazır mısınız?", None), ("Hazırız", "Emin Işık")],
        ),
        ("tr", "“Hazırız” açıklamasında bulunan Emin Işık yola çıktı.", [("Hazırız", "Emin Işık")]),
        ("ru", "«Мы ждём», — заявил премьер-министр Израиля Давид Леви.", [("Мы ждём", "Давид Леви")]),
        ("ru", "«Мы ждём», — написал мэр Твери Пётр Ильин.", [("Мы ждём", "Пётр Ильин")]),
        ("ur", "اخبار سے بات کرتے ہوئے سلمان شیخ نے کہا کہ ’راستہ بند ہے۔‘", [("راستہ بند ہے۔", "سلمان شیخ")]),
        ("ur", "اس بارے میں بلاگر سلمان شیخ کا کہنا تھا کہ ’راستہ بند ہے۔‘", [("راستہ بند ہے۔", "سلمان شیخ")]),
        ("fa", "در این گزارش درباره آب ادعا شده است: «آب نداریم.»", [("آب نداریم.", None)]),
        ("he", 'דובר צה"ל מסר: "התקרית נבדקת ביסודיות".', [("התקרית נבדקת ביסודיות", 'דובר צה"ל')]),
        ("ur", "وزیر خزانہ سلمان شیخ نے کہا کہ ’راستہ بند ہے۔‘", [("راستہ بند ہے۔", "سلمان شیخ")]),
        ("he", 'יוסי מלכא סיפר ל"הארץ": "שמענו פיצוץ גדול".', [("שמענו פיצוץ גדול", "יוסי מלכא")]),
        ("zh", "外交部发言人高文博说：“对话才是出路。”", [("对话才是出路。", "高文博")]),
        ("zh", "“经济正在放缓，”经济学家苏婷说。", [("经济正在放缓，", "苏婷")]),
        ("ar", "قالت الوزيرة إليزابيث هارت: «سنعود غدا».", [("سنعود غدا", "إليزابيث هارت")]),
        ("ar", "وصل المبعوث الخاص هانز فيبر.\n\nوأكد أن «المسار طويل وشاق».", [("المسار طويل وشاق", "هانز فيبر")]),
        ("ar", "قال الملك الهولندي ويليم فيليب إن «البحر باق».", [("البحر باق", "ويليم فيليب")]),
        ("ar", "انتهى السباق قرب المدرسة.وأعلن رامي شاهين أن «الفوز للجميع».", [("الفوز للجميع", "رامي شاهين")]),
        ("ar", "بدأ العمل عام 2015.وأعلن رامي شاهين أن «الفوز للجميع».", [("الفوز للجميع", "رامي شاهين")]),
        ("ar", "وقال رامز “اننا باقون هنا” ثم غادر.", [("اننا باقون هنا", "رامز")]),
        ("ar", "قال الأمين العام لحزب الوسط فادي نصر إن «القرار لنا».", [("القرار لنا", "فادي نصر")]),
        ("ar", "دعا نائب الأمين العام للحزب، فادي نصر، اليوم الجمعة، الحكومة إلى «فتح حوار جديد» مع الجميع.",
         [("فتح حوار جديد", "فادي نصر")]),
        ("ar", "نزل المطر.\n\nوأضاف رامي شاهين - حسبما أوردت صحيفة «الضفة» المحلية - «سنكمل الطريق معا».",
         [("سنكمل الطريق معا", "رامي شاهين")]),
        ("ar", "قالت سلمى (40 عاما) «لم نر مطرا منذ سنة».", [("لم نر مطرا منذ سنة", "سلمى")]),
        ("ar", "أكد رامي شاهين اطلاع بلدته على الأمر.\n\nوقال شاهين تعليقا على السؤال: «لا جديد عندنا».",
         [("لا جديد عندنا", "رامي شاهين")]),
        ("ar", "وحسب «صوت الضفة»، قال رامي شاهين: «انتهى العمل».", [("انتهى العمل", "رامي شاهين")]),
        ("ar", "قال رامي شاهين إن تسليم المفاتيح في هذا الوقت من السنة ومع كل ما جرى لسكان الحي القديم كله "
               "أمر «بعيد عن الواقع تماما»، وفق تعبيره.", [("بعيد عن الواقع تماما", "رامي شاهين")]),
        ("ar", "وصل رامي شاهين أمس.\n\nشاهين أوضح أن «العمل مستمر».", [("العمل مستمر", "رامي شاهين")]),
        ("ar", 'منذ "4" سنوات يقول السكان إن "حماس" و"داعش" غابتا.', []),
        ("ar", "تعرضه قناة «ON TV» على شاشة «BBC» كما قال المدير.", []),
        ("ar", "وأضاف رامي شاهين، لـ«الضفة»، أن «الجسر آمن تماما».", [("الجسر آمن تماما", "رامي شاهين")]),
        ("ar", "قال الوزير جان إيف لو بلان إن «الجسر آمن تماما».", [("الجسر آمن تماما", "جان إيف لو بلان")]),
        ("ar", "عرضت فيلمها الجديد «ليل طويل» أمس.", []),
        ("en", "Nora Vale was home.\n\nThe Ministry of Works (MoW) in its reply said “the bridge is safe”.",
         [("the bridge is safe", "Ministry of Works")]),
        ("en", "Mary Holt spoke. She added that the port “is ready for winter,” Reuters reported.",
         [("is ready for winter,", "Mary Holt")]),
        ("en", "The mayor was angry. With little time left, the NLP hit back at him saying it was “a bad joke”.",
         [("a bad joke", "NLP")]),
        ("en", "Jane Pike came home. “It rains,” Pike said.\n\nShe said the whole world knows.\n\n“We know,” "
               "said the party leader.", [("It rains,", "Jane Pike"), ("We know,", "Jane Pike")]),
        ("ru", "«Мост готов», — напомнил Председатель Государственной Думы.", [("Мост готов", None)]),
        ("ru", "Об этом сообщил губернатор Пётр Лосев.\n\n«Мост готов», — сообщил губернатор в своем ТГ-канале.",
         [("Мост готов", "Пётр Лосев")]),
        ("ru", "Песню цитирует «Интерфакс», заявил Пётр Лосев.", []),
        ("fr", "« Tout va bien », notait Anne Roy, le maire. « On continue », rajoutait le maire.",
         [("Tout va bien", "Anne Roy"), ("On continue", "Anne Roy")]),
        ("en", "The stew is known in Brussels as “stoemp” and eaten hot.", []),
    ],
)  # fmt: skip
def test_a_language_names_its_speaker(language: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert speakers(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Film „Die Nacht“ läuft wieder."),
        ("fr", "Le roman « Les Heures » a reçu un prix."),
        ("tr", '"Sessiz Avlu" adlı roman yeniden basıldı.'),
        ("he", 'הרומן "החצר השקטה" חוזר לחנויות.'),
        ("zh", "被誉为“一代人的回声”的小说再版。"),
    ],
)
def test_a_name_in_marks_is_no_quote(language: str, text: str) -> None:
    assert speakers(language, text) == []


@pytest.mark.parametrize(
    "text",
    ["Jan Roth sagte, die Agentur „Nordwind“ zahle.", "Jan Roth sagte, die „Aktion Neues Bonn“ zahle."],
)
def test_german_nouns_alone_or_behind_a_noun_are_a_name(text: str) -> None:
    assert speakers("de", text) == []


def test_an_author_is_credited_with_the_writing_that_is_quoted() -> None:
    text = "وقال الكاتب سامي الخطيب إن الوضع صعب. وجاء في المقال: «الناس تعبت من الوعود الكثيرة»."
    assert speakers("ar", text) == [("الناس تعبت من الوعود الكثيرة", "سامي الخطيب")]
