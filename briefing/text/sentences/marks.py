"""Quotation marks: which opens, which closes, what stands between them.

Marks are paired inside one paragraph by shape and by context, never by locale: CLDR's marks for Arabic are the
reverse of what the press prints. A mark opens before a word and after a space, a bracket or an Arabic proclitic;
it closes after a word and before a space or punctuation. Where context leaves both open the shape decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model import Span

CAP = 1500
"""Longest span in code points; beyond it the opening mark is taken for a stray one (lost line breaks)."""

_CROWD = 40
"""Marks in a paragraph from which on they have to leave room for words."""
_ROOM = 5
"""Code points for each mark, itself among them: a paragraph with no more is ornament or an attack, without quotes.

Of 990,000 paragraphs of the press none with as many marks as `_CROWD` left a mark less than eight.
"""

_FAMILIES = {
    "curly": ("“„‟", "”"),
    "straight": ('"＂״″', '"＂״″'),
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

_DOUBLES = ("''", "``", ",,", *'“”„‟"＂«»‹›「」『』״″')
_MARK = re.compile("|".join(_DOUBLES))
"""Alternatives that all begin with a plain letter: the compiled search then skips to the next such letter."""
_MARK_OR_SINGLE = re.compile("|".join((*_DOUBLES, *"‘’‚‛'")))

_PLAIN_PAIRS = frozenset(("“”", "«»", '""'))
_POINTS = frozenset(".,;،؛!?؟")
"""What may stand behind a mark that closes, and never behind one that opens."""
_NO_CLOSING = frozenset("([{ـ:")

_ANY = frozenset("“”„‟\"＂«»‹›「」『』‘’‚‛'`")
_BRACKETS = frozenset("([{<-–—/ـ…:,،")
_PROCLITICS = frozenset("وفبلكושהבלכמ")
_GERSHAYIM = '[א-ת]*[גדזחטיסעפצקרתנןםךףץא][א-ת]*["״](?=[א-ת])|[א-ת]+["״](?=[א-ת](?![א-ת]))'
"""The mark inside a Hebrew abbreviation (צה"ל, מנכ"לית): before a last letter, or behind one that is no prefix.

