"""Tags, notes, undo and the state as text, over articles by number."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import config, paths
from briefing.errors import DataError, NotFoundError, UsageError
from briefing.library import Library, statetext
from briefing.model import Block, Document
from briefing.store.state.store import StateStore
from briefing.text.identity import url_key


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as library:
        for number in (1, 2, 3):
            words = f"The article number {number} says something of its own today."
            library.add(Document((Block(words),), title=f"Title {number}", url=f"https://example.org/{number}"))
        yield library


def _state(library, number):
    return library.article(number).state


def test_a_tag_is_one_word_however_it_is_typed(library):
    assert library.reading.tag([1, 2], " #لقاء  ثان ") == "لقاء-ثان"
    assert _state(library, 2).tags == ("لقاء-ثان",)
    library.reading.untag([2], "لقاء ثان")
    assert _state(library, 1).tags == ("لقاء-ثان",)
    assert _state(library, 2).tags == ()


@pytest.mark.parametrize("tag", ["", " # ", " ", "x" * 81])
def test_what_is_no_tag_is_refused(library, tag):
    with pytest.raises(UsageError):
        library.reading.tag([1], tag)


def test_a_number_without_an_article_changes_nothing(library):
    with pytest.raises(NotFoundError):
        library.reading.tag([1, 9], "x")
    assert library.reading.history() == []


def test_notes_are_kept_in_order_and_cleaned(library):
    library.reading.note(1, " first\x1b[31m\nline ")
    library.reading.note(1, "second")

    assert [note.text for note in _state(library, 1).notes] == ["first\ufffd[31m\nline", "second"]
    with pytest.raises(UsageError):
        library.reading.note(1, " \n")


def test_mark_all_read_is_one_act_over_what_was_unread(library):
    library.mark_read([2])
    before = _state(library, 2)

    assert library.reading.mark_all_read([1, 2, 3]) == 2
    assert all(row.state.read for row in library.rows([1, 2, 3]))
    library.reading.undo()
    assert [row.state.read for row in library.rows([1, 2, 3])] == [False, True, False]
    assert _state(library, 2) == before
    assert library.reading.mark_all_read([2]) == 0


def test_the_history_names_the_articles(library):
    library.star([3, 1])
    library.reading.note(2, "n")
    library.reading.undo()
    acts = library.reading.history()

    assert [(act.number, act.command, act.count, set(act.articles)) for act in acts] == [
        (2, "note", 1, {2}),
        (1, "star", 2, {1, 3}),
    ]
    assert acts[0].undone_at
    assert acts[1].undone_at is None
    assert library.reading.history(1) == acts[:1]


def test_state_under_any_key_of_an_article_is_found(library, home):
    body_key = library._articles.aliases([library.article(1).id])[library.article(1).id][0]
    StateStore(paths.state_file()).set_starred([body_key], True, "2026-11-23T09:14:00Z")

    assert _state(library, 1).starred
    assert library.rows([1])[0].state.starred
    library.star([1], False)
    assert not _state(library, 1).starred


def _mark_some(library):
    library.star([1])
    library.reading.tag([1, 3], "كشمير")
    library.reading.note(3, 'سطر\nثان "x"\t\\')
    library.mark_read([2])
    library.mark_read([2], False)


def test_an_exported_state_is_the_same_after_it_was_taken_over(library, home):
    _mark_some(library)
    text = "".join(library.reading.export())
    states = [_state(library, number) for number in (1, 2, 3)]
    for _ in range(5):
        library.reading.undo()
    assert "".join(library.reading.export()) == f"{statetext.HEAD}\n"

    assert library.reading.take_over(text.split("\n"), "marks.txt") == 3
    assert "".join(library.reading.export()) == text
    assert [_state(library, number) for number in (1, 2, 3)] == states
    library.reading.undo()
    assert "".join(library.reading.export()) == f"{statetext.HEAD}\n"


def test_a_line_says_where_the_article_is_so_that_another_key_finds_it(library):
    lines = [statetext.HEAD, f'{"0" * 20}\t@url\t"https://www.example.org/2#top"', f"{'0' * 20}\tread\ttrue"]
    library.reading.take_over([*lines[:1], lines[1].replace("www.", ""), *lines[2:]], "marks.txt")

    assert _state(library, 2).read
    assert library.article(2).id == url_key("https://example.org/2")


def test_facts_about_articles_that_there_are_not_are_kept(library):
    lines = [statetext.HEAD, f"{'0' * 20}\tstarred\ttrue", ""]

    assert library.reading.take_over(lines, "marks.txt") == 1
    assert f"{'0' * 20}\tstarred\ttrue\n" in library.reading.export()


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "abcd\tread",
        "abcd\tread\t{",
        "../../x\tread\ttrue",
        "abcd\tacts\t00\t{}",
        "abcd\tsession\tlast\t{}",
        "abcd\tnotes\tid\t3",
        "abcd\tread\ttrue\t1\t2",
        "abcd\t \ttrue",
        f"abcd\tread\t{'[' * 100_000}",
    ],
)
def test_a_line_that_is_no_fact_is_named_and_nothing_is_changed(library, line):
    with pytest.raises(DataError, match="line 3"):
        library.reading.take_over([statetext.HEAD, "abcd\tread\ttrue", line], "marks.txt")
    assert library.reading.history() == []


def test_a_text_of_another_kind_is_refused(library):
    with pytest.raises(DataError, match="line 1"):
        library.reading.take_over(["hello"], "marks.txt")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet="aب \n\\\"'", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.text("0123456789abcdef", min_size=4, max_size=6)
FIELDS = st.dictionaries(st.sampled_from(["read", "starred_at", "tag:x", "tag:ة"]), VALUES, min_size=1, max_size=3)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.dictionaries(KEYS, FIELDS, max_size=4), st.dictionaries(KEYS, FIELDS, max_size=3))
def test_any_state_is_read_back_as_it_was_written(own, notes):
    tables = {}
    for key, document in own.items():
        tables.setdefault(key[:2], {})[key] = document
    for key, document in notes.items():
        tables.setdefault(f"notes-{key[:2]}", {})[f"n-{key}"] = {**document, "key": key}
    lines = "".join(statetext.written(tables, lambda key: f"https://example.org/{key}")).split("\n")
    found = {}
    for fact in statetext.facts_of(lines, "x"):
        if fact.id:
            found.setdefault(f"{fact.name}-{fact.key[:2]}", {})[fact.id] = {**fact.value, "key": fact.key}
        elif fact.name != statetext.URL:
            found.setdefault(fact.key[:2], {}).setdefault(fact.key, {})[fact.name] = fact.value

    assert found == tables


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(max_size=60), st.sampled_from(["", "abcd\t", "abcd\tread\t", "abcd\tnotes\tid\t"]))
def test_no_text_raises_anything_but_an_error_for_the_reader(text, before):
    with suppress(DataError):
        assert len(list(statetext.facts_of([statetext.HEAD, before + text], "x"))) <= 1
