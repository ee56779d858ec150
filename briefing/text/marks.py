"""Quotation marks: which opens, which closes, what stands between them.

Marks are paired inside one paragraph by shape and by context, never by locale: CLDR's marks for Arabic are the
reverse of what the press prints. A mark opens before a word and after a space, a bracket or an Arabic proclitic;
it closes after a word and before a space or punctuation. Where context leaves both open the shape decides.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

CAP = 1500
"""Longest span in code points; beyond it the opening mark is taken for a stray one (lost line breaks)."""

_FAMILIES = {
    "curly": ("“„‟", "”"),
    "straight": ('"＂״', '"＂״'),
    "guillemet": ("«", "»"),
    "angle": ("‹", "›"),
    "corner": ("「『", "」』"),
    "single": ("‘‚‛", "’"),
    "apostrophe": ("'", "'"),
    "doubled": ("''``,,", "''"),
}
_FAMILY = {mark: family for family, shapes in _FAMILIES.items() for mark in "".join(shapes) if family != "doubled"}
_FAMILY |= {"''": "doubled", "``": "doubled", ",,": "doubled"}
_OPENERS = set("“„‟«‹「『‘‚‛") | {"``", ",,"}
_CLOSERS = set("”»›」』’")
_SINGLES = frozenset(("single", "apostrophe"))

_DOUBLES = "''|``|,,|" + "|".join('“”„‟"＂«»‹›「」『』״')
"""Alternatives that all begin with a plain letter: the compiled search then skips to the next such letter."""
_MARK = re.compile(_DOUBLES)
_MARK_OR_SINGLE = re.compile(_DOUBLES + "|‘|’|‚|‛|'")
_OPENING = re.compile(_DOUBLES + "|‘|‚|‛|'(?<![^\\W_]')|’(?=[\u0600-\u06ff])")
"""What no span can begin without, apostrophes inside words left out."""

_ANY = frozenset("“”„‟\"＂«»‹›「」『』‘’‚‛'`")
_BRACKETS = frozenset("([{<-–—/ـ…:,،")
_PROCLITICS = frozenset("وفبلكושהבלכמ")
_GERSHAYIM = re.compile('[א-ת]*[גדזחטיסעפצקרתנןםךףץא][א-ת]*["״](?=[א-ת])|[א-ת]+["״](?=[א-ת](?![א-ת]))')
"""The mark inside a Hebrew abbreviation (צה"ל, מנכ"לית): before a last letter, or behind one that is no prefix."""
_HEBREW = re.compile('[א-ת]["״][א-ת]')
_ARABIC = re.compile("[\u0600-\u06ff]")
_PLURAL = re.compile(r"s[’'] [a-z]")
_ELISION = re.compile(r"['’](?:\d0s|tis|twas|em|til|cause|n)\b", re.IGNORECASE)


class Marked(NamedTuple):
    """What stands between two marks: `start`..`end` without them, `outer_start`..`outer_end` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    depth: int
    """0 for a span that stands in no other."""


@dataclass(slots=True)
class _Open:
    family: str
    start: int
    outer: int
    depth: int


