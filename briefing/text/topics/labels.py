"""Short English labels for headings in any language, put together from the concepts they name.

What the lexicon does not know is not labelled: nothing is translated, transliterated or guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from briefing.text.fold import fold
from briefing.text.knowledge.lexicon import built_in, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.text.knowledge import forms
    from briefing.text.knowledge.lexicon import Concept, Lexicon

    Mention: TypeAlias = forms.Mention[Concept]

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
    "es": frozenset(("en",)),
    "de": frozenset(("in", "im")),
    "zh": frozenset(("在",)),
}
"""Prepositions that say where something happens."""

_LOCATED_BEHIND = {"ur": frozenset(("ميں",))}
"""Postpositions that say so."""

_HEAD_LAST = frozenset(("en", "de", "tr", "ur", "zh"))
"""Languages in which the last noun of a row says what it is, the others before it what kind: war economy."""

_ARTICLES = frozenset(
    ("the", "a", "an", "la", "le", "les", "l", "un", "une", "des", "el", "los", "las", "una", "der", "die", "das")
)
_ENTITIES = frozenset(("place", "demonym", "people", "org"))


_GENERAL = frozenset(
    f"theme:{name}" for name in ("debate", "evidence", "leadership", "roads", "shortages", "speech", "study")
)
"""Themes that say less than any other the heading names: a study of taxes is about taxes."""


class Label(NamedTuple):
    """A short English label, a more specific one, and the ids of the concepts, such as `place:kashmir`.

    Of a row of themes the short label says the head alone: `Vaccine` for `COVID-19 vaccine`; `specific` is None
    where the short one says all.
    """

    text: str
    topics: tuple[str, ...]
    specific: str | None = None


class _Heading(NamedTuple):
    """A heading's words and the mentions in it by their part in a label."""

    words: Sequence[str]
    entities: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    relations: tuple[Mention, ...]
    column: str
    lexicon: Lexicon

    def is_located(self, mention: Mention) -> bool:
        """Whether the mention is only where something happens."""
        if mention.concept.kind != "place":
            return False
        before, behind = self.words[: mention.start][-1:], self.words[mention.end :][:1]
        return bool(
            _LOCATIVE.get(self.column, frozenset()).intersection(before)
            or _LOCATED_BEHIND.get(self.column, frozenset()).intersection(behind)
        )

    def is_head(self, mention: Mention) -> bool:
        """Whether nothing but a number or an article stands before the mention."""
        return all(word.isdigit() or word in _ARTICLES for word in self.words[: mention.start])


def label(heading: str, language: str, lexicon: Lexicon | None = None) -> Label | None:
    """The English label of a heading, or None when it names no known concept.

    `language` is the heading's BCP 47 primary subtag, `lexicon` the package's unless another is given. A place,
    organisation or people comes before a theme, a theme before the relation word that ends the label.
    """
    lexicon = lexicon or built_in()
    reading = lexicon.read(heading, language)
    found = reading.mentions
    if not found:
        return None
    parts = _Heading(
        tuple(map(fold, reading.words)),
        _first_of_each(m for m in found if m.concept.kind in _ENTITIES),
        _most_telling(_first_of_each(m for m in found if m.concept.kind == "theme")),
        tuple(m for m in found if m.concept.kind == "relation"),
        columns(language)[0],
        lexicon,
    )
    relation = min((m for m in parts.relations if _is_bound(m, parts)), key=lambda m: _distance(m, parts), default=None)
    texts = _texts(parts, relation)
    if texts is None:
        return None
    told = [*parts.entities, *parts.themes, *([relation] if relation else [])]
    short, specific = (text[:1].upper() + text[1:] for text in texts)
    topics = tuple(dict.fromkeys(mention.concept.id for mention in told))
    return Label(short, topics, specific if specific != short else None)


