"""Subjects of languages whose speaker stands first in the clause, whatever follows before the verb.

The clause is read phrase by phrase: adverbials and phrases with a case ending or a postposition of their own are
passed over, and the first phrase that names a speaker is the subject. A language that marks its subjects (Urdu نے)
is asked for the mark first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefing.text.cues.reader import Cue
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

REACH = 60
"""Words before a verb in which its clause can begin."""


class ClauseReader:
    """Finds the subject of a verb in its clause, for one language."""

    def __init__(self, pack: LanguagePack, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = pack, pack.words, runs, runs.nouns

    def subject(self, sentence: Sentence, cue: Cue) -> Mention | None:
        """The subject of the cue's verb, or None if its clause names nobody."""
        start = self._start(sentence, cue)
        found = self._within(sentence, start, cue)
        while found is None and not self.pack.spaces and start > 0 and sentence.forms[start - 1] in COMMAS:
            start = self._start(sentence, cue._replace(first=start - 1))
            found = self._within(sentence, start, cue)
        return found

    def _within(self, sentence: Sentence, start: int, cue: Cue) -> Mention | None:
        marked = self._marked(sentence, start, cue.first) or self._leading(sentence, start, cue.first)
        if marked is not None:
            return marked
        at = start
        while at < cue.first:
            found, at = self._phrase(sentence, at, cue.first)
            if found is not None:
                return found
        if not self.pack.capitals or start:
            return None
        if sentence.forms[0] in self.words["anonymous"]:
            return self.nouns.mention("anonymous", sentence, 0, 0, None, [])
        return self._lone(sentence)

    def _leading(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """The name right before the quotation that the verb closes: Parti'nin kararına değinen Işık, “…” dedi."""
        if not self.pack.capitals:
            return None
        quoted = next((i for i in range(end - 1, max(start, end - 4), -1) if i in sentence.spans), start)
        last = quoted - 1 - (quoted > start and sentence.forms[quoted - 1] in COMMAS)
        first = last + 1
        while first > start and self._in_name(sentence, first - 1):
            first -= 1
        if first > last or (first == last and (first == 0 or last + 1 == quoted)):
            return None
        return self._named(sentence, first, last)

    def _in_name(self, sentence: Sentence, at: int) -> bool:
        """A word of a name with its title, or the point behind its abbreviation: Prof. Dr. Emin Işık."""
        point = sentence.forms[at] == "." and at > 0 and sentence.forms[at - 1] in self.pack.abbreviations
        return point or (self._speaker(sentence, at) and not self.runs.timed(sentence.forms[at]))

    def _lone(self, sentence: Sentence) -> Mention | None:
        """The capitalised word a sentence begins with, where its clause has no other name: Saqib “…” dedi."""
        followed = len(sentence.forms) > 1 and sentence.forms[1] in (*COMMAS, PLACEHOLDER)
        return self._named(sentence, 0, 0) if followed and sentence.capital(0) else None

    def behind(self, sentence: Sentence, at: int) -> Mention | None:
        """The speaker named by the phrase that begins at a word."""
        return self._phrase(sentence, at, len(sentence.forms))[0] if at < len(sentence.forms) else None

    def opening(self, sentence: Sentence) -> Mention | None:
        """The subject that a sentence begins with, its leading adverbials left out; None if that is no speaker."""
        end = len(sentence.forms)
        marked = self._marked(sentence, 0, end)
        if marked is not None:
            return marked
        at = 0
        while at < end and sentence.letters[at]:
            past = self.runs.skip_right(sentence, at)
            if past == at:
                break
            at = past + (past < end and sentence.forms[past] in COMMAS)
        return self._phrase(sentence, at, end)[0] if at < end else None

    def _start(self, sentence: Sentence, cue: Cue) -> int:
        """Where the clause begins: behind the verb or the semicolon before."""
        start = cue.first
        while start > 0 and cue.first - start < REACH and not self._parts(sentence, start - 1):
            start -= 1
        return start

    def _parts(self, sentence: Sentence, at: int) -> bool:
        form = sentence.forms[at]
        if not self.pack.spaces and form in COMMAS:
            return True
        verb = self.pack.verbs.get(form)
        if verb is not None and at and self.words["according"].length(sentence.forms, at - 1) > 1:
            return False  # «به نوشته …»
        return form in (";", ":", "؛") or (verb is not None and not (verb.weak or verb.relative or verb.participle))

    def _marked(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """The noun phrase before the language's mark of a subject."""
        markers = self.words["subject_markers"]
        at = next((i for i in range(end - 1, start, -1) if sentence.forms[i] in markers), None)
        if markers and start < end < len(sentence.forms) and self._marks(sentence.forms[end]):
            at = end  # «نے کہا», «کا کہنا ہے»: the verb's own words hold the mark.
        if at is None:
            return None
        first = max(self.runs.left(sentence, at - 1), start)
        first = min(self.runs.skip_right(sentence, first), at - 1)
        owned = [i + 1 for i in range(first, at - 1) if sentence.forms[i] in self.words["cases"]]
        return self._read(sentence, owned[-1] if owned else first, at - 1)

    def _marks(self, form: str) -> bool:
        return form in self.words["subject_markers"] or form in self.words["cases"]

    def _phrase(self, sentence: Sentence, at: int, end: int) -> tuple[Mention | None, int]:
        """The speaker named by the phrase at a word, or None; and the word behind the phrase."""
        if not sentence.letters[at]:
            return None, at + 1
        past = self.runs.skip_right(sentence, at)
        if past > at:
            return None, past
        if self.nouns.preposition(sentence, at):
            first = at + max(1, self.words["according"].length(sentence.forms, at))
            return None, max(at, self._end(sentence, first, end)) + 1
        if (
            sentence.forms[at] in self.words["determiners"]
            and at + 1 < end
            and not self.pack.capitals
            and self.pack.spaces
        ):
            named = self._named_apposition(sentence, at + 1, end)
            if named is not None:
                return named
        last = self._end(sentence, at, end)
        if last < at:
            return None, at + 1
        behind = sentence.forms[last + 1] if last + 1 < end else ""
        if behind in self.words["cases"]:
            return None, last + 2
        return self._read(sentence, at, last), last + 1

    def _named_apposition(self, sentence: Sentence, at: int, end: int) -> tuple[Mention, int] | None:
        """«یک کارشناس مسائل منطقه، صادق ملکی»: what is first said to be anyone gets a name behind the comma."""
        last = self._end(sentence, at, end)
        mention = self._read(sentence, at, last) if last > at else None
        named = mention is not None and mention.kind == "name" and not COMMAS.isdisjoint(sentence.forms[at:last])
        return (mention, last + 1) if mention is not None and named else None

    def _end(self, sentence: Sentence, first: int, end: int) -> int:
        """The last word of the phrase that begins at a word and ends before another."""
        last = min(self.runs.right(sentence, first), end - 1) if first < end else first - 1
        stop = next((i for i in range(first, last + 1) if sentence.forms[i] in self.words["cases"]), last + 1)
        return stop - 1

    def _read(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        if first > last:
            return None
        if self.pack.capitals:
            return self._capitals(sentence, first, last)
        return self.nouns.read(sentence, first, last)

    def _capitals(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        """The capitalised words that end the phrase, with their title, else those that begin it."""
        closed = last + 1 >= len(sentence.forms) or sentence.forms[last + 1] in (*COMMAS, PLACEHOLDER)
        if closed and self._speaker(sentence, last):
            start = last
            while start > first and self._speaker(sentence, start - 1):
                start -= 1
            lone = start == last == 0 and not self._known(sentence, 0)
            return None if lone else self._named(sentence, start, last)
        run = next((run for run in self._capital_runs(sentence, first, last) if run[1] > run[0]), None)
        if run is not None:
            return self._named(sentence, *run)
        alone = first == 0 and not self._known(sentence, first)
        return self._named(sentence, first, first) if self._speaker(sentence, first) and not alone else None

    def _capital_runs(self, sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Runs of words that can be title and name, none of them before a possessive ending."""
        start = first
        for at in range(first, last + 2):
            if at <= last and self._speaker(sentence, at) and not self.runs.timed(sentence.forms[at]):
                continue
            owned = at < len(sentence.forms) and sentence.forms[at] in self.words["genitives"]
            if at > start and not owned:
                yield start, at - 1
            start = at + 1

    def _speaker(self, sentence: Sentence, at: int) -> bool:
        form = sentence.forms[at]
        return sentence.capital(at) or self.nouns.heads_title(form) or self.nouns.heads_organisation(form)

    def _known(self, sentence: Sentence, at: int) -> bool:
        """A lone word at a sentence's start is a name if it is written with a capital elsewhere too."""
        form, raw = sentence.forms[at], sentence.raw(at)
        if self.nouns.heads_title(form) or self.nouns.heads_organisation(form) or form in self.pack.pronouns:
            return True
        return _within(sentence.text, raw)

    def _named(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        mention = self.nouns.read(sentence, first, last)
        return None if mention is None or (mention.kind == "anonymous" and not mention.title) else mention


@lru_cache(maxsize=256)
def _within(text: str, word: str) -> bool:
    """The word, as written, stands inside a sentence of the text."""
    return any(f" {word}{behind}" in text for behind in " ,.'’")
