"""Asking feeds for what is new, for both faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing import clock
from briefing.errors import NetworkError, NotFoundError
from briefing.library import Library

if TYPE_CHECKING:
    from briefing.library.sync.result import Result


def sync(
    library: Library,
    names: Sequence[str],
    told: Callable[[Result, int], object],
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Result]:
    """Asks the feeds named, or all that are due, and stores what is new.

    `told` gets each result as it comes, with how many feeds are asked; when `stopped` says so, the rest is left for
    the next time. Raises NotFoundError when there is no feed,
    or none with such a name, and StoreError.
    """
    from briefing.library.sync.engine import sync as run

    chosen = library.feeds.named(names)
    if not chosen:
        hint = "Add one: briefing feeds add URL, or: briefing feeds import FILE"
        raise NotFoundError("feed", "in the library", hint)
    anyway = bool(names)
    return run(library.feeds, chosen, lambda result: told(result, len(chosen)), anyway=anyway, stopped=stopped)


def feed_of(library: Library, number: int) -> str:
    """The feed that an article came from, by its number. Raises NotFoundError for one that came by hand."""
    feed = library.feeds.of_article(number)
    if feed is None:
        raise NotFoundError("feed", f"of article {number}", "It was added by hand; R asks all feeds.")
    return str(feed)


def told_of(result: Result) -> str | None:
    """What to say of one feed; nothing of one that had nothing new."""
    name = result.feed.name
    if result.error:
        said = f"{result.error.message} {result.error.hint or ''}".strip()
        return said if said.startswith(name) else f"{name}: {said}"
    counts = (
        (result.added, "new"),
        (result.updated, "updated"),
        (result.stubs, "without text"),
    )
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f"{name}: {said}" if said else None


def is_offline(result: Result) -> bool:
    """Whether a feed failed because the network is away."""
    return isinstance(result.error, NetworkError) and result.error.offline


def summary(results: Sequence[Result]) -> str:
    """What became of all of them, in one line."""
    asked = [result for result in results if result.put_off is None]
    added, updated = sum(result.added for result in results), sum(result.updated for result in results)
    parts = [f"{added} new article{'' if added == 1 else 's'}"]
    if updated:
        parts.append(f"{updated} updated")
    failed = sum(result.error is not None for result in asked)
    feeds = f"{len(asked)} feed{'' if len(asked) == 1 else 's'}"
    parts.append(f"from {feeds}" + (f", {failed} of them failed" if failed else ""))
    put_off = [result.put_off for result in results if result.put_off]
    if put_off:
        parts.append(f"{len(put_off)} put off until {clock.briefly(min(put_off))} or later")
    return ", ".join(parts).replace(", from", " from", 1)
