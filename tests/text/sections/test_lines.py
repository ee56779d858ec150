"""Plain text into paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sections.lines import LONG_WIDTH, PROSE_WIDTH, ends_sentence, is_prose, is_within, paragraphs, width

WRAPPED = """\
The harbour master opened the gates before sunrise, and the first of the
boats went out over a sea that was as flat as slate. By noon the fog had
come back.

Nobody had expected the fog, and nobody had taken a horn along, so that the
women on the pier beat pans until the last of the boats was in.
"""


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("one\n\ntwo\n \n\n\nthree") == ("one", "two", "three")


def test_lines_broken_to_fit_a_width_are_joined() -> None:
    first, second = paragraphs(WRAPPED)
    assert first.startswith("The harbour master")
    assert first.endswith("the fog had come back.")
    assert second.count("\n") == 0
    assert second.endswith("boats was in.")


def test_a_heading_directly_above_a_wrapped_paragraph_stands_alone() -> None:
    assert paragraphs("Fog\n" + WRAPPED)[0] == "Fog"


def test_a_file_with_one_paragraph_a_line_keeps_its_lines() -> None:
    lines = ["A title of five words here", "x" * 150 + " long.", "Short one.", "y" * 230 + " longer."]
    assert paragraphs("\n".join(lines)) == tuple(lines)


def test_short_separate_lines_are_paragraphs_of_their_own() -> None:
    assert paragraphs("Bread\nSalt\nLamp oil for the winter\nNails") == (
        "Bread",
        "Salt",
        "Lamp oil for the winter",
        "Nails",
    )


def test_wrapped_ideographs_are_joined_without_a_space() -> None:
    line = "船在三天的暴风雨之后到达了港口船在三天的暴风雨之后到达了港口船在三天的暴风雨之后到达了港口"
    assert paragraphs(f"{line}\n{line}\n到达了。") == (f"{line}{line}到达了。",)


def test_windows_line_ends_and_control_characters_do_no_harm() -> None:
    assert paragraphs("one\r\n\r\ntwo\x1b[31m") == ("one", "two\ufffd[31m")


@pytest.mark.parametrize("text", ["Done.", "Done.”", "انتهى؟»", "完了。", "یہ ہے۔", "ended.) ", "सच है।"])
def test_a_sentence_may_end_before_closing_marks(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Heading", "list:", "“Open", "", "…and,"])
def test_other_lines_end_no_sentence(text: str) -> None:
    assert not ends_sentence(text)


def test_ideographs_count_twice() -> None:
    assert width("港口ab") == 6


def test_prose_is_a_sentence_of_some_length_or_a_long_line() -> None:
    assert is_prose("The harbour master opened the gates before dawn.")
    assert not is_prose("The harbour master opened the gates before dawn")
    assert not is_prose("He did.")
    assert is_prose("no end mark but " * 10)


@given(st.text(max_size=500))
def test_paragraphs_of_any_text_are_bare_single_lines(text: str) -> None:
    for paragraph in paragraphs(text):
        assert paragraph
        assert paragraph == " ".join(paragraph.split())


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "P", "Z"]) | st.just("\n"), max_size=400))
def test_no_letter_is_lost_between_lines_and_paragraphs(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())


@given(st.text(st.sampled_from("a. é中，“"), max_size=130), st.integers(0, 130))
def test_a_text_is_within_a_limit_by_its_width(text: str, limit: int) -> None:
    assert is_within(text, limit) == (width(text) <= limit)
    assert is_prose(text) == (width(text) >= LONG_WIDTH or (width(text) >= PROSE_WIDTH and ends_sentence(text)))
