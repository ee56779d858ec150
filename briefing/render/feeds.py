"""Feeds as a table, as lines and as JSON; what became of a sync in words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from briefing import clock
from briefing.bidi.cells import displayed, pad
from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.render.lines import tab_separated
from briefing.text.clean import clean_line
from briefing.text.language import direction

if TYPE_CHECKING:
    from briefing.feed import Feed

FEED_COLUMNS = ("number", "articles", "checked", "failures", "title", "url", "tags", "problem")
"""What a line of `briefing feeds list` holds in a pipe."""

_HEAD = "   NO ARTICLES CHECKED  "


def feed_head() -> str:
    """The line above the table."""
    return f"{_HEAD}FEED"


def feed_row(feed: Feed, articles: int, width: int) -> Row:
    """`    3      120 09:14    title`; of a failing feed also why."""
    checked = clock.briefly(feed.checked) if feed.checked else "never"
    about = f"{feed.number:>5} {articles or '':>8} {checked:<8} "
    name = displayed(clean_line(feed.name))
    trouble = f"  failed {feed.failures}×: {clean_line(feed.problem)}" if feed.problem else ""
    room = max(width - len(about), 0)
    title = pad(name, min(room, max(room // 2, 20))) if trouble else pad(name, room)
    rest = pad(trouble, max(room - len(title), 0)) if trouble else ""
    return Row((Run(about, styles.META), Run(title, styles.PLAIN, direction("", name)), Run(rest, styles.MATCH)))


def feed_line(feed: Feed, articles: int) -> str:
    """The feed as tab-separated values in the order of `FEED_COLUMNS`."""
    return tab_separated(
        *(feed.number, articles, feed.checked, feed.failures, feed.title, feed.url, ",".join(feed.tags)),
        feed.problem,
    )


def feed_words(feed: Feed, articles: int) -> str:
    """The feed in a sentence, for screen readers."""
    checked = f"last asked {clock.briefly(feed.checked)}" if feed.checked else "never asked"
    trouble = f", failed {feed.failures} times: {feed.problem}" if feed.problem else ""
    return clean_line(f"Feed {feed.number}: {feed.name}, {articles} articles, {checked}{trouble}")


def feed_json(feed: Feed, articles: int) -> dict[str, Any]:
    """A feed as `briefing.feed/1`."""
    fields = asdict(feed)
    return {"schema": "briefing.feed/1", **fields, "articles": articles}


def result_json(
    feed: Feed, added: int, updated: int, stubs: int, put_off: str | None, error: str | None
) -> dict[str, Any]:
    """What became of one feed in a sync, as `briefing.sync/1`."""
    counts = {"added": added, "updated": updated, "stubs": stubs, "put_off": put_off, "error": error}
    return {"schema": "briefing.sync/1", "feed": feed.number, "title": feed.title, "url": feed.url, **counts}
