"""What a server's status means to the user (RFC 9110 §15)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from briefing.errors import HttpStatusError

LONGEST_WAIT = 24 * 3600.0
"""Seconds that a server can put a source off."""

_HINTS = {
    401: "The source wants a login: see credentials.toml in README.md, or save the page and add the file.",
    403: "The site refuses programs; save the page from a browser and add the file.",
    404: "See that the address is right.",
    407: "The proxy wants a login: http://user:password@proxy:3128/ in HTTPS_PROXY.",
    410: "It is gone for good.",
    429: "The site asks for fewer requests; try again later.",
}


def status_error(url: str, status: int, reason: bytes, retry_after: str | None) -> HttpStatusError:
    """The error for an answer that is no success."""
    said = reason.decode("latin-1")[:60].strip()
    hint = _HINTS.get(status, "Try again later.")
    return HttpStatusError(url, f"the server answered {f'{status} {said}'.strip()}.", hint, status, wait(retry_after))


def wait(retry_after: str | None) -> float | None:
    """Seconds that a Retry-After header asks for, a day at most; None if it says nothing that is understood."""
    if not retry_after:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(text)
        left = (until if until.tzinfo else until.replace(tzinfo=UTC)) - datetime.now(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(left.total_seconds(), 0.0), LONGEST_WAIT)
