"""Runs of letters."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.letters import folded_runs, letter_runs


@given(st.text())
def test_they_are_what_matching_words_finds(text):
    assert letter_runs(text) == re.findall(r"\w+", text)
    assert letter_runs(text, "_") == re.findall(r"[^\W_]+", text)


@given(st.text())
def test_without_case_they_stand_one_blank_apart(text):
    assert folded_runs(text) == " ".join(re.findall(r"\w+", text.casefold()))


@given(st.text(st.sampled_from("aB é’“Σ،ل1_\n\u064b\u0345İ")))
def test_so_they_do_where_scripts_and_marks_are_mixed(text):
    assert letter_runs(text) == re.findall(r"\w+", text)
    assert letter_runs(text, joiners=frozenset("\u064b")) == re.findall(r"[\w\u064b]+", text)
    assert folded_runs(text) == " ".join(re.findall(r"\w+", text.casefold()))
