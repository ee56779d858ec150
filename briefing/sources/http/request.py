"""What is asked for, and what comes back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from briefing.sources.http.connection import Origin
from briefing.sources.http.content import SIZE_LIMIT
from briefing.sources.http.refusal import RefusalError

DEADLINE = 30.0
"""Seconds for all of a fetch, redirects and the whole body included."""

PAGES = "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5"
"""Accept header for articles."""

FEEDS = "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"
"""Accept header for feeds."""

_HOST = re.compile(r"[A-Za-z0-9._:-]{1,255}")
_USER = re.compile(r"(?<=//)[^/?#@]*@")
_LONGEST = 8192
_PORTS = {"http": 80, "https": 443}
_CHARSET = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Request:
    """One resource; `deadline` is in seconds for the whole of it."""

    url: str
    accept: str = PAGES
    etag: str | None = None
    last_modified: str | None = None
    """What the last answer said, for a conditional request (RFC 9110 §13)."""
    private: Origin | None = None
    """The one origin that may lie in a private network."""
    crawl: bool = False
    """Whether no user asked for this very page, so that robots.txt is heeded."""
    deadline: float = DEADLINE
    size_limit: int = SIZE_LIMIT
    """Bytes of the answer when unpacked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the address after redirects, the unpacked body, and what the headers say of it."""

    url: str
    content: bytes
    charset: str | None = None
    content_type: str = ""
    language: str | None = None
    """The one language of what came back, where the server names it (RFC 9110 §8.5)."""
    etag: str | None = None
    last_modified: str | None = None
    unchanged: bool = False
    """The server says that nothing is new (304); there is no body then."""
    moved: str | None = None
    """The address to ask from now on, where all redirects were permanent ones."""


class Target(NamedTuple):
    """A checked address in its parts."""

    url: str
    scheme: str
    origin: Origin
    port: int | None
    """None where it is the scheme's own."""
    authority: bytes
    path: bytes

    def join(self, location: str) -> Target:
        """Where a redirect leads. Raises RefusalError for a place that is not gone to."""
        import httpx

        try:
            joined = str(httpx.URL(self.url).join(location[: _LONGEST + 1]))
        except (httpx.InvalidURL, ValueError) as error:
            raise RefusalError("it redirects to what is no address.", "Try the address in a browser.") from error
        found = target_of(joined)
        if self.scheme == "https" and found.scheme == "http":
            raise RefusalError(f"it redirects from https to {found.url}, which is open to eavesdroppers.", _BROWSER)
        return found


def target_of(url: str) -> Target:
    """The parts of an address. Raises RefusalError for what is none, is not fetched, or holds a password."""
    import httpx

    scheme = url.partition(":")[0].lower()
    if scheme not in _PORTS:
        raise RefusalError(f"'{scheme[:20]}:' is not fetched.", "Only http and https addresses are.")
    if len(url) > _LONGEST:
        raise RefusalError("the address is too long.", _BROWSER)
    try:
        parsed = httpx.URL(url)
        host, port = parsed.raw_host.decode("ascii"), parsed.port or _PORTS[scheme]
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusalError(f"this is no address ({error}).", "Write it as https://host/path.") from error
    if parsed.userinfo:
        hint = "Put user and password into credentials.toml; see README.md."
        raise RefusalError("a password in an address is seen by everybody.", hint)
    if not _HOST.fullmatch(host):
        raise RefusalError("no host is named in it.", "Write it as https://host/path.")
    shown = str(parsed.copy_with(fragment=None))
    return Target(shown, scheme, Origin(host.lower(), port), parsed.port, parsed.netloc, parsed.raw_path)


def origin_of(url: str) -> Origin | None:
    """Host and port of an address, or None for what is no address."""
    try:
        return target_of(url).origin
    except RefusalError:
        return None


def without_password(url: str) -> str:
    """An address as it may be shown."""
    return _USER.sub("", url, count=1)


def charset_of(content_type: str) -> str | None:
    """The encoding that a Content-Type header names."""
    found = _CHARSET.search(content_type[:1000])
    return found[1].lower() if found else None


_BROWSER = "Try the address in a browser."


def language_of(content_language: str) -> str | None:
    """The language that a Content-Language header names; None where it names several."""
    said = content_language.strip()
    return said if _LANGUAGE.fullmatch(said) else None
