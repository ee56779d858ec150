"""Why a quote has its speaker: the rule, what it went by, and what the reader has corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing import clock
from briefing.bidi.layout import LOGICAL, Row, Run, Setting, lay_out
from briefing.model import Article, Quote
from briefing.render import styles
from briefing.render.evidence import evidence_words
from briefing.render.setting import isolated
from briefing.text.clean import clean_line
from briefing.text.corrections import Correction, Property

_INDENT = 14
"""Cells before the values."""

_NOBODY = "nobody named"


def why_rows(
    quote: Quote,
    article: Article,
    analysed: Quote,
    changes: Mapping[Property, Correction],
    width: int,
    setting: Setting = LOGICAL,
) -> list[Row]:
    """The quote as it is shown, then, if it is corrected, who did that and what the analysis had found."""
    facts = [("speaker", _shown(quote.speaker)), ("person", quote.person), *_found(quote, article)]
    before: list[tuple[str, str | None]] = []
    if changes:
        before = [("speaker", _shown(analysed.speaker)), ("kind", analysed.kind), *_found(analysed, article)]
    made = [
        (change.property, f"{_said(change)}  {clean_line(change.by)}, {clock.briefly(change.at)}")
        for change in changes.values()
    ]
    return [
        *_rows(facts, width, setting),
        *_part("Corrected", made, width, setting),
        *_part("Before that", before, width, setting),
    ]


def _found(quote: Quote, article: Article) -> list[tuple[str, str | None]]:
    """What the analysis, or the correction, goes by."""
    written = "written as" if quote.speaker else "candidate"
    return [
        ("evidence", evidence_words(quote, article)),
        ("rule", clean_line(quote.rule)),
        ("confidence", f"{quote.confidence:.0%}"),
        (written, clean_line(quote.mention or "")),
        ("cue", clean_line(quote.cue or "")),
    ]


def _said(change: Correction) -> str:
    return f"{_shown(change.was)} → {_shown(change.value)}"


def _shown(name: str | None) -> str:
    """A name as it stands beside other words."""
    return isolated(clean_line(name or _NOBODY))


def _part(
    title: str, facts: list[tuple[str, str | None]] | list[tuple[Property, str]], width: int, setting: Setting
) -> list[Row]:
    """A heading and what stands below it; nothing if that is nothing."""
    return [Row(()), Row((Run(f" {title}", styles.TITLE),)), *_rows(facts, width, setting)] if facts else []


def _rows(
    facts: list[tuple[str, str | None]] | list[tuple[Property, str]], width: int, setting: Setting
) -> Iterator[Row]:
    """` rule          verb-subject`; a long value goes on below itself."""
    for name, value in facts:
        if value:
            rows = lay_out(value, max(width - _INDENT, 10), direction="ltr", **setting._asdict())
            first = Run(f" {name}".ljust(_INDENT), styles.META)
            yield from (row.behind(Run(" " * _INDENT) if index else first) for index, row in enumerate(rows))
