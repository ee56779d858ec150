"""Plain text as documents."""

from briefing.model import Block
from briefing.sources.plain import read_plain


def test_each_paragraph_is_a_block_and_nothing_is_called_a_heading() -> None:
    document = read_plain("Title\n\nA sentence.\n")
    assert document.blocks == (Block("Title"), Block("A sentence."))
    assert (document.title, document.structured) == (None, False)


def test_text_without_a_letter_of_content_has_no_blocks() -> None:
    assert read_plain(" \n\n\u200b").blocks == ()
