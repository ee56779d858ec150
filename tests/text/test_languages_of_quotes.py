"""What the packs reach on the articles written for them, and single rules of single languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from briefing.text.quotes import find_quotes
from tests.evaluation.__main__ import measure
from tests.evaluation.gold import articles, one_section
from tests.evaluation.scoring import figures

DATA = Path(__file__).parent.parent / "data" / "quotes"
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
        ("fr", "« Il pleut », a déclaré Luc Morel.", [("Il pleut", "Luc Morel")]),
        ("fr", "« Il pleut, a dit Luc Morel, mais oui ».", [("Il pleut", "Luc Morel"), ("mais oui", "Luc Morel")]),
        ("es", "«Llueve —dijo Ana Ruiz—, y me quedo».", [("Llueve", "Ana Ruiz"), ("y me quedo", "Ana Ruiz")]),
        ("ru", "«Да, — сказал Пётр Лосев. — Я остаюсь».", [("Да", "Пётр Лосев"), ("Я остаюсь", "Пётр Лосев")]),
        ("ru", "В город приехал Пётр Лосев. По словам Лосева, это «пустяк».", [("пустяк", "Пётр Лосев")]),
        ("tr", 'Vali Hamza Tuncel, Elazığ\'da "Herkes evinde" dedi.', [("Herkes evinde", "Hamza Tuncel")]),
        ("tr", '"Herkes evinde" diyen Hamza Tuncel ayrıldı.', [("Herkes evinde", "Hamza Tuncel")]),
        ("tr", 'Hamza Tuncel\'e göre karar "yerinde".', [("yerinde", "Hamza Tuncel")]),
        ("fa", "رحیم توکلی، کشاورز، به ایسنا گفت: «آب نداریم.»", [("آب نداریم.", "رحیم توکلی")]),
        ("ur", "وزیر خزانہ سلمان شیخ نے کہا کہ ’راستہ بند ہے۔‘", [("راستہ بند ہے۔", "سلمان شیخ")]),
        ("he", 'יוסי מלכא סיפר ל"הארץ": "שמענו פיצוץ גדול".', [("שמענו פיצוץ גדול", "יוסי מלכא")]),
        ("zh", "外交部发言人高文博说：“对话才是出路。”", [("对话才是出路。", "高文博")]),
        ("zh", "“经济正在放缓，”经济学家苏婷说。", [("经济正在放缓，", "苏婷")]),
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


def test_an_author_is_credited_with_the_writing_that_is_quoted() -> None:
    text = "وقال الكاتب سامي الخطيب إن الوضع صعب. وجاء في المقال: «الناس تعبت من الوعود الكثيرة»."
    assert speakers("ar", text) == [("الناس تعبت من الوعود الكثيرة", "سامي الخطيب")]
