"""Corrections laid over an article: what they change, and that they leave the analysis as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.model import Section
from briefing.text.corrections import (
    KINDS,
    LONGEST,
    Correction,
    by_target,
    carried_from,
    checked,
    corrected,
    section_keys,
    value_of,
)
from tests.articles import article, quote

AT = "2026-11-23T09:14:00Z"
ARTICLE = article()
LEAD, KASHMIR = section_keys(ARTICLE.sections)


def made(target, name, value, at=AT, person=None):
    return Correction(target, name, value, "", "ann", at, person)


def test_a_corrected_speaker_has_the_evidence_of_the_analyst_and_no_mention_of_another():
    first = corrected(ARTICLE, [made("id-1", "speaker", "ليلى", person="person:laila")]).quotes[0]

    assert (first.speaker, first.person, first.evidence, first.rule) == (
        "ليلى",
        "person:laila",
        "corrected",
        "corrected",
    )
    assert (first.confidence, first.mention, first.mention_start, first.carried_from) == (1.0, None, None, None)
    assert (first.text, first.tail, first.cue) == (
        ARTICLE.quotes[0].text,
        ARTICLE.quotes[0].tail,
        ARTICLE.quotes[0].cue,
    )


def test_a_speaker_can_be_corrected_to_nobody():
    first = corrected(ARTICLE, [made("id-1", "speaker", "")]).quotes[0]

    assert (first.speaker, first.evidence) == (None, "corrected")


def test_a_corrected_kind_leaves_the_speaker():
    second = corrected(ARTICLE, [made("id-2", "kind", "direct")]).quotes[1]

    assert (second.kind, second.speaker, second.evidence, second.carried_from) == (
        "direct",
        "كريم حداد",
        "corrected",
        1,
    )


def test_what_is_no_quote_is_left_out_and_nobody_is_carried_from_it():
    (second,) = corrected(ARTICLE, [made("id-1", "kind", "none")]).quotes

    assert (second.number, second.speaker, second.carried_from) == (2, "كريم حداد", None)


def test_the_latest_correction_of_a_property_counts_whatever_their_order():
    later, earlier = made("id-1", "speaker", "B", "2026-11-24T00:00:00Z"), made("id-1", "speaker", "A")

    for order in ([later, earlier], [earlier, later]):
        assert corrected(ARTICLE, order).quotes[0].speaker == "B"


def test_a_section_gets_its_heading_and_both_its_labels():
    section = corrected(ARTICLE, [made(KASHMIR, "heading", "x"), made(KASHMIR, "label", "y")]).sections[1]

    assert (section.heading, section.label, section.specific, section.named) == ("x", "y", "y", "y")


def test_the_lead_stays_as_it_is():
    assert corrected(ARTICLE, [made(LEAD, "heading", "x"), made(LEAD, "label", "y")]) == ARTICLE


def test_a_section_is_known_however_its_heading_is_spelt_and_wherever_it_stands():
    sections = ARTICLE.sections[1]
    respelt = replace(sections, heading="المساعى  في كشمير".replace("  ", " "), index=7)
    other = Section(1, "شيء آخر", None, (), 0, 0, ())

    assert section_keys([ARTICLE.sections[0], other, respelt])[2] == KASHMIR


def test_sections_of_one_heading_are_told_apart_by_their_place():
    twice = [ARTICLE.sections[1], ARTICLE.sections[1]]

    assert section_keys(twice)[0] == KASHMIR != section_keys(twice)[1]


def test_quotes_carried_from_one_are_found_by_way_of_others():
    quotes = (
        quote(1, "نرغب"),
        quote(2, "في", evidence="carried", carried_from=1),
        quote(3, "الحوار", evidence="named", carried_from=None),
        quote(4, "كشمير", evidence="carried", carried_from=2),
        quote(5, "لا", evidence="carried", carried_from=3),
    )

    assert [each.number for each in carried_from(replace(ARTICLE, quotes=quotes), 1)] == [2, 4]


def test_what_was_found_is_read_from_the_analysis():
    assert value_of(ARTICLE, "id-1", "speaker") == "كريم حداد"
    assert value_of(ARTICLE, KASHMIR, "label") == "Kashmir"
    assert value_of(ARTICLE, LEAD, "heading") == ""
    assert value_of(ARTICLE, "gone", "kind") == ""


def test_a_value_is_cleaned_before_it_is_kept():
    assert checked("speaker", " Jane\x1b]52;c;x\x07\n Pike\u202e ") == "Jane�]52;c;x� Pike"


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "song"), ("kind", ""), ("label", " "), ("heading", "\n"), ("speaker", "x" * (LONGEST + 1))],
)
def test_what_cannot_be_a_value_is_refused(name, value):
    with pytest.raises(UsageError):
        checked(name, value)


TARGETS = st.sampled_from(["id-1", "id-2", LEAD, KASHMIR, "gone"])
MOMENTS = st.integers(0, 99).map(lambda minute: f"2026-11-23T09:{minute:02}:00Z")
NAMES = st.builds(
    Correction, TARGETS, st.sampled_from(["speaker", "heading", "label"]), st.text("aبc", min_size=1, max_size=4),
    st.just(""), st.just("ann"), MOMENTS,
)  # fmt: skip
KIND_CHANGES = st.builds(
    Correction, TARGETS, st.just("kind"), st.sampled_from(KINDS), st.just(""), st.just("ann"), MOMENTS
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(NAMES | KIND_CHANGES, max_size=8))
def test_corrections_change_only_what_they_name_and_are_the_same_once_more(corrections):
    result = corrected(ARTICLE, corrections)
    wanted = by_target(corrections)

    assert corrected(result, [each for each in corrections if each.property in ("speaker", "kind")]).quotes == (
        result.quotes
    )
    assert (result.text, result.title, len(result.sections)) == (ARTICLE.text, ARTICLE.title, len(ARTICLE.sections))
    for before in ARTICLE.quotes:
        after = next((each for each in result.quotes if each.id == before.id), None)
        changes = {name: change.value for name, change in wanted.get(before.id, {}).items()}
        if changes.get("kind") == "none":
            assert after is None
        else:
            assert after is not None
            assert (after.kind, after.speaker) == (
                changes.get("kind", before.kind),
                changes.get("speaker", before.speaker),
            )
            assert (after.start, after.end, after.number, after.text) == (
                before.start,
                before.end,
                before.number,
                before.text,
            )
    for key, before, after in zip((LEAD, KASHMIR), ARTICLE.sections, result.sections, strict=True):
        changes = wanted.get(key, {}) if before.heading else {}
        assert after.label == (changes["label"].value if "label" in changes else before.label)


def test_no_corrections_give_the_same_article():
    assert corrected(ARTICLE, []) == ARTICLE
