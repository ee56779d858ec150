"""Articles annotated by hand: `x.txt` beside `x.json` with offsets, or beside `x.expected.json` with the words only.

In the first form line 1 of the text is the title and offsets count its code points; in the second the title stands
in the annotation and a quotation is found by its words, in reading order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.model import Section, Span


@dataclass(frozen=True)
class GoldQuote:
    """A quotation: code points of the article's text between the marks, and who is said to speak."""

    start: int
    end: int
    kind: str
    """"direct", "partial" or "not-a-quote"."""
    speaker: str | None
    accepted: tuple[str, ...]
    """Other forms of the speaker's name."""
    described: str
    """The article's words for a speaker without a name."""
    uncertain: bool


@dataclass(frozen=True)
class GoldArticle:
    """One annotated article; `headings` is None where they were not annotated."""

    name: str
    language: str
    text: str
    title: str | None
    """The title where it stands outside the text, None where it is the text's first line."""
    quotes: tuple[GoldQuote, ...]
    headings: tuple[str, ...] | None


def articles(folder: Path) -> Iterator[GoldArticle]:
    """The annotated articles of a folder and those below it, by name."""
    for path in sorted(folder.rglob("*.json")):
        if path.name.endswith(".expected.json"):
            yield _by_words(path)
        else:
            table = json.loads(path.read_text(encoding="utf-8"))
            if {"file", "lang"} <= table.keys():
                yield _by_offsets(path, table)


def _by_offsets(path: Path, table: dict[str, Any]) -> GoldArticle:
    text = (path.parent / table["file"]).read_text(encoding="utf-8")
    quotes = tuple(_quote(entry, entry["start"], entry["end"]) for entry in table.get("quotes", ()))
    headings = tuple(_heading(entry, text) for entry in table["headings"]) if "headings" in table else None
    return GoldArticle(path.stem, table["lang"], text, None, quotes, headings)


def _heading(entry: str | list[int], text: str) -> str:
    return entry if isinstance(entry, str) else text[entry[0] : entry[1]]


def _by_words(path: Path) -> GoldArticle:
    name = path.name.removesuffix(".expected.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    quotes, at = [], 0
    for entry in table.get("quotes", ()):
        start = text.find(entry["text"], at)
        if start < 0:
            raise ValueError(f"{path.name}: {entry['text']!r} is not in the text where it is due")
        quotes.append(_quote(entry, start, start + len(entry["text"])))
        at = start + 1
    return GoldArticle(name, name.rsplit(".", 1)[-1], text, table["title"], tuple(quotes), None)


def one_section(text: str) -> tuple[Section, ...]:
    """The text as a lead whose paragraphs are parted by blank lines."""
    spans, at = [], 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return (Section(0, None, "Lead", (), 0, len(text), tuple(spans)),)


def _quote(entry: dict[str, Any], start: int, end: int) -> GoldQuote:
    kind = "partial" if entry["kind"] == "mixed" else entry["kind"]
    accepted = tuple(entry.get("speaker_aliases", ()))
    described = entry.get("speaker_desc") or ""
    return GoldQuote(start, end, kind, entry.get("speaker"), accepted, described, bool(entry.get("uncertain")))
