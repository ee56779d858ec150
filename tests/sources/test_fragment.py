"""Bodies of feed entries as blocks."""

from __future__ import annotations

import pytest

from briefing.model import Block
from briefing.sources.fragment import read_fragment


def test_headings_and_paragraphs_of_a_fragment_are_read_as_they_stand() -> None:
    assert read_fragment("<div><h2>Tides</h2><p>High at noon.</p></div>") == (
        Block("Tides", "heading", 2),
        Block("High at noon."),
    )


def test_text_without_any_element_is_a_paragraph() -> None:
    assert read_fragment("High at noon.") == (Block("High at noon."),)


def test_a_short_fragment_is_not_taken_for_furniture() -> None:
    assert read_fragment("<p>Yes.</p><h3>Why</h3><p>No.</p>")[1] == Block("Why", "heading", 3)


@pytest.mark.parametrize("html", ["", "  ", "<p></p>", "<!-- -->", "<img src=x>"])
def test_a_fragment_without_text_has_no_blocks(html: str) -> None:
    assert read_fragment(html) == ()
