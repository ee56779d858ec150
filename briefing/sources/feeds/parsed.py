"""What a feed says, in one form for all formats."""

from __future__ import annotations

from dataclasses import dataclass

ENTRY_LIMIT = 5000
"""Entries read of one feed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a feed; texts are clean, `content` and `summary` are HTML fragments from outside."""

    key: str
    """What tells it from the feed's other entries: its id, else its address, else its words."""
    url: str | None = None
    title: str = ""
    author: str | None = None
    language: str | None = None
    published: str | None = None
    """RFC 3339 in UTC."""
    updated: str | None = None
    content: str = ""
    summary: str = ""

    @property
    def html(self) -> str:
        """The longer of what the feed gives."""
        return max(self.content, self.summary, key=len)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed and its entries in the feed's order."""

    format: str
    """`rss`, `atom` or `json`."""
    title: str = ""
    site: str | None = None
    """The page it is the feed of."""
    language: str | None = None
    entries: tuple[Entry, ...] = ()
