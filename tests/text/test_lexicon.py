"""The topic lexicon and how concepts are found in a text."""

from __future__ import annotations

import pytest

from briefing.errors import DataError
from briefing.text import lexicon
from briefing.text.lexicon import columns, mentions, place, words

HEAD = "id\tkind\tcode\tlabel\tshort\ten\n"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch):
    """Puts a lexicon of these lines in the place of the real one."""
    caches = (lexicon._index, lexicon._header, lexicon._rows, lexicon._concepts, lexicon._places)

    def clear() -> None:
        for cached in caches:
            cached.cache_clear()

    def put(text: str) -> None:
        monkeypatch.setattr(lexicon, "read", lambda _: text)
        clear()

    yield put
    clear()


def found(text: str, language: str) -> list[str]:
    return [mention.concept.id for mention in mentions(text, language)]


def test_the_longest_form_wins() -> None:
    assert found("the UN Security Council met", "en") == ["org:unsc"]
    assert found("مجلس الأمن", "ar") == ["org:unsc"]


def test_mentions_count_words() -> None:
    (mention,) = mentions("a new Security Council", "en")
    assert (mention.start, mention.end) == (2, 4)
    assert words("a new Security Council")[mention.start : mention.end] == ("security", "council")


@pytest.mark.parametrize("text", ["باللقاح", "لقاحات", "واللقاحات", "لقاحها", "للقاح", "اللَّقاحُ"])
def test_arabic_clitics_endings_and_harakat_do_not_hide_a_word(text: str) -> None:
    assert found(text, "ar") == ["theme:vaccine"]


@pytest.mark.parametrize("text", ["вакцины", "вакцинами", "вакцину"])
def test_russian_cases_do_not_hide_a_word(text: str) -> None:
    assert found(text, "ru") == ["theme:vaccine"]


def test_a_proper_name_takes_no_article() -> None:
    assert found("باريس", "ar") == ["place:paris"]
    assert found("الباريس", "ar") == []


def test_a_common_word_takes_the_article() -> None:
    assert found("الحرب", "ar") == found("حرب", "ar") == ["theme:war"]


def test_every_country_has_forms_in_arabic_persian_and_english() -> None:
    for row in lexicon._rows():
        if row[1] != "demonym":
            assert all(row[lexicon._header().index(column)] for column in ("en", "ar", "fa")), row[0]


def test_every_demonym_belongs_to_a_place() -> None:
    assert all(place(concept.id) for concept in lexicon._concepts() if concept.kind == "demonym")


def test_a_language_without_column_is_looked_up_in_a_related_one() -> None:
    assert columns("ar") == ("ar",)
    assert columns("ur") == ("fa", "ar")
    assert columns("sv") == ("en",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("id\tkind\n", "1"),
        (HEAD + "place:x\tplace\t\tX\t\n", "2"),
        (HEAD + "place:x\tplace\t\tX\t\tX| Y\n", "2"),
        (HEAD + "place:X\tplace\t\tX\t\tX\n", "2.id"),
        (HEAD + "place:x\torg\t\tX\t\tX\n", "2.kind"),
        (HEAD + "place:x\tplace\t\t\t\tX\n", "2.label"),
        (HEAD + "place:x\tplace\tabc\tX\t\tX\n", "2.code"),
        (HEAD + "place:x\tplace\t\tX\t\tX\n" * 2, "3"),
    ],
)
def test_wrong_data_is_named_by_file_and_line(lines, text: str, key: str) -> None:
    lines(text)
    with pytest.raises(DataError) as caught:
        mentions("X", "en")
    assert (caught.value.file, caught.value.key) == ("lexicon.tsv", key)
