"""Which blocks are headings: by the source's marks where it has any, else by the shape of the lines.

In plain text a heading is a short line without an end mark, standing alone above a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.text.sections.crowds import can_head, crowded
from briefing.text.sections.lines import CLOSING, END_MARKS, ends_sentence, is_prose, is_within, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Block

HEADING_WIDTH = 110
"""Width above which a line is no heading."""

QUESTION_WIDTH = 80
"""The same for a question, which is as often a speaker's."""

ENOUGH_MARKED = 2
"""Marked headings from which a source is trusted to mark all of them."""

_QUESTION = frozenset("?؟？")
_NOT_LAST = END_MARKS + ",;:،؛、：；，-–—/"
_OPENING = "\"'“‘«„「『([*_•#· \xa0\u200e\u200f\u202f-–—"
_NUMBER = re.compile(r"[(\[]?\d{1,3}[.):\-–]\)?\s+|[IVX]{1,4}[.)]\s+|[*•●▪■–—-]{1,3}\s+")
_INNER_END = re.compile(r"[.!?…؟。۔]['\"”’»)]*\s+['\"“‘«(]*\S")
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.\s")
_FOREIGN = re.compile(r"https?://|www\.|\S@\S|[<>{}]")
_DATED = re.compile(
    r"\d{1,2}:\d{2}\b|\d{1,2}\.\d{2} (?:uhr|Uhr)$|^\d{1,2}\. \w{3,10} (?:19|20)\d\d\b|"
    r"\d, (?:19|20)\d\d$|^\d{1,2} \w{3,12} (?:19|20)\d\d\b"
)
"""A time of day, a date at the end or one at the beginning: the line of a date."""

_ANSWER = re.compile(r"['\"“‘«„–—-]")
_ASKED = re.compile(r"[^\s:]{1,30}(?: [^\s:]{1,30}){0,2} ?:")
_ABRUPT = re.compile(r"\.{2,}|…")
_LETTER = re.compile(r"[^\W\d_]")


def headings(blocks: Sequence[Block], *, structured: bool) -> frozenset[int]:
    """Indices of the blocks that are headings; the title must not be among the blocks."""
    if not structured:
        shaped = _by_shape(blocks)
        return frozenset(can_head(blocks, shaped) if shaped and crowded(blocks) else shaped)
    marked = {index for index, block in enumerate(blocks) if block.kind == "heading"}
    if len(marked) < ENOUGH_MARKED:
        marked |= set(_bold(blocks))
    if not marked:
        loose = (index for index in _by_shape(blocks) if blocks[index].loose)
        marked = {index for index in loose if _stands_between_prose(blocks, index)}
    return frozenset(_with_content(blocks, marked))


def could_head(text: str) -> bool:
    """Whether a line has the shape of a heading, whatever stands around it."""
    if len(text) > HEADING_WIDTH:
        return False
    # First what most short sentences fail for, with the least work.
    last = text.rstrip(CLOSING)[-1:]
    question = last in _QUESTION
    if last in _NOT_LAST and not question:
        return False
    bare = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    if not _LETTER.search(bare) or not is_within(text, QUESTION_WIDTH if question else HEADING_WIDTH):
        return False
    if _FOREIGN.search(bare) or _DATED.search(bare) or (bare is text and _starts_lower(bare)):
        return False
    return not _holds_sentences(bare) and _balanced(bare)


def _starts_lower(text: str) -> bool:
    return text.lstrip(_OPENING)[:1].islower()


def _holds_sentences(text: str) -> bool:
    """Whether a sentence ends inside the line; the point of an abbreviation and dots for a pause end none."""
    return _INNER_END.search(_ABRUPT.sub("", _ABBREVIATED.sub("", text))) is not None


def _balanced(text: str) -> bool:
    """Whether no quotation opens that does not close: such a line is a piece of speech."""
    if text.count("«") > text.count("»"):
        return False
    if "„" in text:
        return text.count("„") <= text.count("“") + text.count("”")
    return text.count("“") <= text.count("”")


def _by_shape(blocks: Sequence[Block]) -> list[int]:
    shaped = [block.kind == "paragraph" and could_head(block.text) for block in blocks]
    alone = [
        index
        for index in range(1, len(blocks) - 1)
        if shaped[index] and not shaped[index + 1] and not _closes_run(shaped, index)
    ]
    if not alone:
        return []
    askers, repeated = _askers(blocks), _repeated(blocks)
    return [
        index
        for index in alone
        if (text := blocks[index].text) not in repeated
        and _asker(text) not in askers
        and _leads(text, blocks[index + 1].text)
    ]


def _repeated(blocks: Sequence[Block]) -> frozenset[str]:
    """Short lines that stand more than once above prose."""
    above = (
        block.text for block, after in pairwise(blocks) if len(block.text) <= HEADING_WIDTH and is_prose(after.text)
    )
    return frozenset(line for line, times in Counter(above).items() if times > 1)


def _stands_between_prose(blocks: Sequence[Block], index: int) -> bool:
    """Whether both neighbours are prose; other unmarked short lines of a page mostly are captions and credits."""
    return is_prose(blocks[index - 1].text) and is_prose(blocks[index + 1].text)


def _askers(blocks: Sequence[Block]) -> frozenset[str]:
    """Who asks in an interview: the labels that stand before more than one question."""
    labels = Counter(
        label for block in blocks if is_within(block.text, QUESTION_WIDTH) and (label := _asker(block.text))
    )
    return frozenset(label for label, count in labels.items() if count > 1)


def _asker(line: str) -> str | None:
    """The few words and a colon before a question."""
    label = _ASKED.match(line)
    return label[0] if label and _is_question(line) else None


def _is_question(line: str) -> bool:
    return line.rstrip(CLOSING)[-1:] in _QUESTION


def _closes_run(shaped: Sequence[bool], index: int) -> bool:
    """Whether short lines stand above: a list, or a stand-first; a single one may be the heading of a part."""
    return shaped[index - 1] and (index == 1 or shaped[index - 2])


def _leads(heading: str, after: str) -> bool:
    """Whether the block below reads like the heading's paragraph, and not like the answer to its question."""
    if _is_question(heading) and _ANSWER.match(after):
        return False
    return ends_sentence(after) or width(after) > 2 * width(heading) or is_prose(after)


def _bold(blocks: Sequence[Block]) -> list[int]:
    """Paragraphs wholly in bold that have the shape of a heading and a longer block below; the first is a byline."""
    return [
        index
        for index, block in enumerate(blocks[:-1])
        if index
        and block.bold
        and block.kind == "paragraph"
        and could_head(block.text)
        and not blocks[index + 1].bold
        and width(blocks[index + 1].text) > width(block.text)
    ]


def _with_content(blocks: Sequence[Block], marked: set[int]) -> set[int]:
    """Headings with a paragraph below, and those above another heading of their level or a deeper one that is kept."""
    kept: set[int] = set()
    for index in sorted(marked, reverse=True):
        after = index + 1
        if after == len(blocks) or (after in marked and after not in kept):
            continue
        if after not in marked or blocks[index].level <= blocks[after].level:
            kept.add(index)
    return kept
