"""Page furniture: the lines around an article that are no part of it.

What is furniture stands in `data/furniture.toml`. After the last long paragraph the first line that
ends an article (end mark, comment form, share bar …) takes everything below it along.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, get_args

from briefing.errors import DataError
from briefing.text.data import read_toml
from briefing.text.fold import fold, fold_aligned, without_dropped
from briefing.text.sections.lines import ends_sentence, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model import Block

Kind = Literal[
    "section_name",
    "end_mark",
    "comments",
    "navigation",
    "share",
    "related",
    "link",
    "tags",
    "stamp",
    "caption",
    "source",
    "byline",
    "mark",
]
"""What a furniture line is; "mark" is a line without a letter or digit."""

LINE_LIMIT = 240
"""Code points above which a line is never furniture."""

NAME_LIMIT = 80
"""Code points above which what follows "Source:" or "By" is no name."""

_FILE = "furniture.toml"
_FINAL: frozenset[Kind] = frozenset(("comments", "end_mark"))
_FORMS = ("whole", "start", "label", "pattern")
_EDGES = " \xa0\t.,:;!،؛…*•·●▪■|>›»<‹«\"'“”()[]{}-–—_=~+↑▲→←⟩ـ"
_COLON = re.compile("[:：]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


class Hit(NamedTuple):
    """What a line was recognised as; `rest` is what follows its label, as written."""

    kind: Kind
    ends: bool
    rest: str = ""


class Parted(NamedTuple):
    """Blocks without furniture, and what the furniture says: removed lines in their order, source, author."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...]
    source: str | None
    author: str | None


class _Rules(NamedTuple):
    ends: dict[Kind, bool]
    whole: dict[str, Kind]
    label: dict[str, Kind]
    start: dict[str, Kind]
    openings: dict[str, tuple[str, ...]]
    """Folded openings by their first two characters."""
    pattern: re.Pattern[str]
    """All patterns as one; the group that matched is named after the kind."""


def recognise(line: str) -> Hit | None:
    """The kind of furniture a line is, or None for a line of the article."""
    return _recognised((line,))[0]


def _recognised(lines: Sequence[str]) -> list[Hit | None]:
    """What each of some lines is."""
    folded = iter(_folded([line for line in lines if len(line) <= LINE_LIMIT]))
    return [_hit(line, next(folded).strip(_EDGES)) if len(line) <= LINE_LIMIT else None for line in lines]


def _folded(lines: Sequence[str]) -> list[str]:
    """Lines as they are compared; those beyond ASCII are folded in one go, since folding a text costs much at once."""
    beyond = [line for line in lines if not line.isascii()]
    folded = iter(without_dropped(fold_aligned("\n".join(beyond))).split("\n"))
    return [line.lower() if line.isascii() else next(folded) for line in lines]


def _hit(line: str, bare: str) -> Hit | None:
    if not (bare[:1].isalnum() or _LETTER_OR_DIGIT.search(line)):
        return Hit("mark", ends=False)
    rules = _rules()
    kind = rules.whole.get(bare) or _matching(bare, rules)
    if kind is not None:
        return Hit(kind, rules.ends[kind])
    colon = _COLON.search(line) if ":" in line or "：" in line else None
    labelled = rules.label.get(fold(line[: colon.start()]).strip(_EDGES)) if colon else None
    if colon is None or labelled is None:
        return None
    return Hit(labelled, rules.ends[labelled], line[colon.end() :].strip(" .،"))


def part(blocks: Sequence[Block], *, titled: bool = False) -> Parted:
    """Blocks parted from their furniture.

    `titled`: the title is not among the blocks. Otherwise section names above the first other line
    are cut as well. Headings of the source are cut only by whole-line matches.
    """
    recognised = _recognised([block.text for block in blocks])
    hits = [hit and _heeded(block, hit) for block, hit in zip(blocks, recognised, strict=True)]
    if not any(hits):
        return Parted(tuple(blocks), (), None, None)
    hits = [None if _is(hit, "share") and _heads_prose(blocks, hits, at) else hit for at, hit in enumerate(hits)]
    opening = 0 if titled else _first_line(hits)
    hits[opening:] = [hit if hit and hit.kind != "section_name" else None for hit in hits[opening:]]
    below = range(opening + (not titled), opening + 4)
    hits = [None if _is(hit, "byline") and index not in below else hit for index, hit in enumerate(hits)]
    end = _article_end(blocks, hits)
    gone = set(_gone(blocks, hits, end))
    kept = tuple(block for index, block in enumerate(blocks) if index not in gone)
    source, at = _source(hits)
    author = next((_author(block.text) for block, hit in zip(blocks, hits, strict=True) if _is(hit, "byline")), None)
    removed = tuple(blocks[index].text for index in sorted(gone) if index != at)
    return Parted(kept, removed, source, author)


def _is(hit: Hit | None, kind: Kind) -> bool:
    return hit is not None and hit.kind == kind


def _heeded(block: Block, hit: Hit) -> Hit | None:
    """The hit, unless the block's shape speaks against it."""
    if hit.kind == "byline" and not _reads_as_byline(block.text):
        return None
    if hit.kind == "source" and len(hit.rest) > NAME_LIMIT:
        return None
    if block.kind == "heading" and hit.kind in {"stamp", "caption", "byline", "end_mark"}:
        return None
    return hit


def _heads_prose(blocks: Sequence[Block], hits: Sequence[Hit | None], index: int) -> bool:
    """Whether a line stands between paragraphs: there the name of a network is a heading, not a button."""
    around = (index - 1, index + 1)
    return all(0 <= at < len(blocks) and hits[at] is None and is_prose(blocks[at].text) for at in around)


