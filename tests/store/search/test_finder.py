"""Queries against a real library: what is found is what the query means."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Quote, Section, Span
from briefing.query.parser import parse
from briefing.query.tree import EVERYTHING, And, Field, Node, Not, Numbers, Or, Phrase, Word
from briefing.store.articles import ArticleStore
from briefing.store.search.finder import Finder
from briefing.store.state.store import StateStore
from briefing.text.fold import fold
from briefing.text.words import forms, words_of
from tests.articles import article
from tests.query.trees import trees

COUNT = 40
_WORDS = [
    "وقال",
    "للإرهاب",
    "والحوار",
    "في",
    "كشمير",
    "إلى",
    "مدرسة",
    "باكستان",
    "café",
    "talks",
    "2021",
    "covid-19",
    "3",
]
_SPEAKERS = [None, "كريم حدّاد", "Maria Keller", "أحمد"]
_LABELS = [("Kashmir", ("place:kashmir",)), ("EU talks", ("org:eu",)), (None, ())]


@dataclass(frozen=True)
class Kept:
    """An article as it is stored, and its marks."""

    article: Article
    added: str
    read: bool
    starred: bool


def made_up(chance: random.Random, key: int) -> Kept:
    """An article of a few words in a lead and a section, with a quote or none."""
    lead, second = (" ".join(chance.choices(_WORDS, k=chance.randint(2, 6))) for _ in range(2))
    text = f"{lead}\n\n{second}"
    spans = Span(0, len(lead)), Span(len(lead) + 2, len(text))
    label, topics = chance.choice(_LABELS)
    quoted = Quote(
        *("q", 1, 0, len(lead), lead, "direct", chance.choice(_SPEAKERS)),
        *("named", chance.randint(0, 1), True, "by hand", 1.0),
    )
    made = article(
        id=f"{key:020x}",
        title=" ".join(chance.choices(_WORDS, k=3)),
        text=text,
        language=chance.choice(("ar", "ar", "en", "zh-hant")),
        sections=(
            Section(0, None, "Lead", (), 0, len(lead), spans[:1]),
            Section(1, chance.choice(_WORDS), label, topics, spans[1].start, len(text), spans[1:]),
        ),
        quotes=(quoted,) if chance.random() < 0.6 else (),
        source=chance.choice((None, "وكالة الأفق", "ISNA", "aé boول")),
        author=chance.choice((None, "Zé Haddad")),
        url=chance.choice((None, f"https://example.org/a/{key}")),
        published=chance.choice((None, "2021-03-01T00:00:00Z", "2021-02-28T23:30:00Z", "1999-05-05T10:00:00Z")),
    )
    added = f"20{20 + key // 10}-03-{1 + key % 28:02}T09:14:00Z"
    return Kept(made, added, chance.random() < 0.5, chance.random() < 0.3)


class Held:
    """A library's finder, and what is in the library."""

    def __init__(self, finder: Finder, kept: dict[int, Kept]) -> None:
        self.finder = finder
        self.kept = kept


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    """A library of made-up articles; every fourth is known under a second key, which bears the marks."""
    folder = tmp_path_factory.mktemp("finder")
    store, state = ArticleStore(folder / "library.db"), StateStore(folder / "state.json")
    chance, kept = random.Random(7), {}
    for key in range(COUNT):
        one = made_up(chance, key)
        number = store.insert(replace(one.article, title="باكستان"), [one.article.id, f"ff{key}"], one.added)
        store.update(number, one.article, [], one.added)
        kept[number] = one
        marked = f"ff{key}" if key % 4 == 0 else one.article.id
        if one.read:
            state.set_read([marked], True, one.added)
        if one.starred:
            state.set_starred([marked], True, one.added)
    yield Held(store.finder(folder / "state.json"), kept)
    store.close()


def fits(node: Node, number: int, kept: Kept) -> bool:
    """What a query means, said as plainly as can be."""
    found = kept.article
    match node:
        case Not(part):
            return not fits(part, number, kept)
        case And(parts):
            return all(fits(part, number, kept) for part in parts)
        case Or(parts):
            return any(fits(part, number, kept) for part in parts)
        case Numbers(first, last):
            return first <= number <= last
        case Word(text, prefix):
            return any(_holds(words_of(place), text, prefix, found.language) for place in _places(found))
        case Phrase(text):
            return any(_in_a_row(words_of(place), words_of(text)) for place in _places(found, apart=False))
        case Field(name, value):
            return _field_fits(name, value, kept)


