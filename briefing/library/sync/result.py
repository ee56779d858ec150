"""What became of a sync."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BriefingError, ExitCode, NetworkError
from briefing.model import Feed


@dataclass(slots=True)
class Result:
    """What became of one feed; `error` when it could not be taken in, or not all of it."""

    feed: Feed
    added: int = 0
    updated: int = 0
    stubs: int = 0
    """Of the articles added, those whose page gave no text."""
    error: BriefingError | None = None
    put_off: str | None = None
    """It was not asked, and will be from then on."""


def exit_code(results: list[Result]) -> ExitCode:
    """Done, partly done, or why nothing was: the network, or each feed for itself."""
    asked = [result for result in results if result.put_off is None]
    failed = [result for result in asked if result.error]
    if not failed:
        return ExitCode.OK
    if len(failed) < len(asked):
        return ExitCode.PARTIAL
    return ExitCode.NETWORK if all(isinstance(result.error, NetworkError) for result in failed) else ExitCode.FAILED
