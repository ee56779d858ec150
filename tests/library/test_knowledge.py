"""The reader's own topics and people in the configuration folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.errors import DataError, StoreError
from briefing.library.knowledge import own_knowledge

TOPICS = "id\tkind\tcode\tlabel\tshort\ten\n"
PEOPLE = "id\tlabel\talone\ten\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    return tmp_path


def test_without_own_tables_the_packages_are_used(folder: Path) -> None:
    assert own_knowledge().authority.person_of("Lavrov", "en") == "person:sergei-lavrov"


def test_own_tables_extend_the_packages(folder: Path) -> None:
    (folder / "lexicon.tsv").write_text(TOPICS + "theme:lithium\ttheme\t\tLithium\t\tlithium\n")
    (folder / "people.tsv").write_text(PEOPLE + "person:jane-roe\tRoe\t\tJane Roe\n")
    knowledge = own_knowledge()
    assert knowledge.lexicon.read("lithium", "en").mentions[0].concept.label == "Lithium"
    assert knowledge.authority.person_of("Jane Roe", "en") == "person:jane-roe"


def test_a_wrong_line_is_named(folder: Path) -> None:
    (folder / "lexicon.tsv").write_text(TOPICS + "lithium\ttheme\t\tLithium\t\tlithium\n")
    with pytest.raises(DataError, match=rf"^{re.escape(str(folder))}/lexicon\.tsv: 2\.id = 'lithium'"):
        own_knowledge()


def test_a_file_that_is_no_utf_8_is_refused_in_words(folder: Path) -> None:
    (folder / "people.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError, match=r"people\.tsv"):
        own_knowledge()
