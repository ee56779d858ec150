"""Quotes as cards, citations and ledger entries."""

import pytest

from briefing.bidi.cells import cell_width
from briefing.render.card import card_of
from briefing.render.citation import citation_of
from briefing.render.evidence import evidence_words
from briefing.render.sheet import sheet_of
from tests.articles import article

FIRST, SECOND = article().quotes


@pytest.mark.parametrize("width", [20, 33, 34, 60])
@pytest.mark.parametrize("selected", [False, True])
def test_a_card_fits_its_pane(width, selected):
    rows = card_of(FIRST, article(), width, selected=selected)

    assert all(cell_width(row.text) <= width for row in rows)
    assert len(rows) == 4


def test_a_card_s_first_row_has_number_evidence_label_and_speaker():
    head = card_of(SECOND, article(), 34, selected=True)[0].text

    assert head.startswith(">2~ Kashmir ")
    assert head.endswith("كريم حداد")


def test_a_selected_card_unfolds():
    long = FIRST._replace(text="نرغب في الحوار " * 20)

    assert len(card_of(long, article(), 34)) == 4
    assert len(card_of(long, article(), 34, selected=True)) > 8


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "named · goes on"),
        ({"tail": None}, "named"),
        ({"tail": None, "closed": False}, "named · never closed"),
        ({"tail": None, "evidence": "none", "speaker": None}, "nobody named"),
        ({"tail": None, "evidence": "carried", "carried_from": 7}, "carried from 7"),
        ({"tail": None, "kind": "partial"}, "named · in part"),
    ],
)
def test_evidence_in_words(fields, words):
    assert evidence_words(FIRST._replace(**fields), article()) == words


def test_a_citation_says_how_sure_the_speaker_is():
    stored = article(number=12, added="2026-11-23T09:14:00Z", published="2021-04-06T00:00:00Z", url="https://e.org/1")

    assert citation_of(SECOND, stored).splitlines() == [
        "“لا تنحاز إلى أي طرف”",
        "-- كريم حداد (carried over from an earlier sentence; quoted in part), وكالة الأفق, "
        "“حداد: الحوار هو الطريق”, in Arabic,",
        "   6 Apr 2021, retrieved 23 Nov 2026. https://e.org/1 [briefing 12@1q2]",
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_sheet_fits_and_says_what_there_is(width):
    text = [row.text for row in sheet_of(article(number=12, added="2026-11-23T09:14:00Z"), width)]

    assert max(map(cell_width, text)) <= width
    assert any("0 Lead · 1 Kashmir" in line for line in text)
    assert "1 non-article line cut" in text[-1]
