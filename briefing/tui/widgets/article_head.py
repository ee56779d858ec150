"""What stands over the text: title, source and dates, the section bar, a rule."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import clock
from briefing.bidi.cells import cell_width, displayed, pad, truncate
from briefing.bidi.layout import Row, Run, Setting, lay_out, line
from briefing.model import Article, ArticleState
from briefing.render import styles
from briefing.render.linear import head_rows
from briefing.render.setting import isolated, joint
from briefing.text.clean import clean_line
from briefing.tui.strips import is_linear, setting_of
from briefing.tui.widgets.rows import Rows
from briefing.tui.widgets.section_bar import section_bar

NAME_WIDTH = 6
"""Cells of a source's name at least."""

TITLE_ROWS = 2
"""Rows of a title at most where the head is roomy."""


class ArticleHead(Rows):
    """The open article's head: roomy beside the list, compact where the article has the whole screen."""

    def __init__(self) -> None:
        super().__init__("head")
        self._article: Article | None = None
        self._section = 0
        self._roomy = True
        self._parted_at: int | None = None

    def show(self, article: Article, section: int = 0) -> None:
        """Shows an article; call `update` afterwards."""
        self._article, self._section = article, section

    def shape(self, *, roomy: bool, parted_at: int | None) -> None:
        """Takes over the form; `parted_at` is where the line between text and quotes meets the rule."""
        self._roomy, self._parted_at = roomy, parted_at

    def height_at(self, width: int, roomy: bool, section_rows: int = 2) -> int:
        """Rows needed at a width."""
        return len(self._laid_out(width, roomy, section_rows))

    def content(self, width: int) -> Sequence[Row]:
        """The rows, cut at the top if there are fewer."""
        return self._laid_out(width, self._roomy, 2)

    def _laid_out(self, width: int, roomy: bool, section_rows: int) -> list[Row]:
        if self._article is None:
            return []
        if is_linear(self):
            return head_rows(self._article, self._section, width)
        bar = section_bar(self._article, self._section, width, section_rows)
        setting = setting_of(self)
        top = (
            [
                *_title(self._article, width, setting),
                _about(self._article, width),
                *_marks(self._article, width, setting),
            ]
            if roomy
            else [_short(self._article, width)]
        )
        return [*top, *bar, self._rule(width)]

    def _rule(self, width: int) -> Row:
        rule = "─" * width
        if self._parted_at is not None and self._parted_at < width:
            rule = rule[: self._parted_at] + "┬" + rule[self._parted_at + 1 :]
        return Row((Run(rule, styles.RULE),))


def _title(article: Article, width: int, setting: Setting) -> list[Row]:
    """The title in full, or cut at its logical end."""
    text = clean_line(article.title)
    options = setting._asdict()
    rows = lay_out(text, width, direction=article.direction, style=styles.TITLE, **options)
    if len(rows) <= TITLE_ROWS:
        return rows
    rest = text[rows[TITLE_ROWS - 1].start :]
    return [*rows[: TITLE_ROWS - 1], line(rest, width, article.direction, styles.TITLE, fill=True, **options)]


def _about(article: Article, width: int) -> Row:
    """`12 read* ISNA·ar undated, added 09:14     9 quotes`."""
    count = sum(quote.kind != "indirect" for quote in article.quotes)
    right = f" {count} quote{'' if count == 1 else 's'}" if count else ""
    number, dates = _number(article), _dates(article)
    room = width - cell_width(number) - cell_width(dates) - cell_width(right) - 2
    left = f"{number} {_source(article, room)} {dates}"
    return Row((Run(pad(left, max(width - cell_width(right), 0)) + right, styles.META),))


def _marks(article: Article, width: int, setting: Setting) -> list[Row]:
    """The reader's tags, and the newest note, cut at its end: `#energy #gas · ask Sana`; nothing without both."""
    state = article.state or ArticleState()
    notes = [clean_line(note.text) for note in state.notes[-1:]]
    words = " · ".join(filter(None, (" ".join(f"#{clean_line(tag)}" for tag in state.tags), *notes)))
    return [line(words, width, "ltr", styles.META, **setting._asdict())] if words else []


def _short(article: Article, width: int) -> Row:
    """` 12* ISNA·ar   title`, on one row."""
    state = article.state or ArticleState()
    left = truncate(f" {article.number}{'*' if state.starred else ''} {_source(article, width // 3)} ", width // 2)
    title = displayed(clean_line(article.title))
    shown = pad(title, width - cell_width(left), right_aligned=article.direction == "rtl")
    return Row((Run(left, styles.META), Run(shown, styles.TITLE, article.direction)))


def _number(article: Article) -> str:
    """`12 read*`."""
    state = article.state or ArticleState()
    return f"{article.number} {'read' if state.read else 'unread'}{'*' if state.starred else ''}"


def _source(article: Article, width: int) -> str:
    """`ISNA·ar`, the name cut to what room there is."""
    name = displayed(clean_line(article.source or "–"))
    shown = truncate(name, max(width - len(article.language) - 1, NAME_WIDTH))
    return f"{isolated(shown)}{joint(shown)}{article.language}"


def _dates(article: Article) -> str:
    """When it was published, else that it is undated and when it came in."""
    if article.published:
        return clock.day(article.published)
    return f"undated, added {clock.briefly(article.added or clock.now())}"