def _first_of_each(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions without those of a concept that was mentioned before."""
    first: dict[str, Mention] = {}
    for mention in found:
        first.setdefault(mention.concept.id, mention)
    return tuple(first.values())


def _most_telling(themes: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Themes without the general ones, unless there is no other."""
    return tuple(theme for theme in themes if theme.concept.id not in _GENERAL) or themes


def _is_bound(relation: Mention, parts: _Heading) -> bool:
    """Whether a relation word is what the heading is about: it opens it, or stands beside what it relates to."""
    lone = not parts.entities and not parts.themes and len(parts.words) <= ALONE
    if lone or parts.is_head(relation):
        return True
    others = (*(m for m in parts.entities if not parts.is_located(m)), *parts.themes)
    return any(_gap(relation, other) <= NEAR for other in others)


def _distance(relation: Mention, parts: _Heading) -> int:
    """Words between a relation word and the nearest name, which tells partnership from "prospects of partnership"."""
    return min((_gap(relation, entity) for entity in parts.entities if not parts.is_located(entity)), default=0)


def _gap(one: Mention, other: Mention) -> int:
    """Words between two mentions."""
    return max(one.start - other.end, other.start - one.end)


def _texts(parts: _Heading, relation: Mention | None) -> tuple[str, str] | None:
    """The label's words, short and specific, by what the heading names."""
    if relation is not None:
        text = _with_relation(parts, parts.themes[0] if parts.themes else None, relation)
    elif parts.themes:
        return _with_theme(parts, *_head(parts))
    else:
        text = _names(parts, ", ") if parts.entities else None
    return None if text is None else (text, text)


def _head(parts: _Heading) -> tuple[Mention, Mention | None]:
    """The theme that a row of two names, and the one that says what kind it is."""
    first = parts.themes[0]
    second = next((theme for theme in parts.themes[1:] if theme.start == first.end), None)
    if second is None:
        return first, None
    return (second, first) if parts.column in _HEAD_LAST else (first, second)


def _with_relation(parts: _Heading, theme: Mention | None, relation: Mention) -> str | None:
    noun = relation.concept.label
    near = _related(relation, parts)
    if theme is not None and (not parts.entities or _gap(theme, relation) == 0):
        noun = f"{_lowered(theme.concept.short)} {noun}"
    if near:
        return f"{_short_names(near, parts.lexicon)} {noun}"
    if parts.entities:
        return f"{_names(parts, '', 1)}: {noun}"
    return noun if theme is not None or len(parts.words) <= ALONE else None


def _with_theme(parts: _Heading, theme: Mention, kind: Mention | None) -> tuple[str, str]:
    noun = theme.concept.label
    specific = f"{kind.concept.short} {_lowered(noun)}" if kind else noun
    if not parts.entities:
        return noun, specific
    first = parts.entities[0]
    if first.concept.kind == "demonym" and _gap(first, kind or theme) == 0:
        return f"{first.concept.short} {_lowered(noun)}", f"{first.concept.short} {_lowered(specific)}"
    name = _subject(parts)
    return f"{name}: {_lowered(noun)}", f"{name}: {_lowered(specific)}"


def _subject(parts: _Heading) -> str:
    """The full name of the first entity; of two that stand side by side, both short ones."""
    first, second = (*parts.entities, None)[:2]
    assert first is not None, "a heading with entities"
    if second is None or _gap(first, second) > NEAR:
        return _names(parts, "", 1)
    return _short_names((first, second), parts.lexicon)


def _names(parts: _Heading, between: str, most: int = 2) -> str:
    """Full names of the first entities; an adjective alone stands for its place."""
    return between.join(_place_of(mention.concept, parts.lexicon).label for mention in parts.entities[:most])


def _related(relation: Mention, parts: _Heading) -> list[Mention]:
    """The entities beside a relation word, and those beside them; a theme may stand between."""
    chain = [relation, *(theme for theme in parts.themes if _gap(theme, relation) <= NEAR)]
    for entity in (*parts.entities, *reversed(parts.entities)):
        if entity not in chain and any(_gap(entity, other) <= NEAR for other in chain):
            chain.append(entity)
    return [entity for entity in parts.entities if entity in chain]


def _short_names(entities: Sequence[Mention], lexicon: Lexicon) -> str:
    """Short names of at most two entities: adjectives where all are, else their places' names."""
    concepts = [mention.concept for mention in entities[:2]]
    if any(concept.kind != "demonym" for concept in concepts):
        concepts = [_place_of(concept, lexicon) for concept in concepts]
    return "–".join(concept.short for concept in concepts)


def _place_of(concept: Concept, lexicon: Lexicon) -> Concept:
    return lexicon.place(concept.id) if concept.kind == "demonym" else concept


def _lowered(text: str) -> str:
    """Text to stand inside a label: without its capital, unless it is an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
