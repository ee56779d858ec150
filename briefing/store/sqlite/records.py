"""Between the model and the library's tables: one function a direction and a record."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any, Protocol, cast

from briefing.errors import StoreError
from briefing.model import Article, ArticleRow, ArticleState, Direction, Evidence, Quote, QuoteKind, Section, Span, Tail


class Record(Protocol):
    """A row of a table, by its columns' names."""

    def __getitem__(self, name: str, /) -> Any: ...

    def keys(self) -> Any:
        """The names of the columns."""


QUOTE_COLUMNS = (
    "number, id, start, end, text, kind, speaker, person, evidence, mention, mention_start, mention_end, cue, "
    "section, closed, tail_start, tail_end, tail_certain, carried_from, rule, confidence"
)
SECTION_COLUMNS = "position, heading, label, topics, start, end, paragraphs, specific, body_topics"
ROW_COLUMNS = (
    "number, articles.id AS id, version, title, language, direction, source, url, published, added, updated, "
    "sections, quotes, agency"
)


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: making it costs more than using it."""


def compressed(text: str) -> bytes:
    """A body as it is stored: zlib over UTF-8; the quickest level makes it a seventh larger in a third of the time."""
    return zlib.compress(text.encode(), 1)


def compressed_lines(lines: Sequence[str]) -> bytes:
    """The lines that were cut from an article as they are stored, mostly none."""
    return compressed(_as_json(lines)) if lines else _NO_LINES


_NO_LINES = compressed("[]")


def expanded(blob: bytes) -> str:
    """A stored body as text.

    Raises:
        StoreError: the body is damaged.
    """
    try:
        return zlib.decompress(blob).decode()
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        hint = "Add the article again, or restore a backup."
        raise StoreError("library", "the stored text is damaged.", hint) from error


def section_values(section: Section) -> tuple[object, ...]:
    """A section in the order of `SECTION_COLUMNS`."""
    paragraphs = _as_json([(span.start, span.end) for span in section.paragraphs])
    topics, of_body = (_as_json(ids) if ids else "[]" for ids in (section.topics, section.body_topics))
    place = (section.start, section.end, paragraphs)
    return section.index, section.heading, section.label, topics, *place, section.specific, of_body


def section_of(row: sqlite3.Row) -> Section:
    """A section from its record."""
    return Section(
        index=row["position"],
        heading=row["heading"],
        label=row["label"],
        topics=tuple(json.loads(row["topics"])),
        start=row["start"],
        end=row["end"],
        paragraphs=tuple(Span(start, end) for start, end in json.loads(row["paragraphs"])),
        specific=row["specific"],
        body_topics=tuple(json.loads(row["body_topics"])),
    )


def quote_values(quote: Quote) -> tuple[object, ...]:
    """A quote in the order of `QUOTE_COLUMNS`."""
    tail = quote.tail
    return (
        *(quote.number, quote.id, quote.start, quote.end, quote.text, quote.kind, quote.speaker, quote.person),
        *(
            quote.evidence,
            quote.mention,
            quote.mention_start,
            quote.mention_end,
            quote.cue,
            quote.section,
            quote.closed,
        ),
        *((tail.start, tail.end, tail.certain) if tail else (None, None, None)),
        *(quote.carried_from, quote.rule, quote.confidence),
    )


def quote_of(row: sqlite3.Row) -> Quote:
    """A quote from its record."""
    has_tail = row["tail_start"] is not None
    return Quote(
        id=row["id"],
        number=row["number"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        kind=cast("QuoteKind", row["kind"]),
        speaker=row["speaker"],
        evidence=cast("Evidence", row["evidence"]),
        section=row["section"],
        closed=bool(row["closed"]),
        rule=row["rule"],
        confidence=row["confidence"],
        person=row["person"],
        mention=row["mention"],
        mention_start=row["mention_start"],
        mention_end=row["mention_end"],
        cue=row["cue"],
        tail=Tail(row["tail_start"], row["tail_end"], bool(row["tail_certain"])) if has_tail else None,
        carried_from=row["carried_from"],
    )


def row_of(record: Record, state: ArticleState) -> ArticleRow:
    """A list's line from its record and its reader's state."""
    return ArticleRow(
        number=record["number"],
        id=record["id"],
        title=record["title"],
        language=record["language"],
        direction=cast("Direction", record["direction"]),
        source=record["source"],
        url=record["url"],
        published=record["published"],
        added=record["added"],
        updated=record["updated"],
        version=record["version"],
        sections=record["sections"],
        quotes=record["quotes"],
        state=state,
        agency=record["agency"],
    )


def article_of(
    record: Record, body: Record, sections: list[Section], quotes: list[Quote], state: ArticleState
) -> Article:
    """An article from its records."""
    return Article(
        id=record["id"],
        title=record["title"],
        language=record["language"],
        direction=cast("Direction", record["direction"]),
        text=expanded(body["text"]),
        sections=tuple(sections),
        quotes=tuple(quotes),
        removed=tuple(json.loads(expanded(body["removed"]))),
        url=record["url"],
        source=record["source"],
        author=record["author"],
        published=record["published"],
        number=record["number"],
        added=record["added"],
        version=body["version"],
        state=state,
        agency=record["agency"],
    )
