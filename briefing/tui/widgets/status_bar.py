"""The last row: where one is, what was just done, and how to get help."""

from __future__ import annotations

from briefing.bidi.cells import cell_width, pad, truncate
from briefing.bidi.layout import Row, Run
from briefing.errors import BriefingError
from briefing.render import styles
from briefing.render.setting import isolating
from briefing.text.clean import clean_line
from briefing.tui.strips import is_linear
from briefing.tui.widgets.rows import Rows

_HELP = " ? keys "


class StatusBar(Rows):
    """` 12  §1 Kashmir  q4/9 │ starred: 12        ? keys `; a failure stands out."""

    def __init__(self) -> None:
        super().__init__("status")
        self._place = ""
        self._message = ""
        self._style = styles.PLAIN

    def show_place(self, place: str) -> None:
        """Article, section and quote in use."""
        self._place = place
        self.update()

    def say(self, message: str) -> None:
        """Says what was done."""
        self._message, self._style = clean_line(message), styles.PLAIN
        self.update()

    def fail(self, error: BriefingError) -> None:
        """Says what went wrong and what to do about it."""
        self._message, self._style = clean_line(f"{error.message} {error.hint or ''}"), styles.MATCH
        self.update()

    def content(self, width: int) -> list[Row]:
        """A message has the right of way over the place if there is not room for both."""
        help_text = _HELP if width >= 2 * len(_HELP) else ""
        room = width - len(help_text)
        place = truncate(f" {self._place} " if self._place else " ", room)
        if self._message and cell_width(place) + cell_width(self._message) + 3 > room:
            place = ""
        parting = "│ " if place.strip() and not is_linear(self) else " "
        message = f"{parting}{self._message}" if self._message else ""
        shown = pad(message, room - cell_width(place))
        words = ((place, styles.META), (shown, self._style), (help_text, styles.META))
        return [Row(tuple(Run(isolating(text), style) for text, style in words))]
