"""What keys and the mouse do within the open article's text: finding words, choosing and copying."""

from __future__ import annotations

from functools import partial

from briefing.render.citation import citation_of
from briefing.terminal import clipboard
from briefing.text.find import find
from briefing.tui.messages import PaneClicked, PromptChanged, TextChosen
from briefing.tui.screens.quotes import QuotesScreen
from briefing.tui.selection import Unit, text_between
from briefing.tui.widgets.text_view import Way

_CHOOSING = "v begins here, V takes paragraphs, y copies, Esc ends"


class TextScreen(QuotesScreen):
    """Finding, choosing and copying."""

    _words = ""
    """What is searched for."""
    _origin = 0
    """The code point at the top of the pane when the search began."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that move the caret do so only while there is one."""
        if action == "caret" and not (self.reader.selecting and self.pane == "reader"):
            return False
        return super().check_action(action, parameters)

    # -- finding ----------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Asks for words to find in the open article."""
        if self.article is None:
            self.status.say("No article is open.")
            return
        if self.pane != "reader":
            self.go_to_pane("reader")
        self._origin = self.reader.offset_at_top
        self.open_prompt("find")

    def on_prompt_changed(self, message: PromptChanged) -> None:
        """Goes to the first place while one is typing."""
        if message.kind == "find":
            self._find(message.line)

    def find_given(self, line: str | None) -> None:
        """Keeps to what was typed; without words the search is over."""
        if not (line or "").strip():
            self.end_find()
            return
        self._find(line or "")
        self._say_match()

    def end_find(self) -> None:
        """Ends the search; the page stays where it is."""
        self._words = ""
        self.reader.show_found((), 0)
        self.finding = ""
        self._follow()

    def action_next(self, step: int) -> None:
        """Goes to the next place that was found, or else to the next unread article."""
        if self.reader.found and self.pane != "list":
            self.reader.step_match(step)
            self._say_match()
        else:
            self.go_to_unread(step)

    def go_to_unread(self, step: int) -> None:
        """Goes to the next unread article, or the one before."""
        raise NotImplementedError

    def _find(self, words: str) -> None:
        self._words = words
        if self.article:
            self.reader.show_found(find(self.article.text, words), self._origin)

    def _say_match(self) -> None:
        """The count stays in the status bar while the search is live."""
        count = len(self.reader.found)
        if count:
            self.reader.moved()
        self.finding = f"match {self.reader.match + 1} of {count}" if count else ""
        self._follow()
        self.status.say("" if count else f"Not in this article: {self._words}")

    # -- choosing ---------------------------------------------------------------------------------

    def action_choose(self, unit: Unit) -> None:
        """Begins to choose text at the caret, else at the match or quote in view, else at the first row in view."""
        if self.article is None:
            self.status.say("No article is open.")
            return
        if self.pane != "reader":
            self.go_to_pane("reader")
        self.reader.begin(unit, self.reader.offset_in_view())
        self.status.say(_CHOOSING)

    def action_caret(self, way: Way) -> None:
        """Moves the caret."""
        self.reader.move_caret(way)

    def action_escape(self) -> None:
        """Ends choosing, then the search; else goes back."""
        if self.reader.selection:
            self.reader.end_selection()
            self.status.say("")
        elif self.finding and self.pane != "list":
            self.end_find()
            self.status.say("")
        else:
            self.action_back()

    def action_back(self) -> None:
        """Goes back to the pane before."""
        raise NotImplementedError

    def on_pane_clicked(self, message: PaneClicked) -> None:
        """The pane that is clicked on gets the keys."""
        for pane in self.panes_in_reach():
            if pane == message.pane != self.pane:
                self.go_to_pane(pane)

    # -- copying ----------------------------------------------------------------------------------

    def on_text_chosen(self, _: TextChosen) -> None:
        """Copies what the mouse has chosen."""
        self._copy_chosen()

    def action_copy_quote(self) -> None:
        """Copies what is chosen, else the selected quote with its citation."""
        article, quote = self.article_in_view(), self.quotes.quote
        if article is None:
            return
        if self.reader.selection:
            self._copy_chosen()
            if self.reader.selecting:
                self.reader.end_selection()
        elif quote:
            self.attempt(partial(self.library.note_citation, article))
            self.copy(citation_of(quote, article), f"quote {article.number}q{quote.number}")
        else:
            self.status.say("This article has no quotes.")

    def _copy_chosen(self) -> None:
        chosen = self.reader.selection
        if self.article and chosen:
            text = text_between(self.article, chosen.start, chosen.end)
            count = len(text.split())
            self.copy(text, f"{count} word{'' if count == 1 else 's'}")

    def copy(self, text: str, name: str) -> None:
        """Copies a text and says what and how."""
        how = clipboard.copy(text, self.app.copy_to_clipboard)
        self.status.say(f"copied to {how}: {name}")
