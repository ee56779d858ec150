"""robots.txt: who may have what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.sources.http.robots import allows, read_robots

FILE = """
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /a*b*c
Disallow:

User-agent: other
User-agent: Briefing  # this one
Disallow: /
Allow: /news$
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private", False),
        ("/privateer", False),
        ("/private/open/1", True),
        ("/x/y.pdf", False),
        ("/x/y.pdf?z", True),
        ("/aXbXc", False),
        ("/aXc", True),
        ("/%70rivate", False),
    ],
)
def test_the_longest_fitting_rule_for_everybody_decides(path, allowed):
    assert allows(read_robots(FILE, "somebody"), path) is allowed


def test_a_group_that_names_the_program_outweighs_the_one_for_everybody():
    rules = read_robots(FILE)

    assert (allows(rules, "/news"), allows(rules, "/news/1"), allows(rules, "/x.pdf")) == (True, False, False)


@settings(deadline=None, derandomize=True)
@given(st.text(), st.text(max_size=50))
def test_any_file_is_read(text, path):
    assert allows(read_robots(text), f"/{path}") in (True, False)


def test_a_rule_of_many_stars_takes_no_time():
    rules = read_robots("User-agent: *\n" + f"Disallow: /{'*a' * 5000}\n" * 50)

    assert allows(rules, "/" + "a" * 8000) in (True, False)
