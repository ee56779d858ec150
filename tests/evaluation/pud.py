"""Quotations derived from the Parallel Universal Dependencies treebanks: gold that nobody wrote for these rules.

    python -m tests.evaluation.pud FOLDER [--errors]

FOLDER holds `xx_pud-ud-test.conllu` (github.com/UniversalDependencies/UD_German-PUD and its siblings, CC BY-SA 3.0,
not part of this project). In each sentence the words between two marks are a segment; it is governed, that is said
by somebody, if its head hangs on a verb outside as `ccomp` or `parataxis`, or such a verb hangs on it as
`parataxis`. Its speaker is that verb's `nsubj`. The derivation is rough: single sentences carry no speaker, some
governed segments are thoughts, and ungoverned ones include true quotations; figures compare systems, not readers.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.text.fold import fold
from briefing.text.quotes.reading import find_quotes
from tests.evaluation.gold import one_section
from tests.evaluation.scoring import overlap

OPENING, CLOSING = '“„«「『"”', '”“»」』"'
SUFFIX = "_pud-ud-test.conllu"


@dataclass(frozen=True)
class Token:
    """A syntactic word; `start` and `end` are code points of the sentence's text."""

    form: str
    upos: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True)
class Segment:
    """Words between two marks; `names` are the folded proper nouns of the speaker, empty for any other speaker."""

    start: int
    end: int
    governed: bool
    names: frozenset[str]


def sentences(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Text and tokens of each sentence of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        if text:
            yield text, list(_tokens([line.split("\t") for line in lines if line[:1].isdigit()], text))


def _tokens(rows: list[list[str]], text: str) -> Iterator[Token]:
    at = 0
    for row in rows:
        if not row[0].isdigit():
            continue
        found = text.find(row[1], at)
        start = found if 0 <= found <= at + 12 else at
        end = start + len(row[1]) if found == start else start
        yield Token(row[1], row[3], int(row[6]) - 1 if row[6].isdigit() else -1, row[7].split(":")[0], start, end)
        at = end


def segments(tokens: list[Token]) -> Iterator[Segment]:
    """The segments of a sentence."""
    opened: int | None = None
    for at, token in enumerate(tokens):
        if opened is None and token.form in OPENING:
            opened = at
        elif opened is not None and token.form in CLOSING:
            if at - opened > 1:
                yield _segment(tokens, range(opened + 1, at))
            opened = None


def _segment(tokens: list[Token], inside: range) -> Segment:
    verb = _governor(tokens, inside)
    names = frozenset(_names(tokens, verb)) if verb is not None else frozenset()
    return Segment(tokens[inside[0]].start, tokens[inside[-1]].end, verb is not None, names)


def _governor(tokens: list[Token], inside: range) -> int | None:
    for at in inside:
        token = tokens[at]
        if token.head >= 0 and token.head not in inside and token.relation in ("ccomp", "parataxis"):
            return token.head if tokens[token.head].upos == "VERB" else None
    outside = (at for at in range(len(tokens)) if at not in inside)
    return next(
        (
            a
            for a in outside
            if tokens[a].relation == "parataxis" and tokens[a].head in inside and tokens[a].upos == "VERB"
        ),
        None,
    )


def _names(tokens: list[Token], verb: int) -> Iterator[str]:
    subject = next((at for at, t in enumerate(tokens) if t.head == verb and t.relation == "nsubj"), None)
    for at, token in enumerate(tokens):
        above = at
        while above >= 0 and above != subject:
            above = tokens[above].head
        if subject is not None and above == subject and token.upos == "PROPN":
            yield fold(token.form)


def measure(path: Path, *, errors: bool = False) -> Counter[str]:
    """Counts of one treebank."""
    language, tally = path.name.removesuffix(SUFFIX), Counter[str]()
    for text, tokens in sentences(path):
        wanted = list(segments(tokens))
        quotes = find_quotes(text, one_section(text), language) if wanted else ()
        for segment in wanted:
            found = next((q for q in quotes if overlap((q.start, q.end), (segment.start, segment.end)) > 0.5), None)
            kind = "governed" if segment.governed else "other"
            tally[kind] += 1
            tally[f"{kind}_found"] += found is not None
            named = segment.governed and found is not None and bool(segment.names)
            right = (
                named
                and found is not None
                and bool(
                    segment.names & set(fold(found.speaker or "").replace("-", " ").split())
                    or any(n in fold(found.speaker or "") for n in segment.names)
                )
            )
            tally["named"] += named
            tally["named_right"] += right
            if errors and ((segment.governed and found is None) or (named and not right)):
                print(
                    language,
                    "missed" if found is None else f"speaker {found.speaker!r}",
                    sorted(segment.names),
                    text,
                    file=sys.stderr,
                )
    return tally


def main() -> int:
    """Print a line a treebank."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="every error on stderr")
    options = parser.parse_args()
    print(f"{'language':>9}{'governed found':>16}{'speaker right':>15}{'ungoverned given':>18}")
    paths = sorted(options.folder.glob(f"*{SUFFIX}"))
    for path in paths:
        t = measure(path, errors=options.errors)
        cells = (
            f"{t['governed_found']}/{t['governed']}",
            f"{t['named_right']}/{t['named']}",
            f"{t['other_found']}/{t['other']}",
        )
        print(f"{path.name.removesuffix(SUFFIX):>9}{cells[0]:>16}{cells[1]:>15}{cells[2]:>18}")
    return 0 if paths else 1


if __name__ == "__main__":
    sys.exit(main())
