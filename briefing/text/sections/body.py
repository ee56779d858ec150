"""An article's body: title, paragraphs, headed sections, and what was cut from around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.model import Block, Document, Section, Span
from briefing.text.clean import clean_line, clean_lines
from briefing.text.fold import fold
from briefing.text.sections.furniture import part
from briefing.text.sections.headings import headings
from briefing.text.sections.lines import DIRECTION_MARKS, ends_sentence, is_prose, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAD = "Lead"
"""Label of section 0."""

TITLE_WIDTH = 200
"""Width above which a first line is a paragraph, not a title."""

SENTENCE_TITLE_WIDTH = 120
"""The same for a line that ends a sentence."""

KICKER_WORDS = 3
"""Words up to which a first line may be the name of a section above the title."""

PARAGRAPH_BREAK = "\n\n"
"""What parts paragraphs in an article's text."""


_OUTER = f"{DIRECTION_MARKS} "


class Body(NamedTuple):
    """A document divided: offsets count code points of `text`, which holds neither title nor headings.

    Sections carry neither labels nor topics yet, but for the lead's "Lead".
    """

    title: str
    text: str
    sections: tuple[Section, ...]
    removed: tuple[str, ...] = ()
    source: str | None = None
    author: str | None = None
    published: str | None = None


class _Part(NamedTuple):
    heading: str | None
    paragraphs: tuple[str, ...]


def divide(document: Document, language: str) -> Body:
    """Divide a document into title, lead and headed sections, and cut page furniture.

    `language` is the text's BCP 47 primary subtag. Section 0 is the lead and always there, if empty.
    What the source itself says of source, author and date goes before what its furniture says.
    """
    del language  # the rules hold for every language so far; the parameter is the contract of the text core
    blocks = _lines(document.blocks)
    given = clean_line(document.title or "")
    parted = part(_without_title(blocks, given), titled=bool(given))
    title, below, above = (given, parted.blocks, ()) if given else _titled(parted.blocks)
    rest = _without_title(below, title)
    heads = headings(rest, structured=document.structured)
    empty = tuple(block.text for index, block in enumerate(rest) if block.kind == "heading" and index not in heads)
    parts = _parts(rest, heads)
    text, sections = _laid_out(parts)
    return Body(
        title=title,
        text=text,
        sections=sections,
        removed=(*_removed_before(document), *_in_order(blocks, (*above, *parted.removed, *empty))),
        source=document.source or parted.source,
        author=document.author or parted.author,
        published=document.published,
    )


def _lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks on one clean line each, without empty ones."""
    cleaned = clean_lines(block.text for block in blocks)
    bare = ((block, text.strip(_OUTER)) for block, text in zip(blocks, cleaned, strict=True))
    return [block if text == block.text else replace(block, text=text) for block, text in bare if text]


def _without_title(blocks: Sequence[Block], title: str) -> Sequence[Block]:
    """The blocks without those that repeat the title as a heading or above the first paragraph."""
    if not title:
        return blocks
    same = fold(title)
    first = next((index for index, block in enumerate(blocks) if is_prose(block.text)), 0)
    return [
        block
        for index, block in enumerate(blocks)
        if not ((index < first or block.kind == "heading") and fold(block.text) == same)
    ]


def _titled(blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    """Title, the blocks below it, and the lines above it; a text without title is named by its first words."""
    if not blocks:
        return "", (), ()
    if blocks[0].kind == "heading" and blocks[0].level > 1:
        return _opening_words(next((b.text for b in blocks if b.kind != "heading"), blocks[0].text)), tuple(blocks), ()
    at = 1 if _is_kicker(blocks) else 0
    if len(blocks) > at + 1 and _reads_as_title(blocks[at].text):
        return blocks[at].text, tuple(blocks[at + 1 :]), tuple(block.text for block in blocks[:at])
    return _opening_words(blocks[0].text), tuple(blocks), ()


def _reads_as_title(text: str) -> bool:
    return width(text) <= (SENTENCE_TITLE_WIDTH if ends_sentence(text) else TITLE_WIDTH)


def _is_kicker(blocks: Sequence[Block]) -> bool:
    """Whether the first line is a section's name above the title: a few words, then a longer line, then prose."""
    if len(blocks) <= KICKER_WORDS or blocks[0].kind != "paragraph":
        return False
    first, second, third = (block.text for block in blocks[:3])
    return (
        len(first.split()) < KICKER_WORDS
        and not ends_sentence(first)
        and len(second.split()) > KICKER_WORDS
        and not ends_sentence(second)
        and _reads_as_title(second)
        and is_prose(third)
    )


def _opening_words(text: str, limit: int = 80) -> str:
    """The first words of a text, with an ellipsis where it goes on."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0] + "…"


def _parts(blocks: Sequence[Block], heads: frozenset[int]) -> list[_Part]:
    parts: list[_Part] = []
    heading: str | None = None
    paragraphs: list[str] = []
    for index, block in enumerate(blocks):
        if index in heads:
            parts.append(_Part(heading, tuple(paragraphs)))
            heading, paragraphs = block.text, []
        elif block.kind != "heading":
            paragraphs.append(block.text)
    parts.append(_Part(heading, tuple(paragraphs)))
    return parts


def _laid_out(parts: Iterable[_Part]) -> tuple[str, tuple[Section, ...]]:
    """The joined text, and the sections with their offsets into it."""
    sections: list[Section] = []
    pieces: list[str] = []
    at = 0
    for index, piece in enumerate(parts):
        spans: list[Span] = []
        for paragraph in piece.paragraphs:
            spans.append(Span(at, at + len(paragraph)))
            pieces.append(paragraph)
            at += len(paragraph) + len(PARAGRAPH_BREAK)
        sections.append(_section(index, piece.heading, tuple(spans), at))
    text = PARAGRAPH_BREAK.join(pieces)
    return text, tuple(_inside(section, len(text)) for section in sections)


def _section(index: int, heading: str | None, spans: tuple[Span, ...], at: int) -> Section:
    """A section; one without paragraphs is empty where the next paragraph begins."""
    start, end = (spans[0].start, spans[-1].end) if spans else (at, at)
    return Section(index, heading, LEAD if index == 0 else None, (), start, end, spans)


def _inside(section: Section, end: int) -> Section:
    return section if section.end <= end else replace(section, start=end, end=end)


def _removed_before(document: Document) -> tuple[str, ...]:
    """What the source's reader has cut, each on one clean line."""
    return tuple(line for text in document.removed if (line := clean_line(text).strip(_OUTER)))


def _in_order(blocks: Sequence[Block], removed: Sequence[str]) -> tuple[str, ...]:
    """Removed lines in the order they stood in."""
    if not removed:
        return ()
    left = Counter(removed)
    found: list[str] = []
    for block in blocks:
        if left[block.text] > 0:
            left[block.text] -= 1
            found.append(block.text)
    return tuple(found)
