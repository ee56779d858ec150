"""Articles that leave the reader: as files, and into other programs."""

from __future__ import annotations

from contextlib import suppress

from textual.app import SuspendNotSupported

from briefing.model import Article
from briefing.tui.screens.marking import MarkingScreen
from briefing.verbs.forms import Form, save, written
from briefing.verbs.lookup import Found
from briefing.verbs.piping import feed


class SendingScreen(MarkingScreen):
    """Saving and piping the article of the row in use, as it is shown if it is open."""

    def action_save(self) -> None:
        """Asks for the name of a file."""
        row = self.current_row()
        if row:
            self.open_prompt("save", f"{row.number}.md")

    def action_pipe(self) -> None:
        """Asks for a command."""
        if self.current_row():
            self.open_prompt("pipe")

    def save_given(self, line: str | None) -> None:
        """Writes the article to a new file."""
        name = (line or "").strip()
        article = self._article_in_use() if name else None
        done = article and self.attempt(lambda: save(article, name))
        if done:
            self.status.say(done)

    def pipe_given(self, line: str | None) -> None:
        """Hands the article's text to a command of the reader's, which has the terminal until it ends."""
        command = (line or "").strip()
        article = self._article_in_use() if command else None
        if article:
            try:
                self._feed(command, written(Found(article), Form.TEXT))
            except SuspendNotSupported:
                self.status.say("This terminal cannot be lent to a command. Use: briefing show N | COMMAND")

    def _feed(self, command: str, text: str) -> None:
        with self.app.suspend():
            status = feed(command, text)
            said = f"exit status {status}: {command}" if status else f"done: {command}"
            with suppress(EOFError, KeyboardInterrupt):
                input(f"\n[{said}] Enter goes back to briefing. ")
        self.status.say(said)

    def _article_in_use(self) -> Article | None:
        """The article of the row in use; what is shown of it if it is open."""
        row = self.current_row()
        if row is None or (self.article and self.article.number == row.number):
            return self.article if row else None
        return self.attempt(lambda: self.library.article(row.number))
