"""How far an address lies."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.sources.http.address import literal, parsed, reach


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        *((text, "public") for text in ("8.8.8.8", "193.0.6.139", "2606:4700::1111", "64:ff9b::8.8.8.8")),
        *((text, "private") for text in ("127.8.9.1", "10.255.0.1", "172.31.0.1", "::1", "::ffff:192.168.0.1")),
        *(
            (text, "never")
            for text in ("0.1.2.3", "169.254.0.1", "fe80::1", "ff02::1", "2002:808:808::", "::", "4000::1")
        ),
    ],
)
def test_an_address_is_public_private_or_of_no_source(address, expected):
    assert reach(ipaddress.ip_address(address)) == expected


@settings(deadline=None, derandomize=True)
@given(st.ip_addresses(v=4))
def test_what_python_does_not_call_global_is_never_public(address):
    assert reach(address) != "public" or address.is_global


@settings(deadline=None, derandomize=True)
@given(st.ip_addresses(v=4))
def test_an_address_within_an_address_counts_as_what_it_is(address):
    assert reach(ipaddress.ip_address(f"::ffff:{address}")) == reach(address)
    assert reach(ipaddress.ip_address(f"64:ff9b::{address}")) == reach(address)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.1", "127.1", "127.0.0.1"])
def test_an_address_in_any_notation_is_known_without_asking(host):
    assert literal(host) == (parsed("127.0.0.1"),)


def test_a_name_is_no_address():
    assert literal("localhost.example") == ()
