"""Content keys."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.identity import body_key

WORDS = re.compile(r"\w+")


@given(st.text(), st.text())
def test_a_body_is_known_by_its_words_alone(title, text):
    bare = [" ".join(WORDS.findall(part.casefold())) for part in (title, text)]

    assert body_key(title, text) == body_key(*bare)


def test_a_key_stays_what_it_was_in_libraries_that_exist():
    assert body_key("لافروف", "قال «نعم»، ثم مضى — اليوم.") == "1b8fd958e0590f2fefb9"
    assert body_key("Tides", "“Yes,” she said… don't_go!") == "c85056a4b6bf37a2faaa"
