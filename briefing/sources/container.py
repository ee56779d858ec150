"""Where in a page the article stands: the element that holds its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.blocks import is_skipped, text_of
from briefing.text.clean import clean_line
from briefing.text.lines import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

ENOUGH = 0.35
"""Share of the page's prose from which an element that is marked as the article is taken as such."""

MOST = 0.75
"""Share of the prose that the largest-text element must hold when nothing is marked."""

_PROSE_WIDTH = 60
_LINKED_MOST = 0.5
_MARKED = (
    ".//*[@itemprop='articleBody']",
    ".//article",
    ".//main",
    ".//*[@role='main']",
)
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "dd"))


def find_container(body: _Element) -> _Element:
    """The element that holds the article: one marked as such with enough prose, else the deepest with most of it."""
    prose = _prose(body)
    total = prose.get(body, 0)
    for path in _MARKED:
        found = max(body.iterfind(path), key=lambda element: prose.get(element, 0), default=None)
        if found is not None and prose.get(found, 0) > ENOUGH * total:
            return found
    return _deepest(body, prose)


def _deepest(body: _Element, prose: dict[_Element, int]) -> _Element:
    """The deepest element with most of the page's prose, and not a paragraph of it."""
    enough = MOST * prose.get(body, 0)
    element: _Element | None = body
    deepest = body
    while element is not None and enough and element.tag not in _PARAGRAPHS:
        deepest = element
        element = next((child for child in element if prose.get(child, 0) >= enough), None)
    return deepest


def _prose(body: _Element) -> dict[_Element, int]:
    """For each element with prose in it, the width of its unlinked runs of text."""
    found: dict[_Element, int] = {}
    for element, size in _runs(body):
        above: _Element | None = element
        while above is not None:
            found[above] = found.get(above, 0) + size
            above = None if above is body else above.getparent()
    return found


def _runs(body: _Element) -> Iterator[tuple[_Element, int]]:
    """Paragraphs, and other elements with long text of their own, with the width of that text."""
    stack = [body]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or (element is not body and is_skipped(element)):
            continue
        if element.tag in _PARAGRAPHS and not any(child.tag in {"p", "div", "ul", "ol"} for child in element):
            text = clean_line(text_of(element))
            linked = sum(len(clean_line(text_of(link))) for link in element.iter("a"))
            size = width(text) if linked <= _LINKED_MOST * len(text) else 0
        else:
            own = (" ".join(text.split()) for text in (element.text or "", *(child.tail or "" for child in element)))
            size = sum(len(text) for text in own if width(text) >= _PROSE_WIDTH)
            stack.extend(element)
        if size >= _PROSE_WIDTH:
            yield element, size
