"""Quotations with their speakers: pairs of articles and expected quotes, and what holds for any text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Block, Document, Quote, Section
from briefing.text.analysis import analyse
from briefing.text.packs.files import languages
from briefing.text.quotes.reading import find_quotes
from briefing.text.quotes.rules import RULES
from tests.evaluation.gold import one_section

DATA = Path(__file__).parents[2] / "data" / "quotes"
PAIRS = sorted(path.name.removesuffix(".txt") for path in DATA.glob("*.txt"))


def seen(quote: Quote, wanted: dict[str, Any], text: str) -> dict[str, Any]:
    """The quote's fields that the expectation names; a tail as its text and certainty."""
    tail = [text[quote.tail.start : quote.tail.end], quote.tail.certain] if quote.tail else None
    return {key: tail if key == "tail" else getattr(quote, key) for key in wanted}


@pytest.mark.parametrize("name", PAIRS)
def test_an_article_gives_its_quotes_with_their_speakers(name: str) -> None:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    expected = json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))
    quotes = find_quotes(text, one_section(text), name.rsplit(".", 1)[1], expected["title"])
    assert [quote.text for quote in quotes] == [wanted["text"] for wanted in expected["quotes"]]
    for quote, wanted in zip(quotes, expected["quotes"], strict=True):
        assert seen(quote, wanted, text) == wanted


TEXTS = st.text(st.sampled_from("“”\"«»‘’' .,:؛،\n") | st.characters(codec="utf-8"), max_size=300)
WORDS = (
    "قال", "وأضاف", "وزير", "الخارجية", "لافروف", "أن", "“", "”", "«", "»", '"', ".", ":", "،", "said",
    "Smith", "the", "that", "\n\n", "(", ")", "د.", "he", ",", "president",
    "sagte", "der", "Minister", "zufolge", "a-t-il", "déclaré", "l’Élysée", "—", "сказал", "по", "словам", "Лаврова",
    "dedi", "Fidan'a", "göre", "diyen", "گفت", "وزیر", "را", "نے", "کہا", "کہ", "‘", "’", 'ש"', "אמר", 'צה"ל',
    "外交部发言人高文博说", "：", "，", "。", "「", "」",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@settings(deadline=None)
@given(text=TEXTS | NEWS, language=st.sampled_from(sorted(languages())))
def test_any_text_gives_quotes_that_stand_where_they_say(text: str, language: str) -> None:
    sections = one_section(text)
    quotes = find_quotes(text, sections, language)
    assert [quote.number for quote in quotes] == list(range(1, len(quotes) + 1))
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text
        assert any(span.start <= quote.start < quote.end <= span.end for span in sections[0].paragraphs)
        assert quote.rule in RULES
        assert 0 <= quote.confidence <= 1
        assert (quote.mention is None) == (quote.mention_start is None)
        if quote.mention_start is not None:
            assert text[quote.mention_start : quote.mention_end] == quote.mention
    for first, second in pairwise(quotes):
        assert first.end <= second.start or (first.start <= second.start and second.end <= first.end)


def test_an_identifier_stays_when_other_paragraphs_change() -> None:
    quote = "“We are ready,” said Jane Pike."
    alone = find_quotes(quote, one_section(quote), "en")
    later = f"Rain fell.\n\n{quote}"
    assert find_quotes(later, one_section(later), "en")[0].id == alone[0].id


def test_the_same_words_twice_have_two_identifiers() -> None:
    text = "“We are ready,” said Jane Pike.\n\n“We are ready,” said Jane Pike."
    first, second = find_quotes(text, one_section(text), "en")
    assert first.id != second.id


def test_a_quote_knows_its_section() -> None:
    text = "Rain fell.\n\n“We are ready,” said Jane Pike."
    lead, body = one_section(text)[0].paragraphs
    sections = (
        Section(0, None, "Lead", (), lead.start, lead.end, (lead,)),
        Section(1, "After the rain", None, (), body.start, body.end, (body,)),
    )
    assert [quote.section for quote in find_quotes(text, sections, "en")] == [1]


def test_a_text_without_marks_gives_no_quotes() -> None:
    text = "Jane Pike said the members were ready."
    assert find_quotes(text, one_section(text), "en") == ()


def test_an_object_replacement_character_of_the_text_is_no_quote() -> None:
    text = "The \ufffc minister Jane Pike said: “We will go there tomorrow”, and left \ufffc at once."
    (quote,) = find_quotes(text, one_section(text), "en")
    assert (quote.text, quote.speaker) == ("We will go there tomorrow", "Jane Pike")


def test_a_name_of_marks_alone_names_nobody() -> None:
    paragraphs = (
        "- ,,Иванов» иИванов министри aминистр:!„a— Иванов",
        "сказалИванов Ивановминистр",
        "— министр сказал  —",
        "сказал‘ — министр,,:`` ‚ и  ?министр Xсказал ИвановИванов -  :ـ :сказал - \u200f Иванов ",
        "«(``’X ,,…иИванов",
    )
    article = analyse(Document(tuple(map(Block, paragraphs)), language="ru"))
    assert all(quote.speaker is None or quote.speaker.strip(" .,:;") for quote in article.quotes)
