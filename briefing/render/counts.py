"""Topics, speakers and sums as rows of a table and as tab-separated lines."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import clock
from briefing.bidi.cells import displayed
from briefing.bidi.layout import Row, Run
from briefing.model import SpeakerCount, Statistics, TopicCount
from briefing.render import styles
from briefing.render.languages import language_name
from briefing.render.setting import isolated
from briefing.text.clean import clean_line

Count = TopicCount | SpeakerCount


def count_row(count: Count) -> Row:
    """`    12    31  23 Nov 2026  Kashmir`: articles, sections or quotes, the newest article, the name."""
    name, articles, others, latest = _fields(count)
    about = f"{articles:>6} {others:>6}  {clock.day(latest):>11}  "
    return Row((Run(about, styles.META), Run(isolated(displayed(clean_line(name))), styles.LABEL)))


def count_head(what: str) -> str:
    """The line above the rows."""
    return f"{'ARTS':>6} {what.upper():>6}  {'LATEST':>11}  NAME"


def count_line(count: Count) -> str:
    """`name<TAB>articles<TAB>sections or quotes<TAB>latest arrival`."""
    name, articles, others, latest = _fields(count)
    return "\t".join((clean_line(name), str(articles), str(others), latest))


def count_sentence(count: Count) -> str:
    """The same in words."""
    name, articles, others, latest = _fields(count)
    what = "sections" if isinstance(count, TopicCount) else "quotes"
    return f"{clean_line(name)}: {others} {what} in {articles} articles, the newest of {clock.day(latest)}."


def statistics_lines(found: Statistics) -> Iterable[tuple[str, str]]:
    """Each sum by its name."""
    yield "articles", f"{found.articles:,}"
    yield "unread", f"{found.unread:,}"
    yield "starred", f"{found.starred:,}"
    yield "headed sections", f"{found.sections:,}"
    yield "quotes", f"{found.quotes:,}"
    yield "speaker named", f"{found.named:,}"
    yield "carried over", f"{found.carried:,}"
    yield "speakers", f"{found.speakers:,}"
    if found.first and found.last:
        yield "first arrival", clock.day(found.first)
        yield "last arrival", clock.day(found.last)
    yield "languages", ", ".join(f"{language_name(name)} {count:,}" for name, count in found.languages)
    yield "sources", ", ".join(f"{isolated(clean_line(name))} {count:,}" for name, count in found.sources)


def _fields(count: Count) -> tuple[str, int, int, str]:
    if isinstance(count, TopicCount):
        return count.label, count.articles, count.sections, count.latest
    return count.speaker, count.articles, count.quotes, count.latest
