"""An HTML tree as blocks: headings, paragraphs and items in reading order, with the page's furniture left out.

Text is taken from the tree as it stands, so joiners and harakat survive. A line break parts
paragraphs, except in a heading or inside a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from briefing.model import Block
from briefing.text.clean import clean_line
from briefing.text.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

SKIPPED = frozenset(
    (
        "aside",
        "audio",
        "button",
        "canvas",
        "dialog",
        "embed",
        "figcaption",
        "figure",
        "footer",
        "head",
        "iframe",
        "input",
        "label",
        "map",
        "math",
        "menu",
        "nav",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "video",
    )
)
"""Tags whose content is never an article's text."""

_BLOCKS = frozenset(
    (
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol"))
_BOLD_TAGS = frozenset(("b", "strong"))
_BOLD_STYLE = re.compile(r"font-weight\s{0,5}:\s{0,5}(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharebar|social|related|recommend\w{0,8}|promo|newsletter|comments?|respond|"
    r"breadcrumbs?|advert\w{0,10}|ads?|cookies?|tags?|taglist|toolbar|pagination|sidebar|byline|caption|"
    r"wp-caption-text|read-?more|see-?also|author-?box|print|screen-reader-text|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST = 0.4
"""Share of the whole text from which an element is no furniture, whatever its class says."""

_LINK_ONLY = 0.9
"""Share of linked text from which a heading, item or short line is a link to elsewhere."""

_LINK_LINE = 140
"""Code points up to which a linked paragraph without end mark is such a link."""


@dataclass(slots=True)
class _Line:
    """The block being read: its pieces of text, each with whether it is bold and linked."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)

    def share(self, which: int) -> float:
        """Share of the text, white space aside, that is bold (1) or linked (2)."""
        sizes = [(len(piece[0].strip()), piece[which]) for piece in self.pieces]
        total = sum(size for size, _ in sizes)
        return sum(size for size, holds in sizes if holds) / total if total else 0.0


@dataclass(slots=True)
class _Reader:
    """Walks one tree; the counters say what the current text stands in."""

    blocks: list[Block] = field(default_factory=list)
    line: _Line = field(default_factory=_Line)
    heading: int = 0
    lists: int = 0
    items: int = 0
    bold: int = 0
    links: int = 0
    broken: bool = False
    read: Block | None = None
    parts: list[str] = field(default_factory=list)

    def finish(self) -> tuple[Block, ...]:
        """All blocks, once the tree is walked."""
        self.flush()
        self._close()
        return tuple(self.blocks)

    def text(self, text: str | None) -> None:
        if text:
            self.line.pieces.append((text, self.bold > 0, self.links > 0))

    def start(self, element: _Element, tag: str) -> None:
        if tag == "br":
            self._line_break()
        elif tag in _BLOCKS:
            self.flush()
        self._count(element, tag, 1)
        self.text(element.text)

    def end(self, element: _Element, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        self._count(element, tag, -1)

    def flush(self, *, broken: bool = False) -> None:
        """End the block being read."""
        text = clean_line("".join(piece[0] for piece in self.line.pieces))
        if text and not self._is_link(text):
            self._append(text)
        if text or not broken:
            self.broken = broken
        self.line = _Line()

    def _line_break(self) -> None:
        if self.heading:
            self.text(" ")
        else:
            self.flush(broken=True)

    def _append(self, text: str) -> None:
        if self.broken and self.parts and text[0].islower() and not ends_sentence(self.parts[-1]):
            self.parts.append(text)
            return
        self._close()
        self.parts.append(text)
        self.read = self._block(text)

    def _close(self) -> None:
        """Take up the block read last, with the lines that went on with its sentence."""
        if self.read is not None:
            self.blocks.append(replace(self.read, text=" ".join(self.parts)))
        self.read = None
        self.parts = []

    def _block(self, text: str) -> Block:
        if self.heading:
            return Block(text, "heading", self.heading)
        bold = self.line.share(1) == 1.0
        if self.items:
            return Block(text, "item", max(1, self.lists), bold)
        return Block(text, bold=bold)

    def _is_link(self, text: str) -> bool:
        if self.line.share(2) <= _LINK_ONLY:
            return False
        return bool(self.heading or self.items) or (len(text) <= _LINK_LINE and not ends_sentence(text))

    def _count(self, element: _Element, tag: str, step: int) -> None:
        if tag in _HEADINGS:
            self.heading = _HEADINGS[tag] if step > 0 else 0
        elif tag in _LISTS:
            self.lists += step
        elif tag == "li":
            self.items += step
        elif tag == "a":
            self.links += step
        elif tag in _BOLD_TAGS or _BOLD_STYLE.search(element.get("style") or ""):
            self.bold += step


def read_blocks(root: _Element) -> tuple[Block, ...]:
    """The blocks of an element and what stands in it, in reading order."""
    reader = _Reader()
    for opens, element, tag in _walk(root):
        if not tag:
            reader.text(element.tail)
        elif opens:
            reader.start(element, tag)
        else:
            reader.end(element, tag)
            if element is not root:
                reader.text(element.tail)
    return reader.finish()


def text_of(element: _Element) -> str:
    """All text in an element as it stands, scripts and the like included."""
    return "".join(str(text) for text in element.itertext())


def text_length(element: _Element) -> int:
    """Code points of `text_of`."""
    return int(cast("float", element.xpath("string-length()")))


def is_skipped(element: _Element) -> bool:
    """Whether an element is no part of any article by its tag or because it is hidden."""
    return (
        element.tag in SKIPPED
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
    )


def _walk(root: _Element) -> Iterator[tuple[bool, _Element, str]]:
    """Openings and closings in document order, without recursion; an empty tag name means "only the tail counts"."""
    most = text_length(root) * _MOST
    stack: list[tuple[bool, _Element]] = [(True, root)]
    while stack:
        opens, element = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not opens:
            yield False, element, tag
        elif not tag or (element is not root and (is_skipped(element) or _is_furniture(element, most))):
            yield True, element, ""
        else:
            yield True, element, tag
            stack.append((False, element))
            stack.extend((True, child) for child in reversed(element))


def _is_furniture(element: _Element, most: float) -> bool:
    if element.tag == "form":
        # Some publishing systems wrap the whole page in one form.
        return text_length(element) < most
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _FURNITURE_NAME.search(names[:400]) is not None and text_length(element) < most