def _places(found: Article, *, apart: bool = True) -> list[str]:
    headings = [section.heading or "" for section in found.sections]
    return [found.title, *(headings if apart else [" ".join(headings)]), found.text]


def _holds(words: list[str], text: str, prefix: bool, language: str) -> bool:
    wanted = words_of(text)
    if len(wanted) > 1:
        return _in_a_row(words, wanted, prefix=prefix)
    known = {form for word in words for form in (forms(word) if language == "ar" else (word,))}
    return any(word.startswith(wanted[0]) for word in known) if prefix else wanted[0] in known


def _in_a_row(words: list[str], wanted: list[str], *, prefix: bool = False) -> bool:
    rows = (words[at : at + len(wanted)] for at in range(len(words)))
    return any(
        row == wanted or (prefix and row[:-1] == wanted[:-1] and row[-1].startswith(wanted[-1]))
        for row in rows
        if len(row) == len(wanted)
    )


def _field_fits(name: str, value: str, kept: Kept) -> bool:
    found, part = kept.article, fold(value)
    section = found.sections[1]
    date = found.published or kept.added
    match name:
        case "is":
            return {"read": kept.read, "unread": not kept.read, "starred": kept.starred, "stub": False}[value]
        case "has":
            return value == "quotes" and bool(found.quotes)
        case "tag":
            return False
        case "lang":
            return value in (found.language, found.language.split("-")[0])
        case "url":
            return value.lower() in (found.url or "")
        case "source" | "author":
            return part in fold(getattr(found, name) or "")
        case "speaker":
            return any(part in fold(quote.speaker or "") for quote in found.quotes)
        case "topic":
            return part in fold(section.label or "") or part in fold("".join(section.topics))
    raise AssertionError(name, date)


_ASKED = {"is", "has", "lang", "source", "author", "speaker", "url"}


def _is_plain(node: Node) -> bool:
    """Whether `fits` says all that is to be said of it."""
    match node:
        case Not(part):
            return _is_plain(part)
        case And(parts) | Or(parts):
            return all(map(_is_plain, parts))
        case Field(name, value):
            return name in _ASKED and (name, value) != ("is", "stub")
    return True


_LIKELY = st.sampled_from(
    [
        *(
            "قال",
            "الحوار",
            "ارهاب",
            "مدرسه",
            "cafe",
            "talks",
            "باك*",
            "tal*",
            "الار*",
            '"في كشمير"',
            '"وقال"',
            "covid-19",
        ),
        *("is:unread", "is:read", "is:starred", "has:quotes", "lang:ar", "lang:zh", "speaker:keller", "speaker:حداد"),
        *("source:افق", "source:isna", "author:ze", "url:example.org", "5-20", "2021", "zzz"),
    ]
).map(parse)
_queries = st.recursive(
    _LIKELY,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.lists(parts, min_size=2, max_size=4).map(lambda found: parse(" ".join(f"({part})" for part in found))),
        st.lists(parts, min_size=2, max_size=3).map(lambda found: parse(" OR ".join(f"({part})" for part in found))),
    ),
    max_leaves=8,
)


@given(query=_queries)
@settings(max_examples=250, deadline=None)
def test_what_is_found_is_what_the_query_means(library: Held, query: Node) -> None:
    finder, kept = library.finder, library.kept
    found = [number for number, _ in finder.find(query)]

    assert _is_plain(query)
    assert sorted(found) == [number for number in sorted(kept) if fits(query, number, kept[number])]
    assert found == sorted(found, key=lambda number: (kept[number].added, number), reverse=True)
    assert sorted(number for number, _ in finder.rank(query)) == sorted(found)


@given(query=trees)
@settings(max_examples=250, deadline=None)
def test_no_query_upsets_the_database(library: Held, query: Node) -> None:
    finder, kept = library.finder, library.kept
    everything = [number for number, _ in finder.find(EVERYTHING)]
    found = [number for number, _ in finder.find(query)]
    rest = [number for number, _ in finder.find(Not(query))]

    assert sorted(found + rest) == sorted(everything) == sorted(kept)
    finder.quotes(query)
    finder.topics(query)
    finder.speakers(query)
