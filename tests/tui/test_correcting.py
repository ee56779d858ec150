"""Keys that correct the open article, and that say why a quote has its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

import pytest

from briefing.config import Settings
from briefing.model import Article, Quote
from briefing.tui.screens.correcting import Typed, typed_correction
from briefing.verbs import corrections
from tests.tui.articles import Part, article_of, fill, open_library
from tests.tui.driver import Face, drive

WORDS = ["Jane Pike said “we are tired”.", "She added “we are ready”.", "And then “we will vote”."]


@pytest.fixture
def carried(settings: Settings) -> Settings:
    """An article whose second and third quotes have their speaker from the first."""
    parts = (Part(None, "Lead", WORDS[:1]), Part("A vote at last", "Vote", WORDS[1:]))
    article = article_of("Union ready to vote", parts, speaker="Jane Pike")
    first, second, third = article.quotes
    chain = (first, _from(second, 1), _from(third, 2))
    fill(settings, [replace(article, quotes=chain)])
    return settings


def _from(quote: Quote, number: int) -> Quote:
    return quote._replace(evidence="carried", carried_from=number)


def article(settings: Settings) -> Article:
    """The article as another session opens it."""
    with closing(open_library(settings)) as library:
        return library.article(1)


def speakers(settings: Settings) -> Sequence[str | None]:
    """Who says what, as another session reads it."""
    return [quote.speaker for quote in article(settings).quotes]


def typed(text: str) -> list[str]:
    """Keys that type a text."""
    return [{" ": "space", ":": "colon"}.get(char, char) for char in text]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Pike", Typed("speaker", "Jane Pike")),
        ("kind: none", Typed("kind", "none")),
        ("Label:Vote", Typed("label", "Vote")),
        ("speaker:", Typed("speaker", "")),
        ("clear", Typed("clear", "")),
        ("Pike: a name", Typed("speaker", "Pike: a name")),
        ("  ", None),
    ],
)
def test_a_line_says_what_to_correct(line: str, expected: Typed | None) -> None:
    assert typed_correction(line) == expected


def test_e_corrects_the_speaker_and_those_carried_from_it(carried: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "e", *typed("Ann Low"), "enter")
        assert "q2, q3" in face.text
        assert speakers(carried) == ["Jane Pike"] * 3
        await face.press("y", "enter")
        assert speakers(carried) == ["Ann Low"] * 3
        assert "corrected: 1q1, 1q2, 1q3" in face.status
        assert face.text.count("Ann Low") >= 3
        assert ">1e" in face.text
        await face.press("u")
        assert speakers(carried) == ["Jane Pike"] * 3
        assert "Ann Low" not in face.text

    drive(carried, scenario)


def test_the_others_can_be_left_alone_and_the_question_too(carried: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "e", *typed("Ann Low"), "enter", "escape")
        assert speakers(carried) == ["Jane Pike"] * 3
        assert "nothing corrected" in face.status
        await face.press("e", *typed("Ann Low"), "enter", "n", "enter")
        assert speakers(carried) == ["Ann Low", "Jane Pike", "Jane Pike"]

    drive(carried, scenario)


def test_what_is_no_quote_goes_and_clear_brings_it_back(carried: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "right_parenthesis", "e", *typed("kind: none"), "enter")
        assert [quote.number for quote in article(carried).quotes] == [1, 3]
        assert face.main.quotes.quote is not None
        assert face.main.quotes.quote.number == 3
        await face.press("u", "left_parenthesis", "e", *typed("kind: partial"), "enter")
        assert article(carried).quotes[1].kind == "partial"
        await face.press("e", *typed("clear"), "enter")
        assert article(carried).quotes[1].evidence == "carried"

    drive(carried, scenario)


def test_headings_and_labels_are_those_of_the_section_one_reads(carried: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "e", *typed("label: X"), "enter")
        assert "The lead has no heading" in face.status
        await face.press("1", "e", *typed("label: Union vote"), "enter")
        await face.press("e", *typed("heading: A vote"), "enter")
        section = article(carried).sections[1]
        assert (section.heading, section.label) == ("A vote", "Union vote")
        assert "Union vote" in face.text

    drive(carried, scenario)


def test_a_wrong_line_is_told_in_words(carried: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("e")
        assert "No article is open" in face.status
        await face.press("enter", "e", *typed("kind: song"), "enter")
        assert "'song' is no kind of quote" in face.status
        await face.press("e", "enter", "e", "escape")
        assert speakers(carried) == ["Jane Pike"] * 3

    drive(carried, scenario)


def test_what_another_session_corrects_is_shown_within_a_moment(carried: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter")
        with closing(open_library(carried)) as other:
            corrections.correct(other, corrections.place_of(other, "1q1"), {"speaker": "Ann Low"})
        await face.until(lambda: "Ann Low" in face.text)

    drive(carried, scenario)


def test_speech_without_marks_cannot_be_corrected_but_what_is_corrected_to_it_stays(reported: Settings) -> None:
    async def scenario(face: Face) -> None:
        await face.press("enter", "I", "left_parenthesis", "e", *typed("Ann Low"), "enter")
        assert "cannot be corrected" in face.status
        await face.press("right_parenthesis", "e", *typed("kind: indirect"), "enter")
        await face.press("I", "I", "I")
        assert [quote.kind for quote in article(reported).quotes] == ["indirect"]

    drive(reported, scenario)


@pytest.mark.parametrize("size", [(120, 40), (50, 20)])
def test_i_says_why_and_what_it_was_before(carried: Settings, size: tuple[int, int]) -> None:
    async def scenario(face: Face) -> None:
        await face.press("i")
        assert "No article is open" in face.status
        await face.press("enter", "right_parenthesis", "i")
        assert "carried from 1" in face.text
        assert "by hand" in face.text
        assert "Corrected" not in face.text
        await face.press("q", "e", *typed("Ann Low"), "enter", "n", "enter", "i")
        assert "Jane Pike → Ann Low" in face.text
        assert "Before that" in face.text
        await face.press("q")
        assert len(face.app.screen_stack) == 1

    drive(carried, scenario, size)
