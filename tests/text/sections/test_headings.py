"""Which lines are headings."""

from __future__ import annotations

import pytest

from briefing.model import Block
from briefing.text.sections.headings import could_head, headings

PROSE = "The ferry left the harbour at noon and reached the island before the storm."


def heads(*lines: str) -> list[str]:
    return [lines[index] for index in sorted(headings([Block(line) for line in lines], structured=False))]


@pytest.mark.parametrize(
    "line",
    [
        "A slow start",
        "الميل إلى الصلح في الوادي",
        "Who pays for the ferry?",
        "هل تكفي الأموال؟",
        "“We were never asked”",
        "« Désaccord total »",
        "1. What it will cost",
        "* أسعار الخبز",
        "The St. Anne ferry",
        "Twelve boats, one harbour",
        "港口的明天",
    ],
)
def test_short_lines_without_end_mark_have_the_shape_of_a_heading(line: str) -> None:
    assert could_head(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "He left. She stayed",
        "the rest of a sentence",
        "What the list says:",
        "“We were never asked",
        "See https://example.org/ferry",
        "editor@example.org",
        "2024",
        "<b>Ferry</b>",
        "Friday, 22 Nov 2024 4:55 PM",
        "Island Radio - April 15, 2025",
        "word " * 30,
    ],
)
def test_other_lines_do_not(line: str) -> None:
    assert not could_head(line)


def test_a_heading_stands_alone_above_a_paragraph() -> None:
    assert heads(PROSE, "A slow start", PROSE) == ["A slow start"]


def test_the_last_line_heads_nothing() -> None:
    assert heads(PROSE, "A slow start") == []


def test_of_two_short_lines_the_lower_one_heads_the_paragraph() -> None:
    assert heads(PROSE, "The harbour", "1. A slow start", PROSE) == ["1. A slow start"]


def test_a_question_that_is_answered_in_quotation_marks_is_an_interviewers() -> None:
    assert heads(PROSE, "Is the ferry late?", "“It always is,” he says with a shrug.", PROSE) == []


def test_questions_that_repeat_a_label_are_an_interviewers() -> None:
    assert heads(PROSE, "Radio: Is it late?", PROSE, "Radio: Why is it late?", PROSE) == []
    assert heads(PROSE, "Ferries: why are they late?", PROSE) == ["Ferries: why are they late?"]


def test_list_items_head_nothing() -> None:
    blocks = [Block(PROSE), Block("A slow start", "item", 1), Block(PROSE)]
    assert headings(blocks, structured=False) == frozenset()
