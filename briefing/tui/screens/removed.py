"""What was cut from an article, so that one can judge the cutting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.bidi.layout import Row, Run, lay_out
from briefing.model import Article
from briefing.render import styles
from briefing.text.clean import clean_line
from briefing.tui import keys
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.strips import is_linear, setting_of
from briefing.tui.widgets.row_view import RowView


class RemovedPage(RowView):
    """The lines that were cut, in the order they stood in."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("page")]

    def __init__(self, article: Article) -> None:
        super().__init__("removed")
        self._article = article

    def laid_out(self, width: int) -> list[Row]:
        """A heading, then each line cut."""
        count = len(self._article.removed)
        heading = f" {count} line{'' if count == 1 else 's'} cut from article {self._article.number}"
        return [
            Row((Run(heading, styles.TITLE), Run("   q closes this page", styles.META))),
            Row(()),
            *self._lines(width),
        ]

    def _lines(self, width: int) -> Iterator[Row]:
        if not self._article.removed:
            yield Row((Run(" Nothing was cut.", styles.META),))
        for line in self._article.removed:
            direction = "ltr" if is_linear(self) else self._article.direction
            yield from lay_out(clean_line(line), width, direction=direction, **setting_of(self)._asdict())


class RemovedScreen(QuietScreen):
    """The page of removed lines over everything."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        """One page."""
        yield RemovedPage(self._article)
