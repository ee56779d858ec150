"""Telling languages apart, and which way they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.language import UNKNOWN, detect, direction

SENTENCES = {
    "ar": "قال الوزير إن السفينة وصلت إلى الميناء بعد ثلاثة أيام من العاصفة.",
    "fa": "وزیر گفت که کشتی پس از سه روز به بندر رسید و بار آن سالم است.",
    "ur": "وزیر نے کہا ہے کہ جہاز تین دن کے بعد بندرگاہ پر پہنچ گیا اور اس میں کوئی خرابی نہیں ہے۔",
    "ckb": "وەزیر گوتی کە کەشتییەکە لە دوای سێ ڕۆژ گەیشتە بەندەر و بۆ ئەو باشە.",
    "he": "השר אמר כי הספינה הגיעה אל הנמל אחרי שלושה ימים של סערה.",
    "ru": "Министр сказал, что корабль вошёл в порт после трёх дней бури и что груз цел.",
    "uk": "Міністр сказав, що корабель увійшов до порту після трьох днів бурі і що вантаж цілий.",
    "en": "The minister said that the ship had reached the harbour after three days of storm.",
    "fr": "Le ministre a dit que le navire est entré dans le port après trois jours de tempête.",
    "es": "El ministro dijo que el barco llegó al puerto después de tres días de tormenta.",
    "de": "Der Minister sagte, dass das Schiff nach drei Tagen Sturm in den Hafen eingelaufen ist.",
    "tr": "Bakan, geminin üç gün süren fırtınadan sonra limana ulaştığını ve yükün sağlam olduğunu söyledi.",
    "pt": "O ministro disse que o navio não chegou ao porto depois de três dias de tempestade.",
    "it": "Il ministro ha detto che la nave è arrivata nel porto dopo tre giorni di tempesta.",
    "id": "Menteri itu mengatakan bahwa kapal tersebut telah tiba di pelabuhan dan tidak rusak.",
    "zh": "部长说，船在三天的暴风雨之后到达了港口。",
    "ja": "大臣は、船が三日間の嵐のあとで港に着いたと述べた。",
    "ko": "장관은 배가 사흘간의 폭풍 끝에 항구에 도착했다고 말했다.",
    "hi": "मंत्री ने कहा कि जहाज तीन दिन के बाद बंदरगाह पर पहुंचा है और यह ठीक है।",
    "th": "รัฐมนตรีกล่าวว่าเรือมาถึงท่าเรือหลังพายุสามวัน",
    "el": "Ο υπουργός είπε ότι το πλοίο έφτασε στο λιμάνι.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough_to_tell_its_language(language: str) -> None:
    assert detect(SENTENCES[language]) == language


def test_a_text_without_letters_is_undetermined() -> None:
    assert detect("1234 … !?") == UNKNOWN


def test_a_latin_name_alone_is_undetermined() -> None:
    assert detect("Xanthippe") == UNKNOWN


def test_a_short_arabic_heading_is_arabic() -> None:
    assert detect("لقاح") == "ar"


def test_persian_typed_with_arabic_letters_is_persian() -> None:
    assert detect("وزير نيرو گفت كه اين طرح براي كشاورزان دشت مهيار تا پايان سال اجرا مي‌شود") == "fa"


def test_the_sources_claim_decides_where_the_text_says_little() -> None:
    assert detect("Xanthippe", "fr-CA") == "fr"
    assert detect("1234", "ar_EG") == "ar"


def test_the_script_overrules_the_sources_claim() -> None:
    assert detect(SENTENCES["ar"], "en-US") == "ar"


def test_clear_words_overrule_the_sources_claim_within_a_script() -> None:
    assert detect(SENTENCES["fa"] * 3, "ar") == "fa"
    assert detect(SENTENCES["fr"] * 3, "en") == "fr"


def test_a_claim_for_a_language_without_marks_is_believed() -> None:
    assert detect("Obbo Daraaraan har'a mana barumsaatti argaman.", "om") == "om"


def test_a_claim_that_is_no_tag_is_not_heard() -> None:
    assert detect("1234", "Arabic (Egypt)") == UNKNOWN


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("claimed", [None, "en", "ar"])
def test_pieces_of_a_long_text_tell_what_the_whole_does(language: str, claimed: str | None) -> None:
    text = f"{SENTENCES[language]} " * 40
    found = detect(text, claimed)
    assert found in (language, claimed)
    assert found == detect(text[:1100], claimed), "which is too short for pieces"


def test_a_menu_in_another_language_above_a_long_text_does_not_decide() -> None:
    assert detect(SENTENCES["en"] * 5 + SENTENCES["ar"] * 40) == "ar"
    assert detect(SENTENCES["en"] * 5 + SENTENCES["ar"] * 40, "en") == "ar"


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "he", "ckb", "ps"])
def test_languages_of_right_to_left_scripts_are_written_right_to_left(language: str) -> None:
    assert direction(language, "Latin text") == "rtl"


def test_the_language_decides_the_direction_before_the_text() -> None:
    assert direction("en", "نص عربي") == "ltr"


def test_the_first_strong_letter_decides_for_an_unknown_language() -> None:
    assert direction(UNKNOWN, "12 (…) شمال north") == "rtl"
    assert direction(UNKNOWN, "12 (…) north شمال") == "ltr"
    assert direction(UNKNOWN, "12") == "ltr"


@given(st.text(max_size=400), st.none() | st.text(max_size=8))
def test_any_text_has_a_language_tag_and_a_direction(text: str, hint: str | None) -> None:
    language = detect(text, hint)
    assert language.isalpha()
    assert language.islower()
    assert direction(language, text) in {"ltr", "rtl"}


def test_a_claim_that_nothing_in_a_long_text_bears_out_is_none():
    welsh = "Mae’r tywydd yn braf heddiw ac mae’r plant yn chwarae yn y parc gyda’u ffrindiau newydd. " * 8

    assert detect(welsh, "en") == "und"
    assert detect(welsh[:90], "en") == "en"
    assert detect(welsh, "cy") == "cy"
