"""Every way the program can fail that a user can cause or meet: one flat tree, each with an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process says to the shell."""

    OK = 0
    """Done; an empty list is done too."""
    FAILED = 1
    """Something went wrong that no other code names."""
    USAGE = 2
    """The command line does not say what to do."""
    NOT_FOUND = 3
    """No such article, section or quote."""
    NETWORK = 4
    """A source could not be fetched."""
    STORE = 5
    """The library or the state cannot be read or written."""
    PARTIAL = 6
    """Some of several sources were done, others failed."""


class BriefingError(Exception):
    """Base of all errors shown to the user: a sentence, what to do next, and an exit code."""

    exit_code: ExitCode = ExitCode.FAILED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


def exit_code_of(errors: Sequence[BriefingError], total: int) -> ExitCode:
    """The exit code for so many sources of which some failed: done, partly done, or what all errors have in common."""
    if not errors:
        return ExitCode.OK
    if len(errors) < total:
        return ExitCode.PARTIAL
    codes = {error.exit_code for error in errors}
    return codes.pop() if len(codes) == 1 else ExitCode.FAILED


class UsageError(BriefingError):
    """The request itself is not understood."""

    exit_code = ExitCode.USAGE


class AddressError(UsageError):
    """An address such as `12q4` that does not follow the grammar."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"'{address}' is not an address.",
            "An address is an article's number (12), its section (12.1 or 12/kashmir), its quote (12q4), "
            "'latest' or 'next'. A file's path holds a '/' or a '.', or write --file.",
        )
        self.address = address


class NotFoundError(BriefingError):
    """No such article, section or quote."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, what: str, wanted: str, hint: str | None = None) -> None:
        super().__init__(f"There is no {what} {wanted}.", hint)
        self.what = what
        self.wanted = wanted


class SourceError(BriefingError):
    """A file, page or pipe that gives no article."""

    def __init__(self, source: str, reason: str, hint: str | None = None) -> None:
        super().__init__(f"{source}: {reason}", hint)
        self.source = source
        self.reason = reason


class NoBodyError(SourceError):
    """A page that shows no article: a consent wall, a check for robots, or one that a script fills in a browser.

    Attributes: `size` in bytes, the `words` found, and the page's `title` and `url` where it has any.
    """

    def __init__(self, source: str, size: int, words: int, *, title: str | None = None, url: str | None = None) -> None:
        address = f" --url '{url}'" if url else ""
        super().__init__(
            source,
            f"no article is on this page ({size:,} bytes, {words} word{'' if words == 1 else 's'} of text).",
            f"Open it in a browser, copy the article and paste it: briefing add -{address}",
        )
        self.size = size
        self.words = words
        self.title = title
        self.url = url


class NetworkError(SourceError):
    """A URL that could not be fetched; `offline` when the network itself seems to be away."""

    exit_code = ExitCode.NETWORK

    def __init__(self, source: str, reason: str, hint: str | None = None, *, offline: bool = False) -> None:
        super().__init__(source, reason, hint)
        self.offline = offline


class TooLargeError(NetworkError):
    """An answer larger than was asked for."""


class HttpStatusError(NetworkError):
    """A server's answer that is no success; `retry_after` in seconds where the server names a time."""

    def __init__(self, source: str, reason: str, hint: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(source, reason, hint)
        self.status = status
        self.retry_after = retry_after


class StoreError(BriefingError):
    """A library or state file that cannot be read or written."""

    exit_code = ExitCode.STORE

    def __init__(self, path: str, reason: str, hint: str | None = None) -> None:
        super().__init__(f"{path}: {reason}", hint)
        self.path = path
        self.reason = reason


class DamageError(StoreError):
    """A library whose file SQLite finds damaged."""


class DataError(BriefingError):
    """A language pack, lexicon or configuration file with a wrong value.

    Attributes name the place: `file`, `key` (dotted, or a line number) and `value`; `wanted` says what belongs there.
    """

    def __init__(self, file: str, key: str, value: object, wanted: str) -> None:
        super().__init__(f"{file}: {key} = {value!r}: {wanted}")
        self.file = file
        self.key = key
        self.value = value
        self.wanted = wanted


class TerminalError(UsageError):
    """The terminal cannot do what was asked of it."""


class QueryError(UsageError):
    """A query that does not follow the grammar; `column` counts from 1, `length` says how much is wrong."""

    def __init__(self, query: str, column: int, length: int, reason: str, hint: str | None = None) -> None:
        super().__init__(f"{reason} (column {column} of the query).", hint)
        self.query = query
        self.column = column
        self.length = length
        self.reason = reason

    def __str__(self) -> str:
        # Where letters run from the right nobody knows which column a terminal shows them in.
        pointed = self.query.isascii() and len(self.query) < _POINTED
        caret = f"  {self.query}\n  {' ' * (self.column - 1)}{'^' * max(self.length, 1)}" if pointed else None
        return "\n".join(filter(None, (self.message, caret, self.hint)))


_POINTED = 100
"""Queries up to this length fit on a line, with a caret below."""
