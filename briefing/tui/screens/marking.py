"""Keys that change the reading state, and take its changes back."""

from __future__ import annotations

from functools import partial

from briefing.library import Library
from briefing.text.clean import clean_line
from briefing.tui.screens.history import HistoryScreen
from briefing.tui.screens.quiet import open_page
from briefing.tui.screens.text import TextScreen
from briefing.verbs import marks


class MarkingScreen(TextScreen):
    """Marks, tags, notes, undo: each key is one act."""

    def action_mark(self) -> None:
        """Marks the article read, or unread again."""
        row = self.current_row()
        if row:
            self.change(lambda: marks.mark_read(self.library, [row.number], not row.state.read))

    def action_star(self) -> None:
        """Stars the article, or takes the star away."""
        row = self.current_row()
        if row:
            self.change(lambda: marks.star(self.library, [row.number], not row.state.starred))

    def action_mark_all(self) -> None:
        """Marks all articles of the list read."""
        self.change(lambda: marks.mark_all_read(self.library, self.shelf.numbers))

    def action_tag(self) -> None:
        """Asks for a tag."""
        row = self.current_row()
        if row:
            tags = " ".join(f"#{tag}" for tag in row.state.tags)
            self.open_prompt("tag", hint=f"has {tags};  -{row.state.tags[0]} takes it away" if tags else None)

    def action_note(self) -> None:
        """Asks for a note."""
        row = self.current_row()
        if row:
            notes = " · ".join(clean_line(note.text) for note in row.state.notes)
            self.open_prompt("note", hint=f"has: {notes}" if notes else None)

    def action_undo(self) -> None:
        """Undoes the last act, whichever session made it."""
        self.change(lambda: marks.undo(self.library))

    def action_redo(self) -> None:
        """Does again what was undone last."""
        self.change(lambda: marks.redo(self.library))

    def action_history(self) -> None:
        """Shows what was done; one act can be undone by itself."""
        acts = self.attempt(self.library.reading.history)
        if acts is not None:
            open_page(self.app, HistoryScreen(acts, self._undo_act))

    def tag_given(self, line: str | None) -> None:
        """Gives the article the tags that were typed, and takes those away that begin with a minus."""
        row = self.current_row()
        if row:
            for name in (line or "").split():
                self.change(partial(_tag, self.library, name, row.number))

    def note_given(self, line: str | None) -> None:
        """Adds what was typed to the article's notes."""
        row = self.current_row()
        if row and (line or "").strip():
            self.change(lambda: marks.note(self.library, row.number, line or ""))

    def _undo_act(self, number: int) -> None:
        self.change(lambda: marks.undo(self.library, number))


def _tag(library: Library, name: str, number: int) -> str:
    """Gives the article a tag, or takes it away."""
    change = marks.untag if name.startswith("-") else marks.tag
    return change(library, name.removeprefix("-"), [number])
