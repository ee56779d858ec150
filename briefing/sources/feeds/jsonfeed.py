"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import html
import json
from typing import Any

from briefing.sources.feeds.fields import date_of, web_address
from briefing.sources.feeds.parsed import ENTRY_LIMIT, Entry, ParsedFeed
from briefing.text.clean import clean_line
from briefing.text.identity import body_key


def read_json_feed(text: str, url: str | None = None, language: str | None = None) -> ParsedFeed | None:
    """The feed of a JSON text; None for one that is no feed.

    `url` is where it was found, `language` what was said of it there.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not (
        "jsonfeed.org" in str(feed.get("version")) or isinstance(feed.get("items"), list)
    ):
        return None
    items = feed.get("items")
    language = _line(feed, "language") or language
    return ParsedFeed(
        format="json",
        title=_line(feed, "title") or "",
        site=_address(feed, url, "home_page_url"),
        language=language,
        entries=tuple(
            _entry(item, url, language)
            for item in (items if isinstance(items, list) else [])[:ENTRY_LIMIT]
            if isinstance(item, dict)
        ),
    )


def _entry(item: dict[str, Any], base: str | None, language: str | None) -> Entry:
    link = _address(item, base, "url", "external_url")
    title = _line(item, "title") or ""
    plain = _text(item, "content_text")
    content = _text(item, "content_html") or "".join(
        f"<p>{html.escape(part)}</p>" for part in plain.split("\n\n") if part
    )
    return Entry(
        key=(_line(item, "id") or link or body_key(title, content))[:1000],
        url=link,
        title=title,
        author=_author(item),
        language=_line(item, "language") or language,
        published=date_of(_text(item, "date_published")),
        updated=date_of(_text(item, "date_modified")),
        content=content,
        summary=html.escape(_text(item, "summary"), quote=False),
    )


def _author(item: dict[str, Any]) -> str | None:
    """The first author, of version 1.1 or of 1.0."""
    authors = item.get("authors")
    for author in (*(authors if isinstance(authors, list) else ()), item.get("author")):
        if isinstance(author, dict) and (name := _line(author, "name")):
            return name
    return None


def _text(holder: dict[str, Any], name: str) -> str:
    """A value as text; numbers are ids of careless writers."""
    value = holder.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _line(holder: dict[str, Any], name: str) -> str | None:
    return clean_line(_text(holder, name)) or None


def _address(holder: dict[str, Any], base: str | None, *names: str) -> str | None:
    return next(filter(None, (web_address(_text(holder, name), base) for name in names)), None)
