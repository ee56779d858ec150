"""The topic lexicon and how concepts are found in a text."""

from __future__ import annotations

import pytest

from briefing.errors import DataError
from briefing.text.knowledge.lexicon import LANGUAGES, built_in, columns

HEAD = "id\tkind\tcode\tlabel\tshort\ten\n"


def found(text: str, language: str) -> list[str]:
    return [mention.concept.id for mention in built_in().read(text, language).mentions]


def test_the_longest_form_wins() -> None:
    assert found("the UN Security Council met", "en") == ["org:unsc"]
    assert found("مجلس الأمن", "ar") == ["org:unsc"]


def test_mentions_count_words() -> None:
    reading = built_in().read("a new Security Council", "en")
    (mention,) = reading.mentions
    assert reading.words[mention.start : mention.end] == ("Security", "Council")


@pytest.mark.parametrize("text", ["باللقاح", "لقاحات", "واللقاحات", "لقاحها", "للقاح", "اللَّقاحُ"])
def test_arabic_clitics_endings_and_harakat_do_not_hide_a_word(text: str) -> None:
    assert found(text, "ar") == ["theme:vaccine"]


@pytest.mark.parametrize(
    ("text", "language", "identifier"),
    [
        ("вакцины", "ru", "theme:vaccine"),
        ("вакцинами", "ru", "theme:vaccine"),
        ("российским", "ru", "place:russia"),
        ("самолётов ПВО", "ru", "theme:air-defence"),
        ("rusos", "es", "place:russia"),
        ("rusas", "es", "place:russia"),
        ("economicas", "es", "theme:economy"),
        ("elecciones", "es", "theme:elections"),
        ("türkischen", "de", "place:turkey"),
        ("mültecilerin", "tr", "theme:refugees"),
        ("İran'ın", "tr", "place:iran"),
        ("IRAK'TA", "tr", "place:iraq"),
        ("ובאיראן", "he", "place:iran"),
        ("האיראניות", "he", "place:iran"),
        ("ממשלת", "he", "theme:government"),
        ("حملوں", "ur", "theme:attack"),
        ("نازحين", "ar", "theme:refugees"),
        ("پناهندگان", "fa", "theme:refugees"),
    ],
)
def test_endings_and_clitics_do_not_hide_a_word(text: str, language: str, identifier: str) -> None:
    assert found(text, language) == [identifier]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("için", "tr"),
        ("cinayetten sonra din", "ur"),
        ("Того, кто", "ru"),
        ("de puerta en puerta", "es"),
        ("Дело о газете", "ru"),
        ("مالی و اداری", "fa"),
        ("核心内容", "zh"),
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(text: str, language: str) -> None:
    assert not [identifier for identifier in found(text, language) if identifier.startswith("place:")]


def test_a_persian_form_is_found_with_a_joiner_a_blank_or_neither() -> None:
    assert found("برنامه هسته‌ای", "fa") == found("برنامه هسته ای", "fa") == found("برنامه هستهای", "fa")


def test_chinese_is_cut_at_the_longest_form() -> None:
    assert found("马里乌波尔", "zh") == ["place:mariupol"]
    assert found("马里政变", "zh") == ["place:mali", "theme:coup"]


def test_traditional_chinese_is_read_as_simplified() -> None:
    assert found("烏克蘭戰爭", "zh") == found("乌克兰战争", "zh") == ["place:ukraine", "theme:war"]


def test_a_country_of_one_chinese_character_needs_company() -> None:
    assert found("中美会谈", "zh")[:2] == ["place:china", "place:united-states"]
    assert found("访华", "zh") == ["place:china"]
    assert "place:china" not in found("其中两人", "zh")
    assert "place:united-states" not in found("美好", "zh")


def test_a_german_compound_of_known_parts_is_taken_apart() -> None:
    assert found("Friedensgespräche", "de") == ["theme:peace", "relation:talks"]
    assert found("Energiepreise", "de") == ["theme:energy", "theme:inflation"]
    assert found("Donaudampfschiff", "de") == []


def test_a_proper_name_takes_no_article() -> None:
    assert found("باريس", "ar") == ["place:paris"]
    assert found("الباريس", "ar") == []


def test_a_common_word_takes_the_article() -> None:
    assert found("الحرب", "ar") == found("حرب", "ar") == ["theme:war"]


def test_there_are_five_hundred_topics_in_every_language_of_the_brief() -> None:
    for language in LANGUAGES:
        assert len({c.id for c, forms in built_in().rows(language) if forms and c.kind != "press"}) >= 500, language


