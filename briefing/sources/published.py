"""When an article was published, as its page says: in data, meta tags, time elements, lines named after a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.sources.dates import find_date
from briefing.sources.elements import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_METAS = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
    "og:article:published_time",
    "publication_date",
    "article.published",
)
_DATE_NAME = re.compile(
    r"(?:^|[\s_-])(?:date\w{0,12}|publish(?:ed)?|pubdate|posted|postdate|time|timestamp|created|meta)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LINE_LIMIT = 160
_LINES = 40


def published(root: _Element, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    """The moment of publication, RFC 3339 in UTC; None when the page names none.

    `article` is the page's JSON-LD object, `metas` its meta tags by lower-case name.
    """
    return next((found for value in _said(root, article, metas) if (found := timestamp(value))), None)


def timestamp(value: object) -> str | None:
    """A date as RFC 3339 in UTC; None for anything else. Without a zone it is taken as UTC."""
    return find_date(value) if isinstance(value, str) else None


def _said(root: _Element, article: dict[str, Any], metas: dict[str, str]) -> Iterator[object]:
    """What the page says, the best places first."""
    yield article.get("datePublished")
    yield from (metas.get(name) for name in _METAS)
    yield article.get("dateCreated")
    for time in root.iter("time"):
        yield time.get("datetime") or text_of(time)
    yield from _lines(root)


def _lines(root: _Element) -> Iterator[str]:
    """Short lines of elements that are named after a date."""
    left = _LINES
    for element in root.iter("span", "div", "p", "li", "td", "abbr", "small", "em", "i", "b"):
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:200]
        if not left:
            return
        if _DATE_NAME.search(name) and len(text := text_of(element)) <= _LINE_LIMIT:
            left -= 1
            yield element.get("content") or element.get("datetime") or text
