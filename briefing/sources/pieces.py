"""An HTML tree as pieces: every run of text that a reader sees as one block, with the element it stands in.

Text is taken from the tree as it stands, so joiners and harakat survive. A line break parts
paragraphs, except in a heading or inside a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.model import Block
from briefing.sources.elements import (
    BLOCKS,
    HEADINGS,
    LISTS,
    UNSEEN,
    is_bold,
    is_break,
    is_hidden,
    is_inline_furniture,
    is_link,
    is_named_heading,
)
from briefing.text.clean import clean_line
from briefing.text.sections.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

NAMED_LEVEL = 3
"""Level of a heading that only its class names so."""

_LINK_ONLY = 0.9
"""Share of linked text from which a heading, item or short line is a link to elsewhere."""

_LINK_LINE = 140
"""Code points up to which a linked paragraph without end mark is such a link."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a page; `element` is the innermost block-level element around it."""

    block: Block
    element: _Element
    linked: float
    """Share of its text, white space aside, that stands in links."""

    @property
    def is_link(self) -> bool:
        """Whether the piece only leads elsewhere."""
        if self.linked <= _LINK_ONLY:
            return False
        text = self.block.text
        return self.block.kind != "paragraph" or (len(text) <= _LINK_LINE and not ends_sentence(text))


@dataclass(slots=True)
class _Line:
    """The piece being read: its runs of text, each with whether it is bold and linked."""

    runs: list[tuple[str, bool, bool]] = field(default_factory=list)

    def share(self, which: int) -> float:
        """Share of the text, white space aside, that is bold (1) or linked (2)."""
        sizes = [(len(run[0].strip()), run[which]) for run in self.runs]
        total = sum(size for size, _ in sizes)
        return sum(size for size, holds in sizes if holds) / total if total else 0.0


@dataclass(slots=True)
class _Reader:
    """Walks one tree; the counters say what the current text stands in."""

    around: list[_Element]
    """The block-level elements that are open, the innermost last."""
    pieces: list[Piece] = field(default_factory=list)
    line: _Line = field(default_factory=_Line)
    heading: int = 0
    lists: int = 0
    items: int = 0
    bold: int = 0
    links: int = 0
    broken: bool = False

    def text(self, text: str | None) -> None:
        if text:
            self.line.runs.append((text, self.bold > 0, self.links > 0))

    def start(self, element: _Element, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
            self.around.append(element)
        elif is_break(element):
            self._line_break()
        self._count(element, tag, 1)
        self.text(element.text)

    def end(self, element: _Element, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
            self.around.pop()
        self._count(element, tag, -1)

    def flush(self, *, broken: bool = False) -> None:
        """End the piece being read."""
        if not self.line.runs:
            self.broken = self.broken if broken else False
            return
        text = clean_line("".join(run[0] for run in self.line.runs))
        if text:
            self._append(Piece(self._block(text, loose=broken or self.broken), self.around[-1], self.line.share(2)))
        if text or not broken:
            self.broken = broken
        self.line = _Line()

    def _line_break(self) -> None:
        if self.heading:
            self.text(" ")
        else:
            self.flush(broken=True)

    def _append(self, piece: Piece) -> None:
        """Take a piece up; one that goes on with a sentence over a line break is joined to the one before."""
        last = self.pieces[-1] if self.pieces else None
        text = piece.block.text
        if self.broken and last and text[0].islower() and not ends_sentence(last.block.text):
            self.pieces[-1] = replace(last, block=replace(last.block, text=f"{last.block.text} {text}"))
        else:
            self.pieces.append(piece)

    def _block(self, text: str, *, loose: bool) -> Block:
        if self.heading:
            return Block(text, "heading", self.heading)
        bold = self.bold > 0 or any(run[1] for run in self.line.runs)
        bold = bold and self.line.share(1) == 1.0
        if self.items:
            return Block(text, "item", max(1, self.lists), bold)
        if is_named_heading(self.around[-1]):
            return Block(text, "heading", NAMED_LEVEL)
        return Block(text, bold=bold, loose=loose)

    def _count(self, element: _Element, tag: str, step: int) -> None:
        if tag in HEADINGS:
            self.heading = HEADINGS[tag] if step > 0 else 0
        elif tag in LISTS:
            self.lists += step
        elif tag == "li":
            self.items += step
        elif tag == "a" and is_link(element):
            self.links += step
        elif is_bold(element):
            self.bold += step


def pieces_of(root: _Element) -> list[Piece]:
    """The pieces of an element and what stands in it, in reading order; of elements that are not shown none."""
    reader = _Reader([root])
    for opens, element, tag in _walk(root):
        if not tag:
            reader.text(element.tail)
        elif opens:
            reader.start(element, tag)
        else:
            reader.end(element, tag)
            if element is not root:
                reader.text(element.tail)
    reader.flush()
    return reader.pieces


def _is_unseen(element: _Element, tag: str) -> bool:
    return tag in UNSEEN or (bool(element.attrib) and (is_hidden(element) or is_inline_furniture(element)))


def _walk(root: _Element) -> Iterator[tuple[bool, _Element, str]]:
    """Openings and closings in document order, without recursion; an empty tag name means "only the tail counts"."""
    stack: list[tuple[bool, _Element]] = [(True, root)]
    while stack:
        opens, element = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not opens:
            yield False, element, tag
        elif not tag or (element is not root and _is_unseen(element, tag)):
            yield True, element, ""
        else:
            yield True, element, tag
            stack.append((False, element))
            stack.extend((True, child) for child in reversed(element))
