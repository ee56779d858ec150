"""What the text core knows of the world: the topic lexicon and the name authority, the package's or with a user's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.authority import known
from briefing.text.lexicon import built_in

if TYPE_CHECKING:
    from briefing.text.authority import Authority
    from briefing.text.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Topics and names an analysis goes by."""

    lexicon: Lexicon
    authority: Authority


@cache
def packaged() -> Knowledge:
    """The package's own."""
    return Knowledge(built_in(), known())


def with_own(lexicon: str, people: str) -> Knowledge:
    """The package's with a user's tables before it, each empty or the text of a file.

    Raises DataError that names `lexicon.tsv` or `people.tsv`, the line and the value.
    """
    topics = built_in().extended(lexicon, "lexicon.tsv") if lexicon else built_in()
    names = known() if not (lexicon or people) else known().extended(people, "people.tsv", topics)
    return Knowledge(topics, names)
