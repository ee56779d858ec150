"""What an article is: values that never change, shared by every layer. The smallest are named tuples, made faster.

All offsets are code points into `Article.text`, the end exclusive. `Article.text` holds the body's
paragraphs parted by one blank line; the title and the section headings stand outside it.
Timestamps are RFC 3339 strings in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Direction = Literal["ltr", "rtl"]
"""Base direction of a text (UAX#9 paragraph level 0 or 1)."""

QuoteKind = Literal["direct", "partial", "indirect"]
"""A whole utterance in marks, a phrase in marks inside the reporter's sentence, or speech without marks."""

Evidence = Literal["named", "carried", "none", "corrected"]
"""The speaker is named beside the quote, carried from an earlier sentence, unknown, or set by the analyst."""

BlockKind = Literal["heading", "paragraph", "item"]
"""What the source says a block is; plain text has only paragraphs."""


PERSONAL = 1_000_000_000
"""Where the numbers of a reader's own articles begin beside a shared library: 1000000012 is written `p12`."""


class PersonalNumber(int):
    """The number of a reader's own article beside a shared library: an integer above `PERSONAL`, written `p12`."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"p{self - PERSONAL}"

    def __format__(self, specification: str) -> str:
        return format(str(self), specification)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item as a source delivers it, before any rule has looked at it."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    """1 to 6 for a heading, the nesting depth for an item, else 0."""
    bold: bool = False
    """The source sets the whole block in bold."""
    loose: bool = False
    """Only line breaks part the block from its neighbours, as in text that was pasted into a page."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source's content before analysis; None where the source does not say."""

    blocks: tuple[Block, ...]
    title: str | None = None
    language: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    """RFC 3339 in UTC."""
    structured: bool = False
    """True when the source marks its headings (HTML, Markdown); False for plain text."""
    removed: tuple[str, ...] = ()
    """Lines that the source's reader has cut, in reading order."""


class Span(NamedTuple):
    """A stretch of `Article.text`: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of an article; index 0 is the lead, whose heading is None and whose label is "Lead"."""

    index: int
    heading: str | None
    label: str | None
    topics: tuple[str, ...]
    start: int
    end: int
    paragraphs: tuple[Span, ...]
    specific: str | None = None
    """The label with all the heading says, for a ledger: "COVID-19 vaccine" for "Vaccine"."""
    body_topics: tuple[str, ...] = ()
    """Topics the paragraphs name, apart from the heading's."""

    @property
    def named(self) -> str | None:
        """What a ledger calls the section: its specific label, its label, or its heading as it stands."""
        return self.specific or self.label or self.heading


class Tail(NamedTuple):
    """Words after a quote's closing mark that are still the speaker's; `certain` only by first-person marks."""

    start: int
    end: int
    certain: bool


class Quote(NamedTuple):
    """What somebody said. The marks stand outside `start`..`end`, and `text[start:end] == text`."""

    id: str
    number: int
    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None
    """The fullest name the article gives."""
    evidence: Evidence
    section: int
    closed: bool
    rule: str
    """Name of the rule that attributed the quote."""
    confidence: float
    """0 to 1."""
    person: str | None = None
    mention: str | None = None
    """The speaker as written: beside the quote, or in the earlier sentence the name was carried from."""
    mention_start: int | None = None
    mention_end: int | None = None
    cue: str | None = None
    """The reporting verb or frame in its dictionary form."""
    tail: Tail | None = None
    carried_from: int | None = None
    """Number of the quote the speaker was carried from."""


class Note(NamedTuple):
    """A remark of the analyst."""

    text: str
    at: str


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What one reader did with one article."""

    read: bool = False
    read_at: str | None = None
    starred: bool = False
    starred_at: str | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article after analysis; `number`, `added` and `state` are None while it is not stored."""

    id: str
    """Content key: a hash of the canonical URL, else of the body; stable over re-import."""
    title: str
    language: str
    direction: Direction
    text: str
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    removed: tuple[str, ...] = ()
    url: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    number: int | None = None
    added: str | None = None
    version: int = 1
    state: ArticleState | None = None
    agency: str | None = None
    """Short English name of the agency or paper that `source` is, such as ISNA."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of a list: what a stored article is without its text."""

    number: int
    id: str
    title: str
    language: str
    direction: Direction
    source: str | None
    url: str | None
    published: str | None
    added: str
    updated: str
    """When its present version came in."""
    version: int
    sections: int
    """Headed sections, the lead not counted."""
    quotes: int
    """Direct and partial quotes."""
    state: ArticleState = field(default_factory=ArticleState)
    agency: str | None = None
    """Short English name of the agency or paper that `source` is, such as ISNA."""


@dataclass(frozen=True, slots=True)
class LedgerQuote:
    """A quote with what a reader of the ledger needs to know about its article."""

    quote: Quote
    article: ArticleRow
    label: str | None
    """Specific English label of the quote's section, else its heading."""


class VersionNote(NamedTuple):
    """One version of a stored article: its title, and when it came in."""

    version: int
    title: str
    at: str


@dataclass(frozen=True, slots=True)
class Act:
    """One change of the reading state that can be undone."""

    number: int
    at: str
    command: str
    """What was done: `star`, `tag kashmir`."""
    count: int
    """Documents that it changed: articles, notes."""
    articles: tuple[int, ...]
    """Numbers of the first few articles it was about."""
    undone_at: str | None = None
