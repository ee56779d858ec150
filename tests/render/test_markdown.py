"""Articles as Markdown, read back by a CommonMark parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing.model import Article, Section, Span
from briefing.render.markdown import part, several, whole
from briefing.text.clean import clean_line
from tests.articles import article

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
HOSTILE = st.text("ab \\`*_{}[]()<>#|~&!$-+=:.1'\"^/\n\t", min_size=1, max_size=40)


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Each block's kind and its words, as a reader of Markdown sees them; marks within a line are named in brackets."""
    tokens = READER.parse(markdown)
    kinds = {"text": lambda token: token.content, "footnote_ref": lambda token: f"[{token.meta['label']}]"}
    return [
        (
            tokens[at - 1].tag or tokens[at - 1].type,
            clean_line(
                "".join(kinds.get(child.type, lambda token: f"<{token.type}>")(child) for child in token.children)
            ),
        )
        for at, token in enumerate(tokens)
        if token.type == "inline"
    ]


def plain(title: str, heading: str, text: str) -> Article:
    """An article whose words somebody else chose, one paragraph under a heading."""
    section = Section(1, heading, None, (), 0, len(text), (Span(0, len(text)),))
    return article(title=title, text=text, sections=(section,), quotes=(), source=None, language="en", direction="ltr")


def test_title_source_sections_and_paragraphs_stand_in_order_and_a_quote_has_a_footnote():
    assert blocks(whole(article())) == [
        ("h1", "حداد: الحوار هو الطريق"),
        ("p", "وكالة الأفق · Arabic · undated"),
        ("p", "وقال حداد: “نرغب في الحوار”[1]. نعمل الآن على ثلاثة مشاريع."),
        ("h2", "Kashmir: المساعي في كشمير"),
        ("p", "وأضاف أن بلاده “لا تنحاز إلى أي طرف”[2] في كشمير."),
        ("p", "كريم حداد (named · goes on)"),
        ("p", "كريم حداد (carried from 1 · in part)"),
    ]


def test_a_section_comes_with_the_footnotes_of_its_own_quotes():
    shown = part(article(), article().sections[1])

    assert shown.startswith("## Kashmir")
    assert "[^2]: " in shown
    assert "[^1]" not in shown


def test_quotes_alone_are_block_quotations_with_their_citation():
    first, second = several(article(), article().quotes).split("\n\n")

    assert first.startswith("> “نرغب في الحوار”\n>\n> — كريم حداد (named), وكالة الأفق, ")
    assert second.startswith("> “لا تنحاز إلى أي طرف”\n")


def test_only_an_address_of_the_web_is_a_link():
    assert "<https://example.org/a>" in whole(article(url="https://example.org/a"))
    assert "javascript" not in whole(article(url="javascript:alert(1)"))


@given(HOSTILE)
def test_no_address_holds_markup(path):
    shown = whole(article(url=f"https://x.org/{path}"))
    inside = [child for token in READER.parse(shown) for child in token.children or ()]

    assert not [child for child in inside if child.type == "html_inline"]
    assert len([child for child in inside if child.type == "link_open"]) == 1


def test_a_script_in_an_address_is_a_part_of_the_address():
    shown = whole(article(url="https://x.org/><script>alert(1)</script>"))

    assert "<https://x.org/%3E%3Cscript%3Ealert(1)%3C/script%3E>" in shown


@pytest.mark.parametrize(
    "line", ["# a", "- a", "+ a", "1. a", "12) a", "> a", "---", "===", ": a", "| a | b |", "    a"]
)
def test_words_that_look_like_markup_stay_words(line):
    shown = whole(plain("Title", "Heading", f"{line} b"))

    assert blocks(shown)[-1] == ("p", clean_line(f"{line} b"))


@given(HOSTILE, HOSTILE, HOSTILE)
def test_nothing_from_outside_becomes_markup(title, heading, text):
    shown = blocks(whole(plain(title, heading, text)))
    words = [("h1", clean_line(title)), ("h2", clean_line(heading)), ("p", clean_line(text))]

    assert [block for block in shown if block[1] != "English · undated"] == [block for block in words if block[1]]
