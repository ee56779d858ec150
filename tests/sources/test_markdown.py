"""Markdown as documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block
from briefing.sources.markdown import read_markdown

ARTICLE = """\
---
source: Island Radio
date: 2024-03-05
---
# The ferry is back

The ferry left
the harbour at *noon*.

## Tides ##

> High at [noon](https://example.org/a_(b)), they say.

**Weather**

- one
  - two
3. three

Fog
---
`End` of \\*it\\*.
"""


def test_an_article_gives_title_blocks_and_fields() -> None:
    document = read_markdown(ARTICLE)
    assert (document.title, document.source, document.published) == ("The ferry is back", "Island Radio", "2024-03-05")
    assert document.structured
    assert document.blocks == (
        Block("The ferry left the harbour at noon."),
        Block("Tides", "heading", 2),
        Block("High at noon, they say."),
        Block("Weather", bold=True),
        Block("one", "item", 1),
        Block("two", "item", 2),
        Block("three", "item", 1),
        Block("Fog", "heading", 2),
        Block("End of *it*."),
    )


def test_several_first_headings_are_no_title() -> None:
    document = read_markdown("## One\n\ntext\n\n## Two\n\ntext")
    assert document.title is None
    assert [block.level for block in document.blocks if block.kind == "heading"] == [2, 2]


@pytest.mark.parametrize("text", ["2 * 3 * 4", "snake_case_name", "a ** b", "[not a link]", "5 < 6"])
def test_marks_that_mark_nothing_stay(text: str) -> None:
    assert read_markdown(text).blocks == (Block(text),)


@pytest.mark.parametrize("mark", ["[", "![](", "[a](", "*a ", "**a ", "_a", "`a", "\\", "> ", "# ", "- "])
def test_a_flood_of_one_mark_is_read(mark: str) -> None:
    read_markdown(mark * 100_000)


@given(st.text(max_size=300))
def test_any_text_gives_blocks_on_one_line(text: str) -> None:
    for block in read_markdown(text).blocks:
        assert block.text == " ".join(block.text.split()) != ""