def test_every_place_theme_and_relation_is_written_in_arabic_persian_and_english() -> None:
    for language in ("en", "ar", "fa"):
        written = {concept.id for concept, forms in built_in().rows(language) if forms}
        bare = [c.id for c in built_in().concepts() if c.kind in ("theme", "relation") and c.id not in written]
        assert not bare, language


def test_every_demonym_belongs_to_a_place() -> None:
    lexicon = built_in()
    assert all(lexicon.place(concept.id) for concept in lexicon.concepts() if concept.kind == "demonym")


def test_a_form_means_one_topic_in_a_language() -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for concept, forms in built_in().rows(language):
            for form in forms.split("|") if concept.kind in ("theme", "relation") and forms else ():
                assert seen.setdefault(form.casefold(), concept.id) == concept.id, (language, form)


def test_a_language_without_column_is_looked_up_in_a_related_one() -> None:
    assert columns("ar") == ("ar",)
    assert columns("ps") == ("fa", "ar")
    assert columns("sv") == ("en",)


def test_a_users_table_adds_concepts_and_goes_before_the_packages_forms() -> None:
    own = HEAD + "theme:lithium\ttheme\t\tLithium\t\tlithium\nplace:kashmir\tplace\t\tValley\t\tVale\n"
    lexicon = built_in().extended(own, "lexicon.tsv")
    assert [m.concept.label for m in lexicon.read("lithium in the Vale", "en").mentions] == ["Lithium", "Valley"]
    assert [m.concept.label for m in lexicon.read("كشمير", "ar").mentions] == ["Valley"]
    assert lexicon.read("Kashmir", "en").mentions[0].concept.id == "place:kashmir"


def test_a_users_form_wins_over_the_packages() -> None:
    lexicon = built_in().extended(HEAD + "theme:reactors\ttheme\t\tReactors\t\tnuclear\n", "lexicon.tsv")
    assert [m.concept.id for m in lexicon.read("nuclear", "en").mentions] == ["theme:reactors"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("id\tkind\n", "1"),
        (HEAD.replace("en", "xx"), "1"),
        (HEAD + "place:x\tplace\t\tX\t\n", "2"),
        (HEAD + "place:x\tplace\t\tX\t\tX| Y\n", "2"),
        (HEAD + "place:X\tplace\t\tX\t\tX\n", "2.id"),
        (HEAD + "place:x\torg\t\tX\t\tX\n", "2.kind"),
        (HEAD + "place:x\tplace\t\t\t\tX\n", "2.label"),
        (HEAD + "place:x\tplace\tabc\tX\t\tX\n", "2.code"),
        (HEAD + "place:x\tplace\t\tX\t\tX\n" * 2, "3"),
        (HEAD + "place:new\tdemonym\t\tNew\t\tNewish\n", "2.id"),
    ],
)
def test_wrong_data_is_named_by_file_and_line(text: str, key: str) -> None:
    with pytest.raises(DataError) as caught:
        built_in().extended(text, "lexicon.tsv")
    assert (caught.value.file, caught.value.key) == ("lexicon.tsv", key)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The United Nations and the EU spoke of Kashmir, the Security Council of the US and of us."),
        ("en", "THE UN AND THE WHO IN NEW YORK"),
        ("ar", "قال مجلس الأمن إن الأمم المتحدة في كشمير، وفي NATO"),
        ("zh", "中美在联合国安理会谈克什米尔，俄媒"),
        ("de", "Die Friedensverhandlungen der Vereinten Nationen in Kaschmir"),
        ("pt", "As Nações Unidas em Nova York"),
    ],
)
def test_what_a_text_names_is_what_reading_it_finds(language: str, text: str) -> None:
    assert built_in().named(text, language) == [m.concept for m in built_in().read(text, language).mentions]


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("بطريقة جديدة", []),
        ("دورة تدريبية", []),
        ("على طريقهم", ["theme:roads"]),
        ("القوات الأمريكية", ["theme:defence", "place:united-states"]),
        ("صحيّة", ["theme:health"]),
        ("شاعرة", ["theme:literature"]),
    ],
)
def test_ta_marbuta_makes_another_noun_but_no_other_adjective(text: str, identifiers: list[str]) -> None:
    assert found(text, "ar") == identifiers


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("بطاقات الهوية", []),
        ("الطاقة", ["theme:energy"]),
        ("مصالحها", []),
        ("مصالحة", ["theme:reconciliation"]),
        ("صلاح الدين", []),
        ("مسقط رأسه", []),
        ("مسقط", ["place:muscat"]),
    ],
)
def test_a_homograph_is_no_form_of_what_it_looks_like(text: str, identifiers: list[str]) -> None:
    assert found(text, "ar") == identifiers


def test_homographs_are_told_to_nobody() -> None:
    assert all(concept.kind != "homograph" for concept in built_in().concepts())
