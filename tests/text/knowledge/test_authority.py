"""One id for a person or organisation, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import DataError
from briefing.text.data import read
from briefing.text.knowledge.authority import known
from briefing.text.knowledge.lexicon import LANGUAGES

HEAD = "id\tlabel\talone\ten\tar\n"
LAVROV = "person:sergei-lavrov"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("سيرجي لافروف", "ar"),
        ("لافروف", "ar"),
        ("وزير الخارجية الروسي سيرغي لافروف", "ar"),
        ("سرگئی لاوروف", "fa"),
        ("Сергей Лавров", "ru"),
        ("Сергей Викторович Лавров", "ru"),
        ("Лаврова", "ru"),
        ("Лавровым", "uk"),
        ("Sergei Lavrov", "en"),
        ("S. Lavrov", "en"),
        ("Lavrov", "sv"),
        ("Sergueï Lavrov", "fr"),
        ("Lawrow", "de"),
        ("Lavrov’un", "tr"),
        ("סרגיי לברוב", "he"),
        ("سرگئی لاوروف", "ur"),
        ("谢尔盖·拉夫罗夫", "zh"),
        ("拉夫罗夫", "zh"),
        ("拉夫羅夫", "zh"),
        ("Sergei Lavrov", "ar"),
    ],
)
def test_one_person_has_one_id_in_every_language(name: str, language: str) -> None:
    assert known().person_of(name, language) == LAVROV


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Igor Lavrov", "en"),
        ("Hunter Biden", "en"),
        ("Johnson", "en"),
        ("Khan", "en"),
        ("Kim", "en"),
        ("Lavrovsky", "en"),
        ("محمد", "ar"),
        ("عباس", "ar"),
        ("أوغلو", "ar"),
        ("وزير الخارجية", "ar"),
        ("", "ar"),
        ("Навальн", "en"),
    ],
)
def test_nobody_is_named_by_likeness_or_by_a_name_that_several_bear(name: str, language: str) -> None:
    assert known().person_of(name, language) is None


@pytest.mark.parametrize(
    ("name", "language", "identifier"),
    [
        ("بن سلمان", "ar", "person:mohammed-bin-salman"),
        ("الأمير محمد بن سلمان", "ar", "person:mohammed-bin-salman"),
        ("von der Leyen", "de", "person:ursula-von-der-leyen"),
        ("Assad", "en", "person:bashar-al-assad"),
        ("عبدالفتاح السيسي", "ar", "person:abdel-fattah-el-sisi"),
        ("عبد الفتاح السيسي", "ar", "person:abdel-fattah-el-sisi"),
        ("جاويش أوغلو", "ar", "person:mevlut-cavusoglu"),
        ("Навальный", "ru", "person:alexei-navalny"),
        ("Навальной", "ru", "person:yulia-navalnaya"),
        ("حسین امیرعبداللهیان", "fa", "person:hossein-amir-abdollahian"),
        ("UNICEF", "en", "org:unicef"),
        ("اليونيسف", "ar", "org:unicef"),
    ],
)
def test_particles_joined_names_and_organisations_are_known(name: str, language: str, identifier: str) -> None:
    assert known().person_of(name, language) == identifier


@pytest.mark.parametrize("name", ["lavrov", "لافروف", "Лавров", "لاوروف", "Lawrow", LAVROV])
def test_a_query_finds_a_person_by_any_of_the_names(name: str) -> None:
    assert LAVROV in known().called(name)


@pytest.mark.parametrize(
    ("source", "language", "short"),
    [
        ("وكالة ايسنا للأنباء", "ar", "ISNA"),
        ("TASS", "en", "TASS"),
        ("ТАСС", "ru", "TASS"),
        ("新华社", "zh", "Xinhua"),
        ("سيرجي لافروف", "ar", None),
        ("Some blog", "en", None),
    ],
)
def test_an_agency_has_a_short_name(source: str, language: str, short: str | None) -> None:
    assert known().agency(source, language) == short


def test_there_are_four_hundred_people_and_two_hundred_organisations() -> None:
    identifiers = known().everyone
    assert sum(identifier.startswith("person:") for identifier in identifiers) >= 400
    assert sum(identifier.startswith("org:") for identifier in identifiers) >= 200


def test_every_person_is_listed_once_and_found_by_each_name() -> None:
    header, *rows = (line.split("\t") for line in read("people.tsv").splitlines())
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        for language in LANGUAGES:
            names = filter(None, row[header.index(language)].split("|"))
            lost = [name for name in names if " " in name and known().person_of(name, language) != row[0]]
            assert not lost, (row[0], language)


def test_a_users_list_adds_people_and_names() -> None:
    own = HEAD + "person:jane-roe\tRoe\t\tJane Roe\tجين رو\n" + f"{LAVROV}\tLavrov\t\tMinister L\t\n"
    names = known().extended(own, "people.tsv")
    assert names.person_of("Roe", "en") == names.person_of("جين رو", "ar") == "person:jane-roe"
    assert names.person_of("Minister L", "en") == names.person_of("Лавров", "ru") == LAVROV
    assert names.label("person:jane-roe") == "Roe"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("id\tlabel\n", "1"),
        (HEAD.replace("ar", "xx"), "1"),
        (HEAD + "person:x\tX\n", "2"),
        (HEAD + "X\tX\t\tX\tX\n", "2.id"),
        (HEAD + "person:x\t\t\tX\tX\n", "2.label"),
        (HEAD + "person:x\tX\tmaybe\tX\tX\n", "2.alone"),
    ],
)
def test_wrong_data_is_named_by_file_and_line(text: str, key: str) -> None:
    with pytest.raises(DataError) as caught:
        known().extended(text, "people.tsv")
    assert (caught.value.file, caught.value.key) == ("people.tsv", key)


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_name_means_somebody_known_or_nobody(name: str, language: str) -> None:
    found = known().person_of(name, language)
    assert found is None or found in known().everyone
    assert known().called(name) <= known().everyone.keys()
