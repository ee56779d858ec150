"""Speech reported without marks."""

from __future__ import annotations

import pytest

from briefing.text.quotes.indirect import find_indirect
from tests.evaluation.gold import one_section


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Jane Pike said that the members were ready to vote.", ("the members were ready to vote", "Jane Pike")),
        ("en", "Jane Pike said the members were ready to vote.", ("the members were ready to vote", "Jane Pike")),
        ("ar", "قال الوزير سامي الخطيب إن الميناء جاهز للسفن الكبيرة.", ("الميناء جاهز للسفن الكبيرة", "سامي الخطيب")),
        ("ar", "أعرب الوزير سامي الخطيب عن أمله في عودة السفن قريبا.", ("أمله في عودة السفن قريبا", "سامي الخطيب")),
        ("de", "Minister Jan Roth sagte, dass die Brücke im Mai öffnet.", ("die Brücke im Mai öffnet", "Jan Roth")),
    ],
)  # fmt: skip
def test_what_a_complementiser_opens_is_reported(language: str, text: str, wanted: tuple[str, str]) -> None:
    (quote,) = find_indirect(text, one_section(text), language)
    assert (quote.text, quote.speaker) == wanted
    assert quote.kind == "indirect"
    assert text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    "text",
    ["Officials said that the road was closed.", "“We are ready,” said Jane Pike.", "Jane Pike confirmed the deal."],
)  # fmt: skip
def test_nothing_is_reported_without_a_speaker_or_a_clause(text: str) -> None:
    assert find_indirect(text, one_section(text), "en") == ()
