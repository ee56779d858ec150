"""What became of a sync."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BriefingError, ExitCode, SourceError, exit_code_of
from briefing.feed import Feed


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


def reason_of(error: BriefingError) -> str:
    """Why something failed, without the name of the source."""
    return error.reason if isinstance(error, SourceError) else error.message


def account_of(result: Result) -> str:
    """The result without any of the source's own words: address, counts, error."""
    feed = result.feed
    counts = f"{result.added} added, {result.updated} updated, {result.stubs} stubs"
    failed = f", failed: {reason_of(result.error)}" if result.error else ""
    return f"feed {feed.number} {feed.url}: {counts}{failed}"


def exit_code(results: list[Result]) -> ExitCode:
    """Done, partly done, or why nothing was; feeds that were not asked do not count."""
    asked = [result for result in results if result.put_off is None]
    return exit_code_of([result.error for result in asked if result.error], len(asked))
