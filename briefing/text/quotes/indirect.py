"""Speech reported without marks: «قال … إن …», "said that …".

A tier of its own, read only when it is asked for: what a reporting verb's complementiser opens, up to the end of the
sentence. Nothing is listed without a speaker, and nothing that stands in marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Article, Quote, Section
from briefing.text.cues.attribution import Frame
from briefing.text.cues.reader import Cue
from briefing.text.packs.files import load
from briefing.text.quotes.reading import Reading
from briefing.text.sentences.marks import Marked
from briefing.text.sentences.paragraphs import Place, behind
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER, STOPS

REACH = 24
"""Words behind a verb in which what it reports must begin."""

SHORTEST = 4
"""Words of the reporter's that make it worth listing."""


class IndirectReading(Reading):
    """One reading of an article for what is reported without marks."""

    def read(self) -> tuple[Quote, ...]:
        """What is reported, in reading order."""
        for index in range(len(self.paragraphs)):
            for at, sentence in self.paragraph(index):
                self._reported(index, at, sentence)
        return tuple(self.quotes)

    def _reported(self, index: int, at: Place, sentence: Sentence) -> None:
        cues = self.cues.read(sentence)
        for cue in cues:
            first = self._begins(sentence, cue)
            if first is None:
                continue
            frame = Frame(cue, before=True, cost=0.0, lead="complementiser")
            found = self.speakers.attribute(sentence, cues, frame, lambda: self._earlier(index, at))
            if found.person is not None and found.person.name is not None:
                start, end = sentence.starts[first], self._end(sentence)
                span = Marked(start, end, start, end, closed=True, depth=0)
                self._add(span, "indirect", found, None, " ".join(self._forms(span)))
                self.read_up_to = (index, behind(at))
            return

    def _begins(self, sentence: Sentence, cue: Cue) -> int | None:
        """Index of the first word that a verb reports, or None if it reports nothing in this way."""
        if cue.verb is None or cue.verb.describes or cue.verb.behind:
            return None
        words = self.pack.words
        for at in range(cue.last + 1, min(cue.last + REACH, len(sentence.forms))):
            form = sentence.forms[at]
            if form in (PLACEHOLDER, ":"):
                return None
            if form in STOPS:
                break
            opens = form in words["complementisers"] or (form in words["about"] and not cue.verb.weak)
            if opens:
                return self._worth(sentence, at + 1)
        clausal = any(form in words["clausal"] for form in sentence.forms[cue.first : cue.last + 1])
        return self._worth(sentence, cue.last + 1) if clausal and cue.first > 0 else None

    def _worth(self, sentence: Sentence, first: int) -> int | None:
        """The index, if a clause of some length and not a quotation begins there."""
        if first >= len(sentence.forms) or not sentence.letters[first] or sentence.forms[first] in COMMAS:
            return None
        if self.nouns.preposition(sentence, first) and sentence.forms[first - 1] in self.pack.verbs:
            return None
        letters = sum(sentence.letters[first:])
        return first if letters >= SHORTEST else None

    def _end(self, sentence: Sentence) -> int:
        last = max(at for at, form in enumerate(sentence.forms) if sentence.letters[at] or form == PLACEHOLDER)
        return sentence.ends[last]


def find_indirect(
    text: str, sections: Sequence[Section], language: str, title: str = "", first: int = 1
) -> tuple[Quote, ...]:
    """What an article reports without marks, in reading order, numbered from `first`.

    Offsets are code points into `text`; every one has a speaker.
    """
    found = IndirectReading(text, sections, load(language), title).read()
    return tuple(quote._replace(number=first + at, carried_from=None) for at, quote in enumerate(found))


def with_indirect(article: Article) -> Article:
    """The article with what it reports without marks among its quotes, numbered behind those in marks."""
    first = max((quote.number for quote in article.quotes), default=0) + 1
    found = find_indirect(article.text, article.sections, article.language, article.title, first)
    marked = [(quote.start, quote.end) for quote in article.quotes]
    new = [quote for quote in found if not any(s <= quote.start and quote.end <= e for s, e in marked)]
    quotes = sorted((*article.quotes, *new), key=lambda quote: (quote.start, -quote.end))
    return replace(article, quotes=tuple(quotes))
