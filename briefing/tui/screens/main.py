"""The main screen: what each key does in the reading room."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual.binding import BindingType

from briefing.terminal.browser import open_browser
from briefing.tui import keys
from briefing.tui.commands import Word, parse_command
from briefing.tui.messages import NotListed, PromptKind
from briefing.tui.screens.choosing import ChoosingScreen
from briefing.tui.screens.feeds import FeedsScreen
from briefing.tui.screens.quiet import open_page
from briefing.tui.screens.removed import RemovedScreen
from briefing.verbs.lookup import Found, look_up
from briefing.verbs.sync import feed_of


class MainScreen(ChoosingScreen):
    """Actions of the key table, each a few steps over the reading room."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("selection"), *keys.bindings("main")]

    # -- panes ------------------------------------------------------------------------------------

    def action_pane(self, step: int) -> None:
        """Goes to the next pane, or the one before; beside a list that stands alone, to the open article."""
        panes = self.panes_in_reach()
        if panes:
            at = panes.index(self.pane) if self.pane in panes else 0
            self.go_to_pane(panes[(at + step) % len(panes)])

    def action_back(self) -> None:
        """From quotes to text, from text to list; a zoomed pane is unzoomed first."""
        if self.zoomed:
            self.zoom(False)
        elif self.pane != "list":
            self.go_to_pane("list" if self.pane == "reader" else "reader")

    def action_back_or_quit(self) -> None:
        """Goes back, and from the list out of the program; all marks are on disk already."""
        if self.reader.selecting:
            self.action_escape()
        elif self.pane == "list" and not self.zoomed:
            self.app.exit()
        else:
            self.action_back()

    def action_open(self) -> None:
        """Opens the article chosen, or shows the quote chosen in its place."""
        if self.pane == "quotes":
            number = self.quotes.chosen()
            if number is not None and self.show_quote(number):
                self.go_to_pane("reader")
        elif (number := self.articles.chosen()) is not None:
            self._open_or_return(number)

    def _open_or_return(self, number: int) -> None:
        """The article that is open is gone back to where it was left."""
        if self.article and self.article.number == number:
            self.go_to_pane("reader")
        else:
            self.open_article(number)

    def action_zoom(self) -> None:
        """One pane alone, or all again."""
        self.zoom(not self.zoomed)

    def action_redraw(self) -> None:
        """Reads the list anew and repaints everything."""
        self.attempt(self.reload)

    def action_removed(self) -> None:
        """Shows what was cut from the open article."""
        article = self.article_in_view()
        if article:
            open_page(self.app, RemovedScreen(article))

    def action_indirect(self) -> None:
        """Shows what the article reports without marks among its quotes, or no longer."""
        if self.article_in_view():
            self.show_indirect()

    # -- within the article -----------------------------------------------------------------------

    def action_section_step(self, step: int) -> None:
        """Goes to the next section, or back."""
        if self.article_in_view():
            self.reader.step_section(step)

    def action_section(self, index: int) -> None:
        """Goes to the section with this number."""
        if not self.reader.go_to_section(index) and self.article:
            self.status.say(f"There is no section {index}.")

    def action_bracket(self, step: int) -> None:
        """The second bracket of a pair goes to a section."""
        if self._bracket == step:
            self.action_section_step(step)
        self._bracket = 0 if self._bracket == step else step

    def action_quote_step(self, step: int) -> None:
        """Goes to the next quote, or back."""
        if self.article_in_view():
            if self.quotes.quote is None:
                self.status.say("This article has no quotes.")
            self.quotes.go_to(self.quotes.cursor + step)

    def on_not_listed(self, message: NotListed) -> None:
        """Says that a number that was typed is none of the list's."""
        if self.pane == "quotes":
            self.status.say(f"This article has no quote {message.number}.")
        else:
            shown = "in this filter; Esc shows all" if self.shelf.view.query else "in the list"
            self.status.say(f"Article {message.number} is not {shown}.")

    def action_read_on(self) -> None:
        """Turns the page; at the end goes to the next unread article."""
        if self.reader.at_end:
            self.go_to_unread(1)
        else:
            self.reader.action_page(1)

    # -- between articles -------------------------------------------------------------------------

    def action_article(self, step: int) -> None:
        """Goes to the next article, or the one before."""
        self._go_to_position(self.articles.cursor + step, "That is the last one in this direction.")

    def go_to_unread(self, step: int) -> None:
        """Goes to the next unread article, or the one before."""
        position = self.attempt(lambda: self.shelf.unread(self.articles.cursor, step))
        self._go_to_position(-1 if position is None else position, "No unread article in this direction.")

    def _go_to_position(self, position: int, otherwise: str) -> None:
        """Opens the article there while reading; in the list only moves the cursor."""
        if not 0 <= position < len(self.shelf):
            self.status.say(otherwise)
        elif self.pane == "list":
            self.articles.go_to(position)
        else:
            self.open_article(self.shelf.numbers[position])

    def action_feeds(self) -> None:
        """Shows the feeds there are, and what went wrong with them."""
        page = self.attempt(lambda: FeedsScreen(self.library))
        if page:
            open_page(self.app, page)

    def action_sync(self) -> None:
        """Asks all feeds for what is new, while one reads on."""
        self.syncing.start([])

    def action_sync_feed(self) -> None:
        """Asks the feed that the article came from."""
        row = self.current_row()
        feed = self.attempt(lambda: feed_of(self.library, row.number)) if row else None
        if feed:
            self.syncing.start([feed])

    # -- out of the program -----------------------------------------------------------------------

    def action_copy_url(self) -> None:
        """Copies the article's URL."""
        url = self._url()
        if url:
            self.copy(url, url)

    def action_open_url(self) -> None:
        """Opens the URL beside the terminal; where there is no browser, copies and shows it."""
        url = self._url()
        if url:
            self.run_worker(self._browse(url), exclusive=True)

    async def _browse(self, url: str) -> None:
        """A browser may take seconds to answer."""
        if await asyncio.to_thread(open_browser, url):
            self.status.say(f"opened {url}")
        else:
            self.copy(url, url)

    def _url(self) -> str | None:
        """The current article's URL; says so if there is none."""
        row = self.current_row()
        if row and not row.url:
            self.status.say(f"Article {row.number} came without a URL.")
        return row.url if row else None

    # -- the command line -------------------------------------------------------------------------

    def action_command(self) -> None:
        """Opens the line behind the colon."""
        self.open_prompt("command")

    def prompt_answered(self, kind: PromptKind, line: str | None) -> None:
        """Does what was typed."""
        self.close_prompt()
        match kind:
            case "command":
                self._obey(line or "")
            case "find":
                self.find_given(line)
            case "filter":
                self.filter_given(line)
            case "search":
                self.search_given(line)
            case "tag":
                self.tag_given(line)
            case "note":
                self.note_given(line)
            case "save":
                self.save_given(line)
            case "pipe":
                self.pipe_given(line)
            case "correct":
                self.correction_given(line)
            case "carried":
                self.carried_given(line)

    def _obey(self, line: str) -> None:
        """Does what was typed behind the colon."""
        command = parse_command(line, self.article.number if self.article else None)
        if command is None:
            return
        if command.word:
            self._follow_word(command.word)
            return
        found = self.attempt(lambda: look_up(self.library, command.address))
        if found:
            self._go_to(found)

    def _follow_word(self, word: Word) -> None:
        """Does what a word says."""
        {
            "quit": self.app.exit,
            "help": self.app.action_help,  # type: ignore[attr-defined]
            "feeds": self.action_feeds,
            "sync": self.action_sync,
            "screenshot": self._save_screenshot,
        }[word]()

    def _save_screenshot(self) -> None:
        """Saves the screen as a picture in the folder the program was started in."""
        try:
            name = self.app.save_screenshot()
        except OSError as error:
            self.status.say(f"no picture was saved ({error.strerror}); start briefing in a folder you may write")
        else:
            self.status.say(f"saved {name}")

    def _go_to(self, found: Found) -> None:
        """Opens the article found, at its section or quote."""
        self.show_article(found.article)
        if found.section:
            self.reader.go_to_section(found.section.index)
        if found.quote:
            self.show_quote(found.quote.number)