class _Pairing:
    """One pass over the marks of one paragraph."""

    def __init__(self, text: str, start: int, end: int, *, singles: bool) -> None:
        self.text, self.start, self.end = text, start, end
        marks = (_MARK_OR_SINGLE if singles else _MARK).finditer(text, start, end)
        hebrew = _HEBREW.search(text, start, end) is not None
        inner = {match.end() - 1 for match in _GERSHAYIM.finditer(text, start, end)} if hebrew else ()
        self.marks = [(mark, self._family(mark), self._closes(mark)) for mark in marks if mark.start() not in inner]
        self.stack: list[_Open] = []
        self.found: list[Marked] = []
        self.closers = Counter(family for _, family, closes in self.marks if closes)

    def run(self) -> list[Marked]:
        for mark, family, closes in self.marks:
            opens = self._opens(mark)
            self._forget_far(mark.start())
            if family in _SINGLES:
                self._single(mark, opens=opens, closes=closes)
            else:
                self._turned(mark, family, opens=opens, closes=closes)
            self.closers[family] -= closes
        self._finish()
        return sorted(self.found, key=lambda span: (span.outer_start, -span.outer_end))

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.end else " "

    def _opens(self, mark: re.Match[str]) -> bool:
        """The context lets this mark open: something clings to its right and nothing to its left."""
        before, after = self._before(mark.start()), self._after(mark.end())
        if after.isspace() or after in ".,;،؛!?؟":
            return False
        if before.isspace() or before in _BRACKETS or before in _ANY:
            return True
        return before in _PROCLITICS and not self._before(mark.start() - 1).isalnum()

    def _closes(self, mark: re.Match[str]) -> bool:
        before, after = self._before(mark.start()), self._after(mark.end())
        return not before.isspace() and before not in "([{ـ" and not after.isalnum() and after != "_"

    def _turned(self, mark: re.Match[str], family: str, *, opens: bool, closes: bool) -> None:
        if self._turn(mark[0], family, opens=opens, closes=closes) == "open":
            self._open(mark, family)
        else:
            self._close(mark, family)

    def _family(self, mark: re.Match[str]) -> str:
        """The mark's family; a single one beside an Arabic letter is no apostrophe, since that script has none."""
        family = _FAMILY[mark[0]]
        if family not in _SINGLES:
            return family
        beside = self._before(mark.start()) + self._after(mark.end())
        return "arabic" if _ARABIC.search(beside) else family

    def _turn(self, mark: str, family: str, *, opens: bool, closes: bool) -> str:
        """Whether the mark opens or closes a span."""
        if opens != closes:
            return "open" if opens else "close"
        if mark in _OPENERS:
            return "open"
        if mark in _CLOSERS:
            return "close"
        return "open" if self._index(family) is None else "close"

    def _index(self, family: str) -> int | None:
        return next((i for i in range(len(self.stack) - 1, -1, -1) if self.stack[i].family == family), None)

    def _forget_far(self, at: int) -> None:
        while self.stack and at - self.stack[0].start > CAP:
            del self.stack[0]

    def _open(self, mark: re.Match[str], family: str) -> None:
        again = self._index(family)
        if again is not None and self.closers[family] < 2:
            self._cut(again, mark.start())
        if len(self.stack) < 4:
            self.stack.append(_Open(family, mark.end(), mark.start(), len(self.stack)))

    def _cut(self, index: int, at: int) -> None:
        """The same mark opens again: the span it opened before was never closed and ends with its sentence."""
        entry = self.stack[index]
        del self.stack[index:]
        stop = max(self.text.rfind(point, entry.start, at) for point in ".!?؟…")
        self._add(entry, stop + 1 if stop > 0 else at, stop + 1 if stop > 0 else at, closed=False)

    def _close(self, mark: re.Match[str], family: str) -> None:
        index = self._index(family)
        if index is None:
            return
        entry = self.stack[index]
        del self.stack[index:]
        self._add(entry, mark.start(), mark.end(), closed=True)

    def _single(self, mark: re.Match[str], *, opens: bool, closes: bool) -> None:
        """Single marks are also apostrophes: they open only before a word that is closed again in the paragraph."""
        index = self._index("single")
        if opens and not closes and mark[0] != "’" and not _ELISION.match(self.text, mark.start()):
            if index is None:
                self.stack.append(_Open("single", mark.end(), mark.start(), len(self.stack)))
        elif closes and index is not None and mark[0] in "’'" and not self._possessive(mark):
            self._close(mark, "single")

    def _possessive(self, mark: re.Match[str]) -> bool:
        """A plural's apostrophe ("workers’ rights") while more closing marks follow."""
        later = self.closers["single"] + self.closers["apostrophe"]
        return later > 1 and _PLURAL.match(self.text, mark.start() - 1, self.end) is not None

    def _finish(self) -> None:
        for entry in self.stack:
            if entry.family not in _SINGLES and entry.depth == 0 and self.end - entry.start <= CAP:
                self._add(entry, self.end, self.end, closed=False)
                return

    def _add(self, entry: _Open, end: int, outer_end: int, *, closed: bool) -> None:
        inner = self.text[entry.start : end]
        start = entry.start + len(inner) - len(inner.lstrip())
        stop = entry.start + len(inner.rstrip())
        if start < stop and stop - start <= CAP:
            self.found.append(Marked(start, stop, entry.outer, outer_end, closed, entry.depth))


def pair_marks(text: str, start: int, end: int, *, singles: bool = False) -> list[Marked]:
    """Spans between marks in the paragraph `text[start:end]`, in reading order, an outer one before its inner ones.

    With `singles`, ‘…’ and '…' are marks too where they are not apostrophes. A span left open ends at the
    paragraph's end with `closed` False.
    """
    if (_OPENING if singles else _MARK).search(text, start, end) is None:
        return []
    return _Pairing(text, start, end, singles=singles).run()


def outermost(spans: list[Marked]) -> list[Marked]:
    """The spans that stand in no other one."""
    outer: list[Marked] = []
    for span in spans:
        if not outer or span.outer_start >= outer[-1].outer_end:
            outer.append(span)
    return outer
