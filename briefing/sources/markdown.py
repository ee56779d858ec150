"""Markdown as a source: headings, bold lines, lists and paragraphs; inline marks are taken out.

Only what an article's structure needs of CommonMark: ATX and setext headings, list items, block quotes,
emphasis, links, images, code spans, and a front matter's title, source, author, date, language and URL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.model import Block, Document
from briefing.text.clean import clean, clean_line

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_CLOSING_MARKS = re.compile(r"(?<=\s)#+\s*$")
_SETEXT = re.compile(r"(=+|-+)\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])\s+(\S.*)")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)((?:(?!\1).){1,400})(?<!\s)\1:?")
_TARGET = r"\((?:[^()\n]{0,1000}\([^()\n]{0,200}\))?[^()\n]{0,1000}\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,400}}\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,400}})\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000})(?<=[^\s*])\1(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,2000})(?<=[^\s_])\1(?![\w_])")
_CODE = re.compile(r"(`{1,2})([^`\n]{1,2000})\1")
_ESCAPABLE = "\\`*_{}[]()#+.!<>~|-"
_ESCAPE = re.compile(rf"\\([{re.escape(_ESCAPABLE)}])")
_SET_ASIDE = {mark: chr(0xFDD0 + number) for number, mark in enumerate(_ESCAPABLE)}
"""Noncharacters, which cleaned text never holds, in the place of escaped marks while the others are read."""

_RESTORED = str.maketrans({aside: mark for mark, aside in _SET_ASIDE.items()})
_FIELD = re.compile(r"([A-Za-z_]{1,30}):\s*(.{0,500})")


@dataclass(slots=True)
class _Reading:
    """Blocks read so far and the lines of the paragraph being read."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def close(self) -> None:
        """End the paragraph being read."""
        if self.lines:
            self.add(" ".join(self.lines))
            self.lines.clear()

    def add(self, text: str, kind: str = "paragraph", level: int = 0) -> None:
        """Add a block, unless it is empty without its marks."""
        bold = kind == "paragraph" and _BOLD_LINE.fullmatch(text.strip()) is not None
        plain = clean_line(_without_marks(text))
        if plain and kind == "heading":
            self.blocks.append(Block(plain, "heading", level))
        elif plain and kind == "item":
            self.blocks.append(Block(plain, "item", level))
        elif plain:
            self.blocks.append(Block(plain, bold=bold))


def read_markdown(text: str) -> Document:
    """A structured document; a single first heading of level 1 is its title."""
    lines = clean(text).split("\n")
    fields, start = _front_matter(lines)
    reading = _Reading()
    for line in lines[start:]:
        _read_line(reading, line)
    reading.close()
    title, blocks = _titled(reading.blocks, fields.get("title"))
    return Document(
        blocks=blocks,
        title=title,
        language=fields.get("lang") or fields.get("language"),
        url=fields.get("url"),
        source=fields.get("source"),
        author=fields.get("author"),
        published=fields.get("date"),
        structured=True,
    )


def _read_line(reading: _Reading, raw: str) -> None:
    line = _QUOTE.sub("", raw, count=1)
    if not line.strip() or _FENCE.match(line):
        reading.close()
    elif reading.lines and _SETEXT.match(line):
        reading.add(" ".join(reading.lines), "heading", 1 if line.startswith("=") else 2)
        reading.lines.clear()
    elif _RULE.match(line):
        reading.close()
    elif heading := _HEADING.match(line):
        reading.close()
        reading.add(_CLOSING_MARKS.sub("", heading[2]), "heading", len(heading[1]))
    elif item := _ITEM.match(line):
        reading.close()
        reading.add(item[2], "item", 1 + len(item[1]) // 2)
    elif _BOLD_LINE.fullmatch(line.strip()):
        reading.close()
        reading.add(line)
    else:
        reading.lines.append(line.strip())


def _without_marks(text: str) -> str:
    text = _ESCAPE.sub(lambda escape: _SET_ASIDE[escape[1]], text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for mark in (_CODE, _EMPHASIS, _EMPHASIS, _UNDERLINED):
        text = mark.sub(r"\2", text)
    return text.translate(_RESTORED)


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Fields between two lines of three hyphens at the top, and the number of lines they take."""
    if not lines or lines[0].strip() != "---":
        return {}, 0
    end = next((index for index, line in enumerate(lines[1:60], 1) if line.strip() == "---"), 0)
    found = (_FIELD.match(line) for line in lines[1:end])
    return {m[1].lower(): clean_line(m[2].strip("\"' ")) for m in found if m and m[2].strip()}, end + 1 if end else 0


def _titled(blocks: list[Block], title: str | None) -> tuple[str | None, tuple[Block, ...]]:
    if title is None and blocks and blocks[0].kind == "heading":
        level = blocks[0].level
        if level == 1 or all(block.level > level for block in blocks[1:] if block.kind == "heading"):
            return blocks[0].text, tuple(blocks[1:])
    return title, tuple(blocks)
