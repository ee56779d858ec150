"""Short English labels for headings in any language, put together from the concepts they name.

What the lexicon does not know is not labelled: nothing is translated, transliterated or guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.text.lexicon import columns, mentions, place, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.text.lexicon import Concept, Mention

NEAR = 1
"""Words that may stand between a relation and what it relates to."""

ALONE = 3
"""Words of a heading up to which a relation is a label by itself."""

_LOCATIVE = {
    "ar": frozenset(("في", "وفي", "ب")),
    "fa": frozenset(("در",)),
    "ru": frozenset(("в", "во")),
    "fr": frozenset(("en", "au", "aux", "a", "à")),
    "en": frozenset(("in", "inside", "across")),
}
"""Prepositions that say where something happens."""

_ARTICLES = frozenset(("the", "a", "an", "la", "le", "les", "l", "un", "une", "des"))
_ENTITIES = frozenset(("place", "demonym", "people", "org"))


@dataclass(frozen=True, slots=True)
class Label:
    """A short English label and the ids of the concepts it stands for, such as `place:kashmir`."""

    text: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading's words and the mentions in it by their part in a label."""

    words: Sequence[str]
    entities: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    relations: tuple[Mention, ...]
    locative: frozenset[str]

    def is_located(self, mention: Mention) -> bool:
        """Whether the mention is only where something happens."""
        return mention.concept.kind == "place" and mention.start > 0 and self.words[mention.start - 1] in self.locative

    def is_head(self, mention: Mention) -> bool:
        """Whether nothing but a number or an article stands before the mention."""
        return all(word.isdigit() or word in _ARTICLES for word in self.words[: mention.start])


def label(heading: str, language: str) -> Label | None:
    """The English label of a heading, or None when it names no known concept.

    `language` is the heading's BCP 47 primary subtag. A place, organisation or people comes before a
    theme, a theme before the relation word that ends the label.
    """
    found = mentions(heading, language)
    if not found:
        return None
    parts = _Heading(
        words(heading),
        _first_of_each(m for m in found if m.concept.kind in _ENTITIES),
        _first_of_each(m for m in found if m.concept.kind == "theme"),
        tuple(m for m in found if m.concept.kind == "relation"),
        _LOCATIVE.get(columns(language)[0], frozenset()),
    )
    relation = min((m for m in parts.relations if _is_bound(m, parts)), key=lambda m: _distance(m, parts), default=None)
    text = _text(parts, relation)
    if text is None:
        return None
    told = [*parts.entities, *parts.themes, *([relation] if relation else [])]
    return Label(text[:1].upper() + text[1:], tuple(dict.fromkeys(mention.concept.id for mention in told)))


def _first_of_each(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions without those of a concept that was mentioned before."""
    first: dict[str, Mention] = {}
    for mention in found:
        first.setdefault(mention.concept.id, mention)
    return tuple(first.values())


def _is_bound(relation: Mention, parts: _Heading) -> bool:
    """Whether a relation word is what the heading is about: it opens it, or stands beside what it relates to."""
    if parts.is_head(relation):
        return True
    others = (*(m for m in parts.entities if not parts.is_located(m)), *parts.themes)
    return any(_gap(relation, other) <= NEAR for other in others)


def _distance(relation: Mention, parts: _Heading) -> int:
    """Words between a relation word and the nearest name, which tells partnership from "prospects of partnership"."""
    return min((_gap(relation, entity) for entity in parts.entities if not parts.is_located(entity)), default=0)


def _gap(one: Mention, other: Mention) -> int:
    """Words between two mentions."""
    return max(one.start - other.end, other.start - one.end)


def _text(parts: _Heading, relation: Mention | None) -> str | None:
    """The label's words, by what the heading names."""
    theme = parts.themes[0] if parts.themes else None
    if relation is not None:
        return _with_relation(parts, theme, relation)
    if theme is not None:
        return _with_theme(parts, theme)
    return _names(parts.entities, ", ") if parts.entities else None


def _with_relation(parts: _Heading, theme: Mention | None, relation: Mention) -> str | None:
    noun = relation.concept.label
    near = _related(relation, parts)
    if theme is not None and (not parts.entities or _gap(theme, relation) == 0):
        noun = f"{_lowered(theme.concept.short)} {noun}"
    if near:
        return f"{_short_names(near)} {noun}"
    if parts.entities:
        return f"{_names(parts.entities[:1], '')}: {noun}"
    return noun if theme is not None or len(parts.words) <= ALONE else None


def _with_theme(parts: _Heading, theme: Mention) -> str:
    if not parts.entities:
        return theme.concept.label
    first = parts.entities[0]
    if first.concept.kind == "demonym" and _gap(first, theme) == 0:
        return f"{first.concept.short} {_lowered(theme.concept.label)}"
    return f"{_names(parts.entities[:1], '')}: {_lowered(theme.concept.label)}"


def _names(entities: Sequence[Mention], between: str) -> str:
    """Full names of at most two entities; an adjective alone stands for its place."""
    return between.join(_place_of(mention.concept) for mention in entities[:2])


def _related(relation: Mention, parts: _Heading) -> list[Mention]:
    """The entities beside a relation word, and those beside them; a theme may stand between."""
    chain = [relation, *(theme for theme in parts.themes if _gap(theme, relation) <= NEAR)]
    for entity in (*parts.entities, *reversed(parts.entities)):
        if entity not in chain and any(_gap(entity, other) <= NEAR for other in chain):
            chain.append(entity)
    return [entity for entity in parts.entities if entity in chain]


def _short_names(entities: Sequence[Mention]) -> str:
    """Short names of at most two entities: adjectives where all are, else their places' names."""
    concepts = [mention.concept for mention in entities[:2]]
    if any(concept.kind != "demonym" for concept in concepts):
        concepts = [place(concept.id) if concept.kind == "demonym" else concept for concept in concepts]
    return "–".join(concept.short for concept in concepts)


def _place_of(concept: Concept) -> str:
    return place(concept.id).label if concept.kind == "demonym" else concept.label


def _lowered(text: str) -> str:
    """Text to stand inside a label: without its capital, unless it is an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