def _reads_as_byline(line: str) -> bool:
    """A short line without end mark, whose words after the first begin in upper case where the script has case."""
    words = line.split()
    if not 2 <= len(words) <= 6 or ends_sentence(line) or len(line) > NAME_LIMIT:
        return False
    names = [word for word in words[1:] if len(word) > 3]
    return not any(word[0].islower() for word in names) and any(word[0].isupper() or _caseless(word) for word in names)


def _caseless(word: str) -> bool:
    return word[0].isalpha() and word.lower() == word.upper()


def _author(line: str) -> str:
    """A byline without its opening words."""
    folded = fold(line)
    opening = _opening(folded, _rules()) or ""
    return " ".join(line.split()[len(opening.split()) :]).strip(" :،,")


def _first_line(hits: Sequence[Hit | None]) -> int:
    """Index of the first line that is no furniture above the title."""
    return next((index for index, hit in enumerate(hits) if hit is None or hit.kind == "byline"), len(hits))


def _article_end(blocks: Sequence[Block], hits: Sequence[Hit | None]) -> int:
    """Index of the line that ends the article; the number of blocks when there is none.

    That is the first ending line below the last long paragraph, or before it a mark of the end or of
    readers' comments with more of the prose above than below.
    """
    prose = [len(b.text) if hit is None and is_prose(b.text) else 0 for b, hit in zip(blocks, hits, strict=True)]
    above, total = 0, sum(prose)
    for index, hit in enumerate(hits):
        above += prose[index]
        if hit and hit.ends and above and (above == total or (hit.kind in _FINAL and above > total - above)):
            return index
    return len(blocks)


def _gone(blocks: Sequence[Block], hits: Sequence[Hit | None], end: int) -> Iterator[int]:
    """Indices of what is cut: furniture, the links under a "Related" line, and everything from `end` on."""
    linked = False
    for index, (block, hit) in enumerate(zip(blocks, hits, strict=True)):
        below = linked and hit is None and block.kind != "heading" and not is_prose(block.text)
        if hit is not None or below or index >= end:
            yield index
        linked = below or (_is(hit, "related") and hit is not None and not hit.rest)


def _source(hits: Sequence[Hit | None]) -> tuple[str | None, int]:
    """The name on the last source line, and the line's index; (None, -1) without one."""
    named = [(hit.rest, index) for index, hit in enumerate(hits) if hit and hit.kind == "source" and hit.rest]
    return named[-1] if named else (None, -1)


def _matching(bare: str, rules: _Rules) -> Kind | None:
    """The kind by opening words or pattern."""
    opening = _opening(bare, rules)
    if opening is not None and not bare[len(opening) :][:1].isalpha():
        return rules.start[opening]
    found = rules.pattern.fullmatch(bare)
    return cast("Kind | None", found.lastgroup) if found else None


def _opening(folded: str, rules: _Rules) -> str | None:
    """The longest opening a folded line begins with."""
    near = rules.openings.get(folded[:2], ())
    return max(filter(folded.startswith, near), key=len) if folded.startswith(near) else None


@cache
def _rules() -> _Rules:
    ends: dict[Kind, bool] = {"mark": False}
    forms: dict[str, dict[str, Kind]] = {"whole": {}, "start": {}, "label": {}}
    patterns: dict[Kind, list[str]] = {}
    for kind, table in read_toml(_FILE).items():
        known = _checked_kind(kind, table)
        ends[known] = table["ends"]
        for form, key, line in _lines(kind, table):
            if form == "pattern":
                patterns.setdefault(known, []).append(_checked_pattern(key, line))
            else:
                forms[form].setdefault(fold(line).strip(_EDGES), known)
    return _Rules(
        ends, forms["whole"], forms["label"], forms["start"], _by_beginning(forms["start"]), _joined(patterns)
    )


def _by_beginning(openings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Openings, each of two characters at least, by the first two."""
    found: dict[str, tuple[str, ...]] = {}
    for opening in openings:
        found[opening[:2]] = (*found.get(opening[:2], ()), opening)
    return found


def _checked_kind(kind: str, table: Any) -> Kind:
    if kind not in get_args(Kind):
        raise DataError(_FILE, kind, table, f"wanted one of {', '.join(get_args(Kind))}")
    if not isinstance(table, dict) or not isinstance(table.get("ends"), bool):
        raise DataError(_FILE, f"{kind}.ends", table, "wanted true or false")
    return cast("Kind", kind)


def _lines(kind: str, table: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Form, key and line of each entry of a kind."""
    for form, languages in table.items():
        if form == "ends":
            continue
        if form not in _FORMS or not isinstance(languages, dict):
            raise DataError(_FILE, f"{kind}.{form}", languages, f"wanted one of {', '.join(_FORMS)}")
        for language, lines in languages.items():
            key = f"{kind}.{form}.{language}"
            if not isinstance(lines, list) or not all(isinstance(line, str) and line for line in lines):
                raise DataError(_FILE, key, lines, "wanted a list of lines")
            for line in lines:
                yield form, key, line


def _checked_pattern(key: str, pattern: str) -> str:
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise DataError(_FILE, key, pattern, f"wanted a regular expression ({error})") from error
    if groups:
        raise DataError(_FILE, key, pattern, "wanted a regular expression without capturing groups")
    return pattern


def _joined(patterns: dict[Kind, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(several)})" for kind, several in patterns.items()))