Compiled with the first Hebrew text; `re` keeps it.
"""
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


class _Sign(NamedTuple):
    """A mark of a paragraph, its family, and whether what stands around it lets it open or close."""

    mark: str
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


class _Pairing:
    """One pass over the marks of one paragraph."""

    def __init__(self, text: str, start: int, end: int, *, singles: bool) -> None:
        self.text, self.start, self.end = text, start, end
        marks = (_MARK_OR_SINGLE if singles else _MARK).finditer(text, start, end)
        hebrew = _HEBREW.search(text, start, end) is not None
        inner = {match.end() - 1 for match in re.compile(_GERSHAYIM).finditer(text, start, end)} if hebrew else ()
        self.signs = [self._sign(mark[0], *mark.span()) for mark in marks if not inner or mark.start() not in inner]
        self.at = 0
        """Index of the mark that is read."""
        self.stack: list[_Open] = []
        self.found: list[Marked] = []
        self.closers = Counter(sign.family for sign in self.signs if sign.closes)

    def run(self) -> list[Marked]:
        for at, sign in enumerate(self.signs):
            self.at = at
            self._forget_far(sign.start)
            if sign.family in _SINGLES:
                self._single(sign)
            else:
                self._turned(sign)
            if sign.closes:
                self.closers[sign.family] -= 1
        self._finish()
        return sorted(self.found, key=lambda span: (span.outer_start, -span.outer_end))

    def _sign(self, mark: str, start: int, end: int) -> _Sign:
        text = self.text
        before = text[start - 1] if start > self.start else " "
        after = text[end] if end < self.end else " "
        spaced = before.isspace()
        family = _FAMILY[mark]
        if family in _SINGLES and _ARABIC.search(before + after):
            # Beside a letter of a script without apostrophes it is none.
            family = "arabic"
        if mark == "″" and _ARABIC.search(text, max(self.start, start - 12), min(self.end, end + 4)):
            family = "curly"  # What some editors make of the mark behind a figure: “الرحلة 370″.
        closes = not spaced and before not in "([{ـ:" and not after.isalnum() and after != "_"
        return _Sign(mark, start, end, family, self._opens(start, before, after, spaced=spaced), closes)

    def _opens(self, at: int, before: str, after: str, *, spaced: bool) -> bool:
        """The context lets a mark open: something clings to its right and nothing to its left."""
        if after.isspace() or after in _POINTS:
            return False
        if spaced or before in _BRACKETS or before in _ANY:
            return True
        if before not in _PROCLITICS:
            return False
        return at - 1 <= self.start or not self.text[at - 2].isalnum()

    def _turned(self, sign: _Sign) -> None:
        index = self._index(sign.family)
        if self._turns_open(sign, index):
            self._open(sign, index)
        else:
            self._close(sign, index)

    def _turns_open(self, sign: _Sign, index: int | None) -> bool:
        """Whether the mark opens a span rather than close the one its family has open."""
        if sign.opens != sign.closes:
            return sign.opens
        if sign.mark in _OPENERS:
            return True
        if index is None and not sign.opens and sign.mark in _CLOSERS:
            return self._closed_next(sign)
        return sign.mark not in _CLOSERS and index is None

    def _closed_next(self, sign: _Sign) -> bool:
        """A closing shape with nothing to close opens if the next mark of its kind can only close: إن”word”."""
        behind = self.signs[self.at + 1 : self.at + 4]
        following = next((other for other in behind if other.family == sign.family), None)
        return following is not None and following.closes and not following.opens

    def _index(self, family: str) -> int | None:
        """Place of the family's innermost open span in the stack."""
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].family == family:
                return at
        return None

    def _forget_far(self, at: int) -> None:
        while self.stack and at - self.stack[0].start > CAP:
            del self.stack[0]

    def _open(self, sign: _Sign, again: int | None) -> None:
        if again is not None and self.closers[sign.family] < 2:
            self._cut(again, sign.start)
        if len(self.stack) < 4:
            self.stack.append(_Open(sign.family, sign.end, sign.start, len(self.stack)))

    def _cut(self, index: int, at: int) -> None:
        """The same mark opens again: the span it opened before was never closed and ends with its sentence."""
        entry = self.stack[index]
        del self.stack[index:]
        stop = max(self.text.rfind(point, entry.start, at) for point in ".!?؟…")
        self._add(entry, stop + 1 if stop > 0 else at, stop + 1 if stop > 0 else at, closed=False)

    def _close(self, sign: _Sign, index: int | None) -> None:
        index = self._mismatched(sign) if index is None else index
        if index is None:
            return
        entry = self.stack[index]
        del self.stack[index:]
        self._add(entry, sign.start, sign.end, closed=True)

    def _mismatched(self, sign: _Sign) -> int | None:
        """The open span that has no closing mark of its own kind: “word"."""
        top = len(self.stack) - 1
        if top < 0 or self.stack[top].family in _SINGLES or not sign.closes or sign.opens:
            return None
        return top if not self.closers[self.stack[top].family] or self._opens_next() else None

    def _opens_next(self) -> bool:
        """The next mark can only open, so that this one closes what is open, whatever its kind: “word" … "word”."""
        behind = self.signs[self.at + 1 : self.at + 9]
        following = next((other for other in behind if other.family not in _SINGLES), None)
        return following is not None and following.opens and not following.closes

    def _single(self, sign: _Sign) -> None:
        """Single marks are also apostrophes: they open only before a word that is closed again in the paragraph."""
        index = self._index("single")
        if sign.opens and not sign.closes and sign.mark != "’" and not _ELISION.match(self.text, sign.start):
            if index is None:
                self.stack.append(_Open("single", sign.end, sign.start, len(self.stack)))
        elif sign.closes and index is not None and sign.mark in "’'" and not self._possessive(sign):
            self._close(sign, index)

    def _possessive(self, sign: _Sign) -> bool:
        """A plural's apostrophe ("workers’ rights") while more closing marks follow."""
        later = self.closers["single"] + self.closers["apostrophe"]
        return later > 1 and _PLURAL.match(self.text, sign.start - 1, self.end) is not None

    def _finish(self) -> None:
        for entry in self.stack:
            unclosed = entry.family not in _SINGLES or self._runs_on(entry)
            if unclosed and entry.depth == 0 and self.end - entry.start <= CAP:
                self._add(entry, self.end, self.end, closed=False)
                return

    def _runs_on(self, entry: _Open) -> bool:
        """A single mark behind a colon or first in its paragraph, when the next paragraph begins with one, too."""
        before = self.text[max(self.start, entry.outer - 3) : entry.outer].rstrip()
        behind = self.text[self.end : self.end + 4].lstrip()
        return (not before or before[-1] in ":,") and behind[:1] == self.text[entry.outer]

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
    return _Pairing(text, start, end, singles=singles).run()


