"""The body's text laid back onto the page's own tree: which of the page's pieces are the article, and its headings.

The container is the deepest element that holds most of the body. Names of classes count only inside it, and
so do headings and paragraphs that the judge of the body left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from briefing.sources.body import key_of
from briefing.sources.furniture import Surroundings
from briefing.text.sections.lines import ends_sentence, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from briefing.model import Block
    from briefing.sources.body import Body
    from briefing.sources.pieces import Piece

HELD = 0.9
"""Share of the body that the container must hold."""

REACH = {"p": 2, "li": 3}
"""Elements around a paragraph or item, one of which must hold paragraphs of the body if it is to belong to it."""

ENOUGH = 0.85
"""Share of the body that must be found on the page for its tree to be taken."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The article's blocks, the lines cut from among them, and how much of the body was found (0 to 1)."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...]
    found: float


def project(pieces: Sequence[Piece], body: Body, titles: frozenset[str]) -> Projection:
    """The article among a page's pieces; `titles` are the keys of what may repeat its title."""
    page = _Page(pieces, body, titles)
    container = page.container()
    return page.selected(container) if container is not None else Projection((), (), 0.0)


class _Page:
    """A page's pieces with their keys, and which of them the body holds."""

    def __init__(self, pieces: Sequence[Piece], body: Body, titles: frozenset[str]) -> None:
        self._pieces = pieces
        self._titles = titles
        self._size = body.size
        self._lines = body.lines
        self._keys = [key_of(piece.block.text) for piece in pieces]
        self._held = [body.holds(key) for key in self._keys]
        self._matched = [held and piece.block.kind != "heading" for piece, held in zip(pieces, self._held, strict=True)]

    def container(self) -> _Element | None:
        """The deepest element that holds enough of the matched text; the page's copies of it count once."""
        held: dict[_Element, int] = {}
        for piece, key, matched in zip(self._pieces, self._keys, self._matched, strict=True):
            if matched:
                _credit(held, piece.element, len(key))
        root = next(reversed(held), None)
        if root is None:
            return None
        enough = HELD * min(self._size, max(held.values()))
        found = next(element for element, size in sorted(held.items(), key=_by_depth) if size >= enough)
        own = self._own_article(found)
        return found if own is None else own

    def _own_article(self, container: _Element) -> _Element | None:
        """The article that the page's title heads, where the container holds more than one with a title of its own."""
        heads = [piece.element for piece in self._pieces if piece.block.kind == "heading" and piece.block.level == 1]
        articles = [found for head in heads if (found := next(head.iterancestors("article"), None)) is not None]
        titled = next((i for i in range(len(self._pieces)) if self._is_title(i)), None)
        if titled is None or len(set(articles)) < 2:
            return None
        own = next(self._pieces[titled].element.iterancestors("article"), None)
        return own if own is not None and own in articles and container in own.iterancestors() else None

    def selected(self, container: _Element) -> Projection:
        """The pieces of the article, and those cut from the container."""
        around = Surroundings(container)
        inside = [around.encloses(piece) for piece in self._pieces]
        plain = [within and self._is_plain(i, around) for i, within in enumerate(inside)]
        body = [index for index, holds in enumerate(self._matched) if holds and plain[index]]
        if not body:
            return Projection((), (), 0.0)
        span = range(body[0], body[-1] + 1)
        lines = {self._pieces[index].element for index in body}
        beside = {above for element in lines for above in islice(element.iterancestors(), 1)}
        kept = {i for i in span if plain[i] and (self._matched[i] or self._completes(i, lines, beside))}
        kept.update(self._lead(container, body[0]))
        kept.update(self._opening(plain, body[0]))
        removed = [
            i for i, within in enumerate(inside) if within and i not in kept and self._keys[i] not in self._titles
        ]
        return Projection(
            tuple(self._block(index, body[0]) for index in sorted(kept)),
            tuple(self._pieces[index].block.text for index in removed),
            self._found(),
        )

    def _is_plain(self, index: int, around: Surroundings) -> bool:
        """Whether a piece is no furniture; a heading that is a link is none where the judge has kept it."""
        piece = self._pieces[index]
        if piece.block.kind == "heading" and self._keys[index] in self._lines:
            return not around.holds_furniture(piece.element)
        return not around.is_furniture(piece)

    def _found(self) -> float:
        """Share of the body that stands on the page as text, whether it is kept or not."""
        shown = sum(len(key) for i, key in enumerate(self._keys) if self._held[i] or self._is_title(i))
        return shown / max(1, self._size)

    def _lead(self, container: _Element, first: int) -> set[int]:
        """The sentences between the title and the body: leads often stand in the page's head, as headings even."""
        titles = [i for i in range(first) if self._is_title(i)]
        if not titles:
            return set()
        title = min(titles, key=lambda i: (self._pieces[i].block.level, -i))
        around = Surroundings(_common(self._pieces[title].element, container))
        return {i for i in range(title + 1, first) if self._is_sentence(i) and not around.is_furniture(self._pieces[i])}

    def _opening(self, plain: Sequence[bool], first: int) -> set[int]:
        """The heading right above the body, of an article that begins without a lead."""
        above, opening = self._pieces[first - 1] if first else None, self._pieces[first]
        if above is None or not plain[first - 1] or above.block.kind != "heading" or self._is_title(first - 1):
            return set()
        return {first - 1} if above.element.getparent() is opening.element.getparent() else set()

    def _is_title(self, index: int) -> bool:
        return self._pieces[index].block.kind == "heading" and self._keys[index] in self._titles

    def _is_sentence(self, index: int) -> bool:
        text = self._pieces[index].block.text
        return self._keys[index] not in self._titles and is_prose(text)

    def _block(self, index: int, first: int) -> Block:
        """The piece's block; a lead above the body is no heading, whatever its tag says."""
        block = self._pieces[index].block
        is_lead = index < first and block.kind == "heading" and is_prose(block.text)
        return replace(block, kind="paragraph", level=0) if is_lead else block

    def _completes(self, index: int, lines: set[_Element], beside: set[_Element]) -> bool:
        """Whether a piece that the judge left out belongs to the body: a heading, or a sentence beside it."""
        piece = self._pieces[index]
        if piece.block.kind == "heading":
            return self._keys[index] not in self._titles
        ends = ends_sentence(piece.block.text)
        if piece.element in lines:
            return ends or piece.block.bold
        return ends and is_prose(piece.block.text) and any(above in beside for above in _near(piece.element))


def _near(element: _Element) -> Iterator[_Element]:
    """The elements around one, as far as a wrapper of its own may reach."""
    return islice(element.iterancestors(), REACH.get(str(element.tag), 0))


def _credit(held: dict[_Element, int], element: _Element | None, size: int) -> None:
    while element is not None:
        held[element] = held.get(element, 0) + size
        element = element.getparent()


def _by_depth(entry: tuple[_Element, int]) -> int:
    return -sum(1 for _ in entry[0].iterancestors())


def _common(one: _Element, other: _Element) -> _Element:
    """The innermost element around both."""
    above = {one, *one.iterancestors()}
    return next(element for element in (other, *other.iterancestors()) if element in above)
