"""Who is whom, from the command line: a name finds its person in every language, and two names can be made one."""

from __future__ import annotations

import pytest

RUSSIAN = "Визит\n\nЛавров прибыл в Исламабад. «Мы готовы помочь Пакистану в борьбе», — сказал Сергей Лавров.\n"
ENGLISH = "A visit\n\nSergei Lavrov said: \u201cWe are ready to help Pakistan in its fight against terror.\u201d\n"
STRANGERS = "News\n\n{} said: \u201cWe shall not sign the paper that they sent us on Monday.\u201d\n"


@pytest.fixture
def texts(tmp_path):
    for name, text in {"ru": RUSSIAN, "en": ENGLISH}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    for name in ("Jane Roe", "J. M. Sallow"):
        (tmp_path / f"{name[0]}{name[-1]}.txt").write_text(STRANGERS.format(name), encoding="utf-8")
    return tmp_path


def test_a_speaker_is_found_by_the_name_in_any_language(run, texts):
    assert run("add", str(texts / "ru.txt"), str(texts / "en.txt")).returncode == 0
    for name in ("lavrov", "لافروف", "Лавров", "person:sergei-lavrov"):
        found = run("quotes", "--speaker", name, "--json")
        assert found.returncode == 0
        assert len(found.stdout.splitlines()) == 2, name


def test_two_names_are_made_one_person(run, texts):
    assert run("add", str(texts / "Je.txt"), str(texts / "Jw.txt")).returncode == 0
    assert len(run("quotes", "--speaker", "Jane Roe").stdout.splitlines()) == 1
    merged = run("speakers", "merge", "Jane Roe", "J. M. Sallow")
    assert merged.returncode == 0
    assert "person:jane-roe; 2 quotes" in merged.stderr
    assert len(run("quotes", "--speaker", "Jane Roe").stdout.splitlines()) == 2


def test_two_people_known_apart_are_not_made_one(run, texts):
    refused = run("speakers", "merge", "Lavrov", "Putin")
    assert refused.returncode == 2
    assert "known apart" in refused.stderr


@pytest.mark.parametrize(
    "names", [("bank", "B"), ("!!!", "???"), ("Jane Roe", "7"), ("Jane", "Roe", "J. Roe"), ("Jane Roe",), ()]
)
def test_what_is_not_two_names_is_not_merged(run, home, names):
    refused = run("speakers", "merge", *names)
    assert refused.returncode == 2
    assert "briefing speakers merge 'Jane Roe' 'J. M. Roe'" in refused.stderr
    assert not (home / "people.tsv").exists()


@pytest.mark.parametrize("name", ["people.tsv", "lexicon.tsv"])
def test_a_broken_list_is_named_with_its_folder_and_is_a_problem(run, home, texts, name):
    home.mkdir(exist_ok=True)
    (home / name).write_text("nonsense\n")
    assert f"{home / name}: 1 = 'nonsense'" in run("add", texts / "en.txt").stderr
    examined = run("doctor")
    assert (examined.returncode, f"{home / name}: 1 = " in examined.stdout) == (1, True)
