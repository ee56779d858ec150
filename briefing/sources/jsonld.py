"""What a page says about its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

JSON_LIMIT = 2_000_000
"""Code points above which a JSON-LD script is not read."""

SCRIPTS = 50
"""Scripts of a page that are read."""

_ARTICLE_TYPE = re.compile(r"\w{0,40}Article|BlogPosting|LiveBlogPosting|Report|\w{0,40}NewsMediaPosting")


def article_data(root: _Element) -> dict[str, Any]:
    """The first JSON-LD object that is an article and has a headline; empty when there is none."""
    objects = (found for script in _scripts(root) for found in _objects(_parsed(script)))
    return next((found for found in objects if _is_article(found) and found.get("headline")), {})


def _scripts(root: _Element) -> Iterator[str]:
    taken = 0
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json") and taken < SCRIPTS:
            taken += 1
            yield script.text or ""


def _parsed(script: str) -> object:
    if len(script) > JSON_LIMIT:
        return None
    try:
        return json.loads(script.strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value, outer ones first."""
    level: list[object] = [value]
    while level:
        below: list[object] = []
        for entry in level:
            if isinstance(entry, dict):
                yield entry
                below.extend(entry.values())
            elif isinstance(entry, list):
                below.extend(entry)
        level = below


def _is_article(entry: dict[str, Any]) -> bool:
    kinds: Iterable[object] = entry["@type"] if isinstance(entry.get("@type"), list) else (entry.get("@type"),)
    return any(isinstance(kind, str) and _ARTICLE_TYPE.fullmatch(kind) for kind in kinds)
