"""What a feed is; apart from `model`, since showing an article needs to know of none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FeedKind = Literal["feed", "folder"]
"""A feed of the web, or a folder on this machine that is watched."""

FullText = Literal["auto", "always", "never"]
"""Whether an article's page is fetched: where the feed gives a summary, for every article, or not at all."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A source that `sync` asks for new articles. Times are RFC 3339 in UTC, None for never."""

    number: int
    url: str
    """Address of the feed, or path of the folder."""
    title: str = ""
    kind: FeedKind = "feed"
    site: str | None = None
    tags: tuple[str, ...] = ()
    private: bool = False
    """Whether it may lie in a private network."""
    full_text: FullText = "auto"
    added: str = ""
    etag: str | None = None
    last_modified: str | None = None
    checked: str | None = None
    succeeded: str | None = None
    due: str | None = None
    """When it may be asked again after a failure."""
    failures: int = 0
    """Failures since the last success."""
    problem: str | None = None
    """What went wrong the last time."""

    @property
    def name(self) -> str:
        """What it is called in lists."""
        return self.title or self.url
