"""Which quotes of the open article are shown, and showing it as it has become."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Quote
from briefing.tui.screens.reading import ReadingScreen


class QuotesScreen(ReadingScreen):
    """The open article with other quotes or sections than when it was opened."""

    def show_indirect(self) -> None:
        """Takes what is reported without marks among the quotes of the open article, or out of them again."""
        assert self.article
        marked = _kept_quotes(self.article)
        plain = replace(self.article, quotes=marked)
        shown = len(marked) < len(self.article.quotes)
        self._redraw(plain if shown else _with_indirect(plain), self.reader.quote_in_view)
        found = len(self.article.quotes) - len(marked)
        self.status.say("quotes in marks only" if shown else f"{found} reported without marks; I hides them")

    def redraw_article(self, article: Article) -> None:
        """Shows the open article as it has become, at its place; a quote that is gone gives way to the next one."""
        before, selected = self.article, self.quotes.quote
        if before and len(_kept_quotes(before)) < len(before.quotes):
            article = _with_indirect(article)
        behind = (quote.number for quote in article.quotes if selected and quote.start >= selected.start)
        self._redraw(article, next(behind, None))
        self._follow()

    def _redraw(self, article: Article, number: int | None) -> None:
        """Draws the open article anew with other quotes or sections, one quote selected."""
        self.article, box = article, self._arrangement.boxes.get("reader")
        at, section = self.reader.offset_at_top, self.reader.section
        self.quotes.show(article)
        self.quotes.select(number or 0)
        self.reader.show(article, number, width=box.width if box else 0, at=at, section=section)


def _kept_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotes of an article without those that are only found when they are asked for."""
    return tuple(quote for quote in article.quotes if quote.kind != "indirect" or quote.evidence == "corrected")


def _with_indirect(article: Article) -> Article:
    from briefing.text.quotes.indirect import with_indirect

    return with_indirect(article)
