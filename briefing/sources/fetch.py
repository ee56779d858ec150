"""Pages over HTTP: one request, with a deadline and a limit on what comes back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from briefing import __version__
from briefing.errors import NetworkError

if TYPE_CHECKING:
    import httpx

DEADLINE = 30.0
"""Seconds for all of a fetch, redirects and the whole body included."""

REDIRECTS = 5
"""Redirects followed."""

SIZE_LIMIT = 15 * 1024 * 1024
"""Bytes taken of a body after decompression."""

USER_AGENT = f"briefing/{__version__}"

_ACCEPT = "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5"
_SCHEMES = frozenset(("http", "https"))


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: the address after redirects, the decompressed body, and the two halves of Content-Type."""

    url: str
    content: bytes
    charset: str | None
    content_type: str


def fetch(url: str, *, deadline: float = DEADLINE) -> Page:
    """The resource at an http or https address.

    `deadline` is in seconds for the whole fetch. Raises NetworkError, which says what was tried, what
    came back and what to do.
    """
    import httpx

    _check_scheme(url, url)
    until = time.monotonic() + deadline
    headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT}
    try:
        with httpx.Client(headers=headers, timeout=deadline, follow_redirects=False) as client:
            return _followed(client, url, until)
    except httpx.TimeoutException:
        _fail_late(url)
    except httpx.InvalidURL as error:
        raise NetworkError(url, f"this is no address ({error}).", "Write it as https://host/path.") from error
    except httpx.HTTPError as error:
        reason = f"no answer ({error or type(error).__name__})."
        raise NetworkError(
            url, reason, "See that the address is right and the network is up, then try again."
        ) from error


def _followed(client: httpx.Client, url: str, until: float) -> Page:
    """The page behind at most `REDIRECTS` redirects."""
    at = url
    for _ in range(REDIRECTS + 1):
        _check_scheme(at, url)
        with client.stream("GET", at, timeout=_left(until, url)) as answer:
            if answer.next_request is not None:
                at = str(answer.next_request.url)
                continue
            _check_status(answer, url)
            return Page(at, _body(answer, until, url), answer.charset_encoding, _content_type(answer))
    raise NetworkError(
        url, f"it redirects more than {REDIRECTS} times, last to {at}.", "Try that address in a browser."
    )


def _body(answer: httpx.Response, until: float, url: str) -> bytes:
    taken = bytearray()
    for chunk in answer.iter_bytes(65536):
        taken += chunk
        if len(taken) > SIZE_LIMIT:
            size = SIZE_LIMIT // 1024 // 1024
            raise NetworkError(url, f"the page is larger than {size} MiB.", "Save it, cut it down and add the file.")
        _left(until, url)
    return bytes(taken)


def _check_scheme(address: str, url: str) -> None:
    scheme = address.partition(":")[0].lower()
    if scheme not in _SCHEMES:
        raise NetworkError(url, f"'{scheme}:' is not fetched.", "Only http and https addresses are.")


def _check_status(answer: httpx.Response, url: str) -> None:
    if answer.status_code >= 400:
        hints = {
            401: "The page wants a login; save it from a browser and add the file.",
            403: "The site refuses programs; save the page from a browser and add the file.",
            404: "See that the address is right.",
            429: "The site asks for fewer requests; try again later.",
        }
        hint = hints.get(answer.status_code, "Try again later.")
        raise NetworkError(
            url, f"the server answered {answer.status_code} {answer.reason_phrase}.".replace(" .", "."), hint
        )


def _content_type(answer: httpx.Response) -> str:
    return str(answer.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _left(until: float, url: str) -> float:
    """Seconds left before the deadline."""
    left = until - time.monotonic()
    if left <= 0:
        _fail_late(url)
    return left


def _fail_late(url: str) -> NoReturn:
    raise NetworkError(url, "the answer did not come in time.", "Try again later, or save the page and add the file.")
