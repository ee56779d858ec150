"""Reporting clauses inside the marks of a quotation: «A, — said X. — B», « A, a dit X, et B ».

The marked span is cut in two and the words between go back to the reporter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.text.fold import fold
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.marks import Marked

LONGEST = 110
"""Code points of the longest reporting clause that is looked for."""

_DASH = re.compile(r"[,!?…]?\s*(?:—|–|\s-)\s?")
_COMMA = re.compile(r"[,!?…]\s*")
_DASH_END = re.compile(r"[.,]?\s?(?:—|–|\s-)[,.;]?\s*")
_COMMA_END = re.compile(r"[,.]\s+|$")
_NAME_BEHIND = re.compile(r", (?:[^\W\d_a-z][\w’'-]*\s?){1,4}(?=[,.]|$)")
_BREAK = re.compile(r"[—–]|\s-")
"""A name in apposition goes on with the clause: ", a dit la directrice, Ingrid Sauvage."."""


class InsertionReader:
    """Cuts marked spans of one language at the reporting clauses inside them."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        kinds = {"dash": (_DASH, _DASH_END), "comma": (_COMMA, _COMMA_END)}
        self.kinds = [kinds[kind] for kind in sorted(pack.insertions, reverse=True)]

    def cut(self, text: str, spans: Iterable[Marked]) -> list[Marked]:
        """The spans, each one with a reporting clause inside replaced by what stands before and behind it."""
        return [part for span in spans for part in (self._parts(text, span) if self.kinds else (span,))]

    def _parts(self, text: str, span: Marked) -> Iterator[Marked]:
        clause = self._clause(text, span)
        if clause is None:
            yield span
            return
        start, end = clause
        yield Marked(span.start, start, span.outer_start, start, closed=True, depth=span.depth)
        if end < span.end:
            rest = Marked(end, span.end, end, span.outer_end, closed=span.closed, depth=span.depth)
            yield from self._parts(text, rest)

    def _clause(self, text: str, span: Marked) -> tuple[int, int] | None:
        """Where the first reporting clause begins and ends, with what parts it from the speaker's words."""
        for opening, closing in self.kinds:
            for match in opening.finditer(text, span.start + 2, span.end):
                if match.end() > match.start() and self._reports(text, match.end(), span.end):
                    end = self._end(text, match.end(), span.end, closing)
                    if end is not None:
                        return match.start() + (text[match.start()] in "!?…"), end
        return None

    def _reports(self, text: str, at: int, end: int) -> bool:
        """A reporting verb that can follow a quotation begins here."""
        words = _BREAK.sub(" ", fold(text[at : min(end, at + 40)]).replace("'", "' "))
        forms = [word.strip(".,") for word in words.split()]
        length = self.pack.verb_phrases.length(forms, 0) if forms else 0
        verb = self.pack.verbs[" ".join(forms[:length])] if length else None
        return verb is not None and not verb.participle and (verb.subjectless or not verb.describes)

    def _end(self, text: str, at: int, end: int, closing: re.Pattern[str]) -> int | None:
        name = _NAME_BEHIND.search(text, at, min(end, at + LONGEST))
        match = closing.search(text, at, min(end, at + LONGEST))
        if match is not None and name is not None and name.start() == match.start():
            match = closing.search(text, name.end(), min(end, at + LONGEST))
        if match is None or (match.start() == match.end() and match.end() < end):
            return None
        return match.end()
