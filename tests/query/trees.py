"""Queries as hypothesis makes them up."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.query.fields import FLAGS, POSSESSIONS
from briefing.query.notation import MARKS
from briefing.query.tree import Field, Node, Not, Numbers, Phrase, Word, all_of, any_of
from briefing.text.words import words_of

_LETTERS = "aZé٣3كيبoل漢-_*'’.,:/؟؛%?&#@\\^~\u0000\u064b\u200c\U0001f600"
_TEXT = st.text(alphabet=_LETTERS + ' ()"“”«»„', min_size=1, max_size=12).filter(words_of)
_MARKED = _TEXT.filter(lambda text: any(not set(ends) & set(text) for ends in MARKS.values()))
_WORDS = st.from_regex(r"[a-z٠-٩كيب漢][a-zé٣3كيب漢\-_.'%?\\]{0,8}", fullmatch=True)
_TIMES = st.sampled_from(["2021-03-01", "2021-03", "1999", "2w", "12h", "today", "yesterday", "monday", "fri", "٣d"])
_FREE = st.sampled_from(["tag", "topic", "speaker", "source", "author", "title", "section", "url"])

terms: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, _WORDS.filter(words_of)),
    st.builds(Word, _WORDS.filter(lambda word: len((words_of(word) or [""])[-1]) > 1), prefix=st.just(True)),
    st.builds(Phrase, _MARKED),
    st.builds(Field, _FREE, _MARKED),
    st.builds(Field, st.just("lang"), st.sampled_from(["ar", "en", "zh-hant"])),
    st.builds(Field, st.just("is"), st.sampled_from(FLAGS)),
    st.builds(Field, st.just("has"), st.sampled_from(POSSESSIONS)),
    st.builds(Field, st.sampled_from(["after", "before", "on", "newer", "older"]), _TIMES),
    st.integers(0, 999).flatmap(lambda first: st.builds(Numbers, st.just(first), st.integers(first, 9999))),
)

trees: st.SearchStrategy[Node] = st.recursive(
    terms,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.lists(parts, min_size=1, max_size=4).map(all_of),
        st.lists(parts, min_size=1, max_size=4).map(any_of),
    ),
    max_leaves=12,
)
"""Trees in the form that the parser gives them."""
