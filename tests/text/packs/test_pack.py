"""Language packs: loading, folding and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.errors import DataError
from briefing.text.packs.files import languages, load, parse
from briefing.text.packs.phrases import Phrases


def table(**changes: Any) -> dict[str, Any]:
    """A small valid pack with some values changed."""
    return {"language": "xx", "order": "SVO", "verbs": [{"cue": "say", "forms": "says said"}], **changes}


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_shipped_pack_loads(language: str) -> None:
    assert load(language).language == language


def test_a_region_reads_its_language_and_an_unknown_language_english() -> None:
    assert load("ar-EG").language == "ar"
    assert load("xx").language == "en"


def test_verb_forms_carry_their_dictionary_form_with_and_without_a_proclitic() -> None:
    verbs = load("ar").verbs
    assert verbs["واضافت"].cue == "أضاف"
    assert verbs["اضافت"].gender == "feminine"
    assert verbs["مؤكدا"].participle


def test_phrases_match_the_longest_first() -> None:
    phrases = Phrases(["according", "according to"])
    assert phrases.length(["x", "according", "to", "y"], 1) == 2
    assert phrases.length_before(["according", "to"], 2) == 2
    assert "according" in phrases


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"order": "OVS"}, "order"),
        ({"verbs": []}, "verbs"),
        ({"verbs": [{"forms": "says"}]}, "verbs.0.cue"),
        ({"verbs": [{"cue": "say", "tense": "past"}]}, "verbs.0.tense"),
        ({"capitals": "yes"}, "capitals"),
        ({"words": {"colours": "red"}}, "words.colours"),
        ({"words": {"titles": [1]}}, "words.titles"),
        ({"pronouns": {"dual": "huma"}}, "pronouns.dual"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(DataError) as caught:
        parse(table(**changes), "xx.toml")
    assert (caught.value.file, caught.value.key) == ("xx.toml", key)


def test_a_language_is_added_by_data_alone() -> None:
    pack = parse(table(words={"titles": "captain"}, pronouns={"feminine": "she"}), "xx.toml")
    assert pack.verbs["said"].cue == "say"
    assert "captain" in pack.words["titles"]
    assert pack.pronouns["she"] == "feminine"
