"""What the text core knows of the world: the topic lexicon and the name authority, the package's or with a user's."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.text.knowledge.authority import known
from briefing.text.knowledge.lexicon import built_in

if TYPE_CHECKING:
    from briefing.text.knowledge.authority import Authority
    from briefing.text.knowledge.lexicon import Lexicon


class Knowledge(NamedTuple):
    """Topics and names an analysis goes by."""

    lexicon: Lexicon
    authority: Authority


@cache
def packaged() -> Knowledge:
    """The package's own."""
    return Knowledge(built_in(), known())


class OwnTables(NamedTuple):
    """A user's tables: each empty or the text of a file."""

    lexicon: str = ""
    people: str = ""


NO_TABLES = OwnTables()


@lru_cache(maxsize=2)
def with_own(own: OwnTables) -> Knowledge:
    """The package's with a user's tables before it.

    Raises DataError that names `lexicon.tsv` or `people.tsv`, the line and the value.
    """
    lexicon, people = own
    if own == NO_TABLES:
        return packaged()
    topics = built_in().extended(lexicon, "lexicon.tsv") if lexicon else built_in()
    return Knowledge(topics, known().extended(people, "people.tsv", topics))
