"""The reading state as text, to be kept, compared, and taken over elsewhere: one line a fact, sorted.

    # briefing state 1
    3f2a91c0d4e5b6a79810  @url       "https://www.example.org/a"
    3f2a91c0d4e5b6a79810  read       true
    3f2a91c0d4e5b6a79810  read_at    "2026-11-23T09:14:00Z"
    3f2a91c0d4e5b6a79810  tag:talks  "2026-11-23T09:15:00Z"
    3f2a91c0d4e5b6a79810  notes      9c1b44d2e0f7a386  {"text":"…","at":"2026-11-23T09:16:00Z"}

Columns are parted by tabs: the article's content key, a field, its value in JSON; for what an article has several of,
the kind, an id, and all fields in JSON. `@url` says where the article is, so that a library which knows it under
another key finds it. Lines that begin with `#` are remarks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from briefing.errors import DataError
from briefing.store.state.snapshot import dumps
from briefing.text.clean import clean, clean_line

HEAD = "# briefing state 1"

URL = "@url"

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Table -> document id -> field -> value."""

_KEY = re.compile(r"[0-9a-z]{4,64}")
_KIND = re.compile(r"(?!acts?$|session$)[a-z]{3,32}")
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


class Fact(NamedTuple):
    """One line: a field of an article's own document, or, with an id, a whole document of a kind."""

    key: str
    name: str
    id: str
    value: Any


def written(tables: Tables, url_of: Callable[[str], str | None]) -> Iterator[str]:
    """The lines of a state, each with its line break."""
    yield f"{HEAD}\n"
    facts = sorted(_facts(tables))
    for index, (key, name, document, value) in enumerate(facts):
        if (index == 0 or facts[index - 1][0] != key) and (url := url_of(key)):
            yield _line(key, URL, dumps(url).decode())
        yield _line(key, name, *([document] if document else []), value)


def facts_of(lines: Iterable[str], file: str) -> Iterator[Fact]:
    """The facts of a text.

    Raises:
        DataError: a line is none; it is named.
    """
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n").removeprefix("\ufeff")
        if number == 1 and text != HEAD:
            raise DataError(file, "line 1", text[:80], f"must be {HEAD!r}, which briefing export writes")
        if text and not text.startswith("#"):
            yield _fact(text, file, number)


def _facts(tables: Tables) -> Iterator[tuple[str, str, str, str]]:
    """Key, field or kind, id or nothing, and value of each line."""
    for table, documents in tables.items():
        kind = table.rpartition("-")[0]
        for name, document in documents.items():
            if not kind:
                yield from ((name, field, "", dumps(value).decode()) for field, value in document.items())
            elif isinstance(key := document.get("key"), str):
                rest = {field: value for field, value in document.items() if field != "key"}
                yield key, kind, name, dumps(rest).decode()


def _line(*columns: str) -> str:
    return "\t".join(columns) + "\n"


def _fact(text: str, file: str, number: int) -> Fact:
    columns = text.split("\t")
    key, name, *rest = columns if len(columns) in (3, 4) else ("", "")
    whole = len(rest) == 2
    known = _KEY.fullmatch(key) and (not whole or (_KIND.fullmatch(name) and _ID.fullmatch(rest[0])))
    try:
        value = json.loads(rest[-1]) if known else None
    except (ValueError, RecursionError):
        known = None
    if not known or not clean_line(name) or (whole and not isinstance(value, dict)):
        wanted = "must be a key, a field and its value in JSON, parted by tabs"
        raise DataError(file, f"line {number}", clean_line(text)[:80], wanted)
    return Fact(key, clean_line(name), rest[0] if whole else "", _cleaned(value))


def _cleaned(value: Any) -> Any:
    """Text from outside, without what could act on a terminal."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean_line(name): _cleaned(part) for name, part in value.items()}
    return [_cleaned(part) for part in value] if isinstance(value, list) else value
