"""The public JSON contract: `briefing.article/1`, `briefing.row/1`, `briefing.quote/1` and others.

Offsets are code points into `text`, the end exclusive. `contract.schema.json` beside this module is the
JSON Schema (draft 2020-12) of all of them; a field is only ever added, else the schema's number rises.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from briefing.model import Act, Article, ArticleRow, ArticleState, LedgerQuote, Quote, Section

if TYPE_CHECKING:
    from briefing.config import Assignment
    from briefing.query.results import Hit, SpeakerCount, Statistics, TopicCount

_ACTIVE = "[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""What `json` leaves as it is: DEL and C1, line separators, bidi controls, surrogates."""

Kind = Literal["article", "row", "quote", "hit", "topic", "speaker", "stats", "act", "feed", "sync", "setting"]


def article_json(article: Article) -> dict[str, Any]:
    """An article as `briefing.article/1`."""
    return {
        "schema": "briefing.article/1",
        "id": article.id,
        "number": article.number,
        "title": article.title,
        "language": article.language,
        "direction": article.direction,
        "url": article.url,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "added": article.added,
        "text": article.text,
        "sections": [_section(section) for section in article.sections],
        "quotes": [quote_fields(quote) for quote in article.quotes],
        "removed": list(article.removed),
        "version": article.version,
        "state": _state(article.state) if article.state else None,
    }


def row_json(row: ArticleRow) -> dict[str, Any]:
    """A list's line as `briefing.row/1`."""
    fields = _without(asdict(row), "agency")
    return {"schema": "briefing.row/1", **fields, "state": _state(row.state)}


def ledger_json(entry: LedgerQuote) -> dict[str, Any]:
    """A quote of the ledger as `briefing.quote/1`."""
    row = entry.article
    return {
        "schema": "briefing.quote/1",
        "article": row.number,
        "title": row.title,
        "source": row.source,
        "published": row.published,
        "added": row.added,
        "url": row.url,
        "language": row.language,
        "version": row.version,
        "label": entry.label,
        **quote_fields(entry.quote),
    }


def act_json(act: Act) -> dict[str, Any]:
    """A line of the history as `briefing.act/1`."""
    return {"schema": "briefing.act/1", **asdict(act)}


def hit_json(hit: Hit) -> dict[str, Any]:
    """An article that was found as `briefing.hit/1`: a list's line and the excerpt of its text."""
    excerpt = asdict(hit.excerpt) if hit.excerpt else None
    if excerpt is not None:
        excerpt["matches"] = [span._asdict() for span in excerpt["matches"]]
    return {**row_json(hit.article), "schema": "briefing.hit/1", "excerpt": excerpt}


def count_json(count: TopicCount | SpeakerCount) -> dict[str, Any]:
    """A count as `briefing.topic/1` or `briefing.speaker/1`."""
    from briefing.query.results import TopicCount

    name = "topic" if isinstance(count, TopicCount) else "speaker"
    return {"schema": f"briefing.{name}/1", **asdict(count)}


def statistics_json(found: Statistics) -> dict[str, Any]:
    """Sums as `briefing.stats/1`."""
    fields = {**asdict(found), "languages": dict(found.languages), "sources": dict(found.sources)}
    return {"schema": "briefing.stats/1", **fields}


def setting_json(assignment: Assignment) -> dict[str, Any]:
    """A setting as `briefing.setting/1`; a path is its text."""
    value = assignment.value
    plain = value if isinstance(value, (bool, str)) or value is None else str(value)
    return {"schema": "briefing.setting/1", **assignment._asdict(), "value": plain}


def quote_fields(quote: Quote) -> dict[str, Any]:
    """A quote as it stands in an article's `quotes`."""
    return {**quote._asdict(), "tail": quote.tail._asdict() if quote.tail else None}


def schema_text(kind: Kind) -> str:
    """The JSON Schema of one of the kinds."""
    from importlib.resources import files

    whole = json.loads(files("briefing.render").joinpath("contract.schema.json").read_text(encoding="utf-8"))
    return dumps({"$schema": whole["$schema"], "$ref": f"#/$defs/{kind}", "$defs": whole["$defs"]}, indent=2)


def dumps(value: object, indent: int | None = None) -> str:
    """JSON text, on one line unless indented: letters as they are, what could act on a terminal escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(_ACTIVE, lambda match: f"\\u{ord(match[0]):04x}", text)


def _section(section: Section) -> dict[str, Any]:
    fields = _without(asdict(section), "specific", "body_topics")
    return {**fields, "paragraphs": [span._asdict() for span in section.paragraphs]}


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    """The fields without those that are the program's own and no part of the contract."""
    return {name: value for name, value in fields.items() if name not in names}


def _state(state: ArticleState) -> dict[str, Any]:
    return {**asdict(state), "notes": [note._asdict() for note in state.notes]}