def pair_paragraphs(text: str, paragraphs: Sequence[Span], *, singles: bool = False) -> list[list[Marked]]:
    """What `pair_marks` finds in each of some paragraphs, given in reading order.

    Where each mark of a paragraph has its partner next to it there is nothing to decide. A paragraph that is hardly
    anything but marks has no spans.
    """
    found: list[list[Marked]] = [[] for _ in paragraphs]
    marks, starts, last = _places(text, singles=singles), [span.start for span in paragraphs], 0
    while last < len(marks):
        index = bisect_right(starts, marks[last]) - 1
        start, end = paragraphs[index]
        first, last = last, bisect_left(marks, end, last + 1)
        if last - first >= _CROWD and (last - first) * _ROOM >= end - start:
            continue
        plain = _plain_spans(text, start, end, marks[first:last])
        found[index] = pair_marks(text, start, end, singles=singles) if plain is None else plain
    return found


def _places(text: str, *, singles: bool) -> list[int]:
    """Where the marks stand without which no span begins, in order; to look for each alone beats any pattern."""
    found = [at for mark in _DOUBLES for at in _finds(text, mark)]
    if singles:
        found += (at for mark in "‘‚‛" for at in _finds(text, mark))
        found += (at for at in _finds(text, "'") if not text[at - 1 : at].isalnum() or _beside_arabic(text, at))
        found += (at for at in _finds(text, "’") if _beside_arabic(text, at))
    found.sort()
    return found


def _beside_arabic(text: str, at: int) -> bool:
    """A single mark beside a letter of a script without apostrophes."""
    return _ARABIC.search(text, max(0, at - 1), at + 2) is not None


def _finds(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + len(mark))


def _plain_spans(text: str, start: int, end: int, marks: list[int]) -> list[Marked] | None:
    """The spans of a paragraph if its marks stand in pairs that could mean nothing else, else None."""
    if len(marks) % 2:
        return None
    found = []
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if text[opening] + text[closing] not in _PLAIN_PAIRS or not 1 < closing - opening <= CAP:
            return None
        first, last, behind = text[opening + 1], text[closing - 1], text[closing + 1 : closing + 2]
        opens = (opening == start or text[opening - 1].isspace()) and first not in _POINTS and not first.isspace()
        closes = closing + 1 >= end or behind in _POINTS or behind.isspace()
        closes = closes and last not in _NO_CLOSING and not last.isspace()
        if not opens or not closes:
            return None
        found.append(Marked(opening + 1, closing, opening, closing + 1, True, 0))
    return found


def outermost(spans: list[Marked]) -> list[Marked]:
    """The spans that stand in no other one; marks around the whole of a span («“…”») are no words of it."""
    outer: list[Marked] = []
    for span in spans:
        if not outer or span.outer_start >= outer[-1].outer_end:
            outer.append(span)
        elif (span.outer_start, span.outer_end) == (outer[-1].start, outer[-1].end):
            outer[-1] = outer[-1]._replace(start=span.start, end=span.end)
    return outer
