"""The reading room: list, article and quotes, placed by the terminal's size and linked with each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from textual.app import ComposeResult
from textual.events import Resize
from textual.widget import Widget

from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.library import Library
from briefing.model import Article, ArticleRow
from briefing.tui.arrangement import Arrangement, Box, Pane, arrange
from briefing.tui.messages import PageMoved, PromptKind, QuoteChosen
from briefing.tui.screens.quiet import QuietScreen
from briefing.tui.shelf import Shelf, View
from briefing.tui.strips import is_linear
from briefing.tui.syncing import Syncing
from briefing.tui.widgets.article_head import ArticleHead
from briefing.tui.widgets.article_list import ArticleList
from briefing.tui.widgets.lines import HorizontalLine, VerticalLine
from briefing.tui.widgets.prompt import Prompt
from briefing.tui.widgets.quote_list import QuoteList
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.section_bar import section_name
from briefing.tui.widgets.status_bar import StatusBar
from briefing.tui.widgets.title_bar import TitleBar
from briefing.tui.widgets.welcome import Welcome
from briefing.verbs import marks

POLL_SECONDS = 1.0
"""How often marks of other sessions are looked for; a look is one stat(2)."""

Answer = TypeVar("Answer")


class ReadingScreen(QuietScreen):
    """Three panes side by side, two or one, as the terminal's width allows.

    Widgets show and tell; the screen alone asks the library and lets the verbs change it.
    """

    AUTO_FOCUS = ""

    def __init__(
        self, library: Library, shelf: Shelf, settings: Settings, *, stacked: bool = False, hint: str | None = None
    ) -> None:
        super().__init__()
        self._stacked = stacked
        """The terminal reorders whole rows, so nothing stands beside text."""
        self._hint = hint
        self.library = library
        self.shelf = shelf
        self.article: Article | None = None
        self.pane: Pane = "list"
        self.zoomed = False
        self._settings = settings
        self._arrangement = Arrangement()
        self._bracket = 0
        self.finding = ""
        """Which of the places found one is at; empty while nothing is searched for."""
        self._left_at: dict[int, int] = {}
        """For each article that was open, the code point at the top of the pane when it was left."""
        self.articles, self.reader, self.quotes = ArticleList(self.shelf), Reader(), QuoteList()
        self.status = StatusBar()
        self._title, self._head = TitleBar(self.shelf), ArticleHead()
        self.prompt, self._welcome = Prompt(self.prompt_answered), Welcome("welcome")
        self.syncing = Syncing(self, settings, self._show_new)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key means anything but itself while a line is typed."""
        return self.focused is not self.prompt and super().check_action(action, parameters)

    def compose(self) -> ComposeResult:
        """All widgets; `_arrange` gives them their places."""
        yield from (self._title, self.articles, VerticalLine(id="list-line"), self._head, self.reader)
        yield from (VerticalLine(id="quotes-line"), self.quotes, HorizontalLine(id="foot"), self.status)
        yield from (self._welcome, self.prompt)

    def on_mount(self) -> None:
        """First places, first focus, and a look at other sessions' marks every second."""
        self._arrange()
        self.go_to_pane("list")
        if self._hint:
            self.status.say(self._hint)
        self.set_interval(POLL_SECONDS, self._poll)
        if self.shelf.is_partial:
            self.call_after_refresh(lambda: self.attempt(self._read_all))

    def on_resize(self, _: Resize) -> None:
        """Places depend on the size."""
        self._arrange()

    # -- places -----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Gives every widget its place, or none."""
        width, height = self.app.size
        self._arrangement = arrange(width, height, self.pane, self.zoomed or self._stacked, self._head.height_at)
        boxes = self._arrangement.boxes if len(self.shelf) else {"welcome": Box(0, 0, width, height)}
        if self.prompt.display:
            boxes = boxes | {"prompt": Box(0, height - 1, width, 1)}
        beside = boxes.get("quotes-line")
        roomy = "list" in boxes
        self._head.shape(roomy=roomy, parted_at=beside.x if beside and not roomy else None)
        self._title.shape(table="reader" not in boxes and not is_linear(self))
        for widget in self.children:
            _place(widget, boxes.get(widget.id or ""))

    def panes_in_reach(self) -> tuple[Pane, ...]:
        """The panes Tab goes through: those in view, and those that take each other's place."""
        panes = self._arrangement.panes
        if not len(self.shelf):
            return ()
        if self.zoomed or (len(panes) == 1 and self.article):
            panes = ("list", "reader", "quotes")
        empty = self.article is not None and not self.article.quotes
        return tuple(pane for pane in panes if pane != "quotes" or not empty)

    def go_to_pane(self, pane: Pane) -> None:
        """Gives a pane the focus, and a place if it has none."""
        self.pane = pane
        target: Widget = {"list": self.articles, "reader": self.reader, "quotes": self.quotes}[pane]
        if not target.display or self.zoomed:
            self._arrange()
            self._say_place()
        # Widget.focus would repaint the pane as a whole.
        self.set_focus(target if len(self.shelf) else self._welcome, scroll_visible=False)

    def zoom(self, zoomed: bool) -> None:
        """Lets the pane in use have the whole screen, or no longer."""
        self.zoomed = zoomed
        self._arrange()

    def open_prompt(self, kind: PromptKind, value: str = "", hint: str | None = None) -> None:
        """Lets the reader type a line over the status bar; an empty one shows the hint, or the usual one."""
        self.prompt.ask(kind, value, hint)
        self.prompt.display = True
        self._arrange()
        self.set_focus(self.prompt)

    def prompt_answered(self, kind: PromptKind, line: str | None) -> None:
        """Does what was typed."""
        raise NotImplementedError

    def close_prompt(self) -> None:
        """Goes back to the pane in use."""
        self.go_to_pane(self.pane)
        self.prompt.display = False
        self._arrange()

    # -- opening ----------------------------------------------------------------------------------

    def open_article(self, number: int) -> None:
        """Opens an article, or says why it cannot be had."""
        article = self.attempt(lambda: self.library.article(number))
        if article:
            self.show_article(article)

    def show_article(self, article: Article) -> None:
        """Shows a stored article, marks it read if that is wanted, and goes to its text."""
        number = article.number or 0
        if self.article and self.article.number:
            self._left_at[self.article.number] = self.reader.offset_at_top
        self.article, self.finding = article, ""
        self.status.say("")
        self.articles.place_at(number)
        self.quotes.show(article)
        self._head.show(article)
        self.go_to_pane("reader")
        self._arrange()
        selected = self.quotes.quote.number if self.quotes.quote else None
        # The pane's own width may not be known before the next paint.
        width = self._arrangement.boxes["reader"].width
        self.reader.show(article, selected, width=width, at=self._left_at.get(number, 0))
        if self._settings.mark_read == "open":
            self._mark_open_read()
        self._follow()
        # Whether the end of a short article is in view is known when the panes have their places.
        self.call_after_refresh(self._mark_at_end)

    def article_in_view(self) -> Article | None:
        """The open article; where only the list is shown none, and the status bar says so."""
        if self.article and (self.reader.display or self.quotes.display):
            return self.article
        self.status.say("No article is open; Enter opens the one under the cursor.")
        return None

    def _mark_open_read(self) -> None:
        """Marks the open article read, on disk at once; says so only if it fails."""
        article = self.article
        if article and (number := article.number) and not (article.state and article.state.read):
            self.attempt(lambda: marks.mark_read(self.library, [number], True))
            self.attempt(self.refresh_states)

    def _mark_at_end(self) -> None:
        """Marks the open article read if its end is in view and that is what was wished for."""
        if self._settings.mark_read == "end" and self.reader.display and self.reader.at_end:
            self._mark_open_read()

    # -- links ------------------------------------------------------------------------------------

    def on_page_moved(self, _: PageMoved) -> None:
        """The quotes follow the text."""
        number = self.reader.quote_in_view
        if number is not None:
            self.quotes.select(number)
            self.reader.select(number)
        self._follow()
        self._mark_at_end()

    def on_quote_chosen(self, message: QuoteChosen) -> None:
        """The text follows the quotes."""
        self.show_quote(message.number)

    def show_quote(self, number: int) -> bool:
        """Selects a quote in both panes and scrolls to it; False if there is no such quote."""
        self.quotes.select(number)
        if self.quotes.quote is None or self.quotes.quote.number != number:
            return False
        self.reader.show_quote(number)
        self._follow()
        return True

    def _follow(self) -> None:
        """Head and status bar say where the reader is."""
        if self.article:
            self._head.show(self.article, self.reader.section)
            self._head.update()
        self._say_place()

    def _say_place(self) -> None:
        """The status bar says where in the article the reader is, while it is in view."""
        if self.article is None or not (self.reader.display or self.quotes.display):
            self.status.show_place("")
            return
        index = self.reader.section
        section = section_name(self.article.sections[index]) if index < len(self.article.sections) else ""
        if is_linear(self):
            place = [
                f"article {self.article.number}",
                section and f"section {section}",
                self.quotes.place(),
                self.finding,
            ]
            self.status.show_place(", ".join(filter(None, place)))
        else:
            place = [str(self.article.number), section and f"§{section}", self.quotes.place(), self.finding]
            self.status.show_place("  ".join(filter(None, place)))

    # -- the library ------------------------------------------------------------------------------

    def attempt(self, action: Callable[[], Answer]) -> Answer | None:
        """The action's answer; what it fails with is shown in the status bar, and the answer is None."""
        try:
            return action()
        except BriefingError as error:
            self.status.fail(error)
            return None

    def change(self, action: Callable[[], str]) -> None:
        """Lets a verb change the library and says what it did."""
        done = self.attempt(action)
        if done is not None:
            self.status.say(done)
            self.attempt(self.refresh_states)

    def _read_all(self) -> None:
        """Reads what the first paint did not wait for."""
        self.shelf.reload()
        self.articles.measure()
        self.articles.refresh()
        self._title.update()

    def reload(self) -> None:
        """Reads anew which articles there are; the cursor stays on its article."""
        empty = not len(self.shelf)
        number = None if empty else self.shelf.numbers[self.articles.cursor]
        self.shelf.reload()
        if not len(self.shelf) and self.shelf.view.query:
            self.shelf.show(View())
        self.articles.measure()
        self.articles.place_cursor(0)
        self.articles.place_at(number or 0)
        self._title.update()
        self._arrange()
        self.refresh(layout=True)
        if empty:
            self.go_to_pane("list")

    def _show_new(self, came: int) -> None:
        """Shows what a sync brought; whoever reads an article is only told of it."""
        if came and self.pane == "list":
            self.attempt(self.reload)

    def current_row(self) -> ArticleRow | None:
        """The article keys act on: the one under the list's cursor, or the open one."""
        if self.pane == "list" or self.article is None:
            return self.shelf.row(self.articles.cursor) if len(self.shelf) else None
        return self._row_of_open()

    def _poll(self) -> None:
        """Shows what other sessions marked; an empty library is looked at for its first article."""
        if len(self.shelf):
            self.attempt(self.refresh_states)
        elif self.attempt(self.library.arrived):
            self.attempt(self.reload)
        for report in self.library.state_reports():
            self.status.say(report)
        if self.shelf.failure:
            self.status.fail(self.shelf.failure)
            self.shelf.failure = None

    def refresh_states(self) -> None:
        """Repaints rows whose marks have changed, and the head if it is the open article's."""
        changed = self.shelf.poll()
        self.articles.refresh_items(*changed)
        self._title.update()
        row = self._row_of_open() if changed else None
        if row and self.article and row.state != self.article.state:
            self.article = replace(self.article, state=row.state)
            self._follow()
            if self._head.height_at(self._head.size.width, "list" in self._arrangement.boxes) != self._head.size.height:
                self._arrange()

    def _row_of_open(self) -> ArticleRow | None:
        """The open article's row; one that came in after the list was read is looked up."""
        number = self.article.number if self.article else None
        if number is None:
            return None
        position = self.shelf.position(number)
        if position is not None:
            return self.shelf.row(position)
        return next(iter(self.attempt(lambda: self.library.rows([number])) or ()), None)


def _place(widget: Widget, box: Box | None) -> None:
    """Shows a widget in a box, or hides it."""
    widget.display = box is not None
    if box:
        widget.styles.offset = (box.x, box.y)
        widget.styles.width, widget.styles.height = box.width, box.height
