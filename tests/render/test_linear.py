"""Articles, quotes and lists in one column of words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import ArticleRow, ArticleState, LedgerQuote
from briefing.render import linear
from briefing.render.moment import Moment
from briefing.render.sgr import unpainted
from tests.articles import TEXT, article

ROW = ArticleRow(
    id="ab" * 10,
    number=12,
    version=1,
    title="حداد: الحوار هو الطريق",
    language="ar",
    direction="rtl",
    source="وكالة الأفق",
    published=None,
    added="2026-11-23T09:14:00Z",
    updated="2026-11-23T09:14:00Z",
    url=None,
    sections=4,
    quotes=1,
    state=ArticleState(starred=True),
)
MOMENT = Moment(None, datetime(2026, 11, 23, 12, tzinfo=UTC))


def text_of(rows):
    return unpainted(rows)


def test_headings_numbers_and_speakers_are_said_in_words():
    said = text_of(linear.article_rows(article(number=12, state=ArticleState()), 400))

    assert said.startswith("Article 12, unread.\nحداد: الحوار هو الطريق\n")
    assert "\nSection 1: Kashmir\nالمساعي في كشمير\n" in said
    assert "“نرغب في الحوار” (quote 1, كريم حداد). نعمل" in said
    assert said.endswith("1 non-article line cut, --removed shows them. To cite: briefing cite 12q1.\n")


@pytest.mark.parametrize("width", [20, 33, 80])
def test_no_row_holds_a_line_a_box_padding_or_a_sequence(width):
    rows = [
        *linear.article_rows(article(number=1, state=ArticleState()), width),
        *linear.quotes_rows(article(), width),
        *linear.list_rows(ROW, width, MOMENT),
    ]

    for row in rows:
        assert not any("\u2500" <= char <= "\u259f" or char < " " for char in row.text)
        assert row.text == row.text.strip()
        assert len(row.text) <= width


@given(st.integers(20, 200))
def test_the_words_are_in_logical_order_at_any_width(width):
    page = linear.linear_page(article(), width)
    shown = "".join(TEXT[row.start : row.end] for row in page.rows if row.offsets)

    assert "".join(shown.split()) == "".join(TEXT.split())


def test_a_list_says_state_title_source_and_counts():
    assert text_of(linear.list_rows(ROW, 400, MOMENT)) == (
        "12, new, starred: حداد: الحوار هو الطريق\nوكالة الأفق, Arabic, 09:14, 4 sections, 1 quote.\n"
    )


def test_rows_of_a_list_are_cut_at_their_logical_end():
    first, second = linear.cut_list_rows(ROW, 24, MOMENT)

    assert first.text == "12, new, starred: حداد:…"
    assert len(second.text) <= 24


def test_the_ledger_names_address_speaker_and_evidence_before_the_words():
    quote = article().quotes[1]
    said = text_of(linear.ledger_rows(LedgerQuote(quote, ROW, "Kashmir"), 400))

    assert (
        said
        == "Quote 12q2, كريم حداد, carried over, in part, Kashmir, وكالة الأفق, 23 Nov 2026.\n" + f"{quote.text}\n\n"
    )
