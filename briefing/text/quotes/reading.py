"""Quotations of an article with their speakers.

Marks are paired inside each paragraph, the words between are set aside, and what is left, the reporter's own words,
says who speaks: reporting verb, word order, people table, and the memory of who spoke last. Only paragraphs with
marks are read word by word, others only when a speaker has to be carried from them.
"""

from __future__ import annotations

import functools
import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.model import Quote, QuoteKind, Section, Span, Tail
from briefing.text.cues.attribution import Frame, Matcher
from briefing.text.cues.reader import Cue, CueReader
from briefing.text.cues.signatures import DASHES
from briefing.text.fold import holds_dropped, without_dropped
from briefing.text.packs.files import load
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.marked_names import MarkedNames, unmarked
from briefing.text.people.table import People
from briefing.text.quotes.kinds import KindReader
from briefing.text.quotes.rules import confidence
from briefing.text.quotes.speakers import Attribution, SpeakerReader
from briefing.text.quotes.tails import TailReader
from briefing.text.remembered import Remembered
from briefing.text.sentences.datelines import dateline_end
from briefing.text.sentences.insertions import InsertionReader
from briefing.text.sentences.marks import Marked, outermost, pair_paragraphs
from briefing.text.sentences.paragraphs import FIRST, Paragraph, Place, behind
from briefing.text.sentences.skeleton import Sentence, folded_text
from briefing.text.subjects.finder import SubjectFinder

LONGEST_NAME = 60
"""Code points of the longest name in marks that is remembered as one."""

BETWEEN = 2
"""Paragraphs back in which a quotation that goes on was left open."""

_RUNS: Remembered[list[str]] = Remembered(re.compile(r"\w+").findall)
"""Runs of letters in what stands between two spaces."""

_PAIR = re.compile("..?")
"""Two letters make a word where no spaces do."""


class _Readers:
    """The readers of one language, made once."""

    def __init__(self, pack: LanguagePack) -> None:
        self.finder, self.cues, self.matcher = SubjectFinder(pack), CueReader(pack), Matcher(pack)
        self.kinds, self.tails = KindReader(pack, self.finder.nouns), TailReader(pack, self.cues)
        self.insertions = InsertionReader(pack)
        self.marked_names = MarkedNames(pack, self.finder.nouns)


@functools.cache
def _readers(language: str) -> _Readers:
    return _Readers(load(language))


