"""What of a page is the article's body: trafilatura's judgement, and the page's own statement of the text.

Only *which* text is body is taken from trafilatura. Its strings lose ZWNJ and ZWJ, and its tree many headings,
so the page's own tree is asked for both (see `projection`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Block
from briefing.sources.elements import HEADINGS
from briefing.sources.fragment import read_stated
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

SURE = 25
"""Letters and digits from which a piece is body when it stands anywhere inside the body's text."""

_STATED_LONGER = 2.5
"""The text in a page's data is heard when it is so much longer than what was found: the page shows a teaser."""

_NO_LETTER = re.compile(r"[\W_]+")
_PARTS = frozenset(("p", "head", "item", "cell", "quote", "code"))


@dataclass(frozen=True, slots=True)
class Body:
    """The text of the body as keys: letters and digits in lower case, one key a paragraph or line."""

    lines: frozenset[str]
    joined: str

    @property
    def size(self) -> int:
        """Letters and digits in the body."""
        return len(self.joined)

    def holds(self, key: str) -> bool:
        """Whether a piece with this key is body."""
        return key in self.lines or (len(key) >= SURE and key in self.joined)


def key_of(text: str) -> str:
    """What a text is compared by: its letters and digits in lower case."""
    return _NO_LETTER.sub("", text.casefold())


def judged(root: HtmlElement) -> _Element | None:
    """The body trafilatura finds, as its own tree; None for a page without any. The page's tree stays as it is."""
    from trafilatura import bare_extraction

    found = bare_extraction(root, include_comments=False)
    return getattr(found, "body", None)


def body_of(tree: _Element | None, stated: str | None) -> Body:
    """The body in trafilatura's tree, or the text that the page states itself where that is far longer."""
    body = _body(_lines(tree) if tree is not None else ())
    said = _body(block.text for block in read_stated(stated or ""))
    return said if said.size > _STATED_LONGER * body.size else body


def blocks_of(tree: _Element) -> tuple[Block, ...]:
    """The blocks of trafilatura's own tree, for a page whose own tree does not show the body as text."""
    blocks = (_block(element) for element in tree.iter(*_PARTS) if _is_outermost(element))
    return tuple(block for block in blocks if block.text)


def _block(element: _Element) -> Block:
    text = clean_line(" ".join(_broken(element)))
    if element.tag == "head":
        return Block(text, "heading", HEADINGS.get(element.get("rend") or "", 2))
    return Block(text, "item", 1) if element.tag == "item" else Block(text)


def _is_outermost(element: _Element) -> bool:
    return not any(above.tag in _PARTS for above in element.iterancestors())


def _body(lines: Iterable[str]) -> Body:
    keys = [key for line in lines if (key := key_of(line))]
    return Body(frozenset(keys), "".join(keys))


def _lines(tree: _Element) -> Iterator[str]:
    """The text of every outermost part of trafilatura's tree, parted at its line breaks."""
    for element in tree.iter(*_PARTS):
        if _is_outermost(element):
            yield from _broken(element)


def _broken(element: _Element) -> Iterator[str]:
    """The text of a part, line by line."""
    line = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag == "lb" or inner.tag in _PARTS:
            yield "".join(line)
            line = []
        line.append((inner.text or "") if isinstance(inner.tag, str) else "")
        line.append(inner.tail or "")
    yield "".join(line)
