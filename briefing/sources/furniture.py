"""Which pieces of a page are furniture by the elements around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.elements import BESIDE, is_named_furniture, text_length

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing.sources.pieces import Piece

MOST = 0.4
"""Share of the whole text from which an element is no furniture, whatever its class says."""


class Surroundings:
    """Tells the furniture inside one element, the article's; what that element is itself called does not count."""

    def __init__(self, article: _Element) -> None:
        self._article = article
        self._most = text_length(article) * MOST
        self._known: dict[_Element | None, bool] = {article: False, None: False}
        self._inside: dict[_Element | None, bool] = {article: True, None: False}

    def encloses(self, piece: Piece) -> bool:
        """Whether a piece stands in the article's element."""
        path: list[_Element] = []
        element: _Element | None = piece.element
        while element is not None and element not in self._inside:
            path.append(element)
            element = element.getparent()
        found = self._inside[element]
        self._inside.update(dict.fromkeys(path, found))
        return found

    def is_furniture(self, piece: Piece) -> bool:
        """Whether a piece is a link to elsewhere or stands in an element that is named or made for such things."""
        return piece.is_link or self._holds_furniture(piece.element)

    def _holds_furniture(self, element: _Element | None) -> bool:
        path: list[_Element | None] = []
        while element not in self._known:
            path.append(element)
            if element is not None and self._is_furniture(element):
                self._known[element] = True
                break
            element = element.getparent() if element is not None else None
        found = self._known[element]
        self._known.update(dict.fromkeys(path, found))
        return found

    def _is_furniture(self, element: _Element) -> bool:
        if element.tag in BESIDE:
            return True
        # Some publishing systems wrap the whole page in one form.
        return (element.tag == "form" or is_named_furniture(element)) and text_length(element) < self._most