class Reading:
    """One reading of one article."""

    def __init__(self, text: str, sections: Sequence[Section], pack: LanguagePack, title: str) -> None:
        self.text, self.pack = text, pack
        self.sections = [section for section in sections if section.paragraphs]
        self.paragraphs = [span for section in self.sections for span in section.paragraphs]
        readers = _readers(pack.language)
        self.nouns = readers.finder.nouns
        self.finder, self.cues, self.matcher = readers.finder, readers.cues, readers.matcher
        self.kinds, self.tails, self.insertions = readers.kinds, readers.tails, readers.insertions
        self.folded = folded_text(text)
        self.holds_dropped = holds_dropped(self.folded)
        found = pair_paragraphs(text, self.paragraphs, singles=pack.single_marks)
        self.spans = [self.insertions.cut(text, outermost(spans)) if spans else spans for spans in found]
        """The outermost marked spans of each paragraph."""
        people = People(title, text, self.folded, pack, self.finder.runs)
        self._unmark_names(readers.marked_names, people)
        self.speakers = SpeakerReader(pack, people, self.finder, self.cues, text)
        self.quotes: list[Quote] = []
        self.seen: Counter[str] = Counter()
        self.names: set[str] = set()
        self.read_up_to = (-1, FIRST)
        """Paragraph and sentence from which on nothing was noted in the speakers' memory."""
        self.unread_since = self.read_up_to
        self._paragraphs: dict[int, Paragraph] = {}
        self._words: dict[int, list[str]] = {}

    def read(self) -> tuple[Quote, ...]:
        """The quotes found, in reading order."""
        marked = [index for index, spans in enumerate(self.spans) if spans]
        for index in marked:
            self._learn_names(index)
        for index in marked:
            for at, sentence in self.paragraph(index).marked():
                self._sentence(index, at, sentence)
        return tuple(self.quotes)

    def _unmark_names(self, reader: MarkedNames, people: People) -> None:
        """Names of people in marks are the reporter's words: nobody is quoted by them."""
        names = reader.find(self.folded, [span for spans in self.spans for span in spans], people.full)
        if names:
            self.folded = unmarked(self.folded, sorted(names))
            self.spans = [[span for span in spans if span not in names] for spans in self.spans]

    def paragraph(self, index: int) -> Paragraph:
        """The sentences of a paragraph's skeleton."""
        if index not in self._paragraphs:
            span = self.paragraphs[index]
            start = span.start if index else self._behind_dateline(span)
            self._paragraphs[index] = Paragraph(self.text, self.folded, start, span.end, self.spans[index], self.pack)
        return self._paragraphs[index]

    def _behind_dateline(self, span: Span) -> int:
        """Where the first paragraph's sentences begin; never behind its first quotation."""
        start = dateline_end(self.text, span.start, span.end)
        first = self.spans[0][0].outer_start if self.spans[0] else span.end
        return start if start <= first else span.start

    def _learn_names(self, index: int) -> None:
        """What is once introduced as a name is one wherever it stands in marks."""
        for _, sentence in self.paragraph(index).marked():
            for at, span in sentence.spans.items():
                if span.end - span.start > LONGEST_NAME:
                    continue
                forms = self._forms(span)
                if len(forms) <= 4 and self.kinds.naming.named(sentence, at, forms):
                    self.names.add(" ".join(forms))

    def _forms(self, span: Marked) -> list[str]:
        """The folded words of a span."""
        if span.start not in self._words:
            self._words[span.start] = self._worded(span)
        return self._words[span.start]

    def _worded(self, span: Marked) -> list[str]:
        folded = self.folded[span.start : span.end]
        pieces = (without_dropped(folded) if self.holds_dropped else folded).split()
        words = list(chain.from_iterable(map(_RUNS.__getitem__, pieces)))
        return words if self.pack.spaces else [letters for word in words for letters in _PAIR.findall(word)]

    def _sentence(self, index: int, at: Place, sentence: Sentence) -> None:
        cues = self.cues.read(sentence)
        for word, span in sentence.spans.items():
            forms = self._forms(span)
            if " ".join(forms) in self.names:
                continue
            frame = self._frame(sentence, cues, word)
            kind = sentence.found["kind", word] = self.kinds.read(sentence, word, frame, forms)
            if kind is not None:
                found = self._attribute(index, at, sentence, cues, frame, word)
                if found.rule == "anonymous" and self.pack.capitals:
                    self._put_off(index, at)
                tail = self._tail(index, at, sentence, span, frame) if kind == "direct" and span.closed else None
                if found.person is not None and not word and (frame is not None or found.rule == "signature"):
                    self._name_unclosed(index, found)
                self._add(span, kind, found, tail, " ".join(forms))
                if found.person is not None:
                    self.read_up_to = (index, behind(at))

    def _frame(self, sentence: Sentence, cues: list[Cue], at: int) -> Frame | None:
        """The quotation's frame; its lead is "subject" where it follows the verb's subject directly."""
        frame = self.matcher.frame(sentence, cues, at)
        if frame is None or not frame.before or frame.lead != "words":
            return frame
        subject = self.finder.find(sentence, frame.cue)
        adjacent = subject is not None and subject.mention.end == sentence.ends[at - 1]
        return frame._replace(lead="subject") if adjacent else frame

    def _attribute(
        self, index: int, at: Place, sentence: Sentence, cues: list[Cue], frame: Frame | None, word: int
    ) -> Attribution:
        if frame is not None:
            return self.speakers.attribute(sentence, cues, frame, lambda: self._earlier(index, at))
        signed = self._signed(index) if not any(sentence.letters) else None
        if signed is not None:
            return signed
        if self._runs_on(index, at, sentence):
            return self.speakers.continued("next-paragraph", lambda: ())
        if word and any(sentence.letters[:word]):
            return self.speakers.unframed(sentence, word, lambda: self._earlier(index, at))
        return self.speakers.continued("continued", lambda: self._earlier(index, at))

    def _signed(self, index: int) -> Attribution | None:
        """The speaker named behind a dash on the line below a paragraph: “…” / — Ann Lee, Ohio."""
        below = self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else None
        if below is None or not self.text.startswith(tuple(DASHES), below.start):
            return None
        line = next((sentence for _, sentence in self.paragraph(index + 1)), None)
        cue = self.cues.signature(line, 0) if line is not None else None
        if line is None or cue is None or line.ends[-1] < below.end:
            return None
        return self.speakers.attribute(line, [cue], Frame(cue, before=False, cost=0.0, lead="start"), lambda: ())

    def _name_unclosed(self, index: int, found: Attribution) -> None:
        """The speaker named behind the last paragraph of a quotation spoke its earlier, unclosed paragraphs too."""
        for at in range(len(self.quotes) - 1, -1, -1):
            quote, index = self.quotes[at], index - 1
            before = self.spans[index] if index >= 0 else []
            if quote.closed or quote.cue is not None or not before or before[-1].start != quote.start:
                return
            assert found.person is not None
            self.quotes[at] = quote._replace(
                speaker=found.person.name,
                evidence="carried",
                rule="next-paragraph",
                confidence=confidence("next-paragraph", 0),
                carried_from=None,
            )

    def _runs_on(self, index: int, at: Place, sentence: Sentence) -> bool:
        """The last quotation ended open with its paragraph, one or two before, and this one begins with a mark.

        A caption or a link may stand between.
        """
        if at != FIRST or 0 not in sentence.spans:
            return False
        row = (self.spans[i] for i in range(index - 1, max(-1, index - 1 - BETWEEN), -1))
        before = next((spans for spans in row if spans), None)
        return before is not None and not before[-1].closed

    def _put_off(self, index: int, at: Place) -> None:
        """The sentences before a nameless speaker are read when a pronoun asks for somebody with a name."""
        since = self.read_up_to if self.speakers.unread is None else self.unread_since
        self.unread_since = since
        self.speakers.unread = lambda: self._since(since, index, at)

    def _earlier(self, index: int, at: Place) -> Iterator[Sentence]:
        """Sentences before this one that were not read yet, latest first."""
        known = self.read_up_to
        self.read_up_to = max(known, (index, at))
        return self._since(known, index, at)

    def _since(self, known: tuple[int, Place], index: int, at: Place) -> Iterator[Sentence]:
        for paragraph in range(index, -1, -1):
            for place, sentence in self.paragraph(paragraph).before(at if paragraph == index else None):
                if (paragraph, place) < known:
                    return
                yield sentence

    def _tail(self, index: int, at: Place, sentence: Sentence, span: Marked, frame: Frame | None) -> Tail | None:
        """The tail behind a quotation that ends its sentence; behind «he said» only a certain one."""
        ends = not any(sentence.letters[bisect_right(sentence.starts, span.outer_start) :])
        if not ends and (frame is None or frame.before):
            return None
        tail = self.tails.read(self.paragraph(index).behind(at))
        return tail if ends or (tail is not None and tail.certain) else None

    def _add(self, span: Marked, kind: QuoteKind, found: Attribution, tail: Tail | None, folded: str) -> None:
        number, mention, person = len(self.quotes) + 1, found.mention, found.person
        self.quotes.append(
            Quote(
                id=self._id(folded),
                number=number,
                start=span.start,
                end=span.end,
                text=self.text[span.start : span.end],
                kind=kind,
                speaker=person.name if person else None,
                evidence=found.evidence,
                section=self._section(span.start),
                closed=span.closed,
                rule=found.rule,
                confidence=found.confidence,
                mention=self.text[mention.start : mention.end] if mention else None,
                mention_start=mention.start if mention else None,
                mention_end=mention.end if mention else None,
                cue=found.cue,
                tail=tail,
                carried_from=found.carried_from,
            )
        )
        if person is not None:
            self.speakers.note(person, number)

    def _section(self, start: int) -> int:
        """The section that holds a code point."""
        return self.sections[bisect_right(self.sections, start, key=_start) - 1].index

    def _id(self, folded: str) -> str:
        """12 hex digits that stay the same while the words do: of the folded text and which occurrence it is."""
        self.seen[folded] += 1
        return hashlib.blake2b(f"{folded}\n{self.seen[folded]}".encode(), digest_size=6).hexdigest()


def _start(section: Section) -> int:
    return section.start


def find_quotes(text: str, sections: Sequence[Section], language: str, title: str = "") -> tuple[Quote, ...]:
    """Direct and partial quotes of an article in reading order, numbered from 1.

    Offsets are code points into `text`, the marks outside. Names, terms and titles of works in marks are left out.
    A speaker is the fullest name the article gives, or None where no rule names one.
    """
    return Reading(text, sections, load(language), title).read()
