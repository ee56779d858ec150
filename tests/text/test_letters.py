"""Runs of letters."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.letters import letter_runs


@given(st.text())
def test_they_are_what_matching_words_finds(text):
    assert letter_runs(text) == re.findall(r"\w+", text)
    assert letter_runs(text, "_") == re.findall(r"[^\W_]+", text)
