"""The body's text laid back onto the page's own tree: which of the page's pieces are the article, and its headings.

The container is the deepest element that holds most of the body. Names of classes count only inside it, and
so do headings and paragraphs that the judge of the body left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.sources.body import SURE, key_of
from briefing.sources.furniture import Surroundings
from briefing.text.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from briefing.model import Block
    from briefing.sources.body import Body
    from briefing.sources.pieces import Piece

HELD = 0.8
"""Share of the body that the container must hold."""

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
        self._keys = [key_of(piece.block.text) for piece in pieces]
        self._matched = [
            piece.block.kind != "heading" and body.holds(key) for piece, key in zip(pieces, self._keys, strict=True)
        ]

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
        return next(element for element, size in sorted(held.items(), key=_by_depth) if size >= enough)

    def selected(self, container: _Element) -> Projection:
        """The pieces of the article, and those cut from the container."""
        around = Surroundings(container)
        inside = [around.encloses(piece) for piece in self._pieces]
        plain = [within and not around.is_furniture(p) for p, within in zip(self._pieces, inside, strict=True)]
        body = [index for index, holds in enumerate(self._matched) if holds and plain[index]]
        if not body:
            return Projection((), (), 0.0)
        span = range(body[0], body[-1] + 1)
        beside = {self._pieces[index].element.getparent() for index in body}
        kept = {i for i in span if plain[i] and (self._matched[i] or self._completes(i, beside))}
        kept.update(self._outside(inside, {self._keys[index] for index in kept}))
        removed = [i for i, within in enumerate(inside) if within and i not in kept and self._keys[i] not in self._titles]
        return Projection(
            tuple(self._pieces[index].block for index in sorted(kept)),
            tuple(self._pieces[index].block.text for index in removed),
            sum(len(self._keys[index]) for index in kept) / max(1, self._size),
        )

    def _completes(self, index: int, beside: set[_Element | None]) -> bool:
        """Whether a piece that the judge left out belongs to the body it stands in: a heading, or a sentence beside it."""
        piece = self._pieces[index]
        if piece.block.kind == "heading":
            return self._keys[index] not in self._titles
        return (
            piece.block.kind == "paragraph"
            and piece.element.tag == "p"
            and piece.element.getparent() in beside
            and ends_sentence(piece.block.text)
        )

    def _outside(self, inside: Sequence[bool], known: set[str]) -> set[int]:
        """Body that stands outside the container, as a lead in the page's head does; copies of what is inside are not."""
        return {
            index
            for index, (piece, key) in enumerate(zip(self._pieces, self._keys, strict=True))
            if self._matched[index] and not inside[index] and len(key) >= SURE and key not in known and not piece.is_link
        }


def _credit(held: dict[_Element, int], element: _Element | None, size: int) -> None:
    while element is not None:
        held[element] = held.get(element, 0) + size
        element = element.getparent()


def _by_depth(entry: tuple[_Element, int]) -> int:
    return -sum(1 for _ in entry[0].iterancestors())
