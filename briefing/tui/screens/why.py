"""Why a quote has its speaker, so that one can judge it, and correct it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.bidi.layout import Row, Run, lay_out
from briefing.model import Article, Quote
from briefing.render import styles
from briefing.render.why import why_rows
from briefing.text.clean import clean_line
from briefing.text.corrections import Correction, Property
from briefing.tui import keys
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.strips import is_linear, setting_of
from briefing.tui.widgets.row_view import RowView


class WhyPage(RowView):
    """The quote's words, then what is known of its speaker."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("page")]

    def __init__(self, article: Article, quote: Quote, analysed: Quote, changes: dict[Property, Correction]) -> None:
        super().__init__("why")
        self._article, self._quote, self._analysed, self._changes = article, quote, analysed, changes

    def laid_out(self, width: int) -> list[Row]:
        """A heading, the words, and the reasons."""
        setting, heading = setting_of(self), f" Why: quote {self._article.number}q{self._quote.number}"
        direction = "ltr" if is_linear(self) else self._article.direction
        words = lay_out(clean_line(self._quote.text), width - 1, direction=direction, **setting._asdict())
        return [
            Row((Run(heading, styles.TITLE), Run("   q closes this page", styles.META))),
            Row(()),
            *(row.behind(Run(" ")) for row in words),
            Row(()),
            *why_rows(self._quote, self._article, self._analysed, self._changes, width, setting),
        ]


class WhyScreen(QuietScreen):
    """The page of reasons over everything."""

    def __init__(self, page: WhyPage) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """One page."""
        yield self._page
