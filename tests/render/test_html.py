"""Articles as pages of HTML, read back by a parser."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Section, Span
from briefing.render.html import part, several, whole
from briefing.text.clean import clean_line
from tests.articles import article

HOSTILE = st.text("ab <>&\"'/=!-;#[]\n", min_size=1, max_size=40)


class Outline(HTMLParser):
    """Elements with their attributes, and the words of each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        for tag in dict.fromkeys(self._open):
            self.words[tag] = self.words.get(tag, "") + data

    def attribute(self, tag: str, name: str) -> list[str | None]:
        """An attribute of each element of a kind that has it."""
        return [found[name] for kind, found in self.elements if kind == tag and name in found]


def test_the_page_has_the_article_s_language_and_direction_and_each_quote_leads_to_its_speaker_and_back():
    page = Outline(whole(article()))

    assert page.attribute("html", "lang") == ["ar"]
    assert page.attribute("html", "dir") == ["rtl"]
    assert page.words["h1"] == page.words["title"] == "حداد: الحوار هو الطريق"
    assert page.words["h2"] == "Kashmirالمساعي في كشمير"
    assert "وقال حداد: “نرغب في الحوار”1. نعمل الآن" in page.words["p"]
    assert page.attribute("a", "href") == ["#n1", "#n2", "#q1", "#q2"]
    assert [name for name in page.attribute("span", "id") if name] == ["q1", "q2"]
    assert page.words["li"] == "كريم حداد (named · goes on) ↩كريم حداد (carried from 1 · in part) ↩"


def test_a_section_comes_with_the_notes_of_its_own_quotes():
    assert Outline(part(article(), article().sections[1])).attribute("a", "href") == ["#n2", "#q2"]


def test_quotes_alone_are_block_quotations_with_their_citation():
    page = Outline(several(article(), article().quotes))

    assert page.attribute("blockquote", "id") == ["q1", "q2"]
    assert page.words["blockquote"].startswith("\n“نرغب في الحوار”\n— كريم حداد (named), وكالة الأفق, ")


def test_only_an_address_of_the_web_is_a_link():
    assert "https://example.org/?a=1&b=2" in Outline(whole(article(url="https://example.org/?a=1&b=2"))).attribute(
        "a", "href"
    )
    assert "javascript" not in whole(article(url="javascript:alert(1)"))


def test_nothing_is_loaded_and_nothing_runs():
    page = Outline(whole(article()))

    assert page.attribute("meta", "content")[-1] == "default-src 'none'; style-src 'unsafe-inline'"
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in page.elements}


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_nothing_from_outside_becomes_markup(title, heading, text, source):
    section = Section(1, heading, None, (), 0, len(text), (Span(0, len(text)),))
    page = Outline(whole(article(title=title, sections=(section,), text=text, quotes=(), source=source)))

    known = {"html", "head", "meta", "title", "style", "body", "article", "h1", "p", "bdi", "section", "h2"}
    assert {tag for tag, _ in page.elements} <= known
    assert page.words.get("h1", "") == clean_line(title)
    assert page.words.get("h2", "") == clean_line(heading)
    assert clean_line(page.words["p"]).endswith(clean_line(text))
