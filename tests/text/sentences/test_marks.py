"""Pairing of quotation marks inside one paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.text.sentences.marks import CAP, outermost, pair_marks, pair_paragraphs


def inner(text: str, *, singles: bool = False) -> list[str]:
    """The words between the outermost marks."""
    return [text[span.start : span.end] for span in outermost(pair_marks(text, 0, len(text), singles=singles))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('قال “نعم” ثم «لا» و"ربما".', ["نعم", "لا", "ربما"]),
        ("قال ”نعم“ ثم »لا«.", ["نعم", "لا"]),
        ("Er sagte: „Ja“ und »Nein«.", ["Ja", "Nein"]),
        ("彼は「はい」と言った。", ["はい"]),
        ("She said ''yes'' and ``no''.", ["yes", "no"]),
        ('شبّهه بـ"حلوى القطن" ولـ«داعش» و”الرأي”.', ["حلوى القطن", "داعش", "الرأي"]),
        ("تحدث عن غزة». وقال «نعم».", ["نعم"]),
        ('He said " well then " and left.', ["well then"]),
        ("وقال: ” نعم قلت”. وأضاف:” لا أعلم”.", ["نعم قلت", "لا أعلم"]),
        ("قالت إن”العدد يزداد”، فقط.", ["العدد يزداد"]),
        ('She said “we stay", and left.', ["we stay"]),
        ("وقال “حطام الرحلة 370″، وأضاف “الدليل معنا”.", ["حطام الرحلة 370", "الدليل معنا"]),
    ],
)
def test_marks_pair_by_shape_and_context(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_an_inner_pair_stands_in_its_outer_one() -> None:
    text = '"He said "yes" to me," she told them.'
    spans = pair_marks(text, 0, len(text))
    assert [(text[span.start : span.end], span.depth) for span in spans] == [('He said "yes" to me,', 0), ("yes", 1)]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "قال “نحن هنا. ولن نرحل."
    (span,) = pair_marks(text, 0, len(text))
    assert (text[span.start : span.end], span.closed) == ("نحن هنا. ولن نرحل.", False)


def test_a_mark_that_opens_again_ends_the_earlier_one_with_its_sentence() -> None:
    assert inner("He said “we stay. Then he said “we go”.") == ["we stay.", "we go"]


def test_apostrophes_are_no_marks() -> None:
    text = "The workers’ leader said: ‘The members’ vote wasn’t close’ in the ’90s."
    assert inner(text, singles=True) == ["The members’ vote wasn’t close"]


def test_a_single_mark_runs_on_into_a_paragraph_that_begins_with_one() -> None:
    text = "He said: 'My wife didn't call.\n\n'We only looked.'"
    first, second = Span(0, text.index("\n")), Span(text.index("\n") + 2, len(text))
    assert [span.closed for row in pair_paragraphs(text, [first, second], singles=True) for span in row] == [
        False,
        True,
    ]


def test_single_marks_count_only_where_a_language_uses_them() -> None:
    assert inner("He said ‘yes’.") == []


def test_a_mark_far_from_its_partner_is_a_stray_one() -> None:
    text = "“" + "word " * (CAP // 4) + "” and “yes”"
    assert inner(text) == ["yes"]


@pytest.mark.parametrize("ornament", ['"', '" ', "«»", '"a"', '"ab" ', "«ab» "])
def test_a_paragraph_of_hardly_anything_but_marks_quotes_nobody(ornament: str) -> None:
    text = f'{ornament * 300}\n\n"Yes," she said.'
    first, second = Span(0, 300 * len(ornament)), Span(300 * len(ornament) + 2, len(text))

    assert [len(row) for row in pair_paragraphs(text, [first, second])] == [0, 1]


def test_many_words_in_marks_are_spans() -> None:
    text = '"harvested" ' * 300

    assert len(pair_paragraphs(text, [Span(0, len(text))])[0]) == 300


def test_a_few_short_words_in_marks_are_spans() -> None:
    text = '"ab" ' * 15

    assert len(pair_paragraphs(text, [Span(0, len(text))])[0]) == 15


@given(st.text("“”\"«»‘’' ab.", max_size=120), st.booleans())
def test_spans_nest_or_stand_apart(text: str, singles: bool) -> None:
    spans = pair_marks(text, 0, len(text), singles=singles)
    for span in spans:
        assert 0 <= span.outer_start < span.start < span.end <= span.outer_end <= len(text)
    outer = outermost(spans)
    assert all(first.outer_end <= second.outer_start for first, second in pairwise(outer))


_LINE = st.text("“”„\"«»‘’'`, ab.([ـلא\u0627", max_size=40)


@given(st.lists(_LINE, max_size=6), st.booleans())
def test_paragraphs_are_paired_together_as_each_is_alone(lines: list[str], singles: bool) -> None:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    text = "\n\n".join(lines)
    alone = [pair_marks(text, *span, singles=singles) for span in spans]
    assert pair_paragraphs(text, spans, singles=singles) == alone
