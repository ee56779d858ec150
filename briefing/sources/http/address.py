"""Which IP addresses a fetch may connect to (IANA special-purpose address registries, RFC 6890)."""

from __future__ import annotations

import ipaddress
import socket
from typing import Literal

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

Reach = Literal["public", "private", "never"]
"""The internet; this machine or its own network, for sources marked so; or nothing that has a news source."""


def reach(address: Address) -> Reach:
    """How far an address lies; an IPv4 address inside an IPv6 one (mapped, NAT64) counts as what it is."""
    address = _unwrapped(address)
    if any(address in network for network in _PRIVATE[address.version]):
        return "private"
    if any(address in network for network in _SPECIAL[address.version]):
        return "never"
    return "public" if address.version == 4 or address in _GLOBAL_UNICAST else "never"


def literal(host: str) -> tuple[Address, ...]:
    """The address that a host already is, in any notation the system takes (`2130706433`, `0x7f.1`); else nothing."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(parsed(str(entry[4][0])) for entry in found))


def parsed(text: str) -> Address:
    """An address as the resolver writes it; its scope (`%eth0`) does not tell how far it lies."""
    return ipaddress.ip_address(text.partition("%")[0])


def _unwrapped(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else address


def _networks(*names: str) -> dict[int, tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]]:
    """Networks by the version of the protocol."""
    found = [ipaddress.ip_network(name) for name in names]
    return {version: tuple(network for network in found if network.version == version) for version in (4, 6)}


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")

_PRIVATE = _networks(
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7"
)  # fmt: skip
_SPECIAL = _networks(
    *("0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15"),
    *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    # Teredo and 6to4 hide an IPv4 address behind a relay of somebody's choice.
    *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
)
