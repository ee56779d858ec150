"""What a section's paragraphs speak of, apart from what its heading says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.text.knowledge.lexicon import Lexicon

MOST = 8
"""Topics of a section at most, the most often named first."""

OFTEN = 2
"""Times a topic is named at least; one mention is no topic."""

_TOPICAL = frozenset(("place", "demonym", "people", "org", "theme"))


def body_topics(text: str, language: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of what a section's text names more than once; a people's name and its place are one."""
    counts = Counter([concept.id for concept in lexicon.named(text, language) if concept.kind in _TOPICAL])
    return tuple(identifier for identifier, count in counts.most_common(MOST) if count >= OFTEN)
