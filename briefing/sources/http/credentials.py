"""What a source wants to know before it answers: kept in a file of the user's own, or given to one command.

credentials.toml, readable by its owner alone:

    ["https://example.org/paid/"]
    user = "reader"
    password = "…"

    ["https://example.net/feed.xml"]
    token = "…"

BRIEFING_CREDENTIALS holds lines such as `https://example.org/paid/ reader:password`.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, urlsplit

from briefing import paths
from briefing.errors import DataError

VARIABLE = "BRIEFING_CREDENTIALS"


class Credential(NamedTuple):
    """The Authorization header (RFC 7617, RFC 6750) for all addresses that begin so."""

    url: str
    header: str

    def opens(self, url: str) -> bool:
        """Whether an address is of the same scheme, host and port, and below the credential's path."""
        mine, asked = urlsplit(self.url), urlsplit(url)
        if _place(mine) != _place(asked):
            return False
        path = mine.path or "/"
        return asked.path == path or asked.path.startswith(path if path.endswith("/") else f"{path}/")


def load() -> tuple[Credential, ...]:
    """The credentials there are. Raises DataError for a file that others can read or that is wrong."""
    return (*_from_environment(), *_from_file(paths.credentials_file()))


def header_for(url: str, credentials: tuple[Credential, ...]) -> str | None:
    """The Authorization header for an address: that of the longest beginning."""
    fitting = [credential for credential in credentials if credential.opens(url)]
    return max(fitting, key=lambda credential: len(credential.url)).header if fitting else None


def _place(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _from_environment() -> Iterator[Credential]:
    for number, line in enumerate(os.environ.get(VARIABLE, "").splitlines(), 1):
        if not line.strip():
            continue
        url, _, rest = line.strip().partition(" ")
        user, colon, password = rest.strip().partition(":")
        if not colon:
            # The line itself is a secret.
            raise DataError(VARIABLE, f"line {number}", "…", "must be: URL user:password")
        yield Credential(_checked_url(VARIABLE, url), _basic(user, password))


def _from_file(file: Path) -> Iterator[Credential]:
    try:
        mode = file.stat().st_mode & 0o777
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(file), "the file", "", f"cannot be read: {error}") from None
    if os.name == "posix" and mode & 0o077:
        raise DataError(str(file), "mode", f"{mode:o}", f"others can read it; say: chmod 600 {file}")
    for url, entry in _tables(file, text).items():
        yield Credential(_checked_url(str(file), url), _header(file, url, entry))


def _tables(file: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(file), "the file", "", f"cannot be read: {error}") from None


def _header(file: Path, url: str, entry: object) -> str:
    match entry:
        case {"token": str(token)}:
            return f"Bearer {token}"
        case {"user": str(user), "password": str(password)}:
            return _basic(user, password)
    raise DataError(str(file), url, "…", "must have user and password, or token")


def _checked_url(file: str, url: str) -> str:
    try:
        place = _place(urlsplit(url))
    except ValueError:
        place = ("", None, None)
    if place[0] not in {"http", "https"} or not place[1]:
        raise DataError(file, "address", url.partition("@")[2] or url, "must begin with https://host/")
    return url


def _basic(user: str, password: str) -> str:
    return "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")
