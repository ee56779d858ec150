"""What a page says about its article: JSON-LD (schema.org), OpenGraph, meta tags, in this order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from briefing.sources.elements import text_of
from briefing.sources.jsonld import article_data
from briefing.sources.published import published
from briefing.text.clean import clean_line
from briefing.text.fold import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_HEADS = 2
"""So many h1 a page has at most where they are its title; where there are more they head its parts."""

_BAR = re.compile(" (?:[|–—»«·•-]|::) ")
_TAGS = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own words on its article; `published` is RFC 3339 in UTC."""

    title: str | None
    author: str | None
    published: str | None
    source: str | None
    language: str | None
    url: str | None
    text: str | None = None
    """The article's text where the page states it outside its body; it may hold tags."""
    titles: tuple[str, ...] = ()
    """What may stand on the page as its title."""


def read_metadata(root: _Element) -> Metadata:
    """Metadata of a page's tree; what the page does not say is None."""
    article = article_data(root)
    metas = _metas(root)
    source = _line(metas.get("og:site_name")) or _names(article.get("publisher"))
    heads = _heads(root)
    title = _line(article.get("headline")) or _line(metas.get("og:title")) or _own_title(root, heads)
    return Metadata(
        title=_without_site(title, source, heads) if title else None,
        author=_author(article) or _name(metas.get("author")) or _name(metas.get("article:author")),
        published=published(root, article, metas),
        source=source,
        language=_line(root.get("lang")) or _line(article.get("inLanguage")) or _line(metas.get("og:locale")),
        url=_line(_canonical(root)) or _line(metas.get("og:url")),
        text=_text(article.get("articleBody")),
        titles=tuple(
            dict.fromkeys(
                line
                for value in (
                    title,
                    article.get("headline"),
                    metas.get("og:title"),
                    _page_title(root),
                    *(heads if len(heads) <= MOST_HEADS else ()),
                )
                if (line := _line(value))
            )
        ),
    )


def _line(value: object) -> str | None:
    """A string on one clean line without tags; None for an empty one or something else."""
    if isinstance(value, list):
        value = value[0] if value else None
    # Several systems escape twice.
    return (clean_line(_TAGS.sub("", unescape(value))) or None) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """A person's name; a profile's address is none."""
    line = _line(value)
    return None if line is None or "://" in line else line


def _names(value: object) -> str | None:
    """The names of one or several JSON-LD persons or organisations."""
    entries = value if isinstance(value, list) else [value]
    names = (_name(entry.get("name")) if isinstance(entry, dict) else _name(entry) for entry in entries)
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _author(article: dict[str, Any]) -> str | None:
    return _names(article.get("author")) or _names(article.get("creator"))


def _metas(root: _Element) -> dict[str, str]:
    """Meta tags by their lower-case name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _canonical(root: _Element) -> str | None:
    links = (link for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next((link.get("href") for link in links if (link.get("href") or "").startswith("http")), None)


def _heads(root: _Element) -> list[str]:
    return [line for h1 in root.iter("h1") if (line := _line(text_of(h1)))]


def _text(value: object) -> str | None:
    return unescape(value) if isinstance(value, str) else None


def _page_title(root: _Element) -> str | None:
    return next((_line(text_of(element)) for element in root.iter("title")), None)


def _own_title(root: _Element, heads: list[str]) -> str | None:
    """The page's one h1, else its <title>."""
    if len(heads) == 1:
        return heads[0]
    return next((_line(text_of(element)) for element in root.iter("title")), None) or next(iter(heads), None)


def _without_site(title: str, source: str | None, heads: list[str]) -> str:
    """A title without the site's name behind it: what follows the last bar or dash, where the page shows it is that."""
    bars = list(_BAR.finditer(title))
    if not bars:
        return title
    front, behind = title[: bars[-1].start()], title[bars[-1].end() :]
    named = source is not None and (fold(behind) in fold(source) or fold(source) in fold(behind))
    return front if named or any(fold(head) == fold(front) for head in heads) else title
