"""What is said of a valid pack that lacks something."""

from __future__ import annotations

import pytest

from briefing.text.packs.files import languages, load, parse
from briefing.text.packs.remarks import remarks


def test_a_bare_pack_is_told_what_goes_wrong_without_its_lists() -> None:
    pack = parse({"language": "xx", "order": "SVO", "verbs": [{"cue": "say", "forms": "said"}]}, "xx.toml")
    said = "\n".join(remarks(pack))
    assert "words.titles is empty" in said
    assert "pronouns is empty" in said


def test_a_strong_verb_that_is_a_preposition_too_is_named() -> None:
    table = {
        "language": "xx",
        "order": "SVO",
        "verbs": [{"cue": "via", "forms": "via"}],
        "words": {"prepositions": "via"},
    }
    assert any("words.prepositions too: via" in remark for remark in remarks(parse(table, "xx.toml")))


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_shipped_pack_holds_a_strong_homograph(language: str) -> None:
    assert [remark for remark in remarks(load(language)) if remark.startswith("Strong")] == []
