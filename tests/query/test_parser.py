"""The query language: what a query means, and what is said of one that means nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import QueryError
from briefing.query.parser import parse
from briefing.query.tree import EVERYTHING, And, Field, Node, Not, Numbers, Or, Phrase, Word
from tests.query.trees import trees

_PIECES = st.sampled_from(
    [
        *'()"“”«»-*:',
        " ",
        "OR",
        "AND ",
        "NOT ",
        "not:",
        "is:",
        "unread",
        "lang:ar",
        "12-20",
        "9-1",
        "كشمير",
        "after:",
        "2w",
    ]
)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", EVERYTHING),
        ("كشمير", Word("كشمير")),
        ("kash*", Word("kash", prefix=True)),
        ('"afghan talks"', Phrase("afghan talks")),
        ("“محادثات السلام”", Phrase("محادثات السلام")),
        ("”محادثات السلام“", Phrase("محادثات السلام")),
        ("«محادثات السلام»", Phrase("محادثات السلام")),
        ("is:unread lang:AR", And((Field("is", "unread"), Field("lang", "ar")))),
        ("speaker:لافروف", Field("speaker", "لافروف")),
        ('speaker:"Sergei Lavrov"', Field("speaker", "Sergei Lavrov")),
        ("12-20", Numbers(12, 20)),
        ("١٢-٢٠", Numbers(12, 20)),
        ("not:kashmir", Not(Word("kashmir"))),
        ("-kashmir", Not(Word("kashmir"))),
        ("NOT kashmir", Not(Word("kashmir"))),
        ('-"a b"', Not(Phrase("a b"))),
        ("-(a b)", Not(And((Word("a"), Word("b"))))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("(a OR b) AND c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("Lavrov - Kashmir", And((Word("Lavrov"), Word("Kashmir")))),
        ("covid-19", Word("covid-19")),
        ("10:30", Word("10:30")),
        ("https://example.org/a?b", Field("url", "https://example.org/a?b")),
        ("after:٢٠٢١-٠٣-٠١", Field("after", "٢٠٢١-٠٣-٠١")),
        ("or and not", And((Word("or"), Word("and"), Word("not")))),
    ],
)
def test_a_query_means(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "column", "said"),
    [
        ("a lnag:ar", 3, "lang:"),
        ("spaeker:x", 1, "speaker:"),
        ("a is:new", 3, "unread, read"),
        ("a lang:", 3, "lang:ar"),
        ("lang: ar", 1, "lang:ar"),
        ("a (b", 3, "never closed"),
        ("a) b", 2, "closes nothing"),
        ('a "b', 3, "never closed"),
        ("a «b”", 3, "never closed"),
        ("OR a", 1, "missing before"),
        ("a OR", 5, "missing at the end"),
        ("a OR )", 6, "missing before"),
        ("()", 2, "missing before"),
        ("not:", 5, "missing at the end"),
        ("after:soon", 1, "2021-03-01"),
        ("on:2021-02-30", 1, "no time"),
        ("20-12", 1, "12-20"),
        ("x*", 1, "2 letters"),
        ('"…"', 1, "no word"),
        ("tag:؟", 1, "needs a word"),
        ("a " * 101, 201, "100"),
        ("a" * 2001, 2001, "2000"),
    ],
)
def test_an_error_names_the_column_and_says_what_to_do(query: str, column: int, said: str) -> None:
    with pytest.raises(QueryError, match=f"column {column} ") as caught:
        parse(query)

    assert caught.value.column == column
    assert said in str(caught.value)


def test_an_error_points_at_its_place_where_columns_are_what_they_seem() -> None:
    with pytest.raises(QueryError) as caught:
        parse("talks lnag:ar")
    assert "\n  talks lnag:ar\n        ^^^^^^^\n" in str(caught.value)

    with pytest.raises(QueryError) as caught:
        parse("كشمير lnag:ar")
    assert "^" not in str(caught.value)


@given(trees)
@settings(max_examples=300)
def test_every_tree_is_written_as_a_query_that_means_the_same(tree: Node) -> None:
    assert parse(str(tree)) == tree


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join)))
@settings(max_examples=400)
def test_any_text_is_a_query_or_is_refused_with_its_column(text: str) -> None:
    error = refused(text)

    if error:
        assert 1 <= error.column <= len(text) + 1
    else:
        assert parse(str(parse(text))) == parse(text)


def refused(text: str) -> QueryError | None:
    """What is wrong with a query."""
    try:
        parse(text)
    except QueryError as error:
        return error
    return None
