"""What queries give: articles with excerpts, counts, sums. Apart from `model`, since most commands need none of it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import ArticleRow
from briefing.text.excerpt import Excerpt


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, and where its body says so; None where only title, heading or fields do."""

    article: ArticleRow
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How often sections bear a label."""

    label: str
    articles: int
    sections: int
    latest: str
    """When the newest of the articles came in."""


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How often somebody is quoted."""

    speaker: str
    articles: int
    quotes: int
    latest: str
    """When the newest of the articles came in."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a library holds, or the part of it that fits a query."""

    articles: int
    unread: int
    starred: int
    sections: int
    """Headed sections."""
    quotes: int
    named: int
    """Quotes whose speaker is named beside them."""
    carried: int
    """Quotes whose speaker is carried over from an earlier sentence."""
    speakers: int
    """Different names of speakers."""
    first: str | None
    """When the oldest of the articles came in."""
    last: str | None
    languages: tuple[tuple[str, int], ...]
    """Languages and their articles, the most frequent first."""
    sources: tuple[tuple[str, int], ...]
    """The same of the ten most frequent sources."""
