"""What a reader sees while the library is empty."""

from __future__ import annotations

from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.tui.widgets.row_view import RowView

_LINES = (
    ("The library is empty.", styles.TITLE),
    ("", styles.PLAIN),
    ("Add news from another terminal, and it appears here:", styles.PLAIN),
    ("", styles.PLAIN),
    ("briefing add article.txt          a file", styles.LABEL),
    ("briefing add https://…            a page", styles.LABEL),
    ("briefing add -                    what you paste, ended by ^D", styles.LABEL),
    ("briefing demo                     a sample to try the program on", styles.LABEL),
    ("", styles.PLAIN),
    ("q quits, ? shows all keys.", styles.META),
)


class Welcome(RowView):
    """How to get the first articles."""

    def laid_out(self, width: int) -> list[Row]:
        """The lines, a little off the corner."""
        margin = Run(" " * min(4, width // 10))
        return [Row(()), *(Row((margin, Run(text, style))) for text, style in _LINES)]
