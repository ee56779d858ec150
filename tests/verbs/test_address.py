"""The grammar of addresses."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import AddressError
from briefing.verbs.address import Address, is_source, parse_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("12", Address(12)),
        ("١٢", Address(12)),
        ("12@1", Address(12, version=1)),
        ("12.1", Address(12, section=1)),
        ("12/kashmir", Address(12, section="kashmir")),
        ("12/كشمير", Address(12, section="كشمير")),
        ("12q4", Address(12, quote=4)),
        ("12@1q4", Address(12, version=1, quote=4)),
        ("latest", Address("latest")),
        ("nextq1", Address("next", quote=1)),
    ],
)
def test_an_address_is_parsed(text, address):
    assert parse_address(text) == address


@pytest.mark.parametrize("text", ["", "q4", "12q", "12.", "12/", "12q4q5", "-1", "12.1.2", "earliest", "1" * 40])
def test_anything_else_is_refused_with_the_grammar(text):
    with pytest.raises(AddressError, match="article's number"):
        parse_address(text)


@pytest.mark.parametrize("text", ["-", "https://example.org/a", "./12", "a.txt", "/tmp/12", "2024/report.html/x"])
def test_urls_paths_and_pipes_are_sources(text):
    assert is_source(text)


@pytest.mark.parametrize("text", ["12", "12.1", "12/kashmir", "12q4", "latest", "kashmir"])
def test_addresses_and_bare_words_are_not_sources(text):
    assert not is_source(text)


@given(st.text())
def test_no_text_breaks_the_parser(text):
    with suppress(AddressError):
        address = parse_address(text)
        assert address.section is None or address.quote is None
