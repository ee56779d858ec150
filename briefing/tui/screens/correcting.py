"""Keys that correct the open article, and say why a quote has its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from briefing.errors import UsageError
from briefing.model import Article, Quote
from briefing.store.state.statefile import Stamp
from briefing.text.corrections import PROPERTIES, Correction, Property, by_target
from briefing.tui.screens.quiet import open_page
from briefing.tui.screens.sending import SendingScreen
from briefing.tui.screens.why import WhyPage, WhyScreen
from briefing.verbs import corrections
from briefing.verbs.corrections import OF_SECTIONS, Place

_CLEAR = "clear"

_YES, _NO = ("y", "غ", "н"), ("n", "ى", "т")
"""What a yes and a no begin with, on other keyboard layouts too."""

_UNKEPT = "What is reported without marks is not kept, and cannot be corrected."


class Typed(NamedTuple):
    """A correction as it is typed: `Jane Pike`, `kind: none`, `label: Vaccine`, `clear`."""

    name: str
    value: str


class Pending(NamedTuple):
    """A corrected speaker, while the reader is asked about the quotes that had the same one from there."""

    place: Place
    speaker: str
    also: Sequence[Quote]


class CorrectingScreen(SendingScreen):
    """Correcting speakers, kinds, headings and labels: each line is one act."""

    _pending: Pending | None = None
    _shown: Sequence[Correction] | None = None
    """The corrections the open article is shown with."""
    _stamp: Stamp | None = None
    """Of the state when they were read."""

    def action_correct(self) -> None:
        """Asks who speaks, or what else is right."""
        if self.article_in_view() is None:
            return
        quote = f"q{self.quotes.quote.number}: speaker's name  kind: none  " if self.quotes.quote else ""
        self.open_prompt("correct", hint=f"{quote}label: TEXT  heading: TEXT  clear")

    def action_why(self) -> None:
        """Shows by what rule the quote has its speaker, and what it was before it was corrected."""
        article, quote = self.article_in_view(), self.quotes.quote
        if article is None:
            return
        if quote is None:
            self.status.say("This article has no quotes.")
            return
        page = self.attempt(lambda: self._why(article, quote))
        if page:
            open_page(self.app, WhyScreen(page))

    def correction_given(self, line: str | None) -> None:
        """Corrects what was typed; before the speaker of others is corrected as well, that is asked."""
        typed = self.attempt(lambda: typed_correction(line or ""))
        place = self.attempt(lambda: self._place(typed.name)) if typed else None
        if typed is None or place is None:
            return
        if typed.name == _CLEAR:
            self.change(lambda: corrections.clear(self.library, place))
            return
        also = self.attempt(lambda: corrections.carried(self.library, place)) if typed.name == "speaker" else None
        if also:
            self._ask_carried(Pending(place, typed.value, also))
            return
        self.change(lambda: corrections.correct(self.library, place, {cast("Property", typed.name): typed.value}))

    def _ask_carried(self, pending: Pending) -> None:
        """Asks about the quotes that had the same speaker from there."""
        self._pending = pending
        listed = ", ".join(f"q{quote.number}" for quote in pending.also)
        self.open_prompt("carried", hint=f"y: {listed}, carried over from it, as well;  n: only this one")

    def carried_given(self, line: str | None) -> None:
        """Corrects the speaker, with or without the others; nothing if the question was left."""
        pending, self._pending = self._pending, None
        answer = (line or "").strip().casefold()
        if pending is None or line is None:
            self.status.say("nothing corrected")
            return
        if not answer.startswith((*_YES, *_NO)):
            self._ask_carried(pending)
            return
        also = pending.also if answer.startswith(_YES) else ()
        self.change(lambda: corrections.correct(self.library, pending.place, {"speaker": pending.speaker}, also))

    def show_article(self, article: Article) -> None:
        """Remembers with which corrections it is shown."""
        super().show_article(article)
        self._stamp = None
        self._shown = self.attempt(lambda: self.library.corrections.of(article))

    def refresh_states(self) -> None:
        """Also shows what any session has corrected in the open article, or taken back."""
        super().refresh_states()
        stamp = self.library.state_stamp()
        if self.article is None or stamp == self._stamp:
            return
        self._stamp = stamp
        present = self.library.corrections.of(self.article)
        if present != self._shown:
            self._shown = present
            if self.finding:
                self.end_find()
            self.redraw_article(self.library.article(self.article.number or 0, self.article.version))

    def _place(self, name: str) -> Place:
        """What a correction is about: the section one reads, else the selected quote. Raises UsageError."""
        article, quote = self.article, self.quotes.quote
        assert article
        whole = f"{article.number}@{article.version}"
        if name in OF_SECTIONS or (name == _CLEAR and quote is None):
            return corrections.place_of(self.library, f"{whole}.{self.reader.section}")
        if quote is None:
            raise UsageError("This article has no quotes.", "label: TEXT and heading: TEXT correct the section.")
        if quote.kind == "indirect" and quote.evidence != "corrected":
            raise UsageError(_UNKEPT)
        return corrections.place_of(self.library, f"{whole}q{quote.number}")

    def _why(self, article: Article, quote: Quote) -> WhyPage:
        """The page about a quote."""
        changes = by_target(self.library.corrections.of(article)).get(quote.id, {})
        found = self.library.uncorrected(article.number or 0, article.version).quotes
        analysed = next((each for each in found if each.id == quote.id), quote)
        return WhyPage(article, quote, analysed, changes)


def typed_correction(line: str) -> Typed | None:
    """What a line asks to correct; a line without a property's name is a speaker's; None for an empty one.

    Raises UsageError for a property there is not.
    """
    typed, colon, value = line.partition(":")
    name = typed.strip().casefold()
    if name == _CLEAR and not value.strip():
        return Typed(_CLEAR, "")
    if colon and name in PROPERTIES:
        return Typed(name, value.strip())
    if colon and name.isascii() and name.isalpha() and typed.islower():
        raise UsageError(f"Nothing is called '{name}'.", "Type the speaker's name alone, or kind:, label:, heading:")
    return Typed("speaker", line.strip()) if line.strip() else None
