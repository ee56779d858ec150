"""The feeds there are: what came of them, and what went wrong last."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.bidi.layout import Row, Run
from briefing.feed import Feed
from briefing.library import Library
from briefing.render import styles
from briefing.render.feeds import feed_head, feed_row
from briefing.tui import keys
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.widgets.row_view import RowView


class FeedsPage(RowView):
    """One row a feed, those that fail with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("page")]

    def __init__(self, feeds: list[tuple[Feed, int]]) -> None:
        super().__init__("feeds")
        self._feeds = feeds

    def laid_out(self, width: int) -> list[Row]:
        """A heading, then the table."""
        count = len(self._feeds)
        close = Run("   q closes this page", styles.META)
        heading = Row((Run(f" {count} feed{'' if count == 1 else 's'}", styles.TITLE), close))
        if not count:
            hint = " Add one: briefing feeds add URL, or: briefing feeds import FILE"
            return [heading, Row(()), Row((Run(hint, styles.META),))]
        rows = [feed_row(feed, articles, width) for feed, articles in self._feeds]
        return [heading, Row((Run(feed_head(), styles.META),)), *rows]


class FeedsScreen(QuietScreen):
    """The page of feeds over everything."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        counts = library.feeds.article_counts()
        self._feeds = [(feed, counts.get(feed.number, 0)) for feed in library.feeds.all()]

    def compose(self) -> ComposeResult:
        """One page."""
        yield FeedsPage(self._feeds)
