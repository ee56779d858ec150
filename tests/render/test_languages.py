"""Names of languages."""

from __future__ import annotations

from briefing.render.languages import language_name
from briefing.text.data import read_toml


def test_every_language_that_is_told_apart_has_a_name():
    codes = read_toml("languages.toml")

    assert len(codes) > 60
    assert [code for code in codes if language_name(code) == code] == []
