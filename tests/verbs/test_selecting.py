"""What queries find in the sample: article 1 is Arabic, 2 English, 3 Persian."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.config import Settings
from briefing.errors import UsageError
from briefing.library import Library
from briefing.query.tree import EVERYTHING, And, Field, Word
from briefing.verbs.items import numbers_of
from briefing.verbs.sample import add_sample
from briefing.verbs.selecting import query_of


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample."""
    folder = tmp_path_factory.mktemp("sample")
    with Library.open(Settings(folder / "library.db"), folder / "state.json") as opened:
        add_sample(opened)
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("اتفقنا", [1]),
        ("الحوار", [1]),
        ("حوار", [1]),
        ("dockers", [2]),
        ("dock* not:كشمير", [2]),
        ('"pay deal"', [2]),
        ("“pay deal”", [2]),
        ('"deal pay"', []),
        ("lang:fa OR lang:en", [3, 2]),
        ("speaker:keller", [2]),
        ("topic:kashmir", [1]),
        ("topic:KASH", [1]),
        ("1-2", [2, 1]),
        ("is:read", []),
        ("newer:1d", [3, 2, 1]),
        ("before:2001", []),
    ],
)
def test_a_query_finds(library: Library, query: str, found: list[int]) -> None:
    assert [row.number for row in library.select(query_of([query]))] == found
    assert [hit.article.number for hit in library.search(query_of([query]))] == found


def test_words_and_terms_must_all_fit() -> None:
    assert query_of([]) == EVERYTHING
    assert query_of(["a", "b"], {"lang": ["ar"]}) == And((Word("a"), Word("b"), Field("lang", "ar")))


def test_a_term_that_its_field_cannot_take_is_refused() -> None:
    with pytest.raises(UsageError, match="no time"):
        query_of([], {"newer": ["soon"]})


def test_items_and_a_query_are_named_once_each(library: Library) -> None:
    assert numbers_of(library, ["2-3", "latest"], "lang:ar OR lang:en") == [2, 3, 1]
    assert numbers_of(library, [], "zzz") == []
    with pytest.raises(UsageError, match="No article"):
        numbers_of(library, [])
