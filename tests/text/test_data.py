"""Reading the text core's data files."""

from __future__ import annotations

import pytest

from briefing.errors import DataError
from briefing.text import data


def test_the_files_of_the_package_are_there() -> None:
    assert {"ar", "fa", "en"} <= data.read_toml("languages.toml").keys()
    assert data.read("lexicon.tsv").startswith("id\tkind\t")


def test_a_file_that_is_no_toml_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "read", lambda _: "[")
    with pytest.raises(DataError) as caught:
        data.read_toml("languages.toml")
    assert (caught.value.file, caught.value.key) == ("languages.toml", "syntax")
