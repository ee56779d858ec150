"""Where names stand in an article, so often that the time it takes stays in proportion to the article's length."""

from __future__ import annotations

MOST = 500_000_000
"""Code points that are searched at most for one article: thousands of names in a long one, a tenth of a second."""


class NameSearch:
    """Looks for names in one text; behind the most that is searched it finds nothing any more."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._left = MOST

    def find(self, words: str, start: int = 0) -> int:
        """Offset of the first place from `start` on, -1 without one."""
        if self._left <= 0:
            return -1
        at = self.text.find(words, start)
        self._left -= (at if at >= 0 else len(self.text)) - start
        return at

    def rfind(self, words: str, end: int) -> int:
        """Offset of the last place before `end`, -1 without one."""
        if self._left <= 0:
            return -1
        at = self.text.rfind(words, 0, end)
        self._left -= end - max(at, 0)
        return at

    def count(self, words: str) -> int:
        """How many places there are."""
        if self._left <= 0:
            return 0
        self._left -= len(self.text)
        return self.text.count(words)
